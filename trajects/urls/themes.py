from django.urls import path

from trajects.views.candidate import bring_back_candidate, candidate, leave_out_candidate
from trajects.views.candidates import add_candidate, candidates
from trajects.views.choice import choice
from trajects.views.choice_note import choice_note, choice_note_download
from trajects.views.green_light import green_light
from trajects.views.grouping import (
    group_candidates,
    rejoin_candidate,
    split_candidate,
    ungroup_candidate,
)
from trajects.views.rounds import one_round, rounds

candidate_urlpatterns = [
    path("", candidates, name="candidates"),
    path("nieuw/", add_candidate, name="add_candidate"),
    path("groeperen/", group_candidates, name="group_candidates"),
    path("<int:candidate_pk>/", candidate, name="candidate"),
    path("<int:candidate_pk>/splitsen/", split_candidate, name="split_candidate"),
    path("<int:candidate_pk>/samen/", rejoin_candidate, name="rejoin_candidate"),
    path("<int:candidate_pk>/losmaken/", ungroup_candidate, name="ungroup_candidate"),
    path("<int:candidate_pk>/weglaten/", leave_out_candidate, name="leave_out_candidate"),
    path("<int:candidate_pk>/terug/", bring_back_candidate, name="bring_back_candidate"),
]
# What a vote came to, what the group chose, and what the policy makers say.
choice_urlpatterns = [
    path("rondes/", rounds, name="rounds"),
    path("rondes/<int:round_pk>/", one_round, name="round"),
    path("keuze/", choice, name="choice"),
    path("groen-licht/", green_light, name="green_light"),
    path("nota/", choice_note, name="choice_note"),
    path("nota/<int:document_pk>/", choice_note_download, name="choice_note_download"),
]
