"""Rules about how a statement is worded. Each rule yields what breaks it."""

import re
from collections.abc import Iterator, Sequence

from scans.questionnaire_files.content import QuestionnaireFile, Statement
from scans.questionnaire_files.problems import Problem
from scans.questionnaire_files.taxonomy import Taxonomy

MOST_WORDS = 25
VERDICTS = ("Ja als", "Nee als")
DOUBLE_CLAIM = re.compile(r"(?<!\w)(en/of|of/en|en|of)(?!\w)", re.IGNORECASE)
NEGATION = re.compile(r"(?<!\w)(niet|geen|zonder)(?!\w)", re.IGNORECASE)


def texts_too_long(source: QuestionnaireFile, taxonomy: Taxonomy) -> Iterator[Problem]:
    for statement in source.statements():
        count = len(statement.text.split())
        if count > MOST_WORDS:
            message = f"{statement.called}: text has {count} words; at most {MOST_WORDS}"
            yield statement.place.problem(message, key="text")


def double_claims(source: QuestionnaireFile, taxonomy: Taxonomy) -> Iterator[Problem]:
    for statement in source.statements():
        for word in _found(DOUBLE_CLAIM, statement, source.fixed_names):
            message = f"{statement.called}: text holds `{word}`: two claims, or one of fixed_names"
            yield statement.place.problem(message, key="text")


def negations(source: QuestionnaireFile, taxonomy: Taxonomy) -> Iterator[Problem]:
    for statement in source.statements():
        for word in _found(NEGATION, statement, source.fixed_names):
            message = f"{statement.called}: text holds `{word}`; say what is there instead"
            yield statement.place.problem(message, key="text")


def helps_without_verdict(source: QuestionnaireFile, taxonomy: Taxonomy) -> Iterator[Problem]:
    for statement in source.statements():
        for verdict in VERDICTS:
            if statement.help and verdict not in statement.help:
                message = f"{statement.called}: help has no sentence with `{verdict}`"
                yield statement.place.problem(message, key="help")


def _found(
    pattern: re.Pattern[str], statement: Statement, fixed_names: Sequence[str]
) -> Iterator[str]:
    """The words of the pattern in the text outside the fixed names, each once."""
    text = statement.text
    for name in fixed_names:
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "…", text, flags=re.IGNORECASE)
    yield from dict.fromkeys(word.lower() for word in pattern.findall(text))
