from dataclasses import replace

import pytest

from accounts.models import DepartmentKind
from scans.actions.taxonomy import TaxonomyLoad, load_taxonomy
from scans.models import IsoSubject, Sdg, Theme
from scans.questionnaire_files import Taxonomy
from tests.scans.questionnaire_files.sample import TAXONOMY

pytestmark = pytest.mark.django_db


def rows() -> list[object]:
    """Everything the taxonomy wrote, links included."""
    links = (Theme.iso_subjects.through, Theme.sdgs.through)
    tables = (Sdg, IsoSubject, DepartmentKind, Theme, *links)
    return [list(table.objects.order_by("pk").values()) for table in tables]


def with_first_theme(**values: object) -> Taxonomy:
    first, *others = TAXONOMY.themes
    return replace(TAXONOMY, themes=(replace(first, **values), *others))


def test_taxonomy_is_created_in_full() -> None:
    result = load_taxonomy(source=TAXONOMY)

    theme = Theme.objects.get(code="leefomgeving")
    assert result == TaxonomyLoad(created=17 + 7 + 15 + 23, changed=0)
    assert (theme.number, theme.short_name) == (9, "Leefomgeving")
    assert theme.name == "Gezondheid, leefomgeving en biodiversiteit"
    assert [sdg.number for sdg in theme.sdgs.all()] == [2, 3, 6, 11, 14, 15]
    assert [subject.code for subject in theme.iso_subjects.all()] == ["6.5", "6.8"]
    assert DepartmentKind.objects.get(code="financien").name == "financiën"


def test_taxonomy_loaded_twice_changes_nothing() -> None:
    load_taxonomy(source=TAXONOMY)
    before = rows()

    result = load_taxonomy(source=TAXONOMY)

    assert result == TaxonomyLoad(created=0, changed=0)
    assert rows() == before


def test_other_name_of_a_theme_is_taken_over_in_its_row() -> None:
    load_taxonomy(source=TAXONOMY)
    pk = Theme.objects.get(code="werking").pk

    result = load_taxonomy(source=with_first_theme(name="Ons bestuur"))

    assert result == TaxonomyLoad(created=0, changed=1)
    assert Theme.objects.get(pk=pk).name == "Ons bestuur"


def test_other_sdgs_of_a_theme_are_taken_over() -> None:
    load_taxonomy(source=TAXONOMY)

    result = load_taxonomy(source=with_first_theme(sdgs=(16,)))

    assert result == TaxonomyLoad(created=0, changed=1)
    assert [sdg.number for sdg in Theme.objects.get(code="werking").sdgs.all()] == [16]


def test_department_that_the_file_no_longer_names_stays() -> None:
    load_taxonomy(source=TAXONOMY)

    result = load_taxonomy(source=replace(TAXONOMY, departments=TAXONOMY.departments[1:]))

    assert result == TaxonomyLoad(created=0, changed=0)
    assert DepartmentKind.objects.count() == 23
