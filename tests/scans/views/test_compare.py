"""Two scans of one organisation beside each other."""

from datetime import timedelta

import pytest

from scans.models import Scan
from tests.factories import LONG_AGO, ScanFactory, answer_all, published_questionnaire
from tests.page import by_id, links, main_text, page_of, text_of
from tests.world import FINISHED, World


@pytest.fixture
def earlier(world: World) -> Scan:
    """A finished scan of the year before: theme 1 stood on step 0, theme 2 as it is now."""
    scan = ScanFactory(
        organisation=world.a.organisation,
        questionnaire=world.a.finished.questionnaire,
        year=2024,
        started_at=LONG_AGO - timedelta(days=365),
        started_by=world.els,
        finished_at=FINISHED - timedelta(days=365),
        finished_by=world.els,
    )
    answer_all(scan, "jnn jjn jnx nnn nnnjjj jjj jjn nww n-n", by=world.els)
    return scan


def address(scan: Scan, other: Scan) -> str:
    return f"/scans/{scan.pk}/vergelijken/{other.pk}/"


@pytest.mark.parametrize(
    ("person", "finished", "running"),
    [("els", 200, 200), ("bram", 200, 200), ("rita", 200, 403), ("chaima", 404, 404)],
)
def test_comparison_is_for_who_may_read_both(world, earlier, browse, person, finished, running):
    client = browse(person)

    def status(scan, other):
        return client.get(address(scan, other)).status_code

    assert status(world.a.finished, earlier) == finished
    assert status(world.a.finished, world.a.running) == running
    assert status(world.a.running, world.a.finished) == running


def test_scan_of_another_organisation_does_not_exist(world, browse):
    world.chaima.memberships.create(organisation=world.a.organisation, role="coordinator")
    both = browse("chaima")

    own, foreign = world.a.finished, world.b.finished
    assert both.get(own.get_absolute_url()).status_code == 200
    assert both.get(foreign.get_absolute_url()).status_code == 200
    assert both.get(address(own, foreign)).status_code == 404


def test_scan_of_another_variant_does_not_exist(world, browse):
    company = published_questionnaire(themes=(1, 2), variant="company")
    other = ScanFactory(organisation=world.a.organisation, questionnaire=company, year=2024)

    client = browse("els")

    assert client.get(other.get_absolute_url()).status_code == 200
    assert client.get(address(world.a.finished, other)).status_code == 404


@pytest.mark.parametrize("other", [0, 999_999_999, 10**30])
def test_scan_beside_itself_or_nothing_does_not_exist(world, browse, other):
    scan = world.a.finished
    client = browse("els")

    assert client.get(address(scan, scan)).status_code == 404
    assert client.get(f"/scans/{scan.pk}/vergelijken/{other}/").status_code == 404


def test_difference_is_told_per_theme(world, earlier, browse):
    response = browse("rita").get(address(world.a.finished, earlier))

    rows = [
        [text_of(cell) for cell in row]
        for row in next(by_id(page_of(response), "compared-themes").iter("tbody"))
    ]
    assert rows == [
        [
            "1 Thema nummer 1",
            "29 %, step 0",
            "43 %, step 2",
            "2 steps higher, score 14,3 points higher",
            "15",
        ],
        ["2 Thema nummer 2", "67 %, step 3", "67 %, step 3", "same step, same score", "15"],
    ]


def test_sentences_come_before_the_figures(world, earlier, browse):
    text = main_text(browse("rita").get(address(world.a.finished, earlier)))

    assert "1 theme stands on a higher step." in text.split("Theme by theme")[0]
    assert "Only the 30 statements that both scans asked." in text
    assert "2 of these have another answer than before." in text
    assert "On a higher step: 1. On the same step: 1. On a lower step: 0." in text


def test_moved_answers_stand_with_both_answers(world, earlier, browse):
    response = browse("rita").get(address(world.a.finished, earlier))

    (body,) = by_id(page_of(response), "moved-answers").iter("tbody")
    assert [[text_of(cell) for cell in row] for row in body] == [
        ["1 Thema nummer 1"],
        ["Wij doen thema-1-1b helemaal.", "no", "yes"],
        ["Wij doen thema-1-1c helemaal.", "no", "yes"],
    ]


def test_earlier_scan_stands_first_whichever_is_asked_first(world, earlier, browse):
    client = browse("rita")

    pages = [
        main_text(client.get(address(*pair)))
        for pair in ((world.a.finished, earlier), (earlier, world.a.finished))
    ]

    assert pages[0] == pages[1]


def test_theme_without_a_difference_has_its_reason(world, browse):
    text = main_text(browse("els").get(address(world.a.running, world.a.finished)))

    assert "These two scans have too little in common to show a difference." in text
    assert "This comparison is provisional" in text
    assert "Too few answers to compare: Scan 2025: 100 % known, Scan 2026: 27 % known." in text


def test_scans_of_one_year_are_told_apart_by_their_day(world, earlier, browse):
    Scan.objects.filter(pk=earlier.pk).update(year=2025)

    text = main_text(browse("rita").get(address(world.a.finished, earlier)))

    assert "Scan of 3 March 2024" in text
    assert "Scan of 3 March 2025" in text


def test_result_links_to_earlier_scans_newest_first(world, earlier, browse):
    result = browse("els").get(f"/scans/{world.a.running.pk}/resultaat/")

    found = [href for href in links(page_of(result)) if "vergelijken" in href]
    assert found == [
        address(world.a.running, world.a.finished),
        address(world.a.running, earlier),
    ]
    assert "Compare with scan 2025, full" in main_text(result)


def test_first_scan_links_to_no_other(world, earlier, browse):
    result = browse("els").get(f"/scans/{earlier.pk}/resultaat/")

    assert [href for href in links(page_of(result)) if "vergelijken" in href] == []


def test_comparison_costs(world, earlier, browse, django_assert_num_queries):
    client = browse("rita")

    with django_assert_num_queries(10):
        client.get(address(world.a.finished, earlier))


def test_headline_says_how_many_themes_can_be_compared(world, earlier, browse):
    earlier.respondents.get().answers.filter(statement__code__startswith="thema-1-").delete()

    text = main_text(browse("rita").get(address(world.a.finished, earlier)))

    assert "1 theme can be compared. It stands on the same step as before." in text
