import pytest
from django.http import QueryDict
from django.utils import translation

from scans.entries import Change, Entry
from scans.forms import AnswerForm, DeleteForm, ReopenForm, StartForm, Submission
from scans.models import Scan, Statement
from scans.models.answer import REASON_MAX_LENGTH, REMARK_MAX_LENGTH
from tests.factories import OrganisationFactory

LABELS = {"light": "Licht", "full": "Volledig"}


def form_of(**fields: str) -> AnswerForm:
    data = {"x-version": "0", **{f"x-{name}": value for name, value in fields.items()}}
    return AnswerForm(data, prefix="x")


def errors_of(form) -> dict[str, list[str]]:
    with translation.override("en"):
        return {name: [str(error) for error in errors] for name, errors in form.errors.items()}


def test_answer_form_gives_the_entry():
    form = form_of(answer="no", interesting="on", remark="Ja, maar.", reason="", version="3")

    assert form.is_valid()
    assert form.entry == Entry("no", True, "Ja, maar.", "")
    assert form.cleaned_data["version"] == 3


def test_answer_form_takes_an_open_statement():
    form = form_of()

    assert form.is_valid()
    assert form.entry == Entry()


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("een\r\ntwee\rdrie\nvier", "een\ntwee\ndrie\nvier"),
        ("  rand  ", "rand"),
        ("a\x00b\x07c\x1bd\x7fe\x0bf", "abcdef"),
        ("tab\tblijft", "tab\tblijft"),
        ("é ☕ 漢 👩‍🌾", "é ☕ 漢 👩‍🌾"),
        ("<b>vet</b>", "<b>vet</b>"),
    ],
)
@pytest.mark.parametrize("field", ["remark", "reason"])
def test_text_is_stored_plain(field, typed, stored):
    form = form_of(**{field: typed})

    assert form.is_valid()
    assert getattr(form.entry, field) == stored


@pytest.mark.parametrize(
    ("field", "limit"), [("remark", REMARK_MAX_LENGTH), ("reason", REASON_MAX_LENGTH)]
)
def test_text_of_the_limit_fits_and_one_more_does_not(field, limit):
    fits, too_long = form_of(**{field: "x" * limit}), form_of(**{field: "x" * (limit + 1)})

    assert fits.is_valid()
    assert errors_of(too_long) == {
        field: [
            f"This text has {limit + 1} characters. There is room for {limit}. "
            "Shorten it; nothing was lost."
        ]
    }


