"""Rules about profile facts and conditions. Each rule yields what breaks it."""

from collections.abc import Iterator

from scans.questionnaire_files.content import Condition, QuestionnaireFile, Statement
from scans.questionnaire_files.fields import did_you_mean
from scans.questionnaire_files.problems import Problem, repeated
from scans.questionnaire_files.taxonomy import Taxonomy


def duplicate_facts(source: QuestionnaireFile, taxonomy: Taxonomy) -> Iterator[Problem]:
    for fact, _ in repeated(source.facts, lambda fact: fact.code):
        yield fact.place.problem(f"duplicate fact `{fact.code}`", key="code")


def options_out_of_place(source: QuestionnaireFile, taxonomy: Taxonomy) -> Iterator[Problem]:
    for fact in source.facts:
        if fact.kind == "yes_no" and fact.options:
            yield fact.place.problem(f"{fact.code}: a yes_no fact has no options", key="options")
        if fact.kind == "choice" and len(fact.options) < 2:
            yield fact.place.problem(f"{fact.code}: a choice needs two options", key="options")


def duplicate_options(source: QuestionnaireFile, taxonomy: Taxonomy) -> Iterator[Problem]:
    for fact in source.facts:
        for option, _ in repeated(fact.options, lambda option: option.code):
            message = f"{fact.code}: duplicate option `{option.code}`"
            yield option.place.problem(message, key="code")


def facts_for_unknown_themes(source: QuestionnaireFile, taxonomy: Taxonomy) -> Iterator[Problem]:
    known = {theme.number for theme in taxonomy.themes}
    for fact in source.facts:
        for number in fact.useful_in_themes:
            if number not in known:
                message = f"{fact.code}: unknown theme number {number}"
                yield fact.place.problem(message, key="useful_in_themes")


def conditions_on_unknown_facts(source: QuestionnaireFile, taxonomy: Taxonomy) -> Iterator[Problem]:
    """Facts are known only when the head file was read in full."""
    known = [fact.code for fact in source.facts]
    for statement, condition in _conditions(source):
        if source.complete and condition.fact and condition.fact not in known:
            hint = did_you_mean(condition.fact, known)
            message = f"{statement.called}: unknown fact `{condition.fact}`{hint}"
            yield condition.place.problem(message, key="fact")


def conditions_on_unknown_values(
    source: QuestionnaireFile, taxonomy: Taxonomy
) -> Iterator[Problem]:
    values = {fact.code: fact.values for fact in source.facts}
    for statement, condition in _conditions(source):
        allowed = values.get(condition.fact, condition.values)
        for value in condition.values:
            if value not in allowed:
                values_of_fact = f"`{condition.fact}` is {', '.join(allowed)}"
                message = f"{statement.called}: {values_of_fact}, never `{value}`"
                yield condition.place.problem(message, key="in")


def _conditions(source: QuestionnaireFile) -> Iterator[tuple[Statement, Condition]]:
    for statement in source.statements():
        if statement.condition:
            yield statement, statement.condition
