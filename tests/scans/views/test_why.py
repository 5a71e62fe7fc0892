"""A figure on the result page opens to say where it comes from, with htmx and without."""

import re
from xml.etree.ElementTree import Element, tostring

import pytest

from scans.models import Answer
from tests.factories import answer_all
from tests.page import by_id, main_text, page_of, text_of

HTMX = {"HX-Request": "true"}


def opened(client, scan, query, **headers):
    return client.get(f"/scans/{scan.pk}/resultaat/?{query}", headers=headers)


def ids(tree: Element) -> set[str]:
    return {element.get("id", "") for element in tree.iter()}


def panels(tree: Element) -> set[str]:
    """The explanations that stand open."""
    return {name for name in ids(tree) if re.fullmatch(r"why-(\d+|global)", name)}


def source(element: Element) -> str:
    """As text, without what stands after it; attributes and spaces as they are."""
    element.tail = None
    return " ".join(tostring(element, encoding="unicode").split())


@pytest.mark.parametrize(
    ("person", "running", "finished"),
    [("els", 200, 200), ("bram", 200, 200), ("rita", 403, 200), ("chaima", 404, 404)],
)
@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize("query", ["waarom=1", "waarom=globaal", "sluiten=1"])
def test_explanation_is_for_members(world, browse, person, running, finished, headers, query):
    client = browse(person)

    scans = (world.a.running, world.a.finished)
    assert [opened(client, scan, query, **headers).status_code for scan in scans] == [
        running,
        finished,
    ]


def test_every_score_and_step_links_to_its_explanation(world, browse):
    tree = page_of(opened(browse("rita"), world.a.finished, "toon=cijfers"))

    score, step = (a for a in by_id(tree, "theme-1").iter("a") if a.get("class") == "num")
    for link in (score, step):
        assert link.get("href") == "?waarom=1#theme-1"
        assert link.get("aria-expanded") == "false"
    assert [text_of(score), text_of(step)] == ["43 %", "step 2"]
    said = [text_of(by_id(tree, link.get("aria-describedby"))) for link in (score, step)]
    assert said == ["why this figure?", "why this step?"]
    (figure,) = (a for a in by_id(tree, "overview").iter("a") if a.get("class") == "num")
    assert figure.get("href") == "?waarom=globaal#overview"
    in_table = [a.get("href") for a in by_id(tree, "score-table").iter("a")]
    assert in_table == ["?waarom=1#theme-1"] * 3 + ["?waarom=2#theme-2"] * 3
    assert panels(tree) == set()


def test_page_opens_under_the_row_that_was_asked(world, browse):
    tree = page_of(opened(browse("rita"), world.a.finished, "waarom=1"))

    panel = by_id(by_id(tree, "theme-1"), "why-1")
    assert panel.get("role") == "region"
    assert text_of(by_id(panel, panel.get("aria-labelledby"))) == "Why 43 % and step 2?"
    assert "6 divided by 14 is 43 %." in text_of(panel)
    assert panels(tree) == {"why-1"}
    (link,) = {a.get("href") for a in by_id(tree, "theme-1").iter("a") if a.get("class") == "num"}
    assert link == "?sluiten=1#theme-1"


def test_global_score_opens_with_the_mean_worked_out(world, browse):
    tree = page_of(opened(browse("rita"), world.a.finished, "waarom=globaal"))

    panel = by_id(by_id(tree, "overview"), "why-global")
    rows = [[text_of(cell) for cell in row] for row in next(panel.iter("tbody"))]
    assert rows == [
        ["1 Thema nummer 1", "6/14 = 42,9 %", "1", "42,9 %"],
        ["2 Thema nummer 2", "8/12 = 66,7 %", "1", "66,7 %"],
    ]
    assert "makes 109,5 % together. Divided by 2, the sum of the weights, that is 55 %." in (
        text_of(panel)
    )


def test_global_explanation_says_what_is_left_out(world, browse):
    Answer.objects.filter(respondent__scan=world.a.running).delete()
    answer_all(world.a.running, "j" * 15 + "jjj", by=world.els)

    text = main_text(opened(browse("els"), world.a.running, "waarom=globaal"))

    assert "2 Thema nummer 2 (20 %)." in text


def test_without_a_global_score_the_page_says_why(world, browse):
    Answer.objects.filter(respondent__scan=world.a.running).delete()

    text = main_text(opened(browse("els"), world.a.running, "waarom=globaal"))

    assert "Why no global score?" in text
    assert "No theme has that yet." in text


@pytest.mark.parametrize("query", ["waarom=99", "waarom=x", "waarom=", "sluiten=99", "waarom=%00"])
def test_unknown_figure_shows_the_page_as_it_is(world, browse, query):
    response = opened(browse("rita"), world.a.finished, query)

    tree = page_of(response)
    assert panels(tree) == set()
    assert "All themes" in text_of(tree)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("waarom=1", "theme-1"),
        ("sluiten=1", "theme-1"),
        ("waarom=globaal", "overview"),
        ("sluiten=globaal", "overview"),
    ],
)
def test_swapped_part_equals_the_same_part_of_the_whole_page(world, browse, query, name):
    client = browse("rita")

    part = page_of(opened(client, world.a.finished, query, **HTMX))
    whole = page_of(opened(client, world.a.finished, query))

    (swapped,) = next(part.iter("body"))
    assert source(swapped) == source(by_id(whole, name))


@pytest.mark.parametrize("query", ["waarom=2", "sluiten=2", "waarom=globaal", "sluiten=globaal"])
def test_part_says_where_the_focus_goes(world, browse, query):
    part = page_of(opened(browse("rita"), world.a.finished, query, **HTMX))

    focused = [element for element in part.iter() if element.get("autofocus") is not None]
    opens = query.startswith("waarom")
    (element,) = focused
    assert element.get("role") == ("region" if opens else None)
    assert element.get("class") == ("why" if opens else "num")


def test_light_scan_says_so(world, browse):
    type(world.a.finished).objects.filter(pk=world.a.finished.pk).update(depth="light")

    text = main_text(opened(browse("rita"), world.a.finished, "waarom=1&toon=antwoorden"))

    assert "This is a light scan: it asks only a part of the statements." in text


@pytest.mark.parametrize("query", ["waarom=1", "waarom=globaal"])
@pytest.mark.parametrize(("headers", "queries"), [({}, 7), (HTMX, 6)])
def test_explanation_costs_no_query_of_its_own(
    world, browse, query, headers, queries, django_assert_num_queries
):
    client = browse("rita")

    with django_assert_num_queries(queries):
        opened(client, world.a.finished, query, **headers)


def test_what_would_lift_us_is_a_condition_and_no_promise(world, browse):
    text = main_text(browse("rita").get(f"/scans/{world.a.finished.pk}/resultaat/"))

    section = text.split("What would lift us", 1)[1].split("Possible themes to work on", 1)[0]
    assert "If this statement becomes a yes, this theme goes from step 2 to step 3." in section
    assert "Wij doen thema-1-3b helemaal." in section
