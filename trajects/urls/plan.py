from django.urls import URLPattern, path

from trajects.views.plan.action import action
from trajects.views.plan.board import board
from trajects.views.plan.deciding import plan_decision
from trajects.views.plan.deleting import delete_action
from trajects.views.plan.document import download_plan, plan_document
from trajects.views.plan.dossier import dossier
from trajects.views.plan.effects import budget, plan_effects
from trajects.views.plan.ending import begin_action, finish_action, reopen_action, stop_action
from trajects.views.plan.examples import plan_example, plan_examples
from trajects.views.plan.guests import guest_action, guest_actions
from trajects.views.plan.hub import plan
from trajects.views.plan.mine import my_actions
from trajects.views.plan.telling import (
    measure,
    take_back_measurement,
    take_back_note,
    tell_progress,
    tick_step,
)
from trajects.views.plan.texts import plan_texts
from trajects.views.plan.timeline import timeline
from trajects.views.plan.together import bulk_actions
from trajects.views.plan.why import why_action
from trajects.views.plan.writing import edit_action, new_action

# The numbers of actions stand beside words: no word is ever a number.
plan_urlpatterns: list[URLPattern] = [
    path("", plan, name="plan"),
    path("samen/", bulk_actions, name="bulk_actions"),
    path("bord/", board, name="board"),
    path("voorbeelden/", plan_examples, name="plan_examples"),
    path("voorbeelden/<slug:example_code>/", plan_example, name="plan_example"),
    path("volledig/", dossier, name="dossier"),
    path("teksten/", plan_texts, name="plan_texts"),
    path("beslissing/", plan_decision, name="plan_decision"),
    path("document/", plan_document, name="plan_document"),
    path("document/<int:document_pk>/", download_plan, name="plan_document_download"),
    path("tijdlijn/", timeline, name="timeline"),
    path("begroting/", budget, name="budget"),
    path("brengt/", plan_effects, name="plan_effects"),
    path("<int:action_pk>/waarom/", why_action, name="why_action"),
    path("mijn/", my_actions, name="my_actions"),
    path("nieuw/", new_action, name="new_action"),
    path("<int:action_pk>/", action, name="action"),
    path("<int:action_pk>/wijzigen/", edit_action, name="edit_action"),
    path("<int:action_pk>/verwijderen/", delete_action, name="delete_action"),
    path("<int:action_pk>/begonnen/", begin_action, name="begin_action"),
    path("<int:action_pk>/klaar/", finish_action, name="finish_action"),
    path("<int:action_pk>/stoppen/", stop_action, name="stop_action"),
    path("<int:action_pk>/heropenen/", reopen_action, name="reopen_action"),
    path("<int:action_pk>/stappen/<int:step_pk>/", tick_step, name="tick_step"),
    path("<int:action_pk>/voortgang/", tell_progress, name="tell_progress"),
    path("<int:action_pk>/voortgang/<int:progress_pk>/weg/", take_back_note, name="take_back_note"),
    path("<int:action_pk>/metingen/", measure, name="measure"),
    path(
        "<int:action_pk>/metingen/<int:measurement_pk>/weg/",
        take_back_measurement,
        name="take_back_measurement",
    ),
]
# Behind a personal link.
guest_plan_urlpatterns: list[URLPattern] = [
    path("", guest_actions, name="guest_actions"),
    path("<int:action_pk>/", guest_action, name="guest_action"),
]
