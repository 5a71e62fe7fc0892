from xml.etree.ElementTree import Element

import pytest
from django.utils import translation

from reporting.formatting import percent
from scans.models import Answer, Scan
from scans.results import ThemeLine, scan_result
from tests.factories import answer_all
from tests.page import main_text, page_of, text_of


def results(client, scan, **query):
    return client.get(f"/scans/{scan.pk}/resultaat/", query)


@pytest.mark.parametrize(
    ("person", "running", "finished"),
    [("els", 200, 200), ("bram", 200, 200), ("rita", 403, 200), ("chaima", 404, 404)],
)
def test_result_is_for_members(world, browse, person, running, finished):
    client = browse(person)

    statuses = [results(client, scan).status_code for scan in (world.a.running, world.a.finished)]

    assert statuses == [running, finished]


def with_table(client, scan) -> Element:
    """The page with its table of figures open."""
    return page_of(results(client, scan, toon="cijfers"))


def table_of(tree: Element) -> list[list[str]]:
    table = next(found for found in tree.iter("table") if found.get("id") == "score-table")
    return [[text_of(cell) for cell in row] for row in next(table.iter("tbody")).iter("tr")]


def expected_row(line: ThemeLine) -> list[str]:
    score = line.result.score
    with translation.override("en"):
        low, high = (percent(part) for part in score.band)
        counted = ", ".join(f"{number} × {name}" for name, number in line.not_counted)
        step = f"step {line.result.reached}"
        possible = f", possibly {line.result.possible}" if line.may_be_higher else ""
        return [
            f"{line.number} {line.name}",
            percent(score.score),
            f"{low} – {high}",
            percent(score.completeness),
            step + possible,
            counted or "nothing",
        ]


def test_table_has_the_figures_of_the_read_model(world, browse):
    tree = with_table(browse("rita"), world.a.finished)

    lines = scan_result(world.a.finished).lines
    assert table_of(tree) == [
        [cell.replace("\xa0", " ") for cell in expected_row(line)] for line in lines
    ]


def test_bars_say_the_same_as_the_table(world, browse):
    tree = with_table(browse("rita"), world.a.finished)

    words = [text_of(row) for row in tree.iter("li") if row.get("class") == "score"]
    for row, (name, score, *_rest, step, _not_counted) in zip(words, table_of(tree), strict=True):
        assert name.split(" ", 1)[1] in row
        assert score in row
        assert step in row


def test_headline_says_what_stands_out(world, browse):
    text = main_text(results(browse("rita"), world.a.finished))

    assert "You stand strongest in thema nummer 2." in text
    assert "In thema nummer 1 you can grow most." in text


@pytest.mark.parametrize(
    ("letters", "headline"),
    [
        ("", "There are too few answers for a score yet."),
        ("j" * 15, "Only thema nummer 1 has enough answers for a score."),
        ("j" * 30, "All your themes have the same score: 100 %."),
        ("j" * 15 + "n" * 15, "In thema nummer 2 the basics are still missing."),
    ],
)
def test_headline_follows_the_facts(world, browse, letters, headline):
    Answer.objects.filter(respondent__scan=world.a.running).delete()
    answer_all(world.a.running, letters, by=world.els)

    assert headline in main_text(results(browse("els"), world.a.running))


def test_result_of_a_running_scan_is_provisional(world, browse):
    running, finished = (
        main_text(results(browse("els"), scan)) for scan in (world.a.running, world.a.finished)
    )

    assert "This result is provisional" in running
    assert "This result is provisional" not in finished
    assert "Gemeente Aalbeke, finished on 1 April 2025 by Els Peeters." in finished


@pytest.mark.parametrize(
    ("letters", "row"),
    [
        ("x" * 15, ["not applicable", "none", "none", "no step", "15 × not applicable"]),
        ("jjj", ["too few answers", "20 % – 100 %", "20 %", "no step", "12 × open"]),
        ("n" * 15, ["0 %", "0 % – 0 %", "100 %", "step 0, not started yet", "nothing"]),
        (
            "jjj jjw nnn nnn nnn",
            ["36 %", "33 % – 40 %", "93 %", "step 2", "1 × don’t know"],
        ),
    ],
)
def test_row_says_in_words_what_has_no_figure(world, browse, letters, row):
    Answer.objects.filter(respondent__scan=world.a.running).delete()
    answer_all(world.a.running, letters, by=world.els)

    first = table_of(with_table(browse("els"), world.a.running))[0]

    assert first[1:] == row


def test_result_of_a_light_scan_counts_light_statements(world, browse):
    Scan.objects.filter(pk=world.a.finished.pk).update(depth="light")

    first = table_of(with_table(browse("rita"), world.a.finished))[0]

    assert first[4] == "step 3"


def test_result_costs(world, browse, django_assert_num_queries):
    client = browse("rita")

    with django_assert_num_queries(7):
        results(client, world.a.finished)
