from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest

from accounts.models import User
from scans.models import Answer
from tests.factories import ReopeningFactory, answer_all
from tests.page import by_id, links, main_text, page_of, text_of
from tests.world import FINISHED


def overview(client, scan):
    return client.get(f"/scans/{scan.pk}/")


def rows_of(tree: Element) -> Iterator[list[str]]:
    body = next(tree.iter("tbody"))
    for row in body.iter("tr"):
        yield [text_of(cell) for cell in row]


@pytest.mark.parametrize(
    ("person", "running", "finished"),
    [("els", 200, 200), ("bram", 200, 200), ("rita", 403, 200), ("chaima", 404, 404)],
)
def test_overview_is_for_members(world, browse, person, running, finished):
    client = browse(person)

    statuses = [overview(client, scan).status_code for scan in (world.a.running, world.a.finished)]

    assert statuses == [running, finished]


def test_overview_has_progress_per_theme_and_in_total(world, browse):
    response = overview(browse("bram"), world.a.running)

    assert list(rows_of(page_of(response))) == [
        ["1 Thema nummer 1", "5 of 15", "10", "1"],
        ["2 Thema nummer 2", "0 of 15", "15", "0"],
    ]
    text = main_text(response)
    assert "5 of 30 answered · 25 open · 1 don’t know" in text
    assert "Started on 1 April 2025 by Els Peeters." in text


def next_step(response) -> str:
    return text_of(by_id(page_of(response), "next-title"))


def test_overview_goes_on_where_one_was(world, browse):
    response = overview(browse("bram"), world.a.running)

    assert next_step(response) == "Go on where you were: theme 1"
    assert f"/scans/{world.a.running.pk}/themas/thema-1/" in links(page_of(response))


def test_overview_of_a_new_scan_starts_with_the_first_theme(world, browse):
    Answer.objects.all().delete()

    assert next_step(overview(browse("bram"), world.a.running)) == "Fill in theme 1"


@pytest.mark.parametrize(("person", "target"), [("els", "/afronden/"), ("bram", "/resultaat/")])
def test_overview_of_a_full_scan_leads_to_the_end(world, browse, person, target):
    Answer.objects.filter(respondent__scan=world.a.running).delete()
    answer_all(world.a.running, "j" * 30, by=world.els)

    response = overview(browse(person), world.a.running)

    assert next_step(response) == "Everything is answered"
    hero = [a.get("href") for a in page_of(response).iter("a") if "btn-hero" in a.get("class", "")]
    assert hero == [f"/scans/{world.a.running.pk}{target}"]


def test_overview_of_a_finished_scan_says_who_finished_it(world, browse):
    response = overview(browse("rita"), world.a.finished)

    assert next_step(response) == "Read the result"
    assert "Els Peeters finished it on 1 April 2025." in main_text(response)


@pytest.mark.parametrize(
    ("person", "state", "pages"),
    [
        ("els", "running", ["afronden", "verwijderen"]),
        ("els", "finished", ["heropenen", "verwijderen"]),
        ("bram", "running", []),
        ("bram", "finished", []),
        ("rita", "finished", []),
    ],
)
def test_overview_offers_only_what_one_may(world, browse, person, state, pages):
    scan = getattr(world.a, state)

    found = links(page_of(overview(browse(person), scan)))

    known = ("afronden", "heropenen", "verwijderen")
    assert [page for page in known if f"/scans/{scan.pk}/{page}/" in found] == pages


def test_overview_keeps_the_story_of_reopenings(world, browse):
    ReopeningFactory(
        scan=world.a.running,
        at=FINISHED.replace(month=5),
        by=world.bram,
        reason="Nog een dienst.",
        undone_finish_at=FINISHED,
        undone_finish_by=world.els,
    )

    assert (
        "1 May 2025 Bram Claes: Nog een dienst. (it was finished on 1 April 2025 by Els Peeters)"
    ).replace(" Bram", "Bram") in main_text(overview(browse("bram"), world.a.running))


@pytest.mark.parametrize("reopenings", [1, 3])
def test_overview_costs_the_same_for_one_and_for_three(
    world, browse, reopenings, django_assert_num_queries
):
    for user in User.objects.all()[:reopenings]:
        ReopeningFactory(scan=world.a.running, by=user, undone_finish_by=user)
    client = browse("els")

    with django_assert_num_queries(6):
        response = overview(client, world.a.running)

    assert main_text(response).count("We vergaten een dienst.") == reopenings
