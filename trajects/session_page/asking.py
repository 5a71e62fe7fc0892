"""The guiding questions about one candidate theme."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, zip_longest

from trajects.guiding import (
    dialogue_questions,
    general_dialogue_questions,
    sdg_dialogue_questions,
)
from trajects.models import Candidate

MOST_QUESTIONS = 7


def questions_of(candidate: Candidate) -> tuple[str, ...]:
    """Of a group in turn from each of its origins, so that none is forgotten; those for the whole
    talk for what came from nothing. As many as a screen holds; two queries."""
    themes = [dialogue_questions(theme.code) for theme in candidate.themes.all()]
    sdgs = [sdg_dialogue_questions(sdg.number) for sdg in candidate.sdgs.all()]
    return _in_turn([*themes, *sdgs])[:MOST_QUESTIONS] or general_dialogue_questions()


def _in_turn(asked: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(one for one in chain.from_iterable(zip_longest(*asked)) if one)
