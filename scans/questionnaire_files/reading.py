"""Nodes of a head file or theme file to content. What has another shape is blank or left out."""

from dataclasses import dataclass
from string import ascii_lowercase

import yaml

from scans.questionnaire_files.content import (
    Condition,
    Fact,
    Option,
    Statement,
    Subtheme,
    ThemeFile,
    Track,
    Word,
)
from scans.questionnaire_files.fields import Fields
from scans.questionnaire_files.problems import Log, Place
from scans.questionnaire_files.taxonomy import Taxonomy

VARIANTS = ("government", "company")
FACT_KINDS = ("yes_no", "choice")
LETTERS = ascii_lowercase
THEME_KEYS = (
    *("number", "code", "name", "iso26000", "sdgs", "scope", "intro", "why"),
    *("subthemes", "tracks", "words"),
)
STATEMENT_KEYS = (
    *("code", "step", "subtheme", "light", "weight"),
    *("text", "help", "evidence", "example", "department"),
)


@dataclass(frozen=True)
class Head:
    """What the head file says; blank where it could not be read."""

    variant: str
    version: int
    facts: tuple[Fact, ...]
    fixed_names: tuple[str, ...]
    complete: bool
    place: Place


def read_head(root: yaml.Node, log: Log) -> Head:
    keys = ("variant", "version", "profile_facts")
    fields = Fields(root, log, "the questionnaire", required=keys, optional=("fixed_names",))
    return Head(
        variant=fields.choice("variant", VARIANTS),
        version=fields.integer("version"),
        facts=fields.items("profile_facts", _read_fact),
        fixed_names=fields.texts("fixed_names"),
        complete=fields.sound,
        place=fields.place,
    )


def _read_fact(node: yaml.Node, log: Log) -> Fact | None:
    keys = ("code", "question", "type", "help", "why")
    optional = ("options", "useful_in_themes")
    fields = Fields(node, log, "profile fact", required=keys, optional=optional)
    fact = Fact(
        code=fields.slug("code"),
        question=fields.text("question", longest=200),
        kind=fields.choice("type", FACT_KINDS),
        options=fields.items("options", _read_option),
        help=fields.text("help"),
        why=fields.text("why"),
        useful_in_themes=fields.integers("useful_in_themes"),
        place=fields.place,
    )
    return fact if fields.sound else None


def _read_option(node: yaml.Node, log: Log) -> Option | None:
    fields = Fields(node, log, "option", required=("code", "label"))
    option = Option(fields.slug("code"), fields.text("label"), place=fields.place)
    return option if fields.sound else None


def read_theme_file(root: yaml.Node, log: Log, taxonomy: Taxonomy) -> ThemeFile | None:
    """None when there is no theme in it, which is in the log then."""

    def read_theme(node: yaml.Node, log: Log) -> ThemeFile:
        return _read_theme(node, log, statements)

    def read_statement(node: yaml.Node, log: Log) -> Statement:
        return _read_statement(node, log, taxonomy)

    fields = Fields(root, log, "the theme file", required=("theme", "statements"))
    found = fields.items("statements", read_statement)
    statements = tuple(sorted(found, key=lambda statement: (statement.step, statement.code)))
    return fields.part("theme", read_theme)


def _read_theme(node: yaml.Node, log: Log, statements: tuple[Statement, ...]) -> ThemeFile:
    fields = Fields(node, log, "theme", required=THEME_KEYS, optional=("weight",))
    return ThemeFile(
        number=fields.integer("number"),
        code=fields.slug("code", longest=30),
        name=fields.text("name"),
        iso26000=fields.texts("iso26000"),
        sdgs=fields.integers("sdgs"),
        scope=fields.text("scope", longest=250),
        intro=fields.text("intro"),
        why=fields.text("why"),
        weight=fields.integer("weight", default=1),
        subthemes=fields.items("subthemes", _read_subtheme),
        tracks=fields.part("tracks", _read_tracks) or (),
        words=fields.items("words", _read_word),
        statements=statements,
        complete=not log.problems,
        place=fields.place,
    )


def _read_subtheme(node: yaml.Node, log: Log) -> Subtheme | None:
    fields = Fields(node, log, "subtheme", required=("code", "name", "about"))
    subtheme = Subtheme(
        code=fields.slug("code"),
        name=fields.text("name", longest=80),
        about=fields.text("about", longest=200),
        place=fields.place,
    )
    return subtheme if fields.sound else None


def _read_tracks(node: yaml.Node, log: Log) -> tuple[Track, ...]:
    fields = Fields(node, log, "tracks", required=("a",), optional=LETTERS)
    written = sorted(letter for letter in fields.place.keys if letter in LETTERS)
    return tuple(Track(letter, fields.text(letter)) for letter in written)


def _read_word(node: yaml.Node, log: Log) -> Word | None:
    fields = Fields(node, log, "word", required=("word", "means"))
    word = Word(fields.text("word"), fields.text("means"), place=fields.place)
    return word if fields.sound else None


def _read_statement(node: yaml.Node, log: Log, taxonomy: Taxonomy) -> Statement:
    fields = Fields(node, log, "statement", required=STATEMENT_KEYS, optional=("condition",))
    department = fields.text("department")
    return Statement(
        code=fields.slug("code"),
        step=fields.integer("step"),
        subtheme=fields.text("subtheme"),
        light=fields.boolean("light"),
        weight=fields.integer("weight"),
        text=fields.text("text", longest=300),
        help=fields.text("help"),
        evidence=fields.text("evidence"),
        example=fields.text("example"),
        department=department,
        department_kind=taxonomy.department_kind(department),
        condition=fields.part("condition", _read_condition),
        place=fields.place,
    )


def _read_condition(node: yaml.Node, log: Log) -> Condition:
    fields = Fields(node, log, "condition", required=("fact", "in"))
    return Condition(fields.text("fact"), fields.texts("in"), place=fields.place)
