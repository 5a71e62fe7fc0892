"""The columns of a workbook with initiatives: what they are called, and how they are known again.

Themes, departments and SDGs have several columns each, so that every cell can have a list to
choose from. A heading is known in every language of the product, with or without a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Kind = TypeVar("Kind")


class Column(StrEnum):
    TITLE = "title"
    DESCRIPTION = "description"
    THEME = "theme"
    DEPARTMENT = "department"
    STATUS = "status"
    SCOPE = "scope"
    SINCE = "since"
    SDG = "sdg"
    BBC_CODE = "bbc_code"
    EVIDENCE = "evidence"


@dataclass(frozen=True)
class Wording:
    """`meaning` explains the column on a sheet of its own."""

    heading: Promise
    meaning: Promise


WORDS: Mapping[Column, Wording] = {
    Column.TITLE: Wording(_("Initiative"), _("A short name, as colleagues call it. Required.")),
    Column.DESCRIPTION: Wording(
        _("What it is"), _("In two or three sentences: what happens, for whom, with whom.")
    ),
    Column.THEME: Wording(
        _("Theme"),
        _("One theme in each cell, from the list. At least one is required."),
    ),
    Column.DEPARTMENT: Wording(
        _("Department"),
        _("One department of your organisation in each cell, from the list."),
    ),
    Column.STATUS: Wording(_("Status"), _("Running, planned or stopped. Required.")),
    Column.SCOPE: Wording(
        _("For whom"),
        _("How your organisation itself works, or what residents notice. Required."),
    ),
    Column.SINCE: Wording(_("Since"), _("The year in which it began, in four digits.")),
    Column.SDG: Wording(_("SDG"), _("One Sustainable Development Goal in each cell.")),
    Column.BBC_CODE: Wording(
        _("Code in the multi-year plan"),
        _("The code of the goal, the plan or the action in your BBC, if it has one."),
    ),
    Column.EVIDENCE: Wording(
        _("Link to evidence"),
        _("A page, a decision or a report where one can see it."),
    ),
}
# How many columns there are when nothing needs more.
USUAL = {Column.THEME: 3, Column.DEPARTMENT: 3, Column.SDG: 3}
NUMBER_AT_THE_END = re.compile(r"\s*\d+\Z")


def headings(counts: Mapping[Column, int]) -> list[tuple[Column, str]]:
    """Each column in order; what comes more than once carries a number."""
    found = []
    for column, words in WORDS.items():
        if column in counts:
            own = range(1, counts[column] + 1)
            found += [(column, f"{words.heading} {number}") for number in own]
        else:
            found.append((column, str(words.heading)))
    return found


def column_of(heading: str) -> Column | None:
    name = NUMBER_AT_THE_END.sub("", normal(heading))
    return _known().get(name)


def normal(text: str) -> str:
    """What counts of a text that somebody typed or chose."""
    return " ".join(text.split()).casefold()


def _known() -> dict[str, Column]:
    return spelled((column, words.heading) for column, words in WORDS.items())


def spelled(words: Iterable[tuple[Kind, Promise | str]]) -> dict[str, Kind]:
    """Every word in every language of the product, to what it stands for."""
    pairs = list(words)
    found: dict[str, Kind] = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            found.update((normal(str(word)), kind) for kind, word in pairs)
    return found
