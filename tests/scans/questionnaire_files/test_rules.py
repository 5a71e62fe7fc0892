from pathlib import Path

import pytest

from scans.questionnaire_files import read_questionnaire
from tests.scans.questionnaire_files.sample import (
    CONDITION,
    STATEMENT,
    TAXONOMY,
    edit,
    expected,
    problems_of,
    write_sample,
)

# What is replaced in the sample, by what, and all that is reported then.
HEAD_CASES: list[tuple[str, ...]] = [
    ("version: 1", "version: 0", "2: version must be 1 to 9999"),
    ("code: soort-bestuur", "code: eigen-ploeg", "15: duplicate fact `eigen-ploeg`"),
    ("type: choice", "type: yes_no", "9: soort-bestuur: a yes_no fact has no options"),
    (
        "      - {code: provincie, label: Provincie}\n",
        "",
        "9: soort-bestuur: a choice needs two options",
    ),
    ("code: provincie", "code: gemeente", "11: soort-bestuur: duplicate option `gemeente`"),
    ("[11]", "[11, 16]", "14: soort-bestuur: unknown theme number 16"),
]
THEME_CASES: list[tuple[str, ...]] = [
    # structure
    (
        "code: aankopen\n",
        "code: aankoop\n",
        "3: unknown theme `aankoop`; did you mean `aankopen`?",
        *(
            f"{line}: code `aankopen-{step}a` must be `aankoop-{step}` and a track (a)"
            for step, line in enumerate(range(17, 67, 10), 1)
        ),
    ),
    ("number: 11", "number: 1", "2: `number` of theme `aankopen` is `11` in the taxonomy"),
    (
        "name: Duurzaam aankopen",
        "name: Aankopen",
        "4: `name` of theme `aankopen` is `Duurzaam aankopen` in the taxonomy",
    ),
    ('["6.6"]', '["6.7"]', "5: `iso26000` of theme `aankopen` is 6.6 in the taxonomy"),
    ("[8, 12]", "[8]", "6: `sdgs` of theme `aankopen` is 8, 12 in the taxonomy"),
    ("sdgs: [8, 12]", "sdgs: [8, 12]\n  weight: 10", "7: aankopen: weight must be 1 to 9, not 10"),
    (
        "    - {word: bestek, means: Wat we vragen.}",
        "    - {word: bestek, means: A.}\n    - {word: bestek, means: B.}",
        "16: duplicate word `bestek`",
    ),
    (
        "    - {code: criteria, name: Criteria, about: Wat we vragen.}",
        "    - {code: criteria, name: A, about: B.}\n    - {code: criteria, name: C, about: D.}",
        "12: duplicate subtheme `criteria`",
    ),
    (
        "code: aankopen-2a",
        "code: aankopen-2b",
        "27: code `aankopen-2b` must be `aankopen-2` and a track (a)",
    ),
    (
        "code: aankopen-2a",
        "code: aankopen-1a",
        "27: code `aankopen-1a` must be `aankopen-2` and a track (a)",
        "27: duplicate code `aankopen-1a`, also at {folder}/11-aankopen.yaml:17",
    ),
    (
        "aankopen-2a\n    step: 2",
        "aankopen-6a\n    step: 6",
        "3: theme `aankopen` has no statement on step 2",
        "28: aankopen-6a: step must be 1 to 5, not 6",
    ),
    ("light: true", "light: false", "3: theme `aankopen` has no light statement on step 1"),
    ("    subtheme: criteria", "    subtheme: keten", "19: aankopen-1a: unknown subtheme `keten`"),
    (
        "department: aankoop",
        "department: aankopen",
        "26: aankopen-1a: unknown department `aankopen`; did you mean `aankoop`?",
    ),
    ("weight: 1", "weight: 0", "21: aankopen-1a: weight must be 1 to 9, not 0"),
    # facts
    (
        "fact: eigen-ploeg",
        "fact: eigen-ploegen",
        "67: aankopen-5a: unknown fact `eigen-ploegen`; did you mean `eigen-ploeg`?",
    ),
    ("in: [ja]", "in: [ja, soms]", "67: aankopen-5a: `eigen-ploeg` is ja, nee, never `soms`"),
    (
        "eigen-ploeg, in: [ja]",
        "soort-bestuur, in: [ja]",
        "67: aankopen-5a: `soort-bestuur` is gemeente, provincie, never `ja`",
    ),
    # text
    ("Stap 1 is gezet.", "woord " * 26, "22: aankopen-1a: text has 26 words; at most 25"),
    (
        "Stap 1 is gezet.",
        "We kochten en herstelden.",
        "22: aankopen-1a: text holds `en`: two claims, or one of fixed_names",
    ),
    (
        "Stap 1 is gezet.",
        "We kochten Of herstelden.",
        "22: aankopen-1a: text holds `of`: two claims, or one of fixed_names",
    ),
    (
        "Stap 1 is gezet.",
        "We kochten en/of herstelden.",
        "22: aankopen-1a: text holds `en/of`: two claims, or one of fixed_names",
    ),
    (
        "Stap 1 is gezet.",
        "Niet gekocht, geen plan.",
        "22: aankopen-1a: text holds `geen`; say what is there instead",
        "22: aankopen-1a: text holds `niet`; say what is there instead",
    ),
    (
        "Stap 1 is gezet.",
        "Gezet zonder plan.",
        "22: aankopen-1a: text holds `zonder`; say what is there instead",
    ),
    ("Ja als stap 1", "Als stap 1", "23: aankopen-1a: help has no sentence with `Ja als`"),
    ("Nee als hij", "Ook als hij", "23: aankopen-1a: help has no sentence with `Nee als`"),
]


@pytest.mark.parametrize(
    ("old", "new", "lines"), [(case[0], case[1], case[2:]) for case in HEAD_CASES]
)
def test_head_file_that_breaks_a_rule(
    folder: Path, old: str, new: str, lines: tuple[str, ...]
) -> None:
    edit(folder / "vragenlijst.yaml", old, new)

    problems = problems_of(folder)

    assert problems == expected(folder, "vragenlijst.yaml", lines)


@pytest.mark.parametrize(
    ("old", "new", "lines"), [(case[0], case[1], case[2:]) for case in THEME_CASES]
)
def test_theme_file_that_breaks_a_rule(
    folder: Path, old: str, new: str, lines: tuple[str, ...]
) -> None:
    edit(folder / "11-aankopen.yaml", old, new)

    problems = problems_of(folder)

    assert problems == expected(folder, "11-aankopen.yaml", lines)


SECOND_SUBTHEME = "    - {code: keten, name: C, about: D.}\n  tracks:\n"


def test_subtheme_without_statement_of_a_finished_theme(tmp_path):
    path = write_sample(tmp_path) / "11-aankopen.yaml"
    edit(path, "  tracks:\n    a: Eisen stellen\n", f"{SECOND_SUBTHEME}    a: A\n    b: B\n")
    full = STATEMENT.format(step=5).replace("5a", "5b").replace("light: true", "light: false")
    edit(path, CONDITION, CONDITION + full)

    assert problems_of(tmp_path) == [f"{path}:12: subtheme `keten` has no statement"]


def test_subtheme_without_statement_waits_for_the_tracks_to_come(tmp_path):
    path = write_sample(tmp_path) / "11-aankopen.yaml"
    edit(path, "  tracks:\n", SECOND_SUBTHEME)

    source = read_questionnaire(tmp_path, taxonomy=TAXONOMY)

    assert [subtheme.code for subtheme in source.themes[0].subthemes] == ["criteria", "keten"]
