"""Where every page of a traject lives; a module for each part of the road."""

from django.urls import include, path

from trajects.urls.arranging import arranging_urlpatterns
from trajects.urls.dreams import dream_urlpatterns, guest_dream_urlpatterns, phone_dream_urlpatterns
from trajects.urls.goals import goal_urlpatterns, guest_goal_urlpatterns
from trajects.urls.guests import guest_urlpatterns
from trajects.urls.meetings import meeting_urlpatterns
from trajects.urls.people import people_urlpatterns
from trajects.urls.photo import photo_urlpatterns
from trajects.urls.plan import guest_plan_urlpatterns, plan_urlpatterns
from trajects.urls.sessions import phone_urlpatterns, session_urlpatterns
from trajects.urls.themes import candidate_urlpatterns, choice_urlpatterns
from trajects.views.agreements import done, edit_agreement, remove
from trajects.views.lifecycle import delete, edit, new, of_organisation
from trajects.views.matrix import matrix, photo_print
from trajects.views.photo_document import download, photo_document
from trajects.views.photo_file import photo_export, photo_import, photo_template
from trajects.views.plan.from_catalogue import example_into_plan
from trajects.views.road import road
from trajects.views.rounds import measurement
from trajects.views.scan import scan
from trajects.views.start import start
from trajects.views.steps import complete, reopen, step
from trajects.views.take_part import take_part
from trajects.views.themes import themes

app_name = "trajects"

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
    path("trajecten/<int:pk>/droombeelden/", include(dream_urlpatterns)),
    path("trajecten/<int:pk>/droombeelden/", include(arranging_urlpatterns)),
    path("trajecten/<int:pk>/doelen/", include(goal_urlpatterns)),
    path("meedoen/<str:token>/droombeelden/", include(guest_dream_urlpatterns)),
    path("meedoen/<str:token>/doelen/", include(guest_goal_urlpatterns)),
    path("trajecten/<int:pk>/actieplan/", include(plan_urlpatterns)),
    path(
        "voorbeeldacties/<slug:example_code>/overnemen/",
        example_into_plan,
        name="example_into_plan",
    ),
    path("meedoen/<str:token>/acties/", include(guest_plan_urlpatterns)),
    path("sessie/<str:code>/droombeelden/", include(phone_dream_urlpatterns)),
]
