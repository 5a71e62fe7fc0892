from django.urls import path

from trajects.views.meeting import delete_meeting, meeting, meeting_ics, send_meeting
from trajects.views.meeting_texts import meeting_notes, meeting_report
from trajects.views.meetings import edit_meeting, meetings, new_meeting

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
