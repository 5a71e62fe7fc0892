from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.trajects.factories import MethodTextFactory
from trajects.models import MethodText
from trajects.steps import Key

FILE = """
start:
  nl: {what: Wat., why: Waarom., how: Hoe., tips: Tip.}
  en: {what: What., why: Why., how: How., tips: Tip.}
"""


@pytest.fixture
def load(db, tmp_path):
    def load(content=FILE, **options):
        path, out = tmp_path / "method.yaml", StringIO()
        path.write_text(content, encoding="utf-8")
        call_command("load_method", str(path), stdout=out, **options)
        return out.getvalue()

    return load


def test_own_file_fills_all_steps_in_both_languages(db):
    call_command("load_method", stdout=StringIO())

    found = set(MethodText.objects.values_list("step", "language"))
    assert found == {(key, language) for key in Key for language in ("nl", "en")}


def test_second_time_changes_nothing(load):
    assert load() == "method: 2 texts written\n"
    assert load() == "method: unchanged\n"
    assert load(replace=True) == "method: unchanged\n"


def test_what_somebody_edited_stays_unless_it_is_to_be_replaced(load):
    MethodTextFactory(step=Key.START, language="nl", what="Bewerkt.")

    assert load() == "method: 1 texts written\n"
    assert MethodText.objects.get(language="nl").what == "Bewerkt."

    assert load(replace=True) == "method: 1 texts written\n"
    assert MethodText.objects.get(language="nl").what == "Wat."


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("- start", "a step on each line was expected"),
        ("start: [", "while parsing"),
        ("stop: {nl: {}}", "stop: no such step"),
        ("start: tekst", "start: no such step"),
        ("start: {fr: {}}", "start: no such language: fr"),
        ("start: {nl: tekst}", "start.nl: needs what, why, how, tips"),
        ("start: {nl: {what: a, why: b, how: c}}", "start.nl: needs what, why, how, tips"),
        ("start: {nl: {what: a, why: ' ', how: c, tips: }}", "start.nl: why, tips is empty"),
    ],
)
def test_file_with_a_mistake_writes_nothing(load, content, message):
    with pytest.raises(CommandError, match=message):
        load(content)

    assert not MethodText.objects.exists()


def test_file_that_is_not_there_is_named(db, tmp_path):
    with pytest.raises(CommandError, match=r"nergens\.yaml"):
        call_command("load_method", str(tmp_path / "nergens.yaml"))
