"""What the page of a goal says about where it comes from, and about what changed."""

import pytest
from django.utils import translation

from scans.models import Statement
from tests.trajects.factories import LONG_AGO
from trajects.models import DreamImage, VotingRound
from trajects.pages.goal import told_of
from trajects.pages.goal_history import differing, in_words
from trajects.queries.dreams import DreamCard
from trajects.queries.goals import Trail

CARD = DreamCard(DreamImage(text="Groen"), ())
STATEMENT = Statement(text="We meten het.")
VOTED = VotingRound(closed_at=LONG_AGO)

TOLD = [
    ((), (), None, ""),
    ((CARD,), (), None, ""),
    ((CARD,) * 2, (), None, "And also 1 dream image."),
    ((CARD,) * 3, (STATEMENT,) * 4, None, "And also 2 dream images and 4 statements of the scan."),
    (
        (CARD,),
        (STATEMENT,),
        VOTED,
        "And also 1 statement of the scan and the vote of 3 March 2025.",
    ),
    ((), (), VOTED, "From the vote of 3 March 2025."),
]


@pytest.mark.parametrize(("dreams", "statements", "voted", "words"), TOLD)
def test_trail_is_told_in_one_sentence(dreams, statements, voted, words):
    with translation.override("en"):
        assert told_of(Trail(dreams, statements, voted)) == words


WORDS = [
    ("sentence", "Zo.", "Zo."),
    ("sentence", None, ""),
    ("target", "1234.5", "1.234,5"),
    ("due_on", "2029-12-31", "31 December 2029"),
    ("theme", [3, "Water"], "Water"),
    ("dreams", [[3, "Groen"], [4, "Blauw"]], "Groen; Blauw"),
    ("dreams", [], ""),
    ("sdgs", [7, 12], "7, 12"),
    ("mvoi_goal", "climate", "climate"),
    ("mvoi_now", "0", "0"),
]


@pytest.mark.parametrize(("name", "value", "words"), WORDS)
def test_value_of_a_snapshot_is_told_as_a_page_shows_it(name, value, words):
    with translation.override("en"):
        assert in_words(name, value) == words


def test_only_what_differs_is_told_in_the_order_of_the_snapshot():
    before = {"sentence": "Oud.", "unit": "%", "target": None}
    after = {"sentence": "Nieuw.", "unit": "%", "target": "5", "later": "x"}

    with translation.override("en"):
        rows = [(str(row.name), row.before, row.after) for row in differing(before, after)]

    assert rows == [("goal", "Oud.", "Nieuw."), ("target", "", "5"), ("later", "", "x")]
