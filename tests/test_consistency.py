"""The house checks itself: templates, settings, migrations and translations, with the checkers
seen to bite on small bad examples."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ModelState, ProjectState
from django.template import engines
from django.utils import translation

from tests import catalogue

ROOT = catalogue.ROOT
TEMPLATES = ROOT / "templates"

# Django and allauth look these up by themselves: no line of code names them.
ERROR_PAGES = {"400.html", "403.html", "403_csrf.html", "404.html", "429.html", "500.html"}
# Python files that may mark text as safe; templates never may.
MARKS_SAFE: set[str] = set()
LONGEST_TEMPLATE = 150
# No Content-Security-Policy holds in a mailbox, and of CSS mail programs follow attributes only.
MAILS = ("accounts/mail/", "account/email/", "trajects/mail/")

TEXT_FILES = {".py", ".html", ".css", ".js", ".svg", ".txt", ".md", ".toml", ".yaml", ".yml"}
OWN_FOLDERS = (*catalogue.PACKAGES, "templates", "static", "tests", "fixtures", "docs", ".ci")
NOT_OURS = ROOT / "static" / "vendor"

# --- the checkers


def names_in_python(source: str) -> set[str]:
    """Every string of a module, and of "page.html#part" the page."""
    strings = (node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant))
    return {string.partition("#")[0] for string in strings if isinstance(string, str)}


def names_in_template(source: str) -> set[str]:
    """Every quoted string inside a template tag."""
    tags = re.findall(r"{%.*?%}", source, re.DOTALL)
    quoted = (match for tag in tags for match in re.findall(r"[\"']([^\"']+)[\"']", tag))
    return {string.partition("#")[0] for string in quoted}


MARKUP_PROBLEMS = {
    "inline style": re.compile(r"<style\b|<[a-z][^>]*\sstyle\s*=", re.IGNORECASE),
    "inline script": re.compile(r"<script\b(?![^>]*\ssrc=)", re.IGNORECASE),
    "inline handler": re.compile(r"<[a-z][^>]*\s(?:on[a-z]+|hx-on[:\w-]*)\s*=", re.IGNORECASE),
    "javascript address": re.compile(r"[\"']\s*javascript:", re.IGNORECASE),
    "unescaped text": re.compile(r"\|\s*(?:safe|safeseq)\b|{%\s*autoescape\s+off\b"),
}


def markup_problems(source: str) -> list[str]:
    """Anything the Content-Security-Policy would block, or that would run what users type."""
    found = [problem for problem, pattern in MARKUP_PROBLEMS.items() if pattern.search(source)]
    lines = len(source.splitlines())
    return found + ([f"{lines} lines"] if lines > LONGEST_TEMPLATE else [])


def allowed_problems(name: str) -> set[str]:
    """What is no problem in this template: there is nothing to escape in plain text."""
    if not name.startswith(MAILS):
        return set()
    return {"unescaped text"} if name.endswith(".txt") else {"inline style"}


def safe_marks(source: str) -> list[str]:
    nodes = ast.walk(ast.parse(source))
    names = (getattr(node, "attr", None) or getattr(node, "id", "") for node in nodes)
    return [name for name in names if name in {"mark_safe", "SafeString", "SafeText"}]


def settings_read(source: str) -> set[str]:
    """The names that `env` is asked for: env.bool("DEBUG", …), env("DEBUG") or day(env, "DAY")."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    asked = ([getattr(call.func, "value", call.func), *call.args] for call in calls)
    return {
        name.value
        for arguments in asked
        for env, name in pairwise(arguments)
        if isinstance(env, ast.Name) and env.id == "env" and isinstance(name, ast.Constant)
    }


def settings_documented(source: str) -> set[str]:
    """The first column of the tables."""
    return set(re.findall(r"^\|\s*`([A-Z][A-Z0-9_]*)`\s*\|", source, re.MULTILINE))


def unfinished_words(source: str) -> list[str]:
    return re.findall(r"\b(?:TO[D]O|FIX[M]E)\b", source)


def missing_migrations(state: ProjectState) -> dict[str, list[str]]:
    """Per app what `makemigrations` would write to get to `state`."""
    loader = MigrationLoader(None)
    with translation.override(None):  # A migration holds the English text of a label.
        changes = MigrationAutodetector(loader.project_state(), state).changes(loader.graph)
    return {
        app: [
            operation.describe() for migration in migrations for operation in migration.operations
        ]
        for app, migrations in changes.items()
    }


# --- the house


def own_files(*folders: str) -> Iterator[Path]:
    for folder in folders:
        for file in sorted((ROOT / folder).rglob("*")):
            if file.suffix in TEXT_FILES and NOT_OURS not in file.parents:
                yield file


def python_files() -> list[Path]:
    return [file for file in own_files(*catalogue.PACKAGES) if file.suffix == ".py"]


def template_names() -> list[str]:
    files = (file for file in TEMPLATES.rglob("*") if file.is_file())
    return sorted(file.relative_to(TEMPLATES).as_posix() for file in files)


def replaces_a_template_of_a_package(name: str) -> bool:
    """allauth looks for an .html beside the .txt of each of its mails."""
    folders = (Path(config.path, "templates") for config in apps.get_app_configs())
    names = {name, name.replace("_message.html", "_message.txt")}
    return any((folder / own).is_file() for folder in folders for own in names)


