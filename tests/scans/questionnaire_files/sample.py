"""A small questionnaire without faults, and what tests do to it."""

from pathlib import Path

import pytest

from scans.questionnaire_files import InvalidFiles, read_questionnaire, read_taxonomy

FIXTURES = Path(__file__).parents[3] / "fixtures"
TAXONOMY = read_taxonomy(FIXTURES / "taxonomy.yaml")

HEAD = """\
variant: government
version: 1
fixed_names:
  - gemeente en OCMW
profile_facts:
  - code: soort-bestuur
    question: Wat voor bestuur zijn we?
    type: choice
    options:
      - {code: gemeente, label: Gemeente}
      - {code: provincie, label: Provincie}
    help: Kies wat het best past.
    why: Sommige stellingen gaan over taken van een gemeente.
    useful_in_themes: [11]
  - code: eigen-ploeg
    question: Hebben we een eigen ploeg?
    type: yes_no
    help: Ja vanaf één medewerker.
    why: Alleen een ploeg draagt werkkledij.
"""
# Statement k (of step k) starts on line 17 + 10 * (k - 1); the condition stands on line 67.
THEME = """\
theme:
  number: 11
  code: aankopen
  name: Duurzaam aankopen
  iso26000: ["6.6"]
  sdgs: [8, 12]
  scope: Wat we kopen.
  intro: We kopen veel.
  why: We kopen met geld van inwoners.
  subthemes:
    - {code: criteria, name: Criteria, about: Wat we vragen.}
  tracks:
    a: Eisen stellen
  words:
    - {word: bestek, means: Wat we vragen.}
statements:
"""
STATEMENT = """\
  - code: aankopen-{step}a
    step: {step}
    subtheme: criteria
    light: true
    weight: 1
    text: Stap {step} is gezet.
    help: Ja als stap {step} gezet is. Nee als hij gepland is.
    evidence: Bewijs {step}.
    example: Voorbeeld {step}.
    department: aankoop
"""
CONDITION = "    condition: {fact: eigen-ploeg, in: [ja]}\n"
SAMPLE = {
    "vragenlijst.yaml": HEAD,
    "11-aankopen.yaml": THEME
    + "".join(STATEMENT.format(step=step) for step in range(1, 6))
    + CONDITION,
}


def write_sample(folder: Path) -> Path:
    for name, text in SAMPLE.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def edit(path: Path, old: str, new: str) -> None:
    """Replaces the first occurrence, which has to be there."""
    before, found, after = path.read_text(encoding="utf-8").partition(old)
    assert found == old
    path.write_text(before + new + after, encoding="utf-8")


def problems_of(folder: Path) -> list[str]:
    with pytest.raises(InvalidFiles) as caught:
        read_questionnaire(folder, taxonomy=TAXONOMY)
    return [str(problem) for problem in caught.value.problems]


def expected(folder: Path, name: str, lines: tuple[str, ...]) -> list[str]:
    return [f"{folder}/{name}:{line}".replace("{folder}", str(folder)) for line in lines]
