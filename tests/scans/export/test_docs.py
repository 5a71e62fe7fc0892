"""docs/exports.md is what a reader of the files has beside them: it names what is in them."""

import re

import pytest
from django.conf import settings
from django.utils import translation

from scans.export import SCAN, STATEMENT, THEME, WRITTEN

DOCUMENT = (settings.BASE_DIR / "docs" / "exports.md").read_text()
PARTS = {"Overview": SCAN, "Themes": THEME, "Answers": (*STATEMENT, *WRITTEN)}


def rows_of(part: str) -> list[tuple[str, ...]]:
    """The table under this heading: column, its Dutch name, meaning."""
    section = re.split(r"^## ", DOCUMENT.partition(f"\n## {part}\n")[2], flags=re.MULTILINE)[0]
    lines = [line for line in section.splitlines() if line.startswith("| ")]
    return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines[1:]]


@pytest.mark.parametrize("part", PARTS)
def test_document_says_what_each_column_means(part):
    with translation.override("en"):
        expected = [(str(column.heading), str(column.meaning)) for column in PARTS[part]]

    assert [(name, meaning) for name, _dutch, meaning in rows_of(part)] == expected


@pytest.mark.parametrize("part", PARTS)
def test_document_has_the_dutch_names_of_the_columns(part):
    with translation.override("nl"):
        expected = [str(column.heading) for column in PARTS[part]]

    assert [dutch for _name, dutch, _meaning in rows_of(part)] == expected
