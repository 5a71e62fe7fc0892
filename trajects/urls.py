from django.urls import include, path

from trajects.views.agreements import done, edit_agreement, remove
from trajects.views.candidate import bring_back_candidate, candidate, leave_out_candidate
from trajects.views.candidates import add_candidate, candidates
from trajects.views.choice import choice
from trajects.views.choice_note import choice_note, choice_note_download
from trajects.views.deciding import accept, refuse
from trajects.views.desk import desk_state, session, session_stage
from trajects.views.green_light import green_light
from trajects.views.grouping import (
    group_candidates,
    rejoin_candidate,
    split_candidate,
    ungroup_candidate,
)
from trajects.views.guest_initiative import guest_add, guest_initiative
from trajects.views.guest_photo import guest_asks, guest_photo
from trajects.views.initiative import add, initiative
from trajects.views.initiative import edit as edit_initiative
from trajects.views.lifecycle import delete, edit, new, of_organisation
from trajects.views.matrix import matrix, photo_print
from trajects.views.meeting import delete_meeting, meeting, meeting_ics, send_meeting
from trajects.views.meeting_texts import meeting_notes, meeting_report
from trajects.views.meetings import edit_meeting, meetings, new_meeting
from trajects.views.merging import apart, merge, unmerge
from trajects.views.paper import paper_votes
from trajects.views.participants import (
    participant,
    remove_participant,
    revoke_link,
    send_link,
)
from trajects.views.people import add_person, people
from trajects.views.phone import enter_code, phone, take_seat
from trajects.views.phone_state import phone_state, session_privacy
from trajects.views.photo import asks, asks_of, duplicates, photo, suggestions
from trajects.views.photo_document import download, photo_document
from trajects.views.photo_file import photo_export, photo_import, photo_template
from trajects.views.projector import screen, screen_state
from trajects.views.road import road
from trajects.views.rounds import measurement, one_round, rounds
from trajects.views.scan import scan
from trajects.views.seating import (
    admit_seat,
    admit_seats,
    observe_seat,
    refuse_seat,
    release_seat,
)
from trajects.views.sessions import end_session, sessions
from trajects.views.start import start
from trajects.views.steps import complete, reopen, step
from trajects.views.take_part import take_part
from trajects.views.theme_notes import theme_notes
from trajects.views.themes import themes
from trajects.views.vote import vote, voted
from trajects.views.voting import clean_up, close_round, open_round, practice_votes

app_name = "trajects"

