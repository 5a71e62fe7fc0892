"""The theme page, with and without JavaScript."""

from copy import deepcopy
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, tostring

import pytest
from django.test import Client

from scans.actions.answers import save_answers
from scans.entries import Change, Entry
from scans.models import Answer, Scan
from scans.models.answer import REASON_MAX_LENGTH, REMARK_MAX_LENGTH
from tests.factories import published_questionnaire
from tests.page import by_id, fields_of, links, main_text, page_of, text_of
from tests.world import World, domain_hash

EARLIER = datetime(2026, 5, 4, 8, 15, tzinfo=UTC)
HTMX = {"HX-Request": "true"}
CODE = "thema-1-1a"  # answered with yes, version 1


def url_of(scan: Scan, theme: str = "thema-1") -> str:
    return f"/scans/{scan.pk}/themas/{theme}/"


def filled_in(client: Client, url: str, **changes: str) -> dict[str, str]:
    """The fields of the page as a browser sends them, with what a person changes."""
    sent = fields_of(page_of(client.get(url)), "answers")
    return {**sent, **{name.replace("_", "-"): value for name, value in changes.items()}}


def edit(code: str, **fields: str) -> dict[str, str]:
    return {f"{code}-{name}": value for name, value in fields.items()}


def colleague_saves(world: World, code: str, entry: Entry, version: int) -> None:
    scan = world.a.running
    change = Change(scan.statements().get(code=code).pk, version, entry)
    save_answers(scan=scan, changes=[change], by=world.bram, at=EARLIER)


def stored(scan: Scan, code: str) -> Answer:
    return Answer.objects.get(respondent__scan=scan, statement__code=code)


@pytest.mark.parametrize(
    ("person", "running", "finished"),
    [("els", 200, 200), ("bram", 200, 200), ("rita", 403, 200), ("chaima", 404, 404)],
)
def test_theme_is_for_members(world, browse, person, running, finished):
    client = browse(person)

    statuses = [
        client.get(url_of(scan)).status_code for scan in (world.a.running, world.a.finished)
    ]

    assert statuses == [running, finished]


@pytest.mark.parametrize(("person", "status"), [("rita", 403), ("chaima", 404)])
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_answers_of_others_change_nothing(world, browse, person, status, headers):
    data = {**edit(CODE, answer="no", version="1"), "statement": CODE}
    before = domain_hash()

    response = browse(person).post(url_of(world.a.running), data, headers=headers)

    assert response.status_code == status
    assert domain_hash() == before


def test_theme_groups_statements_by_step(world, browse):
    tree = page_of(browse("bram").get(url_of(world.a.running)))

    steps = [by_id(tree, f"step-{step}") for step in range(1, 6)]
    assert [text_of(by_id(tree, f"step-{step}-title")) for step in range(1, 6)] == [
        "Step 1. Consideration",
        "Step 2. Pilots",
        "Step 3. Broadening",
        "Step 4. Anchoring",
        "Step 5. Leadership",
    ]
    assert [[field.get("id") for field in step.iter("fieldset")] for step in steps] == [
        [f"thema-1-{step}{track}" for track in "abc"] for step in range(1, 6)
    ]
    assert [text_of(by_id(tree, f"step-{step}-count")) for step in range(1, 6)] == [
        "3 of 3",
        "2 of 3",
        "0 of 3",
        "0 of 3",
        "0 of 3",
    ]


def test_theme_shows_what_is_stored(world, browse):
    colleague_saves(world, CODE, Entry("no", True, "Zie\nnota.", "Daarom."), 1)

    sent = filled_in(browse("els"), url_of(world.a.running))

    fields = {name: value for name, value in sent.items() if name.startswith(CODE)}
    assert fields == edit(
        CODE,
        answer="no",
        interesting="on",
        remark="Zie\nnota.",
        reason="Daarom.",
        version="2",
        seen=Entry("no", True, "Zie\nnota.", "Daarom.").fingerprint,
    )


def test_theme_lists_the_themes_with_progress(world, browse):
    tree = page_of(browse("els").get(url_of(world.a.running)))

    assert text_of(by_id(tree, "side-thema-1")) == "Thema nummer 1 5/ of 15"
    assert text_of(by_id(tree, "scan-total")) == "5 of 30 statements"
    current = [a.get("href") for a in tree.iter("a") if a.get("aria-current") == "page"]
    assert url_of(world.a.running) in current


