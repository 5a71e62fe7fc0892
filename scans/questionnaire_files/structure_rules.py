"""Rules about codes, steps, references and numbers. Each rule yields what breaks it."""

import re
from collections.abc import Iterator
from itertools import chain

from scans.questionnaire_files.content import QuestionnaireFile, Statement, ThemeFile
from scans.questionnaire_files.fields import UNREAD, did_you_mean
from scans.questionnaire_files.problems import Problem, repeated
from scans.questionnaire_files.taxonomy import Taxonomy

STEPS = range(1, 6)
WEIGHTS = range(1, 10)
VERSIONS = range(1, 10_000)
BLANKS = (UNREAD, "", ())


def unknown_themes(source: QuestionnaireFile, taxonomy: Taxonomy) -> Iterator[Problem]:
    known = [theme.code for theme in taxonomy.themes]
    for theme in source.themes:
        if theme.code and theme.code not in known:
            hint = did_you_mean(theme.code, known)
            yield theme.place.problem(f"unknown theme `{theme.code}`{hint}", key="code")


def differences_from_taxonomy(source: QuestionnaireFile, taxonomy: Taxonomy) -> Iterator[Problem]:
    """A blank could not be read, which is reported already."""
    for theme in source.themes:
        entry = taxonomy.theme(theme.code)
        for key in ("number", "name", "iso26000", "sdgs") if entry else ():
            written, expected = getattr(theme, key), getattr(entry, key)
            if written not in BLANKS and written != expected:
                message = f"`{key}` of theme `{theme.code}` is {_shown(expected)} in the taxonomy"
                yield theme.place.problem(message, key=key)


def _shown(value: object) -> str:
    return ", ".join(str(item) for item in value) if isinstance(value, tuple) else f"`{value}`"


def duplicate_themes(source: QuestionnaireFile, taxonomy: Taxonomy) -> Iterator[Problem]:
    named = [theme for theme in source.themes if theme.code]
    for theme, first in repeated(named, lambda theme: theme.code):
        message = f"duplicate theme `{theme.code}`, also in {first.place.file}"
        yield theme.place.problem(message, key="code")


def duplicate_statement_codes(source: QuestionnaireFile, taxonomy: Taxonomy) -> Iterator[Problem]:
    coded = (statement for statement in source.statements() if statement.code)
    for statement, first in repeated(coded, lambda statement: statement.code):
        line = first.place.keys["code"]
        message = f"duplicate code `{statement.code}`, also at {first.place.file}:{line}"
        yield statement.place.problem(message, key="code")


def duplicate_names_in_themes(source: QuestionnaireFile, taxonomy: Taxonomy) -> Iterator[Problem]:
    for theme in source.themes:
        for subtheme, _ in repeated(theme.subthemes, lambda subtheme: subtheme.code):
            yield subtheme.place.problem(f"duplicate subtheme `{subtheme.code}`", key="code")
        for word, _ in repeated(theme.words, lambda word: word.word):
            yield word.place.problem(f"duplicate word `{word.word}`", key="word")


def codes_out_of_place(source: QuestionnaireFile, taxonomy: Taxonomy) -> Iterator[Problem]:
    """A code is the theme, a hyphen, the step and the letter of a track: aankopen-3b."""
    for theme, statement in _with_theme(source):
        letters = [track.letter for track in theme.tracks]
        prefix = f"{theme.code}-{statement.step}"
        readable = theme.code and letters and statement.code and statement.step != UNREAD
        if readable and not _fits(statement.code, prefix, letters):
            message = (
                f"code `{statement.code}` must be `{prefix}` and a track ({', '.join(letters)})"
            )
            yield statement.place.problem(message, key="code")


def _fits(code: str, prefix: str, letters: list[str]) -> bool:
    return re.fullmatch(f"{re.escape(prefix)}[{''.join(letters)}]", code) is not None


def steps_out_of_range(source: QuestionnaireFile, taxonomy: Taxonomy) -> Iterator[Problem]:
    for statement in source.statements():
        if statement.step not in (UNREAD, *STEPS):
            message = f"{statement.called}: step must be 1 to 5, not {statement.step}"
            yield statement.place.problem(message, key="step")


def missing_steps(source: QuestionnaireFile, taxonomy: Taxonomy) -> Iterator[Problem]:
    for theme in _complete_themes(source):
        taken = {statement.step for statement in theme.statements}
        for step in STEPS:
            if step not in taken:
                yield theme.place.problem(
                    f"theme `{theme.code}` has no statement on step {step}", key="code"
                )


def missing_light_steps(source: QuestionnaireFile, taxonomy: Taxonomy) -> Iterator[Problem]:
    for theme in _complete_themes(source):
        taken = {statement.step for statement in theme.statements}
        light = {statement.step for statement in theme.statements if statement.light}
        for step in STEPS:
            if step in taken - light:
                message = f"theme `{theme.code}` has no light statement on step {step}"
                yield theme.place.problem(message, key="code")


def unknown_subthemes(source: QuestionnaireFile, taxonomy: Taxonomy) -> Iterator[Problem]:
    for theme in _complete_themes(source):
        known = [subtheme.code for subtheme in theme.subthemes]
        for statement in theme.statements:
            if statement.subtheme not in known:
                hint = did_you_mean(statement.subtheme, known)
                message = f"{statement.code}: unknown subtheme `{statement.subtheme}`{hint}"
                yield statement.place.problem(message, key="subtheme")


def unused_subthemes(source: QuestionnaireFile, taxonomy: Taxonomy) -> Iterator[Problem]:
    """A theme with only its light track names subthemes for the tracks that are still to come."""
    finished = (t for t in _complete_themes(source) if not all(s.light for s in t.statements))
    for theme in finished:
        used = {statement.subtheme for statement in theme.statements}
        for subtheme in theme.subthemes:
            if subtheme.code not in used:
                message = f"subtheme `{subtheme.code}` has no statement"
                yield subtheme.place.problem(message, key="code")


def unknown_departments(source: QuestionnaireFile, taxonomy: Taxonomy) -> Iterator[Problem]:
    known = [kind.name for kind in taxonomy.departments]
    for statement in source.statements():
        if statement.department and not statement.department_kind:
            hint = did_you_mean(statement.department, known)
            message = f"{statement.called}: unknown department `{statement.department}`{hint}"
            yield statement.place.problem(message, key="department")


def weights_out_of_range(source: QuestionnaireFile, taxonomy: Taxonomy) -> Iterator[Problem]:
    items: Iterator[ThemeFile | Statement] = chain(source.themes, source.statements())
    for item in items:
        if item.weight not in (UNREAD, *WEIGHTS):
            message = f"{item.called}: weight must be 1 to 9, not {item.weight}"
            yield item.place.problem(message, key="weight")


def versions_out_of_range(source: QuestionnaireFile, taxonomy: Taxonomy) -> Iterator[Problem]:
    if source.version not in (UNREAD, *VERSIONS):
        yield source.place.problem("version must be 1 to 9999", key="version")


def _complete_themes(source: QuestionnaireFile) -> Iterator[ThemeFile]:
    """What is missing or never used can only be told of a theme that was read in full."""
    return (theme for theme in source.themes if theme.complete)


def _with_theme(source: QuestionnaireFile) -> Iterator[tuple[ThemeFile, Statement]]:
    return ((theme, statement) for theme in source.themes for statement in theme.statements)
