from datetime import date

import pytest

from tests.factories import LONG_AGO
from tests.trajects.factories import AgreementFactory, ParticipantFactory
from trajects.actions.agreements import (
    add_agreement,
    change_agreement,
    remove_agreement,
    tick_agreement,
)
from trajects.errors import NoLongerAllowed, TrajectGone
from trajects.models import Agreement

DUE = date(2026, 12, 1)


def test_who_was_removed_meanwhile_is_nobody_in_particular(traject, griet):
    gone = ParticipantFactory(traject=traject)
    type(gone).objects.filter(pk=gone.pk).delete()

    made = add_agreement(traject=traject, what="Cijfers", who=gone, due_on=DUE, by=griet)

    assert made.who is None


def test_person_of_another_traject_is_nobody_here(traject, griet):
    other = ParticipantFactory()

    made = add_agreement(traject=traject, what="Cijfers", who=other, due_on=DUE, by=griet)

    assert made.who is None


def test_change_keeps_whether_it_is_done(traject, griet):
    agreement = AgreementFactory(traject=traject, done_at=LONG_AGO, done_by=griet)
    who = ParticipantFactory(traject=traject)

    change_agreement(agreement=agreement, what="Anders", who=who, due_on=DUE, by=griet)

    agreement.refresh_from_db()
    assert (agreement.what, agreement.who, agreement.due_on) == ("Anders", who, DUE)
    assert agreement.done_at == LONG_AGO


@pytest.mark.parametrize("who", ["bram", "chaima"])
def test_who_does_not_lead_adds_changes_removes_and_ticks_nothing(traject, request, who):
    person = request.getfixturevalue(who)
    agreement = AgreementFactory(traject=traject)
    own = {"what": "Anders", "who": None, "due_on": DUE, "by": person}

    for refused in (
        lambda: add_agreement(traject=traject, **own),
        lambda: change_agreement(agreement=agreement, **own),
        lambda: remove_agreement(agreement=agreement, by=person),
        lambda: tick_agreement(agreement=agreement, done=True, by=person, at=LONG_AGO),
    ):
        with pytest.raises(NoLongerAllowed):
            refused()

    rows = Agreement.objects.values_list("what", "done_at")
    assert list(rows) == [(agreement.what, None)]


def test_whose_it_is_ticks_it(traject, bram):
    agreement = AgreementFactory(traject=traject, who=traject.participants.get(user=bram))

    tick_agreement(agreement=agreement, done=True, by=bram, at=LONG_AGO)

    agreement.refresh_from_db()
    assert (agreement.done_at, agreement.done_by) == (LONG_AGO, bram)


def test_who_left_the_organisation_ticks_nothing(traject, bram):
    agreement = AgreementFactory(traject=traject, who=traject.participants.get(user=bram))
    bram.memberships.all().delete()

    with pytest.raises(NoLongerAllowed):
        tick_agreement(agreement=agreement, done=True, by=bram, at=LONG_AGO)


def test_said_twice_the_first_time_counts(traject, griet, els):
    agreement = AgreementFactory(traject=traject)

    tick_agreement(agreement=agreement, done=True, by=griet, at=LONG_AGO)
    tick_agreement(agreement=agreement, done=True, by=els, at=LONG_AGO)

    agreement.refresh_from_db()
    assert agreement.done_by == griet


def test_removed_agreement_is_gone_for_who_comes_later(traject, griet):
    agreement = AgreementFactory(traject=traject)
    remove_agreement(agreement=Agreement.objects.get(), by=griet)

    with pytest.raises(TrajectGone):
        tick_agreement(agreement=agreement, done=True, by=griet, at=LONG_AGO)
