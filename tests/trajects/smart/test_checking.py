"""A table of Dutch sentences specifies the checker."""

import pytest

from tests.trajects.smart.examples import CARRIERS, PLAN
from tests.trajects.smart.table import ALL
from trajects.smart import Draft, check


@pytest.mark.parametrize(("sentence", "code"), ALL)
def test_sentence_has_its_letters(sentence, code):
    assert check(Draft(sentence), period=PLAN, carriers=CARRIERS).code == code


def test_table_is_long_and_says_nothing_twice():
    sentences = [sentence for sentence, _ in ALL]

    assert len(sentences) == len({*sentences}) >= 350


def test_table_has_sentences_for_every_number_of_letters():
    lengths = {5 - code.count("-") for _, code in ALL}

    assert lengths == {0, 1, 2, 3, 4, 5}
