from django.urls import path

from trajects.views.deciding import accept, refuse
from trajects.views.initiative import add, initiative
from trajects.views.initiative import edit as edit_initiative
from trajects.views.merging import apart, merge, unmerge
from trajects.views.photo import asks, asks_of, duplicates, photo, suggestions

# The numbers of initiatives stand beside words: no word is ever a number.
photo_urlpatterns = [
    path("", photo, name="photo"),
    path("nieuw/", add, name="add_initiative"),
    path("dubbels/", duplicates, name="duplicates"),
    path("dubbels/<int:initiative_pk>/<int:other_pk>/", merge, name="merge_initiatives"),
    path("dubbels/<int:initiative_pk>/<int:other_pk>/anders/", apart, name="tell_apart"),
    path("voorstellen/", suggestions, name="suggestions"),
    path("vragen/", asks, name="asks"),
    path("vragen/<int:department_pk>/", asks_of, name="asks_of"),
    path("<int:initiative_pk>/", initiative, name="initiative"),
    path("<int:initiative_pk>/wijzigen/", edit_initiative, name="edit_initiative"),
    path("<int:initiative_pk>/aanvaarden/", accept, name="accept_initiative"),
    path("<int:initiative_pk>/weglaten/", refuse, name="refuse_initiative"),
    path("<int:initiative_pk>/losmaken/", unmerge, name="unmerge_initiative"),
]
