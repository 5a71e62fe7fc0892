from datetime import date

import pytest

from tests.trajects.dreaming import chosen, collecting
from tests.trajects.factories import LONG_AGO
from trajects.actions.dreams.collecting import close_collection, open_collection
from trajects.errors import (
    ChangedMeanwhile,
    CollectionClosed,
    DayPast,
    NoLongerAllowed,
    ThemeNotChosen,
)
from trajects.models import DreamCollection

TODAY = LONG_AGO.date()
LATER = date(2025, 6, 30)


@pytest.fixture
def opened(traject, theme, els):
    return open_collection(traject=traject, last_day=LATER, by=els, at=LONG_AGO)


def again(traject, user, **own):
    asked = {"last_day": LATER, "version": 1, "by": user, "at": LONG_AGO, **own}
    return open_collection(traject=traject, **asked)


def test_who_opens_it_and_when_is_kept(opened, els):
    stored = DreamCollection.objects.get()

    assert (stored.opened_by, stored.opened_at, stored.last_day) == (els, LONG_AGO, LATER)
    assert stored.version == 1


def test_the_last_day_may_be_today(traject, theme, els):
    assert again(traject, els, last_day=TODAY, version=0).last_day == TODAY


def test_a_day_that_is_over_is_refused(traject, theme, els):
    with pytest.raises(DayPast):
        again(traject, els, last_day=date(2025, 3, 2))


def test_without_a_chosen_theme_it_stays_closed(traject, els):
    with pytest.raises(ThemeNotChosen):
        again(traject, els)


def test_who_does_not_lead_does_not_open_it(traject, theme, bram):
    with pytest.raises(NoLongerAllowed):
        again(traject, bram)


def test_another_day_is_another_version(opened, traject, els):
    changed = again(traject, els, last_day=date(2025, 7, 1), invitation="Nog even")

    assert (changed.version, changed.invitation) == (2, "Nog even")


def test_what_is_stored_already_is_right(opened, traject, els):
    assert again(traject, els, version=0).version == 1


def test_a_stale_page_is_refused(opened, traject, els):
    with pytest.raises(ChangedMeanwhile):
        again(traject, els, version=0, invitation="Van een ander scherm")


def test_it_closes_once(opened, traject, els):
    closed = close_collection(traject=traject, by=els, at=LONG_AGO)

    assert (closed.closed_at, closed.closed_by, closed.version) == (LONG_AGO, els, 2)
    with pytest.raises(CollectionClosed):
        close_collection(traject=traject, by=els, at=LONG_AGO)


def test_what_was_never_opened_cannot_close(traject, els):
    with pytest.raises(CollectionClosed):
        close_collection(traject=traject, by=els, at=LONG_AGO)


def test_it_opens_again(traject, els):
    chosen(traject, "Energie")
    collecting(traject, closed_at=LONG_AGO, closed_by=els, version=2)

    reopened = again(traject, els, version=2)

    assert (reopened.closed_at, reopened.closed_by, reopened.version) == (None, None, 3)
