from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from scans.actions.taxonomy import load_taxonomy
from scans.models import ProfileFact, Questionnaire, Statement
from tests.scans.questionnaire_files.sample import FIXTURES, TAXONOMY, edit, write_sample

pytestmark = pytest.mark.django_db

OVERHEID_1 = FIXTURES / "questionnaires" / "overheid-1"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_sample(tmp_path)


@pytest.fixture
def _taxonomy() -> None:
    load_taxonomy(source=TAXONOMY)


def run(*arguments: object) -> str:
    out = StringIO()
    call_command("load_questionnaire", *map(str, arguments), stdout=out)
    return out.getvalue()


@pytest.mark.usefixtures("_taxonomy")
def test_load_questionnaire_says_created_and_then_unchanged() -> None:
    first, second = run(OVERHEID_1), run(OVERHEID_1)

    assert (first, second) == ("government 1: created\n", "government 1: unchanged\n")
    assert Statement.objects.count() == 30
    assert Questionnaire.objects.get().is_published


@pytest.mark.usefixtures("_taxonomy")
def test_load_questionnaire_lists_every_problem_and_writes_nothing(folder: Path) -> None:
    bad = folder / "12-toegankelijkheid.yaml"
    bad.write_text("theme: geen\nstatements: geen\n", encoding="utf-8")
    edit(folder / "vragenlijst.yaml", "version: 1", "version: 0")

    with pytest.raises(CommandError) as caught:
        run(folder)

    assert str(caught.value).splitlines() == [
        f"{bad}:1: theme must be a group of keys, not text",
        f"{bad}:2: `statements` must be a list, not text",
        f"{folder}/vragenlijst.yaml:2: version must be 1 to 9999",
    ]
    assert caught.value.returncode == 1
    assert (Questionnaire.objects.count(), ProfileFact.objects.count()) == (0, 0)


@pytest.mark.usefixtures("_taxonomy")
def test_load_questionnaire_refuses_other_content_of_a_published_version(folder: Path) -> None:
    run(folder)
    edit(folder / "11-aankopen.yaml", "Stap 1 is gezet.", "Stap 1 is klaar.")

    with pytest.raises(CommandError) as caught:
        run(folder)

    assert str(caught.value) == (
        "government 1 is published with other content; raise `version` to publish this as well"
    )
    assert Statement.objects.get(code="aankopen-1a").text == "Stap 1 is gezet."


@pytest.mark.usefixtures("_taxonomy")
def test_load_questionnaire_leaves_a_draft_alone(folder: Path) -> None:
    Questionnaire.objects.create(variant="government", version=1)

    with pytest.raises(CommandError) as caught:
        run(folder)

    assert str(caught.value) == (
        "government 1 is a draft in the database; delete it there, or raise `version`"
    )


def test_load_questionnaire_without_taxonomy_says_what_to_run(folder: Path) -> None:
    with pytest.raises(CommandError) as caught:
        run(folder)

    assert str(caught.value) == (
        "not in the database: aankopen; run `manage.py load_taxonomy` first"
    )
    assert Questionnaire.objects.count() == 0


def test_load_questionnaire_with_a_broken_taxonomy_file(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "themas.txt"
    path.write_text("- 1\n", encoding="utf-8")

    with pytest.raises(CommandError) as caught:
        run(folder, "--taxonomy", path)

    assert str(caught.value) == f"{path}:1: the taxonomy must be a group of keys, not a list"
