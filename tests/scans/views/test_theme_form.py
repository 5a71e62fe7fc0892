"""The theme page without JavaScript: one form, one button."""

import pytest

from scans.entries import Entry
from scans.models import Answer, Scan
from scans.models.answer import REASON_MAX_LENGTH, REMARK_MAX_LENGTH
from tests.page import by_id, fields_of, links, main_text, page_of, text_of
from tests.scans.views.filling_in import (
    CODE,
    EARLIER,
    HTMX,
    choices,
    colleague_saves,
    edit,
    filled_in,
    stored,
    url_of,
)
from tests.world import domain_hash


def test_page_saves_everything_and_goes_to_the_next_theme(world, browse):
    client = browse("bram")
    url = url_of(world.a.running)
    data = filled_in(client, url)
    data |= edit("thema-1-5a", answer="no") | edit("thema-1-5b", answer="yes", remark="Nieuw.")

    response = client.post(url, data)

    assert (response.status_code, response["Location"]) == (302, url_of(world.a.running, "thema-2"))
    assert [stored(world.a.running, code).entry for code in ("thema-1-5a", "thema-1-5b")] == [
        Entry("no"),
        Entry("yes", remark="Nieuw."),
    ]
    assert Answer.objects.filter(respondent__scan=world.a.running).count() == 7


def test_page_goes_to_the_overview_after_the_last_theme(world, browse):
    client = browse("bram")
    url = url_of(world.a.running, "thema-2")

    response = client.post(url, filled_in(client, url))

    assert response["Location"] == f"/scans/{world.a.running.pk}/"


def test_page_stays_when_asked(world, browse):
    client = browse("bram")
    url = url_of(world.a.running)

    response = client.post(url, filled_in(client, url, stay="1"), follow=True)

    assert response.redirect_chain == [(url, 302)]
    assert "Everything on this page is saved." in main_text(response)


def test_untouched_page_changes_nothing(world, browse):
    client = browse("bram")
    url = url_of(world.a.running)
    before = domain_hash()

    client.post(url, filled_in(client, url))

    assert domain_hash() == before


def test_posting_a_page_twice_is_a_replay(world, browse):
    client = browse("bram")
    url = url_of(world.a.running)
    data = filled_in(client, url) | edit("thema-1-5a", answer="no")
    client.post(url, data)
    before = domain_hash()

    response = client.post(url, data)

    assert response.status_code == 302
    assert domain_hash() == before


def test_untouched_field_does_not_overwrite_the_newer_answer_of_a_colleague(world, browse):
    client = browse("els")
    url = url_of(world.a.running)
    data = filled_in(client, url) | edit("thema-1-5a", answer="no")
    colleague_saves(world, CODE, Entry("unknown"), 1)

    response = client.post(url, data)

    assert response.status_code == 302
    assert stored(world.a.running, CODE).entry == Entry("unknown")
    assert stored(world.a.running, "thema-1-5a").entry == Entry("no")


@pytest.fixture
def conflict(world, browse, clock):
    """Els posts a page on which Bram answered one statement meanwhile: (response, client)."""
    client = browse("els")
    url = url_of(world.a.running)
    data = filled_in(client, url) | edit("thema-1-5a", answer="yes")
    data |= edit(CODE, answer="no", remark="Dat geloof ik niet.")
    colleague_saves(world, CODE, Entry("unknown", remark="Na te vragen."), 1)
    return client.post(url, data), client


def test_conflict_shows_both_versions_who_and_when(conflict):
    response, _client = conflict

    box = by_id(page_of(response), CODE)
    versions = [text_of(part) for part in box.iter() if part.get("class") == "version"]
    assert response.status_code == 409
    assert "Bram answered something else" in text_of(box)
    assert versions == [
        "Your answer no Dat geloof ik niet. Keep my answer",
        "Bram Claes, Saved at 10.15 don’t know Na te vragen. Keep the answer of Bram",
    ]
    assert "1 statement is not saved yet" in main_text(response)


def test_conflict_shows_no_reason_of_before_the_answer_changed(world, browse, clock):
    client = browse("els")
    url = url_of(world.a.running)
    data = filled_in(client, url) | edit(CODE, answer="no", reason="Was zo vorig jaar.")
    colleague_saves(world, CODE, Entry("not_applicable", reason="Geen wagens."), 1)

    box = by_id(page_of(client.post(url, data)), CODE)

    versions = [text_of(part) for part in box.iter() if part.get("class") == "version"]
    assert versions == [
        "Your answer no Keep my answer",
        "Bram Claes, Saved at 10.15 not applicable Geen wagens. Keep the answer of Bram",
    ]
    assert fields_of(box, "answers")[f"{CODE}-reason"] == "Was zo vorig jaar."


