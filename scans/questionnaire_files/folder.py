"""A folder to a questionnaire that keeps every rule."""

from pathlib import Path

from scans.questionnaire_files.content import QuestionnaireFile, ThemeFile
from scans.questionnaire_files.fields import UNREAD
from scans.questionnaire_files.nodes import parse
from scans.questionnaire_files.problems import InvalidFiles, Log, Place, Problem
from scans.questionnaire_files.reading import Head, read_head, read_theme_file
from scans.questionnaire_files.rules import RULES
from scans.questionnaire_files.taxonomy import Taxonomy

HEAD_FILE = "vragenlijst.yaml"


def read_questionnaire(folder: Path, *, taxonomy: Taxonomy) -> QuestionnaireFile:
    """Raises InvalidFiles with every problem of every file: one round of mending should do."""
    problems: list[Problem] = []
    head = _read_head_file(folder / HEAD_FILE, problems)
    themes = _read_theme_files(folder, taxonomy, problems)
    source = QuestionnaireFile(
        variant=head.variant,
        version=head.version,
        facts=head.facts,
        themes=tuple(sorted(themes, key=lambda theme: theme.number)),
        fixed_names=head.fixed_names,
        complete=head.complete,
        place=head.place,
    )
    problems += (problem for rule in RULES for problem in rule(source, taxonomy))
    if problems:
        raise InvalidFiles(problems)
    return source


def _read_head_file(path: Path, problems: list[Problem]) -> Head:
    log = Log(str(path))
    root = parse(path, log)
    blank = Head("", UNREAD, (), (), complete=False, place=Place(log.file, 1, {}))
    head = read_head(root, log) if root else blank
    problems += log.problems
    return head


def _read_theme_files(folder: Path, taxonomy: Taxonomy, problems: list[Problem]) -> list[ThemeFile]:
    paths = sorted(path for path in folder.glob("*.yaml") if path.name != HEAD_FILE)
    if not paths:
        problems.append(Problem(str(folder), 1, "no theme file (*.yaml) in this folder"))
    found = [_read_one_theme_file(path, taxonomy, problems) for path in paths]
    problems += (
        Problem(str(path), 1, "a theme file ends in .yaml") for path in folder.glob("*.yml")
    )
    return [theme for theme in found if theme is not None]


def _read_one_theme_file(
    path: Path, taxonomy: Taxonomy, problems: list[Problem]
) -> ThemeFile | None:
    log = Log(str(path))
    root = parse(path, log)
    theme = read_theme_file(root, log, taxonomy) if root else None
    problems += log.problems
    return theme
