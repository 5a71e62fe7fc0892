"""How a dossier speaks of people: by name, or by what they are.

Everything that people are called, or wrote themselves, passes here once. Without names a person
becomes their function and department, and a full name within a text that somebody wrote becomes
the same; so do a family name after "mevrouw" or "schepen", and an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.translation import gettext as _

WORD = re.compile(r"\w+")
ADDRESS = re.compile(r"[\w.+'-]+@\w[\w.-]*\w")
# What stands before a family name: the first are left out with it, the others stay. Content.
FORMS = ("mevrouw", "mevr", "mvr", "mw", "meneer", "mijnheer", "dhr", r"de\s+heer", "heer")
POSTS = ("schepen", "burgemeester", "voorzitter", "directeur", "raadslid", "collega")
# First names that begin many a Dutch sentence, or that a street or a season bears, and what takes
# part under no name of its own. Content.
ALSO_WORDS = frozenset(
    (
        *("An", "Bloem", "De", "Fleur", "Iris", "Jan", "Lente", "Lief", "Linde", "Mark", "Mei"),
        *("Bestuur", "Burgemeester", "College", "Directeur", "Directie", "Directieteam", "Dienst"),
        *("Diensthoofd", "Gemeente", "Gemeenteraad", "Managementteam", "Raad", "Schepen"),
        *("Schepencollege", "Schepenen", "Secretaris", "Stad", "Voorzitter"),
        *("Merel", "Pol", "Rein", "Roos", "Storm", "Van", "Wolf", "Zomer", "Zon"),
    )
)


@dataclass(frozen=True)
class Known:
    """Somebody who may be named in a text. `office` is what they are; empty when nobody knows.
    `is_close`: takes part, so that a first name alone is enough to know who it is. `address` is
    that of their mail."""

    name: str
    office: str = ""
    is_close: bool = False
    address: str = ""


@dataclass(frozen=True)
class Voice:
    with_names: bool
    people: tuple[Known, ...] = field(default=(), repr=False)

    def person(self, name: str, office: str = "") -> str:
        """Empty without names when nothing else is known of them."""
        return name if self.with_names else office

    def text(self, text: str) -> str:
        """As it was written; without names nobody known is named in it."""
        if self.with_names:
            return text
        said = ADDRESS.sub(self._of_address, text) if "@" in text else text
        if self._beginnings.isdisjoint(WORD.findall(said.casefold())):
            return said
        said = self._names.sub(lambda found: self._office(found.group(1)), said)
        said = self._titled.sub(self._of_family, said)
        return self._first_names.sub(lambda found: self._close[found.group(1)], said)

    def texts(self, texts: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.text(one) for one in texts)

    @cached_property
    def _names(self) -> re.Pattern[str]:
        """The longest first, since one name may begin with another; between its words any blank.
        What is somebody's ends in an s."""
        longest = sorted(self._offices, key=len, reverse=True)
        choices = "|".join(r"\s+".join(map(re.escape, key.split())) for key in longest)
        return re.compile(rf"(?<!\w)({choices})(?:['’]?s|['’])?(?!\w)", re.IGNORECASE)

    @cached_property
    def _titled(self) -> re.Pattern[str]:
        longest = sorted(self._families, key=len, reverse=True)
        choices = "|".join(r"\s+".join(map(re.escape, key.split())) for key in longest) or r"(?!)"
        forms, posts = "|".join(FORMS), "|".join(POSTS)
        called = rf"(?<!\w)(?:(?:{forms})\.?|({posts}))\s+({choices})(?:['’]?s|['’])?(?!\w)"
        return re.compile(called, re.IGNORECASE)

    def _of_family(self, found: re.Match[str]) -> str:
        return found.group(1) or self._families[" ".join(found.group(2).casefold().split())]

    def _of_address(self, found: re.Match[str]) -> str:
        return self._addresses.get(found.group().casefold(), found.group())

    @cached_property
    def _first_names(self) -> re.Pattern[str]:
        """With their capital, as a word in small letters is no name."""
        choices = "|".join(map(re.escape, sorted(self._close, key=len, reverse=True)))
        return re.compile(rf"(?<!\w)({choices})(?:['’]?s|['’])?(?!\w)" if choices else r"(?!)")

    @cached_property
    def _close(self) -> Mapping[str, str]:
        """By first name what somebody is; of two who are called the same no more than that."""
        found: dict[str, set[str]] = {}
        for one in self.people:
            first, _blank, family = one.name.strip().partition(" ")
            if one.is_close and first and first not in ALSO_WORDS:
                office = self._office(one.name) if family else one.office
                found.setdefault(first, set()).add(office)
        return _one_of_each(found)

    @cached_property
    def _families(self) -> Mapping[str, str]:
        """As `_close`, by family name in small letters."""
        found: dict[str, set[str]] = {}
        for one in self.people:
            _first, *family = one.name.casefold().split() or [""]
            if family:
                found.setdefault(" ".join(family), set()).add(self._office(one.name))
        return _one_of_each(found)

    @cached_property
    def _addresses(self) -> Mapping[str, str]:
        found: dict[str, set[str]] = {}
        for one in self.people:
            if one.address:
                found.setdefault(one.address.casefold(), set()).add(self._office(one.name))
        return _one_of_each(found)

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        """A text without any of these words names nobody: most texts need no closer look."""
        alone = (first.casefold() for first in self._close)
        keys = (*self._offices, *alone)
        return frozenset(word for key in keys for word in WORD.findall(key)[:1])

    @cached_property
    def _offices(self) -> Mapping[str, str]:
        """By full name in small letters, also with the family name first; "An" and "Mark" alone are
        words as well. What is known of somebody wins from nothing."""
        found: dict[str, str] = {}
        for one in self.people:
            first, *family = one.name.casefold().split() or [""]
            for words in ((first, *family), (*family, first)) if family else ():
                key = " ".join(words)
                found[key] = found.get(key) or one.office
        return found

    def _office(self, name: str) -> str:
        return self._offices.get(" ".join(name.casefold().split())) or _("a colleague")


def _one_of_each(found: Mapping[str, set[str]]) -> dict[str, str]:
    """Of several who are called the same, no more than that somebody is."""
    return {
        key: (min(offices) if len(offices) == 1 else "") or _("a colleague")
        for key, offices in found.items()
    }
