"""The editor of the catalogue at work in the administration."""

import re
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client

from scans.actions.editors import make_questionnaire_editor
from scans.models import ExampleAction
from scans.queries.examples import stored_example
from tests.factories import LONG_AGO, UserFactory
from tests.scans.test_admin import form_of

HOME = "/beheer/scans/exampleaction/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def example() -> ExampleAction:
    call_command("load_taxonomy", stdout=StringIO())
    call_command("load_questionnaire", "fixtures/questionnaires/overheid-2", stdout=StringIO())
    call_command("load_examples", stdout=StringIO())
    return stored("actie-aankopen-01")


@pytest.fixture
def editor() -> Client:
    client = Client()
    client.force_login(make_questionnaire_editor(user=UserFactory()))
    return client


def stored(code: str) -> ExampleAction:
    return ExampleAction.objects.with_labels().get(code=code)


def page(example: ExampleAction) -> str:
    return f"{HOME}{example.pk}/change/"


def test_saving_unchanged_leaves_it_to_the_files(editor, example):
    before = stored_example(example)

    response = editor.post(page(example), form_of(editor, page(example)))

    assert response.status_code == 302
    after = stored(example.code)
    assert (stored_example(after), after.edited_at) == (before, None)


def test_change_is_kept_and_dated(editor, example):
    changed = {"tips": "Eerst dit.\r\n\r\nDan dat.", "helps": "aankopen-3a, aankopen-1a"}

    response = editor.post(page(example), form_of(editor, page(example)) | changed)

    assert (response.status_code, response.url) == (302, HOME)
    after = stored(example.code)
    assert after.tips == ["Eerst dit.", "Dan dat."]
    assert [help.code for help in after.helps.all()] == ["aankopen-1a", "aankopen-3a"]
    assert after.edited_at is not None


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("days_high", "9", {"days_low": "klein"}),
        ("once_low", "999999", {"once_low": "999999–"}),
        ("what", "Zo " * 21 + "is het.", {"what": "20"}),
        ("helps", "aankopen-9z", {"helps": "aankopen-9z"}),
        ("tips", "Eén tip.", {"tips": "2–5"}),
        ("target", "0", {"target": "0"}),
        ("title", "", {"title": ""}),
    ],
)
def test_rules_of_the_files_hold_here_too(editor, example, field, value, said):
    first = {"effort": "klein", "days_low": "1", "days_high": "3", "baseline": "0"}
    form = form_of(editor, page(example)) | first | {field: value}

    errors = editor.post(page(example), form).context["adminform"].form.errors

    assert list(errors) == list(said)
    assert all(re.search(re.escape(word), errors[name][0]) for name, word in said.items())
    assert stored(example.code).edited_at is None


def test_sentence_of_another_example_is_refused(editor, example):
    theirs = stored("actie-werking-01").tips[0].split(". ")[0]
    form = form_of(editor, page(example)) | {"why": theirs + "."}

    errors = editor.post(page(example), form).context["adminform"].form.errors

    assert list(errors) == ["why"]


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ("theme__id__exact={theme}", 8),
        ("q=aankopen-01", 1),
        ("uit=ja", 1),
        ("uit=nee", 119),
        ("", 120),
    ],
)
def test_list_is_searched_and_filtered(editor, example, asked, number):
    ExampleAction.objects.filter(code="actie-werking-02").update(withdrawn_at=LONG_AGO)

    response = editor.get(f"{HOME}?{asked.format(theme=example.theme_id)}")

    assert response.context["cl"].result_count == number


def test_taken_out_and_brought_back(editor, example):
    sent = {"action": "withdraw", "_selected_action": [example.pk]}

    editor.post(HOME, sent)
    out = stored(example.code).withdrawn_at
    editor.post(HOME, {**sent, "action": "restore"})

    assert out is not None
    assert stored(example.code).withdrawn_at is None


def test_nothing_is_added_or_deleted(editor, example):
    statuses = [
        editor.get(url).status_code
        for url in (f"{HOME}add/", f"{HOME}{example.pk}/delete/", page(example))
    ]

    assert statuses == [403, 403, 200]
