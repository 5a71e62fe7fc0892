"""The guiding questions about one candidate theme."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, zip_longest

from trajects.guiding import (
    dialogue_questions,
    general_dialogue_questions,
    sdg_dialogue_questions,
)
from trajects.models import Candidate
from trajects.queries.candidates import OriginFacts, OriginKind

MOST_QUESTIONS = 7


def questions_of(candidate: Candidate) -> tuple[str, ...]:
    """Of a group in turn from each of its origins, so that none is forgotten; those for the whole
    talk for what came from nothing. As many as a screen holds; two queries."""
    themes = [dialogue_questions(theme.code) for theme in candidate.themes.all()]
    sdgs = [sdg_dialogue_questions(sdg.number) for sdg in candidate.sdgs.all()]
    return _as_many_as_fit([*themes, *sdgs])


def questions_on(origins: Iterable[OriginFacts]) -> tuple[str, ...]:
    """The same, of a theme with these origins; no query."""
    return _as_many_as_fit(
        [
            dialogue_questions(one.code)
            if one.kind is OriginKind.THEME
            else sdg_dialogue_questions(one.number)
            for one in origins
        ]
    )


def _as_many_as_fit(asked: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return _in_turn(asked)[:MOST_QUESTIONS] or general_dialogue_questions()


def _in_turn(asked: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(one for one in chain.from_iterable(zip_longest(*asked)) if one)
