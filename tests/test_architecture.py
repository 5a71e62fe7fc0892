"""The house checks its own floors and arrows (ARCHITECTURE.md), by reading the source.

Each rule is a function from one module to the sentences that say what is wrong in it. The first
test applies them all to the house, the second shows that each one bites.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# What each package may import, apart from itself. The tests stand outside: they may import all.
ARROWS = {
    "reporting": set(),
    "accounts": {"reporting"},
    "scans": {"accounts", "reporting"},
    "trajects": {"scans", "accounts", "reporting"},
    "mvoscan": {"trajects", "scans", "accounts", "reporting"},
}

# Inside an app imports go down, or stay on their floor. A new module takes its place here.
PURE = {
    *("scoring", "entries", "errors", "colours", "identifiers", "geometry", "formatting"),
    *("tokens", "pasted_people", "browsers", "addresses", "visible", "names"),
    *("merging", "duplicates", "steps", "next_tasks", "voting", "stages", "consensus", "smart"),
    *("seat_tokens", "dreams", "goal_sentence", "lineage", "action_states", "dependencies"),
    *("action_checks", "budget", "plan_order", "together"),
}
FLOORS = {
    **dict.fromkeys(PURE, 0),
    **dict.fromkeys(("models", "migrations", "labels", "questionnaire_files", "spreadsheets"), 1),
    **dict.fromkeys(("example_files", "plan_words"), 1),
    **dict.fromkeys(("smart_words", "task_words", "qr", "spreadsheet_reading", "agenda"), 1),
    **dict.fromkeys(("parts", "vote_words", "measuring"), 1),
    **dict.fromkeys(
        ("queries", "actions", "mails", "session_limits", "logos", "pictures", "pdf"), 2
    ),
    **dict.fromkeys(("guiding", "appointments", "dream_pictures"), 2),
    **dict.fromkeys(("access", "forms", "fields", "layouts", "requests", "cookies", "doors"), 3),
    **dict.fromkeys(
        ("results", "export", "examples", "dossier", "pages", "documents", "photo_file"), 3
    ),
    **dict.fromkeys(("theme_page", "result_page", "organisation_page", "report"), 3),
    **dict.fromkeys(("explanations", "compared", "sign_in_limits", "passwords"), 3),
    **dict.fromkeys(("caching", "mailing", "posting", "attachments"), 3),
    **dict.fromkeys(("views", "adapter", "admin", "management", "middleware", "templatetags"), 4),
    **dict.fromkeys(("tasks",), 4),
    **dict.fromkeys(("urls", "apps"), 5),
}

CATCH_ALLS = {"utils", "helpers", "common"}
CLOCKS = {"now", "today", "localtime", "localdate"}
LONGEST_FILE = 400
LONGEST_FUNCTION = 60

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """`path` is relative to the project, with slashes."""

    path: str
    source: str

    @property
    def parts(self) -> tuple[str, ...]:
        """scans/models/answer.py → scans, models, answer."""
        return tuple(part for part in self.path.removesuffix(".py").split("/"))

    @property
    def package(self) -> str:
        return self.parts[0]

    @property
    def name(self) -> str:
        """What lies directly inside the package: scans/models/answer.py → models."""
        return self.parts[1]

    @property
    def tree(self) -> ast.Module:
        return ast.parse(self.source)

    @property
    def imports(self) -> list[tuple[str, ...]]:
        return [target for node in ast.walk(self.tree) for target in self.targets(node)]

    @property
    def own_imports(self) -> list[tuple[str, ...]]:
        """What is imported from the house itself, as (package, module, …)."""
        return [target for target in self.imports if target[0] in ARROWS]

    def targets(self, node: ast.AST) -> list[tuple[str, ...]]:
        if isinstance(node, ast.Import):
            return [tuple(alias.name.split(".")) for alias in node.names]
        if isinstance(node, ast.ImportFrom):
            here = self.parts[: -node.level] if node.level else ()
            base = (*here, *(node.module.split(".") if node.module else ()))
            return [(*base, alias.name) for alias in node.names]
        return []


def modules(*packages: str) -> Iterator[Module]:
    """What people wrote: migrations are Django's."""
    for package in packages:
        for file in sorted((ROOT / package).rglob("*.py")):
            if "migrations" in file.parts:
                continue
            yield Module(file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8"))


def floor_of(target: tuple[str, ...]) -> int | None:
    return FLOORS.get(target[1]) if len(target) > 1 else None


def dotted(target: tuple[str, ...]) -> str:
    return ".".join(target)


def arrows_point_down(module: Module) -> Iterator[str]:
    allowed = ARROWS[module.package] | {module.package}
    for target in module.own_imports:
        if target[0] not in allowed:
            yield f"{module.path} imports {dotted(target)}"


def every_module_has_a_floor(module: Module) -> Iterator[str]:
    if module.package != "mvoscan" and module.name not in {"__init__", *FLOORS}:
        yield f"{module.path} has no floor"


def floors_are_not_climbed(module: Module) -> Iterator[str]:
    own = floor_of(module.parts)
    if module.package == "mvoscan" or own is None:
        return
    for target in module.own_imports:
        floor = floor_of(target)
        if floor is not None and floor > own:
            yield f"{module.path} imports {dotted(target)} from a higher floor"


def pure_modules_need_only_python(module: Module) -> Iterator[str]:
    if module.name not in PURE:
        return
    for target in module.imports:
        is_pure_neighbour = target[0] in ARROWS and PURE.issuperset(target[1:2])
        if target[0] not in sys.stdlib_module_names and not is_pure_neighbour:
            yield f"{module.path} imports {dotted(target)}"


def only_urls_import_views(module: Module) -> Iterator[str]:
    if module.name == "urls":
        return
    for target in module.own_imports:
        if target[1:2] == ("views",):
            yield f"{module.path} imports {dotted(target)}"


def time_comes_in_at_the_door(module: Module) -> Iterator[str]:
    floor = floor_of(module.parts)
    if floor is None or floor >= FLOORS["views"]:
        return
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and _name(node.func) in CLOCKS:
            yield f"{module.path}:{node.lineno} looks at the clock"


def _name(node: ast.expr) -> str:
    """The last name of `now` or `timezone.now`."""
    return getattr(node, "attr", None) or getattr(node, "id", "")


def imports_stand_at_the_top(module: Module) -> Iterator[str]:
    """WeasyPrint is slow to import; models are not loaded yet when an app gets `ready`."""
    for function in functions(module.tree):
        is_ready = module.name == "apps" and function.name == "ready"
        for node in ast.walk(function):
            for target in module.targets(node):
                if target[0] != "weasyprint" and not is_ready:
                    yield f"{module.path}:{node.lineno} imports {dotted(target)} in a function"


def functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def sizes_stay_readable(module: Module) -> Iterator[str]:
    lines = len(module.source.splitlines())
    if lines > LONGEST_FILE:
        yield f"{module.path} has {lines} lines"
    for function in functions(module.tree):
        length = (function.end_lineno or 0) - function.lineno + 1
        if length > LONGEST_FUNCTION:
            yield f"{module.path}: {function.name} has {length} lines"


def nothing_is_a_catch_all(module: Module) -> Iterator[str]:
    if CATCH_ALLS & set(module.parts):
        yield f"{module.path} says nothing about what it holds"


Rule = Callable[[Module], Iterator[str]]
RULES_OF_APPS: list[Rule] = [
    arrows_point_down,
    every_module_has_a_floor,
    floors_are_not_climbed,
    pure_modules_need_only_python,
    only_urls_import_views,
    time_comes_in_at_the_door,
    imports_stand_at_the_top,
]
RULES_OF_ALL: list[Rule] = [sizes_stay_readable, nothing_is_a_catch_all]


@pytest.mark.parametrize("rule", RULES_OF_APPS + RULES_OF_ALL)
def test_house_keeps_the_rule(rule):
    packages = [*ARROWS, "tests"] if rule in RULES_OF_ALL else [*ARROWS]

    assert [wrong for module in modules(*packages) for wrong in rule(module)] == []


def test_house_is_found():
    found = {module.package for module in modules(*ARROWS)}

    assert found >= {"mvoscan", "scans", "accounts", "reporting"}


IN_FUNCTION = "def f():\n    import {}\n"
LONG_FUNCTION = "def long():\n" + "    pass\n" * 60

BAD = [
    (arrows_point_down, "accounts/admin.py", "from scans.models import Scan"),
    (arrows_point_down, "accounts/admin.py", "import scans"),
    (arrows_point_down, "reporting/geometry.py", "from scans import scoring"),
    (arrows_point_down, "scans/queries.py", "import trajects.models"),
    (arrows_point_down, "scans/models/scan.py", "from mvoscan import settings"),
    (every_module_has_a_floor, "scans/things.py", ""),
    (floors_are_not_climbed, "scans/models/scan.py", "from scans.actions.scans import finish"),
    (floors_are_not_climbed, "scans/models/scan.py", "from scans.queries import progress"),
    (floors_are_not_climbed, "scans/models/scan.py", "from ..forms import StartForm"),
    (floors_are_not_climbed, "scans/models/scan.py", "from scans.views import start"),
    (floors_are_not_climbed, "scans/actions/scans.py", "from scans import forms"),
    (floors_are_not_climbed, "scans/actions/scans.py", "from accounts import access"),
    (floors_are_not_climbed, "scans/queries.py", "from scans.views.start import start"),
    (pure_modules_need_only_python, "scans/scoring.py", "from django.db import models"),
    (pure_modules_need_only_python, "scans/scoring.py", "from scans.models import Scan"),
    (pure_modules_need_only_python, "accounts/colours.py", "import yaml"),
    (only_urls_import_views, "scans/access.py", "from scans.views.start import start"),
    (only_urls_import_views, "scans/views/start.py", "from scans import views"),
    (only_urls_import_views, "mvoscan/context.py", "import mvoscan.views.health"),
    (time_comes_in_at_the_door, "scans/actions/scans.py", "timezone.now()"),
    (time_comes_in_at_the_door, "scans/scoring.py", "date.today()"),
    (time_comes_in_at_the_door, "scans/models/scan.py", "year = now().year"),
    (imports_stand_at_the_top, "scans/models/scan.py", IN_FUNCTION.format("scans.queries")),
    (imports_stand_at_the_top, "scans/apps.py", IN_FUNCTION.format("scans.models")),
    (sizes_stay_readable, "scans/queries.py", "x = 1\n" * 401),
    (sizes_stay_readable, "scans/queries.py", LONG_FUNCTION),
    (nothing_is_a_catch_all, "scans/utils.py", ""),
    (nothing_is_a_catch_all, "scans/common/dates.py", ""),
    (nothing_is_a_catch_all, "tests/helpers.py", ""),
]

GOOD = [
    (arrows_point_down, "trajects/queries.py", "from scans.models import Scan"),
    (arrows_point_down, "scans/queries.py", "from accounts.models import User\nimport django"),
    (arrows_point_down, "mvoscan/urls.py", "from scans.views.start import start"),
    (every_module_has_a_floor, "mvoscan/middleware.py", ""),
    (every_module_has_a_floor, "scans/__init__.py", ""),
    (floors_are_not_climbed, "scans/views/start.py", "from scans import access, forms"),
    (floors_are_not_climbed, "scans/actions/scans.py", "from scans.models import Scan"),
    (floors_are_not_climbed, "scans/queries.py", "from . import models\nimport scans"),
    (pure_modules_need_only_python, "reporting/geometry.py", "from reporting.formatting import x"),
    (pure_modules_need_only_python, "scans/queries.py", "import django"),
    (only_urls_import_views, "scans/urls.py", "from scans.views.start import start"),
    (only_urls_import_views, "accounts/adapter.py", "from allauth.account import views"),
    (time_comes_in_at_the_door, "scans/views/start.py", "timezone.now()"),
    (imports_stand_at_the_top, "mvoscan/views/health.py", IN_FUNCTION.format("weasyprint")),
    (imports_stand_at_the_top, "scans/apps.py", "def ready():\n    import scans.checks"),
    (sizes_stay_readable, "scans/queries.py", "x = 1\n" * 400),
    (sizes_stay_readable, "scans/queries.py", LONG_FUNCTION.removesuffix("    pass\n")),
]


@pytest.mark.parametrize(("rule", "path", "source"), BAD)
def test_rule_bites(rule, path, source):
    assert len(list(rule(Module(path, source)))) == 1


@pytest.mark.parametrize(("rule", "path", "source"), GOOD)
def test_rule_lets_pass(rule, path, source):
    assert list(rule(Module(path, source))) == []


def test_every_rule_is_seen_to_bite():
    assert {rule for rule, _, _ in BAD} == {*RULES_OF_APPS, *RULES_OF_ALL}
