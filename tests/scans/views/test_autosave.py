"""The theme page with htmx: one statement at a time."""

from copy import deepcopy
from xml.etree.ElementTree import Element, tostring

import pytest
from django.test import Client

from scans.entries import Entry
from tests.page import by_id, fields_of, page_of, text_of
from tests.scans.views.filling_in import (
    CODE,
    HTMX,
    autosave,
    choices,
    colleague_saves,
    edit,
    stored,
    url_of,
)
from tests.world import domain_hash


def test_autosave_answers_with_the_new_version(world, browse, clock):
    response = autosave(browse("bram"), world.a.running, answer="no", version="1")

    sent = fields_of(page_of(response), "answers")
    assert response.status_code == 200
    assert sent == edit(CODE, version="2", seen=Entry("no").fingerprint)
    assert "Saved at 11.30" in text_of(page_of(response))
    assert (stored(world.a.running, CODE).entry, stored(world.a.running, CODE).updated_by) == (
        Entry("no"),
        world.bram,
    )


def test_autosave_replayed_keeps_the_version(world, browse):
    client = browse("bram")
    autosave(client, world.a.running, answer="no", version="1")
    before = domain_hash()

    response = autosave(client, world.a.running, answer="no", version="1")

    assert response.status_code == 200
    assert fields_of(page_of(response), "answers")[f"{CODE}-version"] == "2"
    assert domain_hash() == before


def test_autosave_of_a_stale_version_shows_both(world, browse):
    colleague_saves(world, CODE, Entry("unknown"), 1)
    before = domain_hash()

    response = autosave(browse("els"), world.a.running, answer="no", version="1")

    assert response.status_code == 409
    assert choices(response) == {"mine": f"mine:{CODE}:2", "theirs": f"theirs:{CODE}"}
    assert fields_of(page_of(response), "answers")[f"{CODE}-version"] == "1"
    assert domain_hash() == before


def test_autosave_back_to_what_was_first_seen_is_still_compared(world, browse):
    seen = stored(world.a.running, CODE).entry
    colleague_saves(world, CODE, Entry("unknown", remark="Na te vragen."), 1)

    response = autosave(
        browse("els"), world.a.running, answer=seen.value, version="1", seen=seen.fingerprint
    )

    assert response.status_code == 409
    assert stored(world.a.running, CODE).entry == Entry("unknown", remark="Na te vragen.")


@pytest.mark.parametrize(
    ("choice", "kept", "version"), [("mine", Entry("no"), "3"), ("theirs", Entry("unknown"), "2")]
)
def test_choice_swaps_the_whole_statement(world, browse, choice, kept, version):
    colleague_saves(world, CODE, Entry("unknown"), 1)
    client = browse("els")
    keep = choices(autosave(client, world.a.running, answer="no", version="1"))[choice]
    data = {"statement": CODE, **edit(CODE, answer="no", version="1"), "keep": keep}

    response = client.post(url_of(world.a.running), data, headers=HTMX)

    sent = fields_of(page_of(response), "answers")
    assert response.status_code == 200
    assert stored(world.a.running, CODE).entry == kept
    assert (sent[f"{CODE}-answer"], sent[f"{CODE}-version"]) == (kept.value, version)
    assert [f.get("id") for f in page_of(response).iter("fieldset")] == [CODE]


def test_autosave_of_an_oversized_text_names_the_limit(world, browse):
    before = domain_hash()

    response = autosave(
        browse("bram"), world.a.running, version="1", answer="yes", remark="x" * 2001
    )

    assert response.status_code == 422
    assert "This text has 2001 characters. There is room for 2000." in text_of(page_of(response))
    assert domain_hash() == before


@pytest.mark.parametrize("code", ["thema-2-1a", "thema-1-9z", ""])
def test_autosave_of_a_statement_of_another_theme_does_not_exist(world, browse, code):
    before = domain_hash()

    response = browse("bram").post(
        url_of(world.a.running),
        {"statement": code, **edit(code, answer="no", version="0")},
        headers=HTMX,
    )

    assert response.status_code == 404
    assert domain_hash() == before


def test_autosave_of_somebody_who_is_signed_out_is_401(world):
    response = autosave(Client(), world.a.running, answer="no", version="1")

    assert (response.status_code, response.content) == (401, b"")


def test_part_that_a_save_swaps_equals_a_fresh_page(world, browse, clock):
    client = browse("bram")
    code = "thema-1-2c"
    page = page_of(client.get(url_of(world.a.running)))

    response = autosave(client, world.a.running, code, answer="unknown")

    swapped = swap(page, f"{code}-state", page_of(response))
    fresh = page_of(client.get(url_of(world.a.running)))
    changed = [f"{code}-state", "step-2-count", "scan-total", "side-thema-1"]
    assert [plain(by_id(swapped, name)) for name in changed] == [
        plain(by_id(fresh, name)) for name in changed
    ]
    untouched = [f"step-{step}-count" for step in (1, 3, 4, 5)]
    assert [plain(by_id(swapped, name)) for name in untouched] == [
        plain(by_id(fresh, name)) for name in untouched
    ]
    assert text_of(by_id(swapped, "step-2-count")) == "3 of 3"


def swap(page: Element, target: str, answer: Element) -> Element:
    """What htmx does with an answer: parts with an id of their own, then the target."""
    page, body = deepcopy(page), next(answer.iter("body"))
    loose = [part for parent in body.iter() for part in parent if part.get("hx-swap-oob")]
    for part in loose:
        place = by_id(page, part.get("id", ""))
        place[:], place.text = list(part), part.text
    own = by_id(page, target)
    own[:] = [child for child in body if child not in loose]
    own.text = ""
    return page


def plain(element: Element) -> str:
    """The markup without white space between elements, and without what follows."""
    copy = deepcopy(element)
    copy.tail = ""
    for part in copy.iter():
        part.text = " ".join((part.text or "").split())
        part.tail = " ".join((part.tail or "").split())
    return tostring(copy, encoding="unicode")
