"""Meetings as a list shows them."""

from datetime import timedelta

import pytest

from tests.factories import LONG_AGO
from tests.trajects.factories import MeetingFactory, MeetingNoticeFactory
from trajects.queries.meetings import meeting_lines

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def meeting_on(traject, days: int, **own):
    starts_at = LONG_AGO + days * DAY
    return MeetingFactory(
        traject=traject, starts_at=starts_at, ends_at=starts_at + timedelta(hours=2), **own
    )


def test_what_comes_first_and_then_what_is_past(traject):
    for title, days in (("over", -9), ("straks", 3), ("net over", -1), ("later", 20)):
        meeting_on(traject, days, title=title)

    lines = meeting_lines(traject, at=LONG_AGO)

    assert [(line.meeting.title, line.is_past, line.is_next) for line in lines] == [
        ("straks", False, True),
        ("later", False, False),
        ("net over", True, False),
        ("over", True, False),
    ]


def test_meeting_of_this_moment_is_not_over(traject):
    meeting_on(traject, 0)

    (line,) = meeting_lines(traject, at=LONG_AGO + timedelta(hours=1))

    assert (line.is_past, line.is_next) == (False, True)


def test_line_counts_who_has_the_invitation_as_it_is_now(traject):
    meeting = meeting_on(traject, 1, sequence=1, report="Wat we afspraken.")
    for sequence, sent_at in ((1, LONG_AGO), (0, LONG_AGO), (1, None)):
        MeetingNoticeFactory(meeting=meeting, sequence=sequence, sent_at=sent_at)

    (line,) = meeting_lines(traject, at=LONG_AGO)

    assert (line.asked, line.has_report) == (1, True)


def test_list_costs_one_query_and_reads_no_notes(traject, django_assert_num_queries):
    for days in (1, 2, 3):
        meeting_on(traject, days)

    with django_assert_num_queries(1) as captured:
        meeting_lines(traject, at=LONG_AGO)

    assert '"notes"' not in captured[0]["sql"].split(" FROM ")[0]
