"""What a search in the catalogue finds."""

import pytest
from django.utils.timezone import now

from scans.queries.examples import (
    COST_BANDS,
    Search,
    found_examples,
    published_codes,
    statement_texts,
)
from tests.factories import DepartmentKindFactory, SdgFactory, ThemeFactory, published_questionnaire
from tests.scans.example_factories import ExampleActionFactory, ExampleHelpFactory

pytestmark = pytest.mark.django_db


def codes(**asked: object) -> list[str]:
    return [example.code for example in found_examples(Search(**asked))]


@pytest.fixture
def theme():
    return ThemeFactory(number=11, code="aankopen")


@pytest.fixture
def paper(theme):
    return ExampleActionFactory(
        code="papier", theme=theme, title="Kies één soort papier", tips=["Vraag de buurgemeente."]
    )


def test_without_a_wish_everything_by_theme_and_code(paper):
    early = ExampleActionFactory(code="x", theme=ThemeFactory(number=1))
    second = ExampleActionFactory(code="anders", theme=paper.theme)

    assert codes() == [early.code, second.code, paper.code]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("papier", True),
        ("PAPIER EEN", True),  # capitals, accents, another order
        ("Eén", True),
        ("buur", True),  # inside a longer word, in a tip
        ("agenda besproken", True),  # what and why
        ("vergaderingen", True),  # the indicator
        ("papier fiets", False),  # not all of them
        ("  ", True),
        ("%", False),
    ],
)
def test_all_words_must_be_in_it(paper, words, found):
    assert bool(codes(words=words)) is found


def test_accents_in_the_text_are_no_matter(theme):
    ExampleActionFactory(code="cafe", theme=theme, title="Open een repaircafé")

    assert codes(words="CAFE") == ["cafe"]


@pytest.mark.parametrize("apostrophe", ["'", "\N{RIGHT SINGLE QUOTATION MARK}"])
@pytest.mark.parametrize("typed", ["'", "\N{RIGHT SINGLE QUOTATION MARK}"])
def test_any_apostrophe_finds_the_other(theme, apostrophe, typed):
    ExampleActionFactory(code="samen", theme=theme, title=f"Koppel collega{apostrophe}s")

    assert codes(words=f"collega{typed}s") == ["samen"]


def test_what_was_taken_out_is_not_found(paper):
    paper.withdrawn_at = now()
    paper.save()

    assert codes() == []


def test_each_filter_narrows(paper):
    lead, sdg = DepartmentKindFactory(code="aankoop", name="aankoop"), SdgFactory(number=12)
    other = ExampleActionFactory(
        code="ander", effort="groot", days_low=15, days_high=20, lead=lead, once_high=25_000
    )
    other.sdgs.add(sdg)
    ExampleHelpFactory(example=other, code="werking-3b")

    asked = [
        {"theme": other.theme.code},
        {"statement": "werking-3b"},
        {"effort": "groot"},
        {"department": "aankoop"},
        {"sdg": 12},
        {"cost": "meer"},
    ]

    assert [codes(**one) for one in asked] == [["ander"]] * 6
    assert codes(theme="aankopen", effort="groot") == []


@pytest.mark.parametrize(
    ("once", "yearly", "band"),
    [
        (0, 0, "geen"),
        (0, 1, "tot-1000"),
        (500, 500, "tot-1000"),
        (501, 500, "tot-5000"),
        (5_001, 0, "tot-20000"),
        (20_000, 0, "tot-20000"),
        (20_000, 1, "meer"),
    ],
)
def test_every_cost_falls_in_one_band(theme, once, yearly, band):
    ExampleActionFactory(code="dit", theme=theme, once_high=once, yearly_high=yearly)

    assert [name for name in COST_BANDS if codes(cost=name)] == [band]


def test_search_costs_three_queries(paper, django_assert_num_queries):
    ExampleHelpFactory(example=paper)
    ExampleHelpFactory.create_batch(2)

    with django_assert_num_queries(3):
        for example in found_examples(Search()):
            assert example.theme.name
            assert example.lead.name
            assert list(example.sdgs.all()) == []
            assert len(example.helps.all()) == 1


def test_texts_of_statements_are_those_of_the_newest_questionnaire(theme):
    for version in (1, 2):
        questionnaire = published_questionnaire(version=version, themes=(1,))
    statement = questionnaire.statements.first()

    assert statement_texts([statement.code, "weg-1a"]) == {statement.code: statement.text}
    assert statement.code in published_codes()
    assert Search().is_empty
    assert not Search(sdg=1).is_empty
