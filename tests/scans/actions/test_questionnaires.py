from datetime import UTC, datetime
from pathlib import Path

import pytest

from accounts.models import DepartmentKind
from scans.actions.questionnaires import (
    LoadResult,
    TaxonomyNotLoaded,
    VersionAlreadyPublished,
    VersionIsDraft,
    load_questionnaire,
)
from scans.actions.taxonomy import load_taxonomy
from scans.models import (
    ProfileFact,
    Questionnaire,
    QuestionnaireTheme,
    Statement,
    Subtheme,
    Theme,
)
from scans.questionnaire_files import QuestionnaireFile, content_hash, read_questionnaire
from tests.scans.questionnaire_files.sample import FIXTURES, TAXONOMY, edit, write_sample

pytestmark = pytest.mark.django_db

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
LATER = datetime(2026, 4, 1, 9, 30, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_sample(tmp_path)


@pytest.fixture
def _taxonomy() -> None:
    load_taxonomy(source=TAXONOMY)


def shipped() -> QuestionnaireFile:
    return read_questionnaire(FIXTURES / "questionnaires" / "overheid-1", taxonomy=TAXONOMY)


def rows() -> list[object]:
    """Everything that a questionnaire consists of."""
    tables = (Questionnaire, ProfileFact, QuestionnaireTheme, Subtheme, Statement)
    return [list(table.objects.order_by("pk").values()) for table in tables]


@pytest.mark.usefixtures("_taxonomy")
def test_questionnaire_is_loaded_and_published() -> None:
    source = shipped()

    result = load_questionnaire(source=source, at=AT)

    questionnaire = Questionnaire.objects.get()
    assert result == LoadResult.CREATED
    assert (questionnaire.variant, questionnaire.version) == ("government", 1)
    assert questionnaire.published_at == AT
    assert questionnaire.content_hash == content_hash(source)
    assert [row.theme.code for row in questionnaire.themes.all()] == ["werking", "aankopen"]
    assert questionnaire.statements.count() == 30
    assert questionnaire.statements.filter(light=True).count() == 10


@pytest.mark.usefixtures("_taxonomy")
def test_theme_is_stored_as_it_is_written() -> None:
    load_questionnaire(source=shipped(), at=AT)

    theme = QuestionnaireTheme.objects.get(theme__code="aankopen")

    assert theme.scope == "Eisen over milieu, mensen en eerlijke handel bij alles wat we kopen."
    assert theme.tracks == {
        "a": "Eisen stellen",
        "b": "Verder kijken dan de prijs",
        "c": "Kansen geven",
    }
    assert theme.words[0] == {
        "word": "aankoop",
        "means": "Alles wat we kopen of laten uitvoeren: producten, diensten en werken.",
    }
    assert theme.weight == 1
    assert list(theme.subthemes.values_list("position", "code", "name"))[:2] == [
        (1, "aankoopbeleid", "Aankoopbeleid"),
        (2, "criteria", "Milieu- en sociale criteria"),
    ]


@pytest.mark.usefixtures("_taxonomy")
def test_statement_is_stored_as_it_is_written() -> None:
    load_questionnaire(source=shipped(), at=AT)

    statement = Statement.objects.get(code="aankopen-3b")

    assert (statement.step, statement.track, statement.subtheme.code) == (
        3,
        "b",
        "levenscycluskost",
    )
    assert (statement.light, statement.weight) == (False, 1)
    assert statement.text == (
        "Bij elk voertuig dat we de laatste twee jaar kochten,"
        " vergeleken we de kosten over de hele levensduur."
    )
    assert statement.department_kind.name == "technische dienst"
    assert statement.condition_fact == ProfileFact.objects.get(code="eigen-voertuigen")
    assert statement.condition_values == ["ja"]


@pytest.mark.usefixtures("_taxonomy")
def test_statement_without_condition_is_asked_of_everybody() -> None:
    load_questionnaire(source=shipped(), at=AT)

    statement = Statement.objects.get(code="werking-1a")

    assert (statement.condition_fact, statement.condition_values) == (None, [])


@pytest.mark.usefixtures("_taxonomy")
def test_fact_is_stored_as_it_is_written() -> None:
    load_questionnaire(source=shipped(), at=AT)

    fact = ProfileFact.objects.get(code="soort-bestuur")

    assert (fact.position, fact.kind) == (1, ProfileFact.Kind.CHOICE)
    assert fact.question == "Wat voor bestuur zijn we?"
    assert fact.options[1] == {"code": "provincie", "label": "Provincie"}
    assert fact.useful_in_themes == [2, 3, 7, 14, 15]


@pytest.mark.usefixtures("_taxonomy")
def test_same_version_with_same_content_changes_nothing() -> None:
    load_questionnaire(source=shipped(), at=AT)
    before = rows()

    result = load_questionnaire(source=shipped(), at=LATER)

    assert result == LoadResult.UNCHANGED
    assert rows() == before


@pytest.mark.usefixtures("_taxonomy")
def test_same_version_with_other_content_is_refused(folder: Path) -> None:
    load_questionnaire(source=read_questionnaire(folder, taxonomy=TAXONOMY), at=AT)
    before = rows()
    edit(folder / "11-aankopen.yaml", "Stap 1 is gezet.", "Stap 1 is klaar.")

    with pytest.raises(VersionAlreadyPublished):
        load_questionnaire(source=read_questionnaire(folder, taxonomy=TAXONOMY), at=LATER)

    assert rows() == before


@pytest.mark.usefixtures("_taxonomy")
def test_next_version_stands_beside_the_first(folder: Path) -> None:
    load_questionnaire(source=read_questionnaire(folder, taxonomy=TAXONOMY), at=AT)
    edit(folder / "vragenlijst.yaml", "version: 1", "version: 2")

    result = load_questionnaire(source=read_questionnaire(folder, taxonomy=TAXONOMY), at=LATER)

    assert result == LoadResult.CREATED
    assert list(Questionnaire.objects.values_list("version", "published_at")) == [
        (2, LATER),
        (1, AT),
    ]
    assert Statement.objects.filter(code="aankopen-1a").count() == 2


@pytest.mark.usefixtures("_taxonomy")
def test_draft_of_the_same_version_is_not_overwritten(folder: Path) -> None:
    Questionnaire.objects.create(variant="government", version=1)
    before = rows()

    with pytest.raises(VersionIsDraft):
        load_questionnaire(source=read_questionnaire(folder, taxonomy=TAXONOMY), at=AT)

    assert rows() == before


@pytest.mark.usefixtures("_taxonomy")
def test_theme_missing_in_the_database_leaves_nothing_behind() -> None:
    Theme.objects.filter(code="aankopen").delete()

    with pytest.raises(TaxonomyNotLoaded) as caught:
        load_questionnaire(source=shipped(), at=AT)

    assert caught.value.codes == ("aankopen",)
    assert rows() == [[], [], [], [], []]


@pytest.mark.usefixtures("_taxonomy")
def test_department_missing_in_the_database_leaves_nothing_behind() -> None:
    DepartmentKind.objects.filter(code__in=["milieu", "personeel"]).delete()

    with pytest.raises(TaxonomyNotLoaded) as caught:
        load_questionnaire(source=shipped(), at=AT)

    assert caught.value.codes == ("milieu", "personeel")
    assert rows() == [[], [], [], [], []]
