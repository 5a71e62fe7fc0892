"""The texts of the plan are kept once, and never over newer ones."""

import pytest

from tests.factories import LONG_AGO
from trajects.actions.plan.texts import write_plan_texts
from trajects.entries import PlanTextEntry
from trajects.errors import ChangedMeanwhile, NoLongerAllowed
from trajects.models import PlanText

SAID = PlanTextEntry("Kort", "Elk jaar", "Op het intranet")


def test_texts_are_kept_with_who_and_when(traject, griet):
    kept = write_plan_texts(traject=traject, entry=SAID, version=0, by=griet, at=LONG_AGO)

    stored = PlanText.objects.get()
    assert stored == kept
    assert (stored.summary, stored.follow_up, stored.communication) == (
        *("Kort", "Elk jaar", "Op het intranet"),
    )
    assert (stored.by, stored.at, stored.version) == (griet, LONG_AGO, 1)


def test_same_texts_are_written_no_second_time(traject, griet, els):
    write_plan_texts(traject=traject, entry=SAID, version=0, by=griet, at=LONG_AGO)

    again = write_plan_texts(traject=traject, entry=SAID, version=0, by=els, at=LONG_AGO)

    assert (again.by, again.version) == (griet, 1)


def test_nothing_written_is_nothing_kept(traject, griet):
    empty = PlanTextEntry()

    assert write_plan_texts(traject=traject, entry=empty, version=0, by=griet, at=LONG_AGO) is None
    assert not PlanText.objects.exists()


def test_texts_of_an_older_page_are_refused(traject, griet):
    write_plan_texts(traject=traject, entry=SAID, version=0, by=griet, at=LONG_AGO)
    other = PlanTextEntry("Anders")

    with pytest.raises(ChangedMeanwhile):
        write_plan_texts(traject=traject, entry=other, version=0, by=griet, at=LONG_AGO)

    newer = write_plan_texts(traject=traject, entry=other, version=1, by=griet, at=LONG_AGO)
    assert (newer.summary, newer.version) == ("Anders", 2)


def test_lead_group_writes_no_texts(traject, bram):
    with pytest.raises(NoLongerAllowed):
        write_plan_texts(traject=traject, entry=SAID, version=0, by=bram, at=LONG_AGO)
