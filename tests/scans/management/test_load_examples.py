from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from scans.models import ExampleAction
from tests.factories import LONG_AGO
from tests.scans.example_files.sample import FIXTURES, NAME, SAMPLE, edit, write_sample

pytestmark = pytest.mark.django_db

OVERHEID_2 = FIXTURES / "questionnaires" / "overheid-2"


def run(*arguments: object) -> str:
    out = StringIO()
    call_command("load_examples", *map(str, arguments), stdout=out)
    return out.getvalue()


@pytest.fixture
def _questions() -> None:
    call_command("load_taxonomy", stdout=StringIO())
    call_command("load_questionnaire", str(OVERHEID_2), stdout=StringIO())


@pytest.mark.usefixtures("_questions")
def test_catalogue_of_the_product_loads_once():
    first, second = run(), run()

    assert first == "examples: 120 created, 0 changed, 0 unchanged\n"
    assert second == "examples: unchanged\n"
    assert ExampleAction.objects.shown().count() == 120


@pytest.mark.usefixtures("_questions")
def test_what_was_edited_is_said(tmp_path):
    run(write_sample(tmp_path))
    ExampleAction.objects.update(edited_at=LONG_AGO, title="Van ons")

    assert run(tmp_path) == (
        "examples: unchanged\nedited in the administration, so left as is: actie-aankopen-01\n"
    )


@pytest.mark.usefixtures("_questions")
def test_every_fault_is_listed_and_nothing_written(tmp_path):
    edit(write_sample(tmp_path) / NAME, "theme: aankopen", "theme: aankoop")

    with pytest.raises(CommandError, match=r"11-aankopen.yaml:3: .*unknown theme `aankoop`"):
        run(tmp_path)

    assert not ExampleAction.objects.exists()


def test_without_questionnaire_it_says_what_to_run():
    with pytest.raises(CommandError, match=r"run `manage\.py load_questionnaire` first"):
        run()


@pytest.mark.usefixtures("_questions")
def test_department_that_the_database_lacks_is_named(tmp_path):
    taxonomy = (FIXTURES / "taxonomy.yaml").read_text(encoding="utf-8")
    path = Path(tmp_path, "themas.txt")
    path.write_text(
        taxonomy.replace("departments:\n", "departments:\n  - {code: nieuw, name: nieuw}\n")
    )
    folder = Path(tmp_path, "acties")
    folder.mkdir()
    write_sample(folder, SAMPLE.replace("lead: aankoop", "lead: nieuw"))

    with pytest.raises(CommandError, match=r"not in the database: nieuw"):
        run(folder, "--taxonomy", path)