def test_conflict_saves_the_other_answers(world, conflict):
    assert stored(world.a.running, "thema-1-5a").entry == Entry("yes")
    assert stored(world.a.running, CODE).entry == Entry("unknown", remark="Na te vragen.")


def test_conflict_keeps_what_was_typed_in_the_form(conflict):
    sent = fields_of(page_of(conflict[0]), "answers")

    assert (sent[f"{CODE}-answer"], sent[f"{CODE}-remark"]) == ("no", "Dat geloof ik niet.")
    assert sent[f"{CODE}-version"] == "1"


@pytest.mark.parametrize(
    ("choice", "kept"),
    [
        ("mine", Entry("no", remark="Dat geloof ik niet.")),
        ("theirs", Entry("unknown", remark="Na te vragen.")),
    ],
)
def test_choice_between_two_versions_is_stored(world, conflict, choice, kept):
    response, client = conflict
    sent = fields_of(page_of(response), "answers")

    answer = client.post(url_of(world.a.running), {**sent, "keep": choices(response)[choice]})

    assert answer.status_code == 302
    assert stored(world.a.running, CODE).entry == kept


def test_choice_for_mine_meets_a_newer_answer_again(world, conflict):
    response, client = conflict
    sent = fields_of(page_of(response), "answers")
    colleague_saves(world, CODE, Entry("yes", remark="Nagevraagd."), 2)

    answer = client.post(url_of(world.a.running), {**sent, "keep": choices(response)["mine"]})

    assert answer.status_code == 409
    assert stored(world.a.running, CODE).entry == Entry("yes", remark="Nagevraagd.")
    assert choices(answer)["mine"] == f"mine:{CODE}:3"


@pytest.mark.parametrize(
    ("field", "limit"), [("remark", REMARK_MAX_LENGTH), ("reason", REASON_MAX_LENGTH)]
)
def test_oversized_text_is_refused_with_the_limit_and_stays(world, browse, field, limit):
    client = browse("bram")
    url = url_of(world.a.running)
    long = "x" * (limit + 1)
    data = filled_in(client, url) | edit(CODE, **{field: long}) | edit("thema-1-5a", answer="no")

    response = client.post(url, data)

    assert response.status_code == 422
    assert f"There is room for {limit}." in main_text(response)
    assert fields_of(page_of(response), "answers")[f"{CODE}-{field}"] == long
    assert stored(world.a.running, CODE).entry == Entry("yes")
    assert stored(world.a.running, "thema-1-5a").entry == Entry("no")


@pytest.mark.parametrize(
    "fields", [{"answer": "maybe"}, {"version": "x"}, {"version": "-1"}, {"seen": "x" * 99}]
)
def test_malformed_post_is_refused_with_the_page_and_a_message(world, browse, fields):
    client = browse("bram")
    url = url_of(world.a.running)
    data = filled_in(client, url) | edit(CODE, **fields)

    response = client.post(url, data)

    assert response.status_code == 422
    assert "1 statement is not saved yet" in main_text(response)
    assert f"#{CODE}" in links(page_of(response))
    assert stored(world.a.running, CODE).version == 1


def test_empty_post_is_refused_for_every_statement(world, browse):
    before = domain_hash()

    response = browse("bram").post(url_of(world.a.running), {})

    assert response.status_code == 422
    assert "15 statements are not saved yet" in main_text(response)
    assert domain_hash() == before


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_scan_finished_meanwhile_refuses_and_keeps_what_was_typed(world, browse, headers):
    client = browse("bram")
    url = url_of(world.a.running)
    data = {**filled_in(client, url), **edit(CODE, remark="Bijna klaar."), "statement": CODE}
    Scan.objects.filter(pk=world.a.running.pk).update(finished_at=EARLIER, finished_by=world.els)
    before = domain_hash()

    response = client.post(url, data, headers=headers)

    assert response.status_code == 409
    assert domain_hash() == before
    if not headers:  # with htmx the fields stay in the browser
        assert "The scan was finished before your answers arrived." in main_text(response)
        assert by_id(page_of(response), f"{CODE}-remark").text == "Bijna klaar."
