"""A figure is the same wherever a reader meets it: on the page, in a workbook, CSV or PDF."""

import pytest

from scans.documents import scan_document
from scans.models import Scan
from tests.scans.figures import IN_FULL, Figures, differences, from_csv, from_page, from_xlsx
from tests.scans.pdf_figures import from_pdf
from tests.scans.seeded import ORACLE, SEEDED, seeded_scan

# Not counted as coverage, which would double its time: other tests reach each of these lines.
pytestmark = pytest.mark.no_cover

FILES = {"xlsx": from_xlsx, "csv": from_csv}
READERS = [*FILES, "pdf"]


@pytest.fixture
def figures_of(world, client):
    """How Els reads a scan of her organisation: as a page, "xlsx", "csv" or "pdf"."""
    client.force_login(world.els)
    client.cookies["language"] = "en"

    def figures_of(scan: Scan, kind: str = "page") -> Figures:
        address = f"/scans/{scan.pk}/resultaat/"
        if kind == "page":
            return from_page(client.get(address, IN_FULL))
        if kind == "pdf":
            return from_pdf(document_of(scan))
        return FILES[kind](client.post(f"{address}cijfers/", {"format": kind}).content)

    return figures_of


def document_of(scan: Scan) -> bytes:
    """What a job would make of it, without the job."""
    stored = Scan.objects.with_people().with_imprint().get(pk=scan.pk)
    return scan_document(stored, with_names=False, with_remarks=False)


@pytest.fixture
def oracle(world) -> Scan:
    return seeded_scan(ORACLE, by=world.els, organisation=world.a.organisation, year=2024)


@pytest.mark.parametrize("kind", READERS)
@pytest.mark.parametrize("name", ["nothing counts", "all the same"])
def test_figures_of_a_seeded_scan_are_the_same_everywhere(world, figures_of, name, kind):
    own = {"organisation": world.a.organisation, "year": 2024}
    scan = seeded_scan(SEEDED[name], by=world.els, **own)

    assert differences(figures_of(scan), figures_of(scan, kind)) == []


@pytest.mark.parametrize("kind", FILES)
@pytest.mark.parametrize("state", ["running", "finished"])
def test_figures_of_a_scan_are_the_same_everywhere(world, figures_of, state, kind):
    scan = getattr(world.a, state)

    assert differences(figures_of(scan), figures_of(scan, kind)) == []


def test_figures_of_the_oracle_are_those_of_the_document(oracle, figures_of):
    """What is compared are figures, and not empty places: checked by hand."""
    figures = figures_of(oracle)

    assert rows_of(figures) == [
        ["40 %", "40 %", "40 %", "100 %", "2", "2", ""],
        ["45 %", "38 %", "54 %", "85 %", "2", "3", "2 × don’t know, 2 × not applicable"],
        ["87 %", "87 %", "87 %", "100 %", "0", "0", ""],
        [
            "100 %",
            "67 %",
            "100 %",
            "67 %",
            "3",
            "4",
            "1 × open, 2 × don’t know, 6 × not applicable",
        ],
        ["too few answers", "13 %", "100 %", "13 %", "", "", "13 × open"],
        ["not applicable", "", "", "", "", "", "15 × not applicable"],
        ["60 %", "60 %", "60 %", "100 %", "3", "3", ""],
        ["67 %", "67 %", "67 %", "100 %", "1", "1", ""],
        ["43 %", "33 %", "56 %", "78 %", "1", "2", "2 × difference"],
        ["13 %", "13 %", "13 %", "100 %", "0", "0", "7 × not applicable"],
        ["63 %", "63 %", "63 %", "100 %", "2", "2", "7 × not applicable"],
        [
            "too few answers",
            "0 %",
            "100 %",
            "0 %",
            "",
            "",
            "1 × open, 1 × don’t know, 1 × difference",
        ],
    ]
    # Uneven themes weigh 2: (2·2/5 + 5/11 + 2·13/15 + 1 + 2·3/5 + 2/3 + 2·3/7 + 1/8 + 2·5/8) / 14.
    assert figures["overall"] == "58 %"
    assert (figures["known"], figures["applicable"]) == ("82", "105")
    assert figures["weakest"] == "Thema nummer 10, 13 %"


def rows_of(figures: Figures) -> list[list[str]]:
    themes = dict.fromkeys(name.split(":")[0] for name in figures if ":" in name)
    return [
        [value for name, value in figures.items() if name.startswith(f"{theme}:")]
        for theme in themes
    ]


@pytest.mark.parametrize("kind", READERS)
def test_figures_of_the_oracle_are_the_same_and_one_that_is_changed_is_told(
    oracle, figures_of, kind
):
    """The comparison bites, for every single figure of the scan."""
    page, file = figures_of(oracle), figures_of(oracle, kind)

    same = differences(page, file)
    told = {name: differences(page, {**file, name: "1 %"}) for name in file}

    assert same == []
    assert len(told) == 4 + 7 * len(ORACLE)
    assert told == {name: [f"{name}: {page[name]} and 1 %"] for name in file}


@pytest.mark.parametrize("kind", FILES)
def test_figure_that_is_missing_is_told(oracle, figures_of, kind):
    page, file = figures_of(oracle), figures_of(oracle, kind)
    del file["3 Thema nummer 3: score"]

    assert differences(page, file) == ["3 Thema nummer 3: score: 87 % and nothing"]


@pytest.mark.parametrize("kind", FILES)
def test_changed_answer_changes_every_reading_alike(oracle, figures_of, kind):
    before = figures_of(oracle, kind)

    oracle.respondents.get(user=None).answers.filter(statement__code="thema-1-3b").update(
        value="yes"
    )

    told = differences(before, figures_of(oracle, kind))
    assert "1 Thema nummer 1: score: 40 % and 47 %" in told
    assert told == differences(before, figures_of(oracle))
