"""The catalogue that comes with the product, as a whole."""

from collections import Counter

import pytest

from scans.example_files import Example, read_examples
from scans.questionnaire_files import read_questionnaire
from tests.scans.questionnaire_files.sample import FIXTURES, TAXONOMY

NEWEST = FIXTURES / "questionnaires" / "overheid-2"


@pytest.fixture(scope="module")
def statements() -> frozenset[str]:
    newest = read_questionnaire(NEWEST, taxonomy=TAXONOMY)
    return frozenset(statement.code for statement in newest.statements())


@pytest.fixture(scope="module")
def shipped(statements) -> tuple[Example, ...]:
    return read_examples(FIXTURES / "actions", taxonomy=TAXONOMY, statements=statements)


def test_every_theme_has_at_least_eight_examples(shipped):
    counted = Counter(example.theme for example in shipped)

    assert [theme.code for theme in TAXONOMY.themes if counted[theme.code] < 8] == []


def test_examples_help_with_statements_of_their_own_theme(shipped):
    wrong = [
        (example.code, code)
        for example in shipped
        for code in example.helps
        if not code.startswith(f"{example.theme}-")
    ]

    assert wrong == []


def test_nearly_every_statement_of_the_newest_questionnaire_has_an_example(shipped, statements):
    helped = {code for example in shipped for code in example.helps}

    # Taught by years of the other four.
    assert sorted(statements - helped) == ["werking-5a"]


def test_partners_are_departments(shipped):
    names = {kind.name for kind in TAXONOMY.departments}

    assert [e.code for e in shipped if not names.issuperset(e.partners)] == []


def test_files_stand_in_the_order_of_the_themes(shipped):
    order = list(dict.fromkeys(example.theme for example in shipped))

    assert order == [theme.code for theme in TAXONOMY.themes]
