from django.urls import path

from trajects.views.desk import desk_state, session, session_stage
from trajects.views.paper import paper_votes
from trajects.views.phone import enter_code, phone, take_seat
from trajects.views.phone_state import phone_state, session_privacy
from trajects.views.projector import screen, screen_state
from trajects.views.seating import admit_seat, admit_seats, observe_seat, refuse_seat, release_seat
from trajects.views.sessions import end_session, sessions
from trajects.views.theme_notes import theme_notes
from trajects.views.vote import vote, voted
from trajects.views.voting import clean_up, close_round, open_round, practice_votes

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
