import pytest

from trajects.consensus import Firmness, Pattern, Place, Proposal, Word
from trajects.vote_words import (
    FIRMNESS_NAMES,
    PATTERN_WORDS,
    PLACE_NAMES,
    PROPOSAL_SENTENCES,
    WORDS,
)


@pytest.mark.parametrize(
    ("words", "enum"),
    [
        (WORDS, Word),
        (PLACE_NAMES, Place),
        (FIRMNESS_NAMES, Firmness),
        (PATTERN_WORDS, Pattern),
        (PROPOSAL_SENTENCES, Proposal),
    ],
)
def test_everything_that_is_computed_has_words_of_its_own(words, enum):
    assert list(words) == list(enum)
    assert len({str(each) for each in words.values()}) == len(enum)


def test_questions_to_the_group_are_questions():
    questions = [str(words.question) for words in PATTERN_WORDS.values()]

    assert [question for question in questions if "?" not in question] == []
