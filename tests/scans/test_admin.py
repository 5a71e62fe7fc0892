"""The editor of questionnaires at work in the administration."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from accounts.models import User
from scans.actions.drafts import copy_to_draft
from scans.actions.editors import make_questionnaire_editor
from scans.labels import RULE_TITLES
from scans.models import Questionnaire, QuestionnaireTheme, Statement
from scans.questionnaire_files import RULES
from tests.factories import ScanFactory, UserFactory

HOME = "/beheer/scans/questionnaire/"


@pytest.fixture
def published(db) -> Questionnaire:
    call_command("load_taxonomy", stdout=StringIO())
    call_command("load_questionnaire", "fixtures/questionnaires/overheid-2", stdout=StringIO())
    return Questionnaire.objects.get()


@pytest.fixture
def draft(published) -> Questionnaire:
    return copy_to_draft(source=published)


@pytest.fixture
def editor(db) -> Client:
    client = Client()
    client.force_login(make_questionnaire_editor(user=UserFactory(name="Rita Maes")))
    return client


def theme_page(questionnaire: Questionnaire, code: str) -> str:
    own = questionnaire.themes.get(theme__code=code)
    return f"/beheer/scans/questionnairetheme/{own.pk}/change/"


def form_of(client: Client, url: str) -> dict[str, object]:
    """The fields of the page as a browser would send them back."""
    page = client.get(url).context
    forms = [page["adminform"].form]
    for inline in page["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    data: dict[str, object] = {}
    for form in forms:
        for field in form:
            value = field.value()
            prepared = field.field.prepare_value(value) if value is not None else ""
            if prepared is not False:
                data[field.html_name] = prepared
    return data


def test_editor_copies_edits_and_publishes(editor, published):
    copied = editor.post(f"{HOME}{published.pk}/kopie/", follow=True)
    draft = Questionnaire.objects.get(published_at=None)
    url = theme_page(draft, "energie")
    form = form_of(editor, url) | {"intro": "Nieuw.", "statements-0-text": "We meten ons verbruik."}

    saved = editor.post(url, form)
    done = editor.post(f"{HOME}{draft.pk}/publicatie/", follow=True)

    assert copied.redirect_chain == [(f"{HOME}{draft.pk}/change/", 302)]
    assert (saved.status_code, saved.url) == (302, f"{HOME}{draft.pk}/change/")
    assert done.redirect_chain == [(f"{HOME}{draft.pk}/change/", 302)]
    draft.refresh_from_db()
    own = draft.themes.get(theme__code="energie")
    assert (draft.is_published, own.intro) == (True, "Nieuw.")
    assert own.statements.get(step=1).text == "We meten ons verbruik."
    assert own.words == published.themes.get(theme__code="energie").words
    assert own.tracks == published.themes.get(theme__code="energie").tracks


def test_saving_a_theme_unchanged_changes_nothing(editor, draft):
    url = theme_page(draft, "aankopen")
    before = list(Statement.objects.filter(questionnaire=draft).order_by("pk").values())

    response = editor.post(url, form_of(editor, url))

    assert response.status_code == 302
    assert list(Statement.objects.filter(questionnaire=draft).order_by("pk").values()) == before


def test_new_statement_gets_the_code_of_its_place(editor, draft):
    url = theme_page(draft, "energie")
    first = form_of(editor, url)
    new = {
        key.replace("-0-", "-5-"): value for key, value in first.items() if "statements-0-" in key
    }
    new |= {"statements-5-id": "", "statements-5-track": "b", "statements-5-text": "Iets anders."}
    new.pop("statements-5-light", None)

    editor.post(url, first | new | {"statements-TOTAL_FORMS": "6"})

    assert draft.statements.get(code="energie-1b").text == "Iets anders."


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        (
            "words",
            "energie is warmte",
            "Schrijf “energie is warmte” als twee delen met een dubbelpunt ertussen.",
        ),
        ("tracks", "d: Meer", "“d” is geen spoor: kies a, b of c."),
    ],
)  # fmt: skip
def test_line_that_cannot_be_read_is_named(editor, draft, field, value, message):
    url = theme_page(draft, "energie")

    response = editor.post(url, form_of(editor, url) | {field: value})

    assert response.context["adminform"].form.errors == {field: [message]}


def test_condition_without_value_is_refused(editor, draft):
    url = theme_page(draft, "energie")
    fact = draft.facts.get(code="eigen-voertuigen")

    response = editor.post(url, form_of(editor, url) | {"statements-0-condition_fact": fact.pk})

    formset = response.context["inline_admin_formsets"][1].formset
    assert list(formset.errors[0]) == ["condition_values"]


def test_condition_with_values_is_stored(editor, draft):
    url = theme_page(draft, "energie")
    fact = draft.facts.get(code="eigen-voertuigen")
    condition = {"statements-0-condition_fact": fact.pk, "statements-0-condition_values": "ja, nee"}

    editor.post(url, form_of(editor, url) | condition)

    stored = draft.statements.get(code="energie-1a")
    assert (stored.condition_fact, stored.condition_values) == (fact, ["ja", "nee"])


def test_published_version_offers_no_field_and_refuses_a_forged_post(editor, published):
    url = theme_page(published, "energie")
    own = QuestionnaireTheme.objects.get(questionnaire=published, theme__code="energie")

    page = editor.get(url)
    forged = editor.post(url, {"intro": "Vervalst.", "scope": "x", "why": "x", "tracks": "a: x"})

    assert page.context["has_change_permission"] is False
    assert (forged.status_code, QuestionnaireTheme.objects.get(pk=own.pk).intro) == (403, own.intro)


def test_published_version_is_not_deleted(editor, published):
    response = editor.post(f"{HOME}{published.pk}/delete/", {"post": "yes"})

    assert (response.status_code, Questionnaire.objects.count()) == (403, 1)


def test_draft_is_deleted_with_all_that_is_in_it(editor, draft):
    editor.post(f"{HOME}{draft.pk}/delete/", {"post": "yes"})

    assert Questionnaire.objects.filter(pk=draft.pk).exists() is False
    assert Statement.objects.filter(questionnaire_id=draft.pk).exists() is False


def test_second_draft_is_refused_with_a_message(editor, published, draft):
    response = editor.post(f"{HOME}{published.pk}/kopie/", follow=True)

    assert Questionnaire.objects.count() == 2
    assert [str(message) for message in response.context["messages"]] == [
        "Er is al een concept. Werk daarin verder."
    ]


def test_page_of_a_draft_lists_what_is_wrong(editor, draft):
    Statement.objects.filter(questionnaire=draft, code="integriteit-3a").delete()
    Statement.objects.filter(questionnaire=draft, code="werking-1a").update(text="Dit en dat.")

    context = editor.get(f"{HOME}{draft.pk}/change/").context

    assert [(str(title), where) for title, where in context["blocking"]] == [
        ("Een stap heeft geen stelling.", "integriteit")
    ]
    assert [where for _title, where in context["advice"]] == ["werking-1a"]


def test_broken_draft_is_not_published(editor, draft):
    Statement.objects.filter(questionnaire=draft, code="integriteit-3a").delete()

    response = editor.post(f"{HOME}{draft.pk}/publicatie/", follow=True)

    assert Questionnaire.objects.get(pk=draft.pk).is_published is False
    assert [str(message) for message in response.context["messages"]] == [
        "Niet gepubliceerd: herstel eerst wat hieronder fout staat."
    ]


def test_publishing_again_says_so(editor, published):
    response = editor.post(f"{HOME}{published.pk}/publicatie/", follow=True)

    assert [str(message) for message in response.context["messages"]] == [
        "Deze versie was al gepubliceerd."
    ]


@pytest.mark.parametrize("route", ["kopie", "publicatie"])
def test_copying_and_publishing_need_the_right_and_a_post(editor, published, route):
    plain_staff = Client()
    plain_staff.force_login(UserFactory(is_staff=True))
    url = f"{HOME}{published.pk}/{route}/"

    statuses = [plain_staff.post(url).status_code, editor.get(url).status_code]

    assert statuses == [403, 405]
    assert editor.post(f"{HOME}999999/{route}/").status_code == 404


def test_editor_sees_questionnaires_and_nothing_of_people(editor, published):
    ScanFactory(questionnaire=published)

    apps = editor.get("/beheer/").context["app_list"]

    seen = {app["app_label"]: sorted(m["object_name"] for m in app["models"]) for app in apps}
    assert seen.keys() == {"accounts", "scans"}
    assert seen["accounts"] == ["DepartmentKind"]
    assert seen["scans"] == [
        "ExampleAction",
        "IsoSubject",
        "Questionnaire",
        "QuestionnaireTheme",
        "Sdg",
        "Statement",
        "Theme",
    ]


def test_statements_are_found_by_their_text(editor, published):
    response = editor.get("/beheer/scans/statement/?q=woon-werkplan")

    assert [row.code for row in response.context["cl"].result_list] == [
        "mobiliteit-4a",
        "mobiliteit-5a",
    ]


def test_editor_is_made_by_command(db, capsys):
    call_command("create_questionnaire_editor", "rita@a.example", "--name", "Rita Maes")
    call_command("create_questionnaire_editor", "rita@a.example", "--name", "Rita Maes")

    rita = User.objects.get()
    assert (rita.is_staff, rita.is_superuser, rita.groups.count()) == (True, False, 1)
    assert capsys.readouterr().out.splitlines() == [
        "rita@a.example edits questionnaires at /beheer/.",
        "Set a password: python manage.py changepassword rita@a.example",
        "rita@a.example edits questionnaires at /beheer/.",
    ]


def test_every_rule_has_words():
    assert sorted(RULE_TITLES) == sorted(rule.__name__ for rule in RULES)


def test_editor_with_a_wrong_address_is_refused(db):
    with pytest.raises(CommandError, match="Voer een geldig e-mailadres in"):
        call_command("create_questionnaire_editor", "geen-adres", "--name", "Rita Maes")

    assert User.objects.count() == 0
