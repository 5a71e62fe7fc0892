"""The statements that an action can turn into a yes."""

import pytest

from scans.scoring import Outcome
from tests.trajects.factories import LONG_AGO
from tests.trajects.scanned import link_scan
from trajects.queries.statement_choices import statement_choices


@pytest.fixture
def finished(traject, griet):
    """yes, no, don't know, not applicable, and the rest open."""
    link_scan(traject, "jnwx")
    scan = traject.scan
    scan.finished_at, scan.finished_by = LONG_AGO, griet
    scan.save()
    return scan


def outcomes(found):
    return [one.outcome for theme in found for one in theme.choices]


def test_without_a_scan_there_are_none(traject, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert statement_choices(traject) == ()


def test_what_is_yes_or_does_not_apply_has_nothing_to_gain(traject, finished):
    found = statement_choices(traject)

    assert [theme.number for theme in found] == [7]
    assert set(outcomes(found)) == {Outcome.NO, Outcome.UNKNOWN, Outcome.OPEN}
    assert len(outcomes(found)) == finished.statements().count() - 2


def test_what_was_ticked_stays_to_untick(traject, finished):
    yes = finished.statements()[0]

    (theme,) = statement_choices(traject, kept={yes.code})

    (kept,) = (one for one in theme.choices if one.code == yes.code)
    assert (kept.outcome, kept.text, str(kept.answer)) == (Outcome.YES, yes.text, "ja")


def test_a_running_scan_tells_nothing_of_its_answers(traject):
    link_scan(traject, "jnwx")

    found = statement_choices(traject)

    assert set(outcomes(found)) == {None}
    assert {one.answer for theme in found for one in theme.choices} == {None}
    assert len(outcomes(found)) == traject.scan.statements().count()


def test_four_queries(traject, finished, django_assert_num_queries):
    with django_assert_num_queries(4):
        statement_choices(traject)
