"""A folder to the examples in it, when all of them keep every rule."""

from pathlib import Path

from scans.example_files.content import Example
from scans.example_files.reading import read_file
from scans.example_files.rules import Breach, Known, breaches, repeated_codes, shared_sentences
from scans.questionnaire_files.nodes import parse
from scans.questionnaire_files.problems import InvalidFiles, Log, Problem
from scans.questionnaire_files.taxonomy import Taxonomy


def read_examples(
    folder: Path, *, taxonomy: Taxonomy, statements: frozenset[str]
) -> tuple[Example, ...]:
    """By file and in the order of each. `statements`: the codes that exist. Raises InvalidFiles
    with every problem of every file: one round of mending should do."""
    problems: list[Problem] = []
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        problems.append(Problem(str(folder), 1, "no file with actions (*.yaml) in this folder"))
    problems += (
        Problem(str(path), 1, "a file with actions ends in .yaml") for path in folder.glob("*.yml")
    )
    found = [example for path in paths for example in _read(path, taxonomy, problems)]
    known = Known.of(taxonomy, statements)
    for example in found:
        problems += (_problem(example, breach) for breach in breaches(example, known))
    problems += (_problem(*wrong) for wrong in (*repeated_codes(found), *shared_sentences(found)))
    if problems:
        raise InvalidFiles(problems)
    return tuple(found)


def _read(path: Path, taxonomy: Taxonomy, problems: list[Problem]) -> tuple[Example, ...]:
    log = Log(str(path))
    root = parse(path, log)
    found = read_file(root, log, taxonomy) if root else ()
    problems += log.problems
    return found


def _problem(example: Example, breach: Breach) -> Problem:
    return example.place.problem(f"{example.code}: {breach}", key=breach.key)
