from django.urls import path

from trajects.views.participants import participant, remove_participant, revoke_link, send_link
from trajects.views.people import add_person, people

people_urlpatterns = [
    path("", people, name="people"),
    path("toevoegen/", add_person, name="add_person"),
    path("<int:participant_pk>/", participant, name="participant"),
    path("<int:participant_pk>/verwijderen/", remove_participant, name="remove_participant"),
    path("<int:participant_pk>/link/", send_link, name="send_link"),
    path("<int:participant_pk>/link/intrekken/", revoke_link, name="revoke_link"),
]
