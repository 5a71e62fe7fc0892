"""How SMART a goal is, letter by letter."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from tests.trajects.dream_factories import GoalFactory
from trajects.models import Goal
from trajects.pages.goal_smart import amount, draft_of, panel_of, period_of, smart_of
from trajects.smart import Draft, Period
from trajects.smart_words import HEADLINES, LETTER_NAMES, LETTER_QUESTIONS

PLAN = Period(2026, 2031)
FULL = Draft(
    sentence="De dienst aankoop zet in 60 procent van onze bestekken een duurzame eis.",
    result="In elk bestek staat een duurzame eis.",
    indicator="aandeel bestekken",
    unit="%",
    baseline=Decimal(20),
    baseline_on=date(2025, 6, 30),
    baseline_source="contractenregister",
    target=Decimal(60),
    carrier="dienst aankoop",
    support="managementteam",
    means="6.000 euro",
    due_on=date(2028, 12, 31),
)


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def panel(**changed):
    return panel_of(replace(FULL, **changed), ("dienst aankoop",), PLAN)


def test_each_letter_has_its_name_its_question_and_what_was_written():
    lines = panel().lines

    assert [line.letter for line in lines] == list("SMART")
    assert [line.name for line in lines] == list(LETTER_NAMES.values())
    assert [line.question for line in lines] == list(LETTER_QUESTIONS.values())
    assert [line.written for line in lines] == [
        ("In elk bestek staat een duurzame eis.",),
        ("aandeel bestekken", "From 20\u00a0% to 60\u00a0%."),
        ("dienst aankoop", "managementteam"),
        ("6.000 euro", "Starting value: 20\u00a0%, 30 June 2025, contractenregister."),
        ("31 December 2028",),
    ]


def test_what_is_complete_says_so():
    told = panel()

    assert (told.code, told.met, told.missing, told.first_missing) == ("SMART", 5, (), None)
    assert told.headline == str(HEADLINES[5])
    assert told.label == "SMART: all 5 in order"


def test_what_is_missing_is_told_with_where_to_fill_it_in():
    told = panel(
        due_on=None, carrier="", sentence="In 60 procent van onze bestekken staat een eis."
    )

    assert told.code == "SM-R-"
    assert [(line.letter, line.field) for line in told.missing] == [
        ("A", "carrier"),
        ("T", "due_on"),
    ]
    assert told.first_missing == told.lines[2]
    assert told.headline == str(HEADLINES[3])
    assert told.label == "SMART: 3 of 5 in order; still to add: A, T"
    assert all(line.found for line in told.missing)


@pytest.mark.parametrize(
    ("changed", "letter", "written"),
    [
        ({"baseline": None}, 1, ("aandeel bestekken", "Target: 60\u00a0%.")),
        ({"target": None}, 1, ("aandeel bestekken", "Start: 20\u00a0%.")),
        ({"baseline": None, "target": None}, 1, ("aandeel bestekken",)),
        ({"baseline": None}, 3, ("6.000 euro",)),
        (
            {"means": "", "baseline_on": None, "baseline_source": ""},
            3,
            ("Starting value: 20\u00a0%.",),
        ),
        ({"due_on": None}, 4, ()),
    ],
)
def test_what_is_open_is_not_said(changed, letter, written):
    assert panel(**changed).lines[letter].written == written


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (Decimal("1200.5"), "vellen", "1.200,5 vellen"),
        (Decimal(18), "%", "18\u00a0%"),
        (Decimal(18), "", "18"),
        (None, "%", ""),
    ],
)
def test_amount_has_its_unit(value, unit, text):
    assert amount(value, unit) == text


def test_advice_is_in_words():
    job = "De dienst gebouwen vervangt tegen 1 juli 2027 alle lampen in de sporthal door ledlampen."

    assert all(isinstance(text, str) for text in panel(sentence=job, result="").advice)


def test_stored_goal_is_read_in_the_plan_of_its_traject(db, django_assert_num_queries):
    goal = (
        Goal.objects.with_theme()
        .select_related("traject")
        .get(pk=GoalFactory(**{**vars(FULL), "due_on": date(2035, 1, 1)}).pk)
    )

    with django_assert_num_queries(0):
        told = smart_of(goal, ("dienst aankoop",), period_of(goal.traject))

    assert draft_of(goal) == replace(FULL, due_on=date(2035, 1, 1))
    assert told.code == "SMAR-"