def test_every_template_is_used():
    used = set(ERROR_PAGES)
    for file in python_files():
        used |= names_in_python(file.read_text())
    for name in template_names():
        used |= names_in_template((TEMPLATES / name).read_text()) - {name}

    unused = [name for name in template_names() if name not in used]

    assert [name for name in unused if not replaces_a_template_of_a_package(name)] == []


@pytest.mark.parametrize("name", template_names())
def test_template_compiles_and_keeps_the_rules(name):
    engines["django"].get_template(name)

    problems = markup_problems((TEMPLATES / name).read_text())
    assert set(problems) - allowed_problems(name) == set()


def test_no_python_marks_text_as_safe():
    marking = {file for file in python_files() if safe_marks(file.read_text())}

    assert {file.relative_to(ROOT).as_posix() for file in marking} == MARKS_SAFE


def test_every_setting_has_a_row_in_the_docs():
    files = ("settings.py", "owner.py")
    read = {name for file in files for name in settings_read((ROOT / "mvoscan" / file).read_text())}

    documented = settings_documented((ROOT / "docs" / "settings.md").read_text())

    assert documented == read


def test_nothing_is_left_unfinished():
    loose = (file for file in ROOT.iterdir() if file.suffix in TEXT_FILES)
    files = [ROOT / "Makefile", *loose, *own_files(*OWN_FOLDERS)]

    assert [file for file in files if unfinished_words(file.read_text())] == []


def test_no_migration_is_missing():
    assert missing_migrations(ProjectState.from_apps(apps)) == {}


def test_every_text_has_a_dutch_translation():
    texts = catalogue.texts_of_the_house()

    dutch = catalogue.read_catalogue(catalogue.DUTCH.read_bytes())

    assert [text.singular for text in catalogue.missing(texts, dutch).values()] == []
    assert catalogue.unused(texts, dutch) == []
    assert catalogue.broken_placeholders(dutch) == []


# --- the checkers bite


def test_names_in_python_and_templates():
    assert names_in_python('render(request, "scans/theme.html#row", {})') >= {"scans/theme.html"}
    assert names_in_template('{% include \'a/_b.html\' with x="y" %} "c.html"') == {
        "a/_b.html",
        "y",
    }


@pytest.mark.parametrize(
    ("source", "problems"),
    [
        ('<p class="a" style="color: red">', ["inline style"]),
        ("<style>p {}</style>", ["inline style"]),
        ("<script>alert(1)</script>", ["inline script"]),
        ('<script type="module">import "a"</script>', ["inline script"]),
        ('<a href="#" onclick="go()">', ["inline handler"]),
        ('<a hx-on:click="go()">', ["inline handler"]),
        ('<a hx-on--load="go()">', ["inline handler"]),
        ('<a href="javascript:go()">', ["javascript address"]),
        ("{{ remark|safe }}", ["unescaped text"]),
        ("{% autoescape off %}{{ remark }}{% endautoescape %}", ["unescaped text"]),
        ("<br>\n" * 151, ["151 lines"]),
        ('<script src="{% static "js/scan.js" %}" defer></script>', []),
        ('<p class="style">Carry on = go on. {{ x|safe_name }}</p>', []),
        ("<br>\n" * 150, []),
    ],
)
def test_markup_problems(source, problems):
    assert markup_problems(source) == problems


@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        ("accounts/mail/invitation.html", {"inline style"}),
        ("accounts/mail/invitation.txt", {"unescaped text"}),
        ("trajects/mail/link.html", {"inline style"}),
        ("trajects/mail/link.txt", {"unescaped text"}),
        ("trajects/meeting_notes.html", set()),
        ("account/login.html", set()),
        ("accounts/invitation.html", set()),
    ],
)
def test_only_mails_have_problems_allowed(name, allowed):
    assert allowed_problems(name) == allowed


@pytest.mark.parametrize(
    ("source", "marks"),
    [
        ("from a import mark_safe as m\nmark_safe(x)", ["mark_safe"]),
        ("safestring.mark_safe(x)", ["mark_safe"]),
        ("format_html('<b>{}</b>', x)", []),
    ],
)
def test_safe_marks(source, marks):
    assert safe_marks(source) == marks


def test_settings_read_and_documented():
    source = (
        'A = env.bool("DEBUG", default=False)\nB = env("NAME")\nC = other.bool("NOT")\n'
        'D = day(env, "DAY")\nE = read(env)\nF = other(x, "NOT")'
    )
    docs = "| Name | What |\n|---|---|\n| `DEBUG` | … |\n| `NAME` | see `OTHER` |\n| `DAY` | |\n"

    assert settings_read(source) == settings_documented(docs) == {"DEBUG", "NAME", "DAY"}


def test_unfinished_words():
    source = "# {0}: later; {1}; {0}LOGY".format("TO" + "DO", "FIX" + "ME")

    assert unfinished_words(source) == ["TO" + "DO", "FIX" + "ME"]


def test_missing_migrations_of_a_new_model():
    state = MigrationLoader(None).project_state()
    state.add_model(ModelState("scans", "Forgotten", fields=[]))

    assert missing_migrations(state) == {"scans": ["Create model Forgotten"]}
