from pathlib import Path

import pytest

from scans.questionnaire_files import content_hash, read_questionnaire
from tests.scans.questionnaire_files.sample import SAMPLE, TAXONOMY, edit, problems_of


def test_every_problem_of_every_file_is_reported_in_order(folder: Path) -> None:
    edit(
        folder / "11-aankopen.yaml",
        "    help: Ja als stap 1 gezet is. Nee als hij gepland is.\n",
        "",
    )
    edit(folder / "11-aankopen.yaml", "Stap 1 is gezet.", "Stap 1 is niet gezet.")
    edit(folder / "11-aankopen.yaml", "step: 4", "step: vier")
    edit(folder / "11-aankopen.yaml", "Stap 5 is gezet.", "Stap 5 of 6 is gezet.")
    edit(folder / "vragenlijst.yaml", "version: 1", "version: een")

    problems = problems_of(folder)

    assert problems == [
        f"{folder}/11-aankopen.yaml:17: missing key `help` in statement",
        f"{folder}/11-aankopen.yaml:22: aankopen-1a: text holds `niet`; say what is there instead",
        f"{folder}/11-aankopen.yaml:47: `step` must be a whole number, not `vier`",
        f"{folder}/11-aankopen.yaml:61: aankopen-5a: text holds `of`:"
        " two claims, or one of fixed_names",
        f"{folder}/vragenlijst.yaml:2: `version` must be a whole number, not `een`",
    ]


def test_statement_that_is_no_group_of_keys(folder: Path) -> None:
    edit(folder / "11-aankopen.yaml", "statements:\n", "statements:\n  - Stap 0\n")

    problems = problems_of(folder)

    assert problems == [
        f"{folder}/11-aankopen.yaml:17: statement must be a group of keys, not text"
    ]


def test_statement_and_theme_without_code_are_named_by_what_they_are(folder: Path) -> None:
    edit(folder / "11-aankopen.yaml", "  code: aankopen\n", "  weight: 0\n")
    edit(folder / "11-aankopen.yaml", "code: aankopen-1a\n", "weight: 1\n")
    edit(folder / "11-aankopen.yaml", "light: true\n    weight: 1", "light: true")
    edit(folder / "11-aankopen.yaml", "Stap 1 is gezet.", "Geen stap gezet.")

    problems = problems_of(folder)

    assert problems == [
        f"{folder}/11-aankopen.yaml:2: missing key `code` in theme",
        f"{folder}/11-aankopen.yaml:3: theme: weight must be 1 to 9, not 0",
        f"{folder}/11-aankopen.yaml:17: missing key `code` in statement",
        f"{folder}/11-aankopen.yaml:21: statement: text holds `geen`; say what is there instead",
    ]


def test_statement_codes_and_themes_are_unique_across_files(folder: Path) -> None:
    (folder / "12-kopie.yaml").write_text(SAMPLE["11-aankopen.yaml"], encoding="utf-8")

    problems = problems_of(folder)

    first, copy = f"{folder}/11-aankopen.yaml", f"{folder}/12-kopie.yaml"
    assert problems == [
        f"{copy}:3: duplicate theme `aankopen`, also in {first}",
        *(
            f"{copy}:{line}: duplicate code `aankopen-{step}a`, also at {first}:{line}"
            for step, line in enumerate(range(17, 67, 10), start=1)
        ),
    ]


def test_fixed_name_may_hold_a_word_that_texts_avoid(folder: Path) -> None:
    edit(folder / "11-aankopen.yaml", "Stap 1 is gezet.", "Gemeente en OCMW zetten stap 1.")

    source = read_questionnaire(folder, taxonomy=TAXONOMY)

    assert source.themes[0].statements[0].text == "Gemeente en OCMW zetten stap 1."


def test_text_of_25_words_is_short_enough(folder: Path) -> None:
    edit(folder / "11-aankopen.yaml", "Stap 1 is gezet.", "woord " * 25)

    source = read_questionnaire(folder, taxonomy=TAXONOMY)

    assert len(source.themes[0].statements[0].text.split()) == 25


def test_folder_that_does_not_exist(tmp_path: Path) -> None:
    folder = tmp_path / "overheid-9"

    problems = problems_of(folder)

    assert problems == [
        f"{folder}:1: no theme file (*.yaml) in this folder",
        f"{folder}/vragenlijst.yaml:1: cannot be read: No such file or directory",
    ]


def test_file_with_another_ending_is_not_overlooked(folder: Path) -> None:
    (folder / "12-extra.yml").write_text("", encoding="utf-8")

    problems = problems_of(folder)

    assert problems == [f"{folder}/12-extra.yml:1: a theme file ends in .yaml"]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "1: the file is empty"),
        (b"# only a comment\n", "1: the file is empty"),
        (b"theme:\n  name: caf\xe9\n", "2: not UTF-8 text"),
        (b"a: 1\n---\nb: 2\n", "2: not valid YAML: but found another document"),
        (b"- 1\n", "1: the theme file must be a group of keys, not a list"),
    ],
)
def test_file_that_is_no_theme_file(folder: Path, data: bytes, problem: str) -> None:
    (folder / "12-extra.yaml").write_bytes(data)

    problems = problems_of(folder)

    assert problems == [f"{folder}/12-extra.yaml:{problem}"]


def test_file_with_byte_order_mark_and_windows_lines_says_the_same(folder: Path) -> None:
    before = content_hash(read_questionnaire(folder, taxonomy=TAXONOMY))
    path = folder / "11-aankopen.yaml"

    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    assert content_hash(read_questionnaire(folder, taxonomy=TAXONOMY)) == before
