"""The taxonomy file: SDGs, ISO 26000 subjects, the themes and the kinds of department."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from scans.questionnaire_files.fields import Fields
from scans.questionnaire_files.nodes import parse
from scans.questionnaire_files.problems import InvalidFiles, Log, Placed, Problem, repeated

LAST_SDG = 17


@dataclass(frozen=True)
class SdgEntry(Placed):
    number: int
    name: str


@dataclass(frozen=True)
class CodeEntry(Placed):
    """An ISO 26000 subject (code such as 6.2) or a kind of department (code is a slug)."""

    code: str
    name: str


@dataclass(frozen=True)
class ThemeEntry(Placed):
    number: int
    code: str
    name: str
    short_name: str
    iso26000: tuple[str, ...]
    sdgs: tuple[int, ...]


@dataclass(frozen=True)
class Taxonomy:
    sdgs: tuple[SdgEntry, ...]
    iso_subjects: tuple[CodeEntry, ...]
    themes: tuple[ThemeEntry, ...]
    departments: tuple[CodeEntry, ...]

    def theme(self, code: str) -> ThemeEntry | None:
        return next((theme for theme in self.themes if theme.code == code), None)

    def department_kind(self, name: str) -> str:
        """The code of the department with this name, blank when there is none."""
        return next((kind.code for kind in self.departments if kind.name == name), "")


def read_taxonomy(path: Path) -> Taxonomy:
    """Raises InvalidFiles: first all that has another shape, then all that breaks a rule."""
    log = Log(str(path))
    root = parse(path, log)
    taxonomy = _read_root(root, log) if root else Taxonomy((), (), (), ())
    problems = log.problems or [found for rule in TAXONOMY_RULES for found in rule(taxonomy)]
    if problems:
        raise InvalidFiles(problems)
    return taxonomy


def _read_root(root: yaml.Node, log: Log) -> Taxonomy:
    keys = ("sdgs", "iso_subjects", "themes", "departments")
    fields = Fields(root, log, "the taxonomy", required=keys)
    return Taxonomy(
        sdgs=fields.items("sdgs", _read_sdg),
        iso_subjects=fields.items("iso_subjects", _read_subject),
        themes=fields.items("themes", _read_theme),
        departments=fields.items("departments", _read_department),
    )


def _read_sdg(node: yaml.Node, log: Log) -> SdgEntry | None:
    fields = Fields(node, log, "SDG", required=("number", "name"))
    sdg = SdgEntry(fields.integer("number"), fields.text("name", longest=80), place=fields.place)
    return sdg if fields.sound else None


def _read_subject(node: yaml.Node, log: Log) -> CodeEntry | None:
    fields = Fields(node, log, "ISO 26000 subject", required=("code", "name"))
    code, name = fields.text("code", longest=5), fields.text("name", longest=80)
    return CodeEntry(code, name, place=fields.place) if fields.sound else None


def _read_department(node: yaml.Node, log: Log) -> CodeEntry | None:
    fields = Fields(node, log, "department", required=("code", "name"))
    code, name = fields.slug("code"), fields.text("name", longest=80)
    return CodeEntry(code, name, place=fields.place) if fields.sound else None


def _read_theme(node: yaml.Node, log: Log) -> ThemeEntry | None:
    keys = ("number", "code", "name", "short_name", "iso26000", "sdgs")
    fields = Fields(node, log, "theme", required=keys)
    theme = ThemeEntry(
        number=fields.integer("number"),
        code=fields.slug("code", longest=30),
        name=fields.text("name", longest=80),
        short_name=fields.text("short_name", longest=20),
        iso26000=fields.texts("iso26000"),
        sdgs=fields.integers("sdgs"),
        place=fields.place,
    )
    return theme if fields.sound else None


def duplicate_numbers(taxonomy: Taxonomy) -> Iterator[Problem]:
    for sdg, _ in repeated(taxonomy.sdgs, lambda entry: entry.number):
        yield sdg.place.problem(f"duplicate SDG number {sdg.number}", key="number")
    for theme, _ in repeated(taxonomy.themes, lambda entry: entry.number):
        yield theme.place.problem(f"duplicate theme number {theme.number}", key="number")


def duplicate_codes(taxonomy: Taxonomy) -> Iterator[Problem]:
    for group in (taxonomy.iso_subjects, taxonomy.themes, taxonomy.departments):
        entries: tuple[CodeEntry | ThemeEntry, ...] = group
        for entry, _ in repeated(entries, lambda entry: entry.code):
            yield entry.place.problem(f"duplicate code `{entry.code}`", key="code")


def duplicate_department_names(taxonomy: Taxonomy) -> Iterator[Problem]:
    """Statements name a department, so a name stands for one code."""
    for kind, _ in repeated(taxonomy.departments, lambda entry: entry.name):
        yield kind.place.problem(f"duplicate department name `{kind.name}`", key="name")


def numbers_out_of_range(taxonomy: Taxonomy) -> Iterator[Problem]:
    for sdg in taxonomy.sdgs:
        if not 1 <= sdg.number <= LAST_SDG:
            yield sdg.place.problem(f"an SDG has a number from 1 to {LAST_SDG}", key="number")
    for theme in taxonomy.themes:
        if not 1 <= theme.number <= 99:
            yield theme.place.problem("a theme has a number from 1 to 99", key="number")


def unknown_references(taxonomy: Taxonomy) -> Iterator[Problem]:
    subjects = {subject.code for subject in taxonomy.iso_subjects}
    numbers = {sdg.number for sdg in taxonomy.sdgs}
    for theme in taxonomy.themes:
        for code in theme.iso26000:
            if code not in subjects:
                yield theme.place.problem(f"unknown ISO 26000 subject `{code}`", key="iso26000")
        for number in theme.sdgs:
            if number not in numbers:
                yield theme.place.problem(f"unknown SDG {number}", key="sdgs")


TAXONOMY_RULES: tuple[Callable[[Taxonomy], Iterator[Problem]], ...] = (
    duplicate_numbers,
    duplicate_codes,
    duplicate_department_names,
    numbers_out_of_range,
    unknown_references,
)
