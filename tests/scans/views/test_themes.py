"""The theme page as it is read."""

import pytest

from scans.entries import Entry
from scans.models import Scan
from tests.page import by_id, links, main_text, page_of, text_of
from tests.scans.views.filling_in import (
    CODE,
    HTMX,
    colleague_saves,
    edit,
    filled_in,
    url_of,
)
from tests.world import domain_hash


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
