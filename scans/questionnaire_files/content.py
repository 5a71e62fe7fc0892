"""What the files of one questionnaire say. Equal values say the same, wherever it stands."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from hashlib import sha256
from typing import Any

from scans.questionnaire_files.problems import Placed


@dataclass(frozen=True)
class Option(Placed):
    code: str
    label: str


@dataclass(frozen=True)
class Fact(Placed):
    """A profile fact. `kind` is yes_no or choice; `useful_in_themes` are theme numbers."""

    code: str
    question: str
    kind: str
    options: tuple[Option, ...]
    help: str
    why: str
    useful_in_themes: tuple[int, ...]

    @property
    def values(self) -> tuple[str, ...]:
        """What an organisation can answer, and so what a condition can ask for."""
        if self.kind == "yes_no":
            return ("ja", "nee")
        return tuple(option.code for option in self.options)


@dataclass(frozen=True)
class Subtheme(Placed):
    code: str
    name: str
    about: str


@dataclass(frozen=True)
class Track:
    letter: str
    name: str


@dataclass(frozen=True)
class Word(Placed):
    word: str
    means: str


@dataclass(frozen=True)
class Condition(Placed):
    """Asked only when the fact has one of these values."""

    fact: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Statement(Placed):
    """`department` is the name as written, `department_kind` its code, blank when unknown."""

    code: str
    step: int
    subtheme: str
    light: bool
    weight: int
    text: str
    help: str
    evidence: str
    example: str
    department_kind: str
    condition: Condition | None
    department: str = field(compare=False, repr=False)

    @property
    def track(self) -> str:
        return self.code[-1:]

    @property
    def called(self) -> str:
        """How messages name it, also when its code could not be read."""
        return self.code or "statement"


@dataclass(frozen=True)
class ThemeFile(Placed):
    """One theme; statements by step and code. `complete`: all of the file could be read.

    What the taxonomy says too (name, subjects, SDGs) must agree with it and is no content.
    """

    number: int
    code: str
    scope: str
    intro: str
    why: str
    weight: int
    subthemes: tuple[Subtheme, ...]
    tracks: tuple[Track, ...]
    words: tuple[Word, ...]
    statements: tuple[Statement, ...]
    name: str = field(compare=False, repr=False)
    iso26000: tuple[str, ...] = field(compare=False, repr=False)
    sdgs: tuple[int, ...] = field(compare=False, repr=False)
    complete: bool = field(compare=False, repr=False)

    @property
    def called(self) -> str:
        """How messages name it."""
        return self.code or "theme"


@dataclass(frozen=True)
class QuestionnaireFile(Placed):
    """A whole folder; themes by number. `complete`: all of the head file could be read."""

    variant: str
    version: int
    facts: tuple[Fact, ...]
    themes: tuple[ThemeFile, ...]
    fixed_names: tuple[str, ...] = field(compare=False, repr=False)
    complete: bool = field(compare=False, repr=False)

    def statements(self) -> Iterator[Statement]:
        for theme in self.themes:
            yield from theme.statements


def content_hash(questionnaire_file: QuestionnaireFile) -> str:
    """SHA-256 (64 hexadecimal digits) of what is said, in whatever place and layout."""
    canonical = json.dumps(_plain(questionnaire_file), sort_keys=True, ensure_ascii=False)
    return sha256(canonical.encode()).hexdigest()


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        said = (entry.name for entry in fields(value) if entry.compare)
        return {name: _plain(getattr(value, name)) for name in said}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
