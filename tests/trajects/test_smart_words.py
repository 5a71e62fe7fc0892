"""Every finding has its sentence, in the language of the page."""

import pytest
from django.utils.translation import override

from trajects.smart import Finding, Found, Letter
from trajects.smart_words import HEADLINES, LETTER_NAMES, LETTER_QUESTIONS, SENTENCES, say


def test_every_finding_has_words():
    assert set(SENTENCES) == set(Finding)
    assert set(LETTER_NAMES) == set(LETTER_QUESTIONS) == set(Letter)
    assert set(HEADLINES) == set(range(6))


@pytest.mark.parametrize("finding", Finding)
def test_sentence_quotes_what_was_written(finding):
    with override("en"):
        said, template = say(Found(finding, "60 % {x} %(y)s")), str(SENTENCES[finding])

    assert ("60 % {x} %(y)s" in said) == ("%(words)s" in template)
    assert said.endswith((".", "?", "60 % {x} %(y)s"))


def test_contradiction_names_both_numbers():
    with override("en"):
        said = say(Found(Finding.RISES_TO_LESS, "stijgt", ("50", "60")))

    assert said == "You write “stijgt”, but 50 is less than 60. Look at the numbers again."


def test_finding_without_words_is_a_whole_sentence():
    with override("en"):
        assert say(Found(Finding.NO_DATE)) == "We found no date. By when?"
