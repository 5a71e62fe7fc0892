from pathlib import Path

import pytest

from scans.questionnaire_files import content_hash, read_questionnaire
from tests.scans.questionnaire_files.sample import FIXTURES, STATEMENT, TAXONOMY, edit

OVERHEID_1 = FIXTURES / "questionnaires" / "overheid-1"


def hash_of(folder: Path) -> str:
    return content_hash(read_questionnaire(folder, taxonomy=TAXONOMY))


def test_shipped_questionnaire_keeps_every_rule() -> None:
    source = read_questionnaire(OVERHEID_1, taxonomy=TAXONOMY)

    themes = {theme.code: len(theme.statements) for theme in source.themes}
    light = [statement.code for statement in source.statements() if statement.light]
    assert (source.variant, source.version, len(source.facts)) == ("government", 1, 10)
    assert themes == {"werking": 15, "aankopen": 15}
    assert light == [f"{theme}-{step}a" for theme in themes for step in range(1, 6)]


def test_statement_is_read_as_it_is_written() -> None:
    source = read_questionnaire(OVERHEID_1, taxonomy=TAXONOMY)

    statement = next(line for line in source.statements() if line.code == "aankopen-3b")

    assert statement.condition is not None
    assert (statement.condition.fact, statement.condition.values) == ("eigen-voertuigen", ("ja",))
    assert (statement.step, statement.track, statement.subtheme) == (3, "b", "levenscycluskost")
    assert (statement.light, statement.weight) == (False, 1)
    assert (statement.department, statement.department_kind) == (
        "technische dienst",
        "technische-dienst",
    )
    assert statement.evidence == (
        "De lijst van gekochte voertuigen, met bij elk voertuig de berekening."
    )


def test_facts_offer_the_values_that_conditions_name() -> None:
    source = read_questionnaire(OVERHEID_1, taxonomy=TAXONOMY)

    values = {fact.code: fact.values for fact in source.facts}

    assert values["eigen-ploeg"] == ("ja", "nee")
    assert values["soort-bestuur"] == (
        "gemeente",
        "provincie",
        "intercommunale",
        "autonoom-bedrijf",
        "welzijnsvereniging",
        "agentschap",
        "andere",
    )


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("vragenlijst.yaml", "version: 1", "# One comment.\n\nversion:   1"),
        ("vragenlijst.yaml", "gemeente en OCMW", "mens en milieu"),
        ("11-aankopen.yaml", "text: Stap 1 is gezet.", 'text: "Stap 1\n      is gezet."'),
        ("11-aankopen.yaml", "words:", "weight: 1\n  words:"),
    ],
)
def test_hash_is_the_same_for_another_layout(folder: Path, name: str, old: str, new: str) -> None:
    before = hash_of(folder)

    edit(folder / name, old, new)

    assert hash_of(folder) == before


def test_hash_is_the_same_for_another_order_of_statements_and_file_name(folder: Path) -> None:
    before = hash_of(folder)
    path = folder / "11-aankopen.yaml"

    edit(path, STATEMENT.format(step=1), "")
    edit(path, STATEMENT.format(step=3), STATEMENT.format(step=3) + STATEMENT.format(step=1))
    path.rename(folder / "aankopen.yaml")

    assert hash_of(folder) == before


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("vragenlijst.yaml", "government", "company"),
        ("vragenlijst.yaml", "version: 1", "version: 2"),
        ("vragenlijst.yaml", "label: Provincie", "label: Een provincie"),
        ("vragenlijst.yaml", "useful_in_themes: [11]", "useful_in_themes: [12]"),
        ("11-aankopen.yaml", "scope: Wat we kopen.", "scope: Wat we huren."),
        ("11-aankopen.yaml", "means: Wat we vragen.", "means: Wat we zoeken."),
        ("11-aankopen.yaml", "a: Eisen stellen", "a: Eisen kiezen"),
        ("11-aankopen.yaml", "about: Wat we vragen.", "about: Wat we zoeken."),
        ("11-aankopen.yaml", "  words:", "  weight: 2\n  words:"),
        ("11-aankopen.yaml", "weight: 1", "weight: 2"),
        ("11-aankopen.yaml", "example: Voorbeeld 1.", "example: Voorbeeld 2."),
        ("11-aankopen.yaml", "department: aankoop", "department: milieu"),
        ("11-aankopen.yaml", "in: [ja]", "in: [nee]"),
    ],
)
def test_hash_is_another_for_other_content(folder: Path, name: str, old: str, new: str) -> None:
    before = hash_of(folder)

    edit(folder / name, old, new)

    assert hash_of(folder) != before
