"""One example action without faults as a file, and what tests do to it."""

from pathlib import Path

import pytest

from scans.example_files import Example, read_examples
from scans.questionnaire_files import InvalidFiles
from tests.scans.questionnaire_files.sample import FIXTURES, TAXONOMY, edit

STATEMENTS = frozenset({"aankopen-1a", "aankopen-2a"})
NAME = "11-aankopen.yaml"
# The title stands on line 5, the range of days on line 9.
SAMPLE = """\
actions:
  - code: actie-aankopen-01
    theme: aankopen
    track: a
    title: Kies samen papier
    what: We kiezen papier met een keurmerk.
    why: Papier kopen we elk jaar.
    first_step: Tel de dozen.
    effort: {level: klein, staff_days: [1, 3], who: "De dienst aankoop."}
    cost: {once: [0, 100], yearly: [0, 0], note: "Een staal."}
    lead_time_months: [1, 2]
    indicator:
      name: Dozen met een keurmerk
      unit: dozen
      how_to_measure: Tel de facturen.
      example: {baseline: 0, target: 12.5, within_months: 6}
    sdgs: [12, 8]
    helps: [aankopen-2a, aankopen-1a]
    departments: {lead: aankoop, partners: [milieu]}
    tips:
      - Begin klein.
      - Vraag een staal.
    pitfalls:
      - Te veel soorten.
      - Te laat bestellen.
"""
SECOND = """\
  - code: actie-aankopen-02
    theme: aankopen
    track: b
    title: Leen een lader
    what: Iedereen leent voor hij koopt.
    why: Wat stilstaat kost geld.
    first_step: Open de kasten.
    effort: {level: middel, staff_days: [6, 14], who: "Alle diensten."}
    cost: {once: [0, 0], yearly: [0, 0]}
    lead_time_months: [2, 2]
    indicator:
      name: Geleende toestellen
      unit: stuks
      how_to_measure: Kijk in het schrift.
      example: {baseline: 1, target: 9, within_months: 12}
    sdgs: [12]
    helps: [aankopen-1a]
    departments: {lead: aankoop}
    tips:
      - Maak een lijst.
      - Kleef een nummer.
    pitfalls:
      - Alles achter slot.
      - Geen schrift.
"""


def write_sample(folder: Path, text: str = SAMPLE) -> Path:
    (folder / NAME).write_text(text, encoding="utf-8")
    return folder


def read(folder: Path) -> tuple[Example, ...]:
    return read_examples(folder, taxonomy=TAXONOMY, statements=STATEMENTS)


def problems_of(folder: Path) -> list[str]:
    with pytest.raises(InvalidFiles) as caught:
        read(folder)
    return [str(problem).removeprefix(f"{folder}/") for problem in caught.value.problems]


__all__ = ["FIXTURES", "NAME", "SAMPLE", "SECOND", "edit", "problems_of", "read", "write_sample"]
