from pathlib import Path

import pytest

from tests.scans.questionnaire_files.sample import edit, expected, problems_of

# What is replaced in the sample, by what, and all that is reported then.
HEAD_CASES: list[tuple[str, ...]] = [
    ("version: 1", 'version: "1"', "2: `version` must be a whole number, not `1`"),
    ("version: 1\n", "", "1: missing key `version` in the questionnaire"),
    ("version: 1", "version: 1\ntitle: A", "3: unknown key `title` in the questionnaire"),
    (": government", ": state", "1: `variant` must be one of government, company, not `state`"),
    ("\n  - gemeente en OCMW", " []", "3: `fixed_names` is an empty list"),
    (
        "  - gemeente en OCMW",
        "  - 1.5",
        "4: `fixed_names` must be text, not a decimal number: put it between quotes",
    ),
    (
        "code: soort-bestuur",
        "code: Soort",
        "6: `code` may hold small letters, digits and hyphens only: `Soort`",
    ),
    ("label: Provincie", "label: ' '", "11: `label` is empty"),
    ("[11]", "[elf]", "14: `useful_in_themes` must be a whole number, not `elf`"),
]
THEME_CASES: list[tuple[str, ...]] = [
    # shape
    ("  number: 11", "  number: 11\n  number: 11", "3: duplicate key `number` in theme"),
    (
        "    help: Ja",
        "    hlep: Ja",
        "17: missing key `help` in statement",
        "23: unknown key `hlep` in statement; did you mean `help`?",
    ),
    ("step: 1", "step: een", "18: `step` must be a whole number, not `een`"),
    ("step: 1", "step: 1.0", "18: `step` must be a whole number, not `1.0`"),
    ("light: true", "light: yes", "20: `light` must be true or false, not `yes`"),
    ("light: true", "light: [true]", "20: `light` must be true or false, not a list"),
    (
        "text: Stap 1 is gezet.",
        "text: 2026-01-01",
        "22: `text` must be text, not a date: put it between quotes",
    ),
    ("text: Stap 1 is gezet.", "text: [Stap 1]", "22: `text` must be text, not a list"),
    (
        "text: Stap 1 is gezet.",
        "text: !stap 1",
        "22: `text` must be text, not a value with the tag !stap: put it between quotes",
    ),
    ("text: Stap 1 is gezet.", 'text: "Stap\\x07"', "22: `text` holds a control character"),
    ("text: Stap 1 is gezet.", f"text: {'a' * 301}", "22: `text` has 301 characters; at most 300"),
    ("evidence: Bewijs 1.", "evidence:", "24: `evidence` is empty"),
    ("example: Voorbeeld 1.", "example: ''", "25: `example` is empty"),
    ("help: Ja als stap 1 gezet is. Nee als hij gepland is.", "help: >-", "23: `help` is empty"),
    (
        "  tracks:\n    a: Eisen stellen",
        "  tracks: [a]",
        "12: tracks must be a group of keys, not a list",
    ),
    (
        "    a: Eisen stellen",
        "    a: Eisen stellen\n    Extra: Meer",
        "14: unknown key `Extra` in tracks",
    ),
    (
        "    a: Eisen stellen",
        "    a: Eisen stellen\n    [b]: Meer",
        "14: a key of tracks must be text, not a list",
    ),
    (
        "  words:\n    - {word: bestek, means: Wat we vragen.}",
        "  words: bestek",
        "14: `words` must be a list, not text",
    ),
    (
        "theme:\n",
        "thema:\n",
        "1: missing key `theme` in the theme file",
        "1: unknown key `thema` in the theme file; did you mean `theme`?",
    ),
    (
        "    condition: {fact: eigen-ploeg, in: [ja]}",
        "    condition: eigen-ploeg",
        "67: condition must be a group of keys, not text",
    ),
    # YAML
    (
        "  name: Duurzaam aankopen",
        "  name: Duurzaam: aankopen",
        "4: not valid YAML: mapping values are not allowed in this context",
    ),
    ("  sdgs: [8, 12]", "  sdgs: [8, 12", "7: not valid YAML: did not find expected ',' or ']'"),
    ("  intro: We kopen veel.", "  intro: *veel", "8: aliases (*name) are not used here"),
    (
        "scope: Wat we kopen.\n  intro: We kopen veel.",
        "scope: &a Wat\n  intro: *a",
        "8: aliases (*name) are not used here",
    ),
    ("  intro: We kopen veel.", "  intro: We\x07", "8: holds a character that YAML forbids"),
]


@pytest.mark.parametrize(
    ("old", "new", "lines"), [(case[0], case[1], case[2:]) for case in HEAD_CASES]
)
def test_head_file_with_another_shape(
    folder: Path, old: str, new: str, lines: tuple[str, ...]
) -> None:
    edit(folder / "vragenlijst.yaml", old, new)

    problems = problems_of(folder)

    assert problems == expected(folder, "vragenlijst.yaml", lines)


@pytest.mark.parametrize(
    ("old", "new", "lines"), [(case[0], case[1], case[2:]) for case in THEME_CASES]
)
def test_theme_file_with_another_shape(
    folder: Path, old: str, new: str, lines: tuple[str, ...]
) -> None:
    edit(folder / "11-aankopen.yaml", old, new)

    problems = problems_of(folder)

    assert problems == expected(folder, "11-aankopen.yaml", lines)
