from pathlib import Path

import pytest

from scans.questionnaire_files import InvalidFiles, read_taxonomy
from tests.scans.questionnaire_files.sample import FIXTURES, TAXONOMY, edit

SAMPLE = """\
sdgs:
  - {number: 1, name: Geen armoede}
  - {number: 2, name: Geen honger}
iso_subjects:
  - {code: "6.2", name: behoorlijk bestuur}
  - {code: "6.3", name: mensenrechten}
themes:
  - {number: 1, code: werking, name: Werking, short_name: Bestuur, iso26000: ["6.2"], sdgs: [1]}
  - {number: 2, code: rechten, name: Rechten, short_name: Rechten, iso26000: ["6.3"], sdgs: [2]}
departments:
  - {code: aankoop, name: aankoop}
  - {code: milieu, name: milieu}
"""
CASES: list[tuple[str, ...]] = [
    (
        "departments:",
        "diensten:",
        "1: missing key `departments` in the taxonomy",
        "10: unknown key `diensten` in the taxonomy",
    ),
    ("number: 2", "number: twee", "3: `number` must be a whole number, not `twee`"),
    (
        '"6.3", name',
        "6.3, name",
        "6: `code` must be text, not a decimal number: put it between quotes",
    ),
    (
        "short_name: Bestuur",
        "short_name: De werking van ons bestuur",
        "8: `short_name` has 26 characters; at most 20",
    ),
    (
        "code: milieu",
        "code: Milieu",
        "12: `code` may hold small letters, digits and hyphens only: `Milieu`",
    ),
    ("number: 2, name", "number: 1, name", "3: duplicate SDG number 1", "9: unknown SDG 2"),
    (
        "number: 2, name",
        "number: 18, name",
        "3: an SDG has a number from 1 to 17",
        "9: unknown SDG 2",
    ),
    ("number: 2, code", "number: 1, code", "9: duplicate theme number 1"),
    ("number: 2, code", "number: 0, code", "9: a theme has a number from 1 to 99"),
    ("code: rechten", "code: werking", "9: duplicate code `werking`"),
    ("code: milieu", "code: aankoop", "12: duplicate code `aankoop`"),
    ("name: milieu", "name: aankoop", "12: duplicate department name `aankoop`"),
    ('iso26000: ["6.3"]', 'iso26000: ["6.4"]', "9: unknown ISO 26000 subject `6.4`"),
    ("sdgs: [2]", "sdgs: [3]", "9: unknown SDG 3"),
    ("sdgs: [2]}", "sdgs: [2]", "10: not valid YAML: did not find expected ',' or '}'"),
]


@pytest.mark.parametrize(("old", "new", "lines"), [(case[0], case[1], case[2:]) for case in CASES])
def test_taxonomy_with_a_fault(tmp_path: Path, old: str, new: str, lines: tuple[str, ...]) -> None:
    path = tmp_path / "taxonomy.yaml"
    path.write_text(SAMPLE, encoding="utf-8")
    edit(path, old, new)

    with pytest.raises(InvalidFiles) as caught:
        read_taxonomy(path)

    assert str(caught.value) == "\n".join(f"{path}:{line}" for line in lines)


def test_taxonomy_of_the_sample_has_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "taxonomy.yaml"
    path.write_text(SAMPLE, encoding="utf-8")

    taxonomy = read_taxonomy(path)

    assert [theme.code for theme in taxonomy.themes] == ["werking", "rechten"]


def test_shipped_taxonomy_holds_all_sdgs_subjects_themes_and_departments() -> None:
    taxonomy = read_taxonomy(FIXTURES / "taxonomy.yaml")

    assert [sdg.number for sdg in taxonomy.sdgs] == list(range(1, 18))
    assert [subject.code for subject in taxonomy.iso_subjects] == [f"6.{n}" for n in range(2, 9)]
    assert [theme.number for theme in taxonomy.themes] == list(range(1, 16))
    assert len(taxonomy.departments) == 23


def test_theme_is_found_by_its_code() -> None:
    found = TAXONOMY.theme("gelijkekansen")

    assert found is not None
    assert (found.number, found.short_name, found.iso26000) == (4, "Gelijke kansen", ("6.3",))
    assert TAXONOMY.theme("gelijk") is None


def test_department_is_found_by_its_name() -> None:
    kinds = [TAXONOMY.department_kind(name) for name in ("financiën", "preventie en welzijn", "x")]

    assert kinds == ["financien", "preventie", ""]