def test_line_breaks_of_a_browser_count_once():
    """A browser sends two characters for each line break that a person typed."""
    form = form_of(remark="x\r\n" * (REMARK_MAX_LENGTH // 2 - 1) + "xx")

    assert form.is_valid()


@pytest.mark.parametrize("value", ["maybe", "YES", "0", "yes "])
def test_unknown_answer_is_refused(value):
    assert errors_of(form_of(answer=value)) == {
        "answer": ["Choose yes, no, don’t know or not applicable."]
    }


@pytest.mark.parametrize("version", ["-1", str(2**31), "9" * 30, "9" * 5000, "1.5", "x", "1e3", ""])
def test_absurd_version_is_refused(version):
    assert list(errors_of(form_of(version=version))) == ["version"]


def test_missing_version_says_what_to_do():
    form = AnswerForm({}, prefix="x")

    assert errors_of(form)["version"] == ["This page is incomplete. Reload it and answer again."]


def test_what_was_typed_stays_though_it_is_refused():
    long = "x" * (REMARK_MAX_LENGTH + 1)
    form = form_of(answer="maybe", interesting="on", remark=long, reason="r", version="4", seen="s")
    form.is_valid()

    assert form.typed == Entry("maybe", True, long, "r")
    assert (form.typed_version, form.typed_seen) == (4, "s")


def test_refused_version_is_typed_as_none():
    form = form_of(version="x")
    form.is_valid()

    assert form.typed_version == 0


def test_form_that_says_what_it_saw_is_untouched():
    entry = Entry("yes", remark="Zie nota.")
    same = form_of(answer="yes", remark="Zie nota.", seen=entry.fingerprint)
    other = form_of(answer="no", remark="Zie nota.", seen=entry.fingerprint)

    assert (same.is_valid(), other.is_valid()) == (True, True)
    assert (same.is_untouched, other.is_untouched) == (True, False)


def statements() -> list[Statement]:
    return [Statement(pk=1, code="een"), Statement(pk=2, code="twee")]


def submission(**data: str) -> Submission:
    query = QueryDict(mutable=True)
    query.update({"een-version": "1", "twee-version": "2"})
    query.update({name.replace("_", "-"): value for name, value in data.items()})
    return Submission(statements(), query)


def test_submission_has_only_what_was_edited():
    untouched = Entry().fingerprint

    changes = submission(een_answer="yes", twee_seen=untouched).changes()

    assert changes == [Change(1, 1, Entry("yes"))]


def test_submission_leaves_out_what_is_invalid():
    sent = submission(een_answer="maybe", twee_answer="no")

    assert sent.changes() == [Change(2, 2, Entry("no"))]
    assert sent.is_valid is False


def test_choice_for_mine_overrules_the_version_that_was_seen():
    changes = submission(een_answer="yes", twee_answer="no", keep="mine:twee:7").changes()

    assert changes == [Change(1, 1, Entry("yes")), Change(2, 2, Entry("no"), overrules=7)]


def test_choice_for_theirs_drops_what_was_typed():
    changes = submission(een_answer="yes", twee_answer="no", keep="theirs:twee").changes()

    assert changes == [Change(1, 1, Entry("yes"))]


@pytest.mark.parametrize(
    "keep", ["", "mine", "mine:twee", "mine:twee:", "mine:twee:x", "mine:twee:²", "mine:drie:2"]
)
def test_broken_choice_overrules_nothing(keep):
    changes = submission(een_answer="yes", twee_answer="no", keep=keep).changes()

    assert [change.overrules for change in changes] == [None, None]


def test_huge_version_in_a_choice_overrules_nothing():
    changes = submission(twee_answer="no", keep=f"mine:twee:{'9' * 5000}").changes()

    assert [change.overrules for change in changes] == [None, None]


@pytest.mark.parametrize(
    ("data", "fields"),
    [
        ({"depth": "light", "year": "2026"}, []),
        ({"depth": "full", "year": "2000"}, []),
        ({"depth": "full", "year": "2100"}, []),
        ({"depth": "deep", "year": "2026"}, ["depth"]),
        ({"depth": "full", "year": "1999"}, ["year"]),
        ({"depth": "full", "year": "2101"}, ["year"]),
        ({"depth": "full", "year": "9" * 5000}, ["year"]),
        ({"depth": "full", "year": "vorig jaar"}, ["year"]),
        ({}, ["depth", "year"]),
    ],
)
def test_start_form_checks_depth_and_year(data, fields):
    form = StartForm(data, depth_labels=LABELS)

    assert list(form.errors) == fields


def test_start_form_says_what_each_depth_asks():
    form = StartForm(depth_labels=LABELS)

    assert list(form.fields["depth"].choices) == [("light", "Licht"), ("full", "Volledig")]


@pytest.mark.parametrize(("reason", "stored"), [("Nog iets.\r\n", "Nog iets."), ("\x00x", "x")])
def test_reopen_form_takes_a_reason(reason, stored):
    form = ReopenForm({"reason": reason})

    assert form.is_valid()
    assert form.cleaned_data["reason"] == stored


@pytest.mark.parametrize("reason", ["", "   ", "\x00\x07", "x" * 501])
def test_reopen_form_refuses_no_reason_and_too_much(reason):
    assert list(ReopenForm({"reason": reason}).errors) == ["reason"]


def delete_form(name: str) -> DeleteForm:
    organisation = OrganisationFactory.build(name="Gemeente Aalbeke")
    return DeleteForm({"name": name}, scan=Scan(organisation=organisation))


@pytest.mark.parametrize("name", ["Gemeente Aalbeke", " gemeente aalbeke ", "GEMEENTE AALBEKE"])
def test_delete_form_takes_the_name(name):
    assert delete_form(name).is_valid()


@pytest.mark.parametrize("name", ["", "Aalbeke", "Gemeente Aalbeke!", "\x00", "x" * 300])
def test_delete_form_refuses_anything_else(name):
    assert list(delete_form(name).errors) == ["name"]
