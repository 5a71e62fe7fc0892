"""The proposals, and when each item begins."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import translation

from trajects.agenda import PROPOSALS, minutes_over, timed
from trajects.entries import AgendaEntry
from trajects.models import AgendaItem, Meeting
from trajects.steps import STEPS

HALF_PAST_ONE = datetime(2026, 11, 24, 12, 30, tzinfo=UTC)
AGENDA = [AgendaEntry("Welkom", 10), AgendaEntry("Gesprek", 50)]


def test_every_step_has_a_proposal():
    assert list(PROPOSALS) == [step.key for step in STEPS]


@pytest.mark.parametrize("step", PROPOSALS)
def test_proposal_fits_a_half_day(step):
    proposal = PROPOSALS[step]

    assert len(proposal.items) >= 5
    assert 120 <= proposal.minutes <= 180
    assert proposal.minutes == sum(item.minutes for item in proposal.agenda)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("step", PROPOSALS)
def test_proposal_can_be_stored(step, language):
    with translation.override(language):
        texts = [item.text for item in PROPOSALS[step].agenda]
        title = str(PROPOSALS[step].title)

    assert max(map(len, texts)) <= AgendaItem._meta.get_field("text").max_length
    assert len(set(texts)) == len(texts)
    assert 0 < len(title) <= Meeting._meta.get_field("title").max_length


def test_items_begin_one_after_the_other():
    shown = timed(AGENDA, starts_at=HALF_PAST_ONE)

    assert [(item.starts_at - HALF_PAST_ONE).seconds // 60 for item in shown] == [0, 10]
    assert [(item.text, item.minutes) for item in shown] == [("Welkom", 10), ("Gesprek", 50)]


@pytest.mark.parametrize(("minutes", "over"), [(60, 0), (45, 15), (90, -30)])
def test_agenda_is_compared_with_the_length_of_the_meeting(minutes, over):
    ends_at = HALF_PAST_ONE + timedelta(minutes=minutes)

    assert minutes_over(AGENDA, starts_at=HALF_PAST_ONE, ends_at=ends_at) == over
