"""What is said about later: always with "if"."""

import pytest
from django.utils.translation import override

from scans.queries import ScannedStatement
from scans.scoring import Outcome
from trajects.pages.plan.effects import EffectsPage, sentences_about
from trajects.queries.effects import HelpedStatement, ThemeEffect
from trajects.queries.plan import ActionLine


@pytest.fixture(autouse=True)
def english():
    """The source of every text."""
    with override("en"):
        yield


class Work:
    """As much of an action as a sentence looks at."""

    def __init__(self, pk: int) -> None:
        self.pk = pk


def effect(reached, would, wanted, *, actions=0, missing=0, number=1) -> ThemeEffect:
    statement = ScannedStatement(1, "a-1a", 1, 1, "Tekst.", "", Outcome.NO, False)
    lines = tuple(
        ActionLine(Work(one), f"1.{one}", "planned", (), "", (), (), frozenset(), ())  # type: ignore[arg-type]
        for one in range(1, actions + 1)
    )
    helped = (HelpedStatement(statement, lines),) if lines else ()
    short = (statement,) * missing
    return ThemeEffect(number, "a", "Afval", "Afval", reached, would, wanted, helped, short)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            effect(1, 3, 3, actions=2),
            "Now this theme stands on step 1. If the 2 actions that help it work out, it stands on "
            "step 3. Your ambition is step 3. If everything works out, you get there with this "
            "plan.",
        ),
        (
            effect(1, 1, 3, actions=1, missing=2),
            "Now this theme stands on step 1. If the action that helps it works out, 1 statement "
            "becomes a yes, and the step stays the same. Your ambition is step 3. If 2 more "
            "statements become a yes, you get there.",
        ),
        (
            effect(2, 2, 3, missing=1),
            "Now this theme stands on step 2. No action turns a statement of this theme to yes "
            "yet. Your ambition is step 3. If 1 more statement becomes a yes, you get there.",
        ),
        (
            effect(None, None, None, actions=1),
            "Too few answers are known to say on which step this theme stands. If the action that "
            "helps it works out, it is still not certain which step it reaches. You did not choose "
            "an ambition for it.",
        ),
        (
            effect(None, None, 1),
            "Too few answers are known to say on which step this theme stands. No action turns a "
            "statement of this theme to yes yet. Your ambition is step 1.",
        ),
    ],
)
def test_effect_is_said_in_sentences(given, said):
    assert " ".join(sentences_about(given)) == said


@pytest.mark.parametrize(
    ("effects", "headline"),
    [
        ((), ""),
        (
            (effect(1, 1, 2),),
            "Also if all actions work out, no theme reaches a higher step yet.",
        ),
        (
            (effect(1, 2, 2, actions=1), effect(0, 0, 2)),
            "If the actions work out, 1 theme stands on a higher step than now.",
        ),
        (
            (effect(1, 2, 2, actions=1), effect(None, 1, 2, actions=1)),
            "If the actions work out, 2 themes stand on a higher step than now.",
        ),
    ],
)
def test_headline_counts_the_themes_that_rise(effects, headline):
    assert EffectsPage(effects, True, 0).headline == headline


def test_three_themes_make_a_shape():
    effects = (effect(1, 2, 3), effect(0, 0, 2, number=2), effect(None, None, None, number=3))
    page = EffectsPage(effects, True, 0)

    assert page.has_shape
    assert [(one.step, one.then, one.wanted) for one in page.spokes] == [
        (1, 2, 3),
        (0, 0, 2),
        (None, None, None),
    ]
    assert [one.label for one in page.numbered_spokes] == ["1", "2", "3"]
    assert not EffectsPage(effects[:2], True, 0).has_shape
    assert not EffectsPage((effects[2],) * 3, True, 0).has_shape