def test_finished_theme_cannot_be_filled_in(world, browse):
    response = browse("els").get(url_of(world.a.finished))

    tree = page_of(response)
    assert {field.get("disabled") for field in tree.iter("fieldset")} == {""}
    assert [button for button in tree.iter("button") if button.get("form") == "answers"] == []
    assert [script.get("src") for script in tree.iter("script")] == []
    assert "This scan is locked" in main_text(response)


def test_light_scan_shows_light_statements(world, browse):
    Scan.objects.filter(pk=world.a.running.pk).update(depth="light")

    tree = page_of(browse("els").get(url_of(world.a.running)))

    assert [field.get("id") for field in tree.iter("fieldset")] == [
        f"thema-1-{step}a" for step in range(1, 6)
    ]


@pytest.mark.parametrize(("theme", "before", "after"), [("thema-1", "", "2"), ("thema-2", "1", "")])
def test_pager_leads_to_the_neighbours(world, browse, theme, before, after):
    scan = world.a.finished

    found = links(page_of(browse("rita").get(url_of(scan, theme))))

    pager = [url_of(scan, f"thema-{number}") for number in (before, after) if number]
    assert [link for link in pager if link not in found] == []


# --- without JavaScript: one form, one button


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


def test_conflict_saves_the_other_answers(world, conflict):
    assert stored(world.a.running, "thema-1-5a").entry == Entry("yes")
    assert stored(world.a.running, CODE).entry == Entry("unknown", remark="Na te vragen.")


def test_conflict_keeps_what_was_typed_in_the_form(conflict):
    sent = fields_of(page_of(conflict[0]), "answers")

    assert (sent[f"{CODE}-answer"], sent[f"{CODE}-remark"]) == ("no", "Dat geloof ik niet.")
    assert sent[f"{CODE}-version"] == "1"


def choices(response) -> dict[str, str]:
    buttons = (b for b in page_of(response).iter("button") if b.get("name") == "keep")
    return {button.get("value").split(":")[0]: button.get("value") for button in buttons}


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


# --- with htmx: one statement at a time


def autosave(client: Client, scan: Scan, code: str = CODE, **fields: str):
    data = {"statement": code, **edit(code, **{"version": "0", **fields})}
    return client.post(url_of(scan, code[:7]), data, headers=HTMX)


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


# --- the price


@pytest.fixture
def large(world) -> Scan:
    """A running scan of fifteen themes with fifteen statements each."""
    questionnaire = published_questionnaire(themes=range(1, 16))
    Answer.objects.all().delete()
    Scan.objects.filter(pk=world.a.running.pk).update(questionnaire=questionnaire)
    return Scan.objects.get(pk=world.a.running.pk)


PRICES = [
    ("get", "/", 6),
    ("get", "/scans/{pk}/", 6),
    ("get", "/scans/{pk}/themas/thema-8/", 7),
    ("get", "/scans/{pk}/resultaat/", 6),
    ("get", "/scans/{pk}/afronden/", 4),
]


@pytest.mark.parametrize(("method", "path", "queries"), PRICES)
def test_page_of_225_statements_costs(
    large, browse, method, path, queries, django_assert_num_queries
):
    client = browse("els")

    with django_assert_num_queries(queries):
        response = getattr(client, method)(path.format(pk=large.pk))

    assert response.status_code == 200


def test_save_of_one_of_225_statements_costs(large, browse, django_assert_num_queries):
    client = browse("els")

    with django_assert_num_queries(10):
        response = autosave(client, large, "thema-8-1a", answer="yes")

    assert response.status_code == 200


def test_save_of_a_whole_page_costs(large, browse, django_assert_num_queries):
    client = browse("els")
    url = url_of(large, "thema-8")
    data = filled_in(client, url)
    data |= {name: "yes" for code in range(1, 6) for name in (f"thema-8-{code}a-answer",)}

    with django_assert_num_queries(11):
        response = client.post(url, data)

    assert response["Location"] == url_of(large, "thema-9")