meeting_urlpatterns = [
    path("", meetings, name="meetings"),
    path("nieuw/", new_meeting, name="new_meeting"),
    path("<int:meeting_pk>/", meeting, name="meeting"),
    path("<int:meeting_pk>/wijzigen/", edit_meeting, name="edit_meeting"),
    path("<int:meeting_pk>/verslag/", meeting_report, name="meeting_report"),
    path("<int:meeting_pk>/notities/", meeting_notes, name="meeting_notes"),
    path("<int:meeting_pk>/verwijderen/", delete_meeting, name="delete_meeting"),
    path("<int:meeting_pk>/uitnodigen/", send_meeting, name="send_meeting"),
    path("<int:meeting_pk>/afspraak.ics", meeting_ics, name="meeting_ics"),
]
people_urlpatterns = [
    path("", people, name="people"),
    path("toevoegen/", add_person, name="add_person"),
    path("<int:participant_pk>/", participant, name="participant"),
    path("<int:participant_pk>/verwijderen/", remove_participant, name="remove_participant"),
    path("<int:participant_pk>/link/", send_link, name="send_link"),
    path("<int:participant_pk>/link/intrekken/", revoke_link, name="revoke_link"),
]
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
guest_urlpatterns = [
    path("lokale-foto/", guest_photo, name="guest_photo"),
    path("lokale-foto/nieuw/", guest_add, name="guest_add"),
    path("lokale-foto/<int:initiative_pk>/", guest_initiative, name="guest_initiative"),
    path("vragen/", guest_asks, name="guest_asks"),
]
phone_urlpatterns = [
    path("", enter_code, name="enter_code"),
    path("<str:code>/", phone, name="phone"),
    path("<str:code>/stand/", phone_state, name="phone_state"),
    path("<str:code>/meedoen/", take_seat, name="take_seat"),
    path("<str:code>/stem/<int:round_pk>/", vote, name="vote"),
    path("<str:code>/stem/<int:round_pk>/klaar/", voted, name="voted"),
    path("<str:code>/privacy/", session_privacy, name="session_privacy"),
]
session_urlpatterns = [
    path("", sessions, name="sessions"),
    path("<int:session_pk>/", session, name="session"),
    path("<int:session_pk>/stand/", desk_state, name="desk_state"),
    path("<int:session_pk>/stap/", session_stage, name="session_stage"),
    path("<int:session_pk>/scherm/", screen, name="screen"),
    path("<int:session_pk>/scherm/stand/", screen_state, name="screen_state"),
    path("<int:session_pk>/plaatsen/toelaten/", admit_seats, name="admit_seats"),
    path("<int:session_pk>/plaatsen/<int:seat_pk>/toelaten/", admit_seat, name="admit_seat"),
    path("<int:session_pk>/plaatsen/<int:seat_pk>/weigeren/", refuse_seat, name="refuse_seat"),
    path("<int:session_pk>/plaatsen/<int:seat_pk>/vrijgeven/", release_seat, name="release_seat"),
    path("<int:session_pk>/plaatsen/<int:seat_pk>/toekijken/", observe_seat, name="observe_seat"),
    path("<int:session_pk>/notities/<int:candidate_pk>/", theme_notes, name="theme_notes"),
    path("<int:session_pk>/ronde/", open_round, name="open_round"),
    path("<int:session_pk>/rondes/<int:round_pk>/sluiten/", close_round, name="close_round"),
    path("<int:session_pk>/rondes/<int:round_pk>/papier/", paper_votes, name="paper_votes"),
    path("<int:session_pk>/rondes/<int:round_pk>/opruimen/", clean_up, name="clean_up"),
    path("<int:session_pk>/oefenstemmen/", practice_votes, name="practice_votes"),
    path("<int:session_pk>/afsluiten/", end_session, name="end_session"),
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
urlpatterns = [
    path("besturen/<int:pk>/trajecten/", of_organisation, name="all"),
    path("besturen/<int:pk>/trajecten/nieuw/", new, name="new"),
    path("trajecten/<int:pk>/", road, name="road"),
    path("trajecten/<int:pk>/gegevens/", edit, name="edit"),
    path("trajecten/<int:pk>/verwijderen/", delete, name="delete"),
    path("trajecten/<int:pk>/stappen/<slug:slug>/", step, name="step"),
    path("trajecten/<int:pk>/stappen/<slug:slug>/klaar/", complete, name="complete"),
    path("trajecten/<int:pk>/stappen/<slug:slug>/opnieuw/", reopen, name="reopen"),
    path("trajecten/<int:pk>/start/", start, name="start"),
    path(
        "trajecten/<int:pk>/start/afspraken/<int:agreement_pk>/",
        edit_agreement,
        name="edit_agreement",
    ),
    path(
        "trajecten/<int:pk>/start/afspraken/<int:agreement_pk>/klaar/", done, name="agreement_done"
    ),
    path(
        "trajecten/<int:pk>/start/afspraken/<int:agreement_pk>/weg/",
        remove,
        name="remove_agreement",
    ),
    path("trajecten/<int:pk>/scan/", scan, name="scan"),
    path("trajecten/<int:pk>/bijeenkomsten/", include(meeting_urlpatterns)),
    path("trajecten/<int:pk>/mensen/", include(people_urlpatterns)),
    path("trajecten/<int:pk>/themas/", themes, name="themes"),
    path("trajecten/<int:pk>/themas/kandidaten/", include(candidate_urlpatterns)),
    path("meedoen/<str:token>/", take_part, name="take_part"),
    path("meedoen/<str:token>/", include(guest_urlpatterns)),
    path("sessie/", include(phone_urlpatterns)),
    path("trajecten/<int:pk>/themas/", include(choice_urlpatterns)),
    path("trajecten/<int:pk>/meting/", measurement, name="measurement"),
    path("trajecten/<int:pk>/sessies/", include(session_urlpatterns)),
    path("trajecten/<int:pk>/lokale-foto/", include(photo_urlpatterns)),
    path("trajecten/<int:pk>/lokale-foto/overzicht/", matrix, name="matrix"),
    path("trajecten/<int:pk>/lokale-foto/afdruk/", photo_print, name="photo_print"),
    path("trajecten/<int:pk>/lokale-foto/uitvoeren/", photo_export, name="photo_export"),
    path("trajecten/<int:pk>/lokale-foto/invoeren/", photo_import, name="photo_import"),
    path("trajecten/<int:pk>/lokale-foto/sjabloon/", photo_template, name="photo_template"),
    path("trajecten/<int:pk>/lokale-foto/pdf/", photo_document, name="photo_document"),
    path(
        "trajecten/<int:pk>/lokale-foto/pdf/<int:document_pk>/",
        download,
        name="photo_document_download",
    ),
]
