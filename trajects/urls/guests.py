from django.urls import path

from trajects.views.guest_initiative import guest_add, guest_initiative
from trajects.views.guest_photo import guest_asks, guest_photo

guest_urlpatterns = [
    path("lokale-foto/", guest_photo, name="guest_photo"),
    path("lokale-foto/nieuw/", guest_add, name="guest_add"),
    path("lokale-foto/<int:initiative_pk>/", guest_initiative, name="guest_initiative"),
    path("vragen/", guest_asks, name="guest_asks"),
]
