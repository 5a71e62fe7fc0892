from django.urls import URLPattern, path

from trajects.views.dreams.collection import dream_collection
from trajects.views.dreams.dream import dream, star_dream
from trajects.views.dreams.gallery import open_box, theme_dreams
from trajects.views.dreams.guest_writing import (
    guest_dream_sent,
    guest_edit_dream,
    guest_write_dream,
)
from trajects.views.dreams.guests import guest_dreams, guest_star_dream, guest_withdraw_dream
from trajects.views.dreams.hub import dreams
from trajects.views.dreams.phone import (
    phone_dream_picture,
    phone_dream_sent,
    phone_dreams,
    phone_star_dream,
)
from trajects.views.dreams.pictures import dream_picture, guest_dream_picture
from trajects.views.dreams.writing import dream_sent, edit_dream, withdraw_dream, write_dream

# The numbers of dream images stand beside words: no word is ever a number.
dream_urlpatterns: list[URLPattern] = [
    path("", dreams, name="dreams"),
    path("inzameling/", dream_collection, name="dream_collection"),
    path("schrijven/", write_dream, name="write_dream"),
    path("verstuurd/", dream_sent, name="dream_sent"),
    path("doos/", open_box, name="open_box"),
    path("thema/<int:candidate_pk>/", theme_dreams, name="theme_dreams"),
    path("<int:dream_pk>/", dream, name="dream"),
    path("<int:dream_pk>/wijzigen/", edit_dream, name="edit_dream"),
    path("<int:dream_pk>/intrekken/", withdraw_dream, name="withdraw_dream"),
    path("<int:dream_pk>/ster/", star_dream, name="star_dream"),
    path("<int:dream_pk>/beeld/", dream_picture, name="dream_picture"),
]
# Behind a personal link.
guest_dream_urlpatterns: list[URLPattern] = [
    path("", guest_dreams, name="guest_dreams"),
    path("schrijven/", guest_write_dream, name="guest_write_dream"),
    path("verstuurd/", guest_dream_sent, name="guest_dream_sent"),
    path("<int:dream_pk>/wijzigen/", guest_edit_dream, name="guest_edit_dream"),
    path("<int:dream_pk>/intrekken/", guest_withdraw_dream, name="guest_withdraw_dream"),
    path("<int:dream_pk>/ster/", guest_star_dream, name="guest_star_dream"),
    path("<int:dream_pk>/beeld/", guest_dream_picture, name="guest_dream_picture"),
]
# On a phone, in a session.
phone_dream_urlpatterns: list[URLPattern] = [
    path("", phone_dreams, name="phone_dreams"),
    path("verstuurd/", phone_dream_sent, name="phone_dream_sent"),
    path("<int:dream_pk>/ster/", phone_star_dream, name="phone_star_dream"),
    path("<int:dream_pk>/beeld/", phone_dream_picture, name="phone_dream_picture"),
]
