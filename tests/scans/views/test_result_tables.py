"""Tables and the rest of long lists open on the result page, with htmx and without."""

from xml.etree.ElementTree import Element

import pytest

from scans.models import Answer
from tests.factories import IsoSubjectFactory, SdgFactory, answer_all
from tests.page import by_id, main_text, page_of, text_of
from tests.scans.views.test_why import HTMX, opened, panels, source

# What an address calls it → where it stands on the page.
PLACES = {
    "cijfers": "figures",
    "interessant": "more-ticked",
    "onbekend": "more-unknown",
    "sdg": "by-sdg",
    "iso": "by-iso",
}


@pytest.fixture
def scan(world):
    """Everything ticked and nothing known, over two themes of fifteen statements."""
    scan = world.a.running
    themes = [own.theme for own in scan.questionnaire.themes.all()]
    SdgFactory(number=12, name="Verantwoorde consumptie").themes.set(themes)
    SdgFactory(number=13, name="Klimaat").themes.set(themes[:1])
    IsoSubjectFactory(code="6.5", name="Het milieu").themes.set(themes)
    Answer.objects.filter(respondent__scan=scan).delete()
    answer_all(scan, "w" * 30, by=world.els)
    Answer.objects.filter(respondent__scan=scan).update(interesting=True)
    return scan


def opener(part: Element) -> Element:
    return next(a for a in part.iter("a") if a.get("class") == "open")


def tables(part: Element) -> list[str]:
    return [text_of(next(table.iter("caption"))) for table in part.iter("table")]


def ids(tree: Element) -> set[str]:
    return {element.get("id", "") for element in tree.iter()}


def statements(tree: Element) -> list[str]:
    return [a.get("href") for a in tree.iter("a") if "#thema-" in a.get("href", "")]


@pytest.mark.parametrize("name", PLACES)
def test_table_is_closed_until_it_is_asked_for(browse, scan, name):
    client = browse("els")

    closed, open_ = (
        by_id(page_of(opened(client, scan, query)), PLACES[name]) for query in ("", f"toon={name}")
    )

    assert opener(closed).get("aria-expanded") == "false"
    assert opener(closed).get("href") == f"?toon={name}#{PLACES[name]}"
    assert len(list(closed)) == 1
    assert opener(open_).get("aria-expanded") == "true"
    assert opener(open_).get("href") == f"?sluiten={name}#{PLACES[name]}"
    assert text_of(opener(open_)) == text_of(opener(closed))
    assert len(list(open_)) == 2


@pytest.mark.parametrize("verb", ["toon", "sluiten"])
@pytest.mark.parametrize("name", PLACES)
def test_swapped_part_equals_the_same_part_of_the_whole_page(browse, scan, verb, name):
    client = browse("els")

    part = page_of(opened(client, scan, f"{verb}={name}", **HTMX))
    whole = page_of(opened(client, scan, f"{verb}={name}"))

    (swapped,) = next(part.iter("body"))
    assert source(swapped) == source(by_id(whole, PLACES[name]))
    assert opener(swapped).get("autofocus") is not None


@pytest.mark.parametrize("verb", ["toon", "sluiten"])
def test_answers_of_a_theme_open_inside_its_explanation(world, browse, verb):
    client = browse("rita")
    query = f"waarom=1&{verb}=antwoorden"

    part = page_of(opened(client, world.a.finished, query, **HTMX))
    whole = page_of(opened(client, world.a.finished, query))

    (swapped,) = next(part.iter("body"))
    panel = by_id(whole, "why-1")
    assert source(swapped) in source(panel)
    assert len(statements(swapped)) == (15 if verb == "toon" else 0)
    focused = [element.get("class") for element in whole.iter() if "autofocus" in element.attrib]
    assert focused == ["open"]


@pytest.mark.parametrize("name", PLACES)
def test_table_leaves_the_figure_open(browse, scan, name):
    client = browse("els")

    tree = page_of(opened(client, scan, f"waarom=2&toon={name}"))
    closed = page_of(opened(client, scan, "waarom=2"))

    assert panels(tree) == {"why-2"}
    assert opener(by_id(tree, PLACES[name])).get("aria-expanded") == "true"
    assert opener(by_id(closed, PLACES[name])).get("href") == (
        f"?waarom=2&toon={name}#{PLACES[name]}"
    )


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize(
    "query",
    [
        "toon=x",
        "toon=",
        "toon=%00",
        "toon=antwoorden",
        "toon=globaal",
        "toon=1",
        "sluiten=antwoorden",
        "waarom=99&toon=antwoorden",
        "waarom=sdg",
    ],
)
def test_unknown_table_shows_the_page_as_it_is(world, browse, query, headers):
    client = browse("rita")

    tree = page_of(opened(client, world.a.finished, query, **headers))

    plain = page_of(opened(client, world.a.finished, ""))
    assert text_of(next(tree.iter("main"))) == text_of(next(plain.iter("main")))
    assert panels(tree) == set()


def test_answers_of_the_global_score_are_no_table(world, browse):
    text = main_text(opened(browse("rita"), world.a.finished, "waarom=globaal&toon=antwoorden"))

    assert "Each score times the weight of its theme" in text
    assert "Statements with answer and weight" not in text


@pytest.mark.parametrize("name", ["interessant", "onbekend"])
def test_rest_of_a_long_list_stands_behind_the_first_ten(browse, scan, name):
    client = browse("els")

    tree = page_of(opened(client, scan, ""))
    more = by_id(page_of(opened(client, scan, f"toon={name}")), PLACES[name])

    section = next(found for found in tree.iter("section") if PLACES[name] in ids(found))
    first = statements(section)
    assert (len(first), len(statements(more))) == (10, 20)
    assert text_of(opener(section)) == "Show 20 more statements"
    assert len({*first, *statements(more)}) == 30


def test_short_lists_stand_there_whole(world, browse):
    Answer.objects.filter(respondent__scan=world.a.running).delete()
    answer_all(world.a.running, "w" * 10, by=world.els)
    Answer.objects.filter(respondent__scan=world.a.running).update(interesting=True)

    tree = page_of(opened(browse("els"), world.a.running, ""))

    assert {"more-ticked", "more-unknown"} & ids(tree) == set()
    assert len(statements(tree)) == 20


def test_themes_stand_with_every_goal_they_touch(browse, scan):
    part = by_id(page_of(opened(browse("els"), scan, "toon=sdg")), "by-sdg")

    rows = [[text_of(cell) for cell in row] for row in next(part.iter("tbody"))]
    theme = "{0} Thema nummer {0}: too few answers · no step".format
    assert tables(part) == ["Themes and answers per SDG"]
    assert rows == [
        ["12 Verantwoorde consumptie", f"{theme(1)} {theme(2)}", "0", "0", "30 × don’t know"],
        ["13 Klimaat", theme(1), "0", "0", "15 × don’t know"],
    ]


def test_themes_stand_with_every_iso_subject_they_touch(browse, scan):
    part = by_id(page_of(opened(browse("els"), scan, "toon=iso")), "by-iso")

    assert tables(part) == ["Themes and answers per ISO 26000 subject"]
    assert text_of(next(part.iter("tbody"))).startswith("6.5 Het milieu 1 Thema nummer 1")


@pytest.mark.parametrize("name", PLACES)
@pytest.mark.parametrize(("headers", "queries"), [({}, 9), (HTMX, 8)])
def test_table_costs_no_query_of_its_own(
    browse, scan, name, headers, queries, django_assert_num_queries
):
    client = browse("els")

    with django_assert_num_queries(queries):
        opened(client, scan, f"toon={name}", **headers)
