"""What must never be false of an action and of the plan, tried against the database (promise
25)."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F

from tests.constraints import names_constraint
from tests.factories import LONG_AGO, UserFactory
from tests.trajects.factories import ParticipantFactory
from tests.trajects.plan_factories import (
    ActionFactory,
    ActionNeedFactory,
    ActionOwnerFactory,
    ActionStatementFactory,
    ActionStepFactory,
    MeasurementFactory,
    PlanDecisionFactory,
    PlanDocumentFactory,
    PlanTextFactory,
    ProgressNoteFactory,
)
from trajects.action_states import ActionState
from trajects.models import (
    Action,
    ActionNeed,
    ActionOwner,
    ActionStatement,
    ActionStep,
    Measurement,
    PlanDecision,
    PlanDocument,
    ProgressNote,
)

pytestmark = pytest.mark.django_db
EARLY, LATER = date(2027, 1, 1), date(2027, 6, 1)
BROKEN = [
    (ActionFactory, {"title": ""}, "action_has_a_title"),
    (ActionFactory, {"starts_on": LATER, "due_on": EARLY}, "action_ends_after_its_start"),
    (
        ActionFactory,
        {"done_on": EARLY, "stopped_on": EARLY, "stopped_because": "Later."},
        "action_done_or_stopped",
    ),
    (ActionFactory, {"stopped_on": EARLY}, "action_stopped_for_a_reason"),
    (ActionFactory, {"stopped_because": "Later."}, "action_stopped_for_a_reason"),
    (ActionFactory, {"ended_by": "Els"}, "action_ended_by_somebody_once_ended"),
    (ActionFactory, {"settled_at": None}, "action_is_a_draft_of_an_example"),
    (ActionOwnerFactory, {"user": None}, "action_owner_is_one_person"),
    (ActionStepFactory, {"text": ""}, "action_step_has_words"),
    (ActionNeedFactory, {"needed": F("action")}, "action_does_not_need_itself"),
    (ActionStatementFactory, {"code": ""}, "action_statement_has_a_code"),
    (ProgressNoteFactory, {"text": ""}, "progress_note_has_words"),
    (PlanDecisionFactory, {"decided_by": ""}, "plan_decision_decided_by_somebody"),
    (PlanDecisionFactory, {"approved": False}, "plan_decision_refused_for_a_reason"),
    (PlanDocumentFactory, {"paper": "html"}, "plan_paper_known"),
    (PlanDocumentFactory, {"audience": "pers"}, "plan_audience_known"),
]
KINDS = (
    *(Action, ActionNeed, ActionOwner, ActionStatement, ActionStep, Measurement, PlanDecision),
    *(PlanDocument, ProgressNote),
)
# Tried one by one below.
TRIED_APART = {
    *("action_owner_user_once", "action_owner_guest_once", "action_need_once"),
    *("action_statement_once", "measurement_once_a_day", "measurement_of_one_author"),
    "progress_note_of_one_author",
}


@pytest.mark.parametrize(("factory", "values", "constraint"), BROKEN)
def test_database_refuses(factory, values, constraint):
    one = factory()

    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        type(one).objects.filter(pk=one.pk).update(**values)

    assert names_constraint(str(refused.value), constraint, "")


def test_every_constraint_is_tried():
    known = {one.name for kind in KINDS for one in kind._meta.constraints}

    assert {constraint for *_rest, constraint in BROKEN} | TRIED_APART == known


@pytest.mark.parametrize("factory", [ProgressNoteFactory, MeasurementFactory])
def test_told_by_one_author_at_most(factory):
    told = factory()

    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        type(told).objects.filter(pk=told.pk).update(guest=ParticipantFactory())

    assert "of_one_author" in str(refused.value)


@pytest.mark.parametrize(
    ("factory", "columns"),
    [
        (ActionOwnerFactory, ("action", "user")),
        (ActionNeedFactory, ("action", "needed")),
        (ActionStatementFactory, ("action", "code")),
        (MeasurementFactory, ("action", "on")),
        (PlanTextFactory, ("traject",)),
    ],
)
def test_stands_there_once(factory, columns):
    one = factory()

    with pytest.raises(IntegrityError), transaction.atomic():
        factory(**{column: getattr(one, column) for column in columns})


def test_guest_owns_an_action_once():
    action, guest = ActionFactory(), ParticipantFactory()
    ActionOwnerFactory(action=action, user=None, guest=guest)

    with pytest.raises(IntegrityError), transaction.atomic():
        ActionOwnerFactory(action=action, user=None, guest=guest)


def test_day_of_the_start_may_be_the_deadline():
    action = ActionFactory(starts_on=EARLY, due_on=EARLY)

    assert Action.objects.get(pk=action.pk).due_on == EARLY


def test_overdue_are_those_still_going_on():
    late = ActionFactory(due_on=EARLY)
    ActionFactory(due_on=LATER)
    ActionFactory()
    ActionFactory(due_on=EARLY, done_on=EARLY)
    ActionFactory(due_on=EARLY, stopped_on=EARLY, stopped_because="Te duur.")

    assert list(Action.objects.overdue(on=LATER)) == [late]


def test_carried_by_an_owner_only():
    aya, ben = UserFactory(), UserFactory()
    own = ActionOwnerFactory(user=aya).action
    ActionOwnerFactory(user=ben)

    assert list(Action.objects.carried_by(aya.pk)) == [own]


def test_goal_theme_and_owners_come_along(django_assert_num_queries):
    ActionOwnerFactory(user__name="Aya", action__goal__candidate__name="Groen")
    ActionOwnerFactory(user=None, guest=ParticipantFactory(name="Ben"))

    with django_assert_num_queries(2):
        found = [
            (action.goal.candidate.name, [one.called for one in action.owners.all()])
            for action in Action.objects.with_goal().with_owners().order_by("pk")
        ]

    assert found[0] == ("Groen", ["Aya"])
    assert found[1][1] == ["Ben"]


def test_state_follows_from_dates():
    action = ActionFactory(starts_on=EARLY, due_on=LATER)

    assert action.state(on=LATER) == ActionState.RUNNING
    assert action.state(on=date(2027, 6, 2)) == ActionState.LATE


def test_draft_is_what_nobody_looked_at_yet():
    drafts = [ActionFactory(example_code="actie-werking-01", settled_at=None), ActionFactory()]

    assert [one.is_draft for one in drafts] == [True, False]


def test_newer_document_of_the_same_choices_takes_its_place():
    old = PlanDocumentFactory()
    same = PlanDocumentFactory(traject=old.traject)
    PlanDocumentFactory(traject=old.traject, with_names=True)
    PlanDocumentFactory(traject=old.traject, audience="public")
    PlanDocumentFactory(traject=old.traject, paper="word")

    assert set(same.alike()) == {old, same}
    assert list(same.about()) == [old.traject]


def test_goes_by_its_words():
    action = ActionFactory(title="Bel drie scholen")
    need = ActionNeedFactory()
    text = PlanTextFactory()

    assert str(action) == "Bel drie scholen"
    assert str(need) == f"{need.action_id} ← {need.needed_id}"
    assert str(ActionOwnerFactory(user__name="Aya")) == "Aya"
    assert str(ActionStepFactory(text="Bel")) == "Bel"
    assert str(ActionStatementFactory(code="werking-1a")) == "werking-1a"
    assert str(ProgressNoteFactory(text="Loopt.")) == "Loopt."
    assert str(MeasurementFactory(on=EARLY, value=3)) == "2027-01-01: 3"
    assert str(text) == f"{text.traject}: 1"
    decision = PlanDecisionFactory()
    assert str(decision) == f"{decision.traject}: de gemeenteraad, {LONG_AGO:%Y-%m-%d}"
    document = PlanDocumentFactory()
    assert str(document) == f"{document.traject}: {document.asked_at:%Y-%m-%d %H:%M}"


def test_told_is_called_as_its_author():
    by_link = ProgressNoteFactory(author=None, guest=ParticipantFactory(name="Ben"))
    by_nobody = MeasurementFactory(author=None)

    assert [one.called for one in (by_link, by_nobody)] == ["Ben", ""]
