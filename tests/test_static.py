"""The files a browser asks for: all there, none from elsewhere, and readable in every theme."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command

from accounts.colours import contrast
from trajects.documents.choice import NOTE_STYLES
from trajects.documents.photo import PHOTO_STYLES
from trajects.documents.plan import PLAN_STYLES

STATIC = settings.BASE_DIR / "static"
TEMPLATES = settings.BASE_DIR / "templates"
TOKENS = (STATIC / "css" / "tokens.css").read_text()
SVG_NAMESPACE = "http://www.w3.org/2000/svg"
FIXED_INK = "#1a282c"
# Only how far they stand from what is above them differs.
SPACED_TWICE = {"gap-s", "call", "withstairs"}

# Foreground, background, least contrast: body text 12, other text 4.5, shapes one must see 3.
PAIRS = [
    ("--ink", "--paper", 12),
    ("--ink", "--surface", 12),
    ("--ink", "--sunk", 4.5),
    ("--ink", "--action-soft", 10),
    ("--ink", "--warn-soft", 10),
    ("--ink", "--danger-soft", 10),
    ("--ink", "--differs-soft", 10),
    ("--ink-soft", "--paper", 4.5),
    ("--ink-soft", "--surface", 4.5),
    ("--ink-soft", "--sunk", 4.5),
    ("--ink-soft", "--action-soft", 4.5),
    ("--action", "--paper", 4.5),
    ("--action", "--surface", 4.5),
    ("--action", "--action-soft", 4.5),
    ("--action-strong", "--paper", 4.5),
    ("--on-action", "--action", 4.5),
    ("--on-action", "--action-strong", 4.5),
    ("--on-hero", "--hero", 4.5),
    ("--on-hero-soft", "--hero", 4.5),
    ("--surface", "--yes", 4.5),
    ("--surface", "--no", 4.5),
    ("--yes", "--yes-soft", 4.5),
    ("--no", "--no-soft", 4.5),
    ("--on-unknown", "--unknown-fill", 4.5),
    ("--unknown", "--unknown-soft", 4.5),
    ("--on-na", "--na-fill", 4.5),
    ("--na", "--na-soft", 4.5),
    ("--differs", "--differs-soft", 4.5),
    ("--differs", "--paper", 4.5),
    ("--warn", "--warn-soft", 4.5),
    ("--warn", "--paper", 4.5),
    ("--danger", "--danger-soft", 4.5),
    ("--danger", "--surface", 4.5),
    ("--danger", "--paper", 4.5),
    ("--surface", "--danger", 4.5),
    ("--ambition", "--ambition-soft", 4.5),
    ("--on-block", "--block", 4.5),
    ("--control", "--paper", 3),
    ("--control", "--surface", 3),
    ("--control", "--sunk", 3),
    ("--d-fill", "--d-track", 3),
    ("--d-fill", "--d-band", 3),
    ("--d-edge", "--paper", 3),
    ("--hero-btn", "--hero", 3),
    ("--focus", "--paper", 3),
    ("--focus", "--focus-gap", 3),
]


def template_sources() -> Iterator[tuple[Path, str]]:
    return ((path, path.read_text()) for path in sorted(TEMPLATES.rglob("*.html")))


def named_in_templates(pattern: str) -> set[str]:
    return {name for _, source in template_sources() for name in re.findall(pattern, source)}


def colours_after(selector: str) -> dict[str, str]:
    """The colour tokens of the rule that starts with `selector`."""
    rule = TOKENS.split(f"{selector} {{", 1)[1].split("}", 1)[0]
    return dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{6});", rule))


THEMES = {
    "light": colours_after("\n:root"),
    "dark": colours_after('\n:root[data-bs-theme="dark"]'),
    "print": colours_after(
        ':root, :root[data-bs-theme="dark"], :root:not([data-bs-theme="light"])'
    ),
}


def test_static_files_named_in_templates_exist():
    named = named_in_templates(r"""{% static ['"]([^'"]+)['"] %}""")

    missing = {name for name in named if finders.find(name) is None}

    assert missing == set()


def test_icons_named_in_templates_are_in_the_sprite():
    drawn = set(re.findall(r'<symbol id="([\w-]+)"', (STATIC / "icons.svg").read_text()))

    named = named_in_templates(r'"_icon\.html" with name="([\w-]+)"')

    assert named - drawn == set()


def test_styles_are_all_linked_or_used_in_print():
    written = {f"css/{path.relative_to(STATIC / 'css')}" for path in STATIC.rglob("css/**/*.css")}

    linked = named_in_templates(r"""{% static ['"](css/[^'"]+\.css)['"] %}""")

    assert written == linked | {*PHOTO_STYLES, *NOTE_STYLES, *PLAN_STYLES}


def test_name_of_a_component_belongs_to_one_stylesheet():
    """All are loaded on every page: the second would draw the first one anew."""
    owners: dict[str, set[str]] = {}
    for sheet in (STATIC / "css" / "components").glob("*.css"):
        for name in re.findall(r"(?m)^\.([\w-]+) \{", sheet.read_text()):
            owners.setdefault(name, set()).add(sheet.name)

    assert {name for name, sheets in owners.items() if len(sheets) > 1} == SPACED_TWICE


def test_collectstatic_with_hashed_names_finds_every_reference(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
    }

    call_command("collectstatic", interactive=False, verbosity=0)

    assert len(list(tmp_path.glob("icons.*.svg"))) == 1


def test_stylesheets_fetch_nothing_from_elsewhere():
    fetches = re.compile(r"""@import|url\(\s*["']?(?:\w+:)?//""")

    found = {path.name for path in STATIC.rglob("*.css") if fetches.search(path.read_text())}

    assert found == set()


def test_templates_and_scripts_name_no_other_host():
    sources = [*template_sources(), *((path, path.read_text()) for path in STATIC.rglob("*.js"))]
    address = re.compile(r"""["'(=](?:https?:)?//[^"')\s]+""")

    found = {
        (path.name, hit)
        for path, source in sources
        for hit in address.findall(source.replace(SVG_NAMESPACE, ""))
    }

    assert found == set()


def test_dark_tokens_are_the_same_by_choice_and_by_system():
    by_system = colours_after('  :root:not([data-bs-theme="light"])')

    assert by_system == THEMES["dark"]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_contrast_of_token_pair_is_enough(theme, front, back, least):
    colours = THEMES[theme]

    assert contrast(colours[front], colours[back]) >= least


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("back", ["--hero-btn", "--gold"])
def test_contrast_of_fixed_ink_is_enough(theme, back):
    assert contrast(FIXED_INK, THEMES[theme][back]) >= 4.5
