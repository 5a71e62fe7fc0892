"""What the moderator does with dream images."""

from django.urls import path

from trajects.views.dreams.arranging import arrange_dreams
from trajects.views.dreams.combining import merge_dreams, split_dream, undo_dream
from trajects.views.dreams.leaving_out import bring_back_dream, leave_out_dream
from trajects.views.dreams.placing import dream_cluster, place_dream

arranging_urlpatterns = [
    path("thema/<int:candidate_pk>/ordenen/", arrange_dreams, name="arrange_dreams"),
    path("samenvoegen/", merge_dreams, name="merge_dreams"),
    path("<int:dream_pk>/splitsen/", split_dream, name="split_dream"),
    path("<int:dream_pk>/losmaken/", undo_dream, name="undo_dream"),
    path("<int:dream_pk>/themas/", place_dream, name="place_dream"),
    path("<int:dream_pk>/weglaten/", leave_out_dream, name="leave_out_dream"),
    path("<int:dream_pk>/terug/", bring_back_dream, name="bring_back_dream"),
    path("groepen/<int:cluster_pk>/", dream_cluster, name="dream_cluster"),
]
