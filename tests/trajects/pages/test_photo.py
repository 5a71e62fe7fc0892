"""The photo as a whole: counted once, the same for page, print and PDF."""

import pytest
from django.utils import translation

from scans.models import Scan
from tests.factories import LONG_AGO
from tests.scans.test_documents import finished_scan
from tests.trajects.factories import InitiativeFactory, TrajectFactory
from tests.trajects.photos import photo_of
from trajects.models import Traject
from trajects.pages.photo import Matrix, Row, Tally, photo_page


def drawn(matrix: Matrix) -> dict[str, list[str]]:
    return {
        row.theme.short_name if row.theme else "-": [tally.short for tally in row.tallies]
        for row in matrix.rows
    }


def test_matrix_counts_what_runs_and_what_is_planned(traject):
    photo_of(traject)

    page = photo_page(traject)

    names = [department and department.name for department in page.matrix.departments]
    assert names == ["Personeel", "Sociale dienst", "Technische dienst", None]
    assert drawn(page.matrix) == {
        "Kansen": ["0", "0", "0", "0"],
        "Energie": ["0", "1", "2+1", "0"],
        "Water": ["0", "1", "1", "0"],
        "-": ["0", "0", "0", "1"],
    }
    assert [row.tally.short for row in page.matrix.rows] == ["0", "2+1", "1", "1"]


def test_gaps_are_named(traject):
    photo_of(traject)

    page = photo_page(traject)

    assert [part.theme.short_name for part in page.empty_themes] == ["Kansen"]
    assert [one.name for one in page.silent_departments] == ["Personeel"]
    assert [(part.sdg.number, part.titles) for part in page.touched_sdgs] == [
        (6, "Energiehuis"),
        (13, "Energiehuis; Zonnepanelen"),
    ]
    assert (page.untouched_sdgs, page.without_sdg) == ((), 2)


def test_theme_says_who_does_what_and_who_nothing(traject):
    photo_of(traject)

    energy = next(part for part in photo_page(traject).themes if part.theme.number == 7)

    assert energy.tally == Tally(running=2, planned=1)
    assert [piece.title for piece in energy.pieces] == ["Energiehuis", "Warmtenet", "Zonnepanelen"]
    assert [(one.name, number) for one, number in energy.active] == [
        ("Technische dienst", 3),
        ("Sociale dienst", 1),
    ]
    assert [one.name for one in energy.silent] == ["Personeel"]


def test_only_what_is_on_the_photo_counts(traject):
    photo_of(traject)
    other = InitiativeFactory(title="Van een ander")
    kept = InitiativeFactory(traject=traject, title="Blijft")
    InitiativeFactory(traject=traject, title="Dubbel", merged_into=kept, merged_at=LONG_AGO)

    page = photo_page(traject)

    titles = [piece.title for piece in page.pieces]
    assert titles == [
        "Blijft",
        "Energiehuis",
        "Regenton",
        "Warmtenet",
        "Zonder iets",
        "Zonnepanelen",
    ]
    assert page.tally == Tally(4, 1, 1)
    with translation.override("en"):
        words = [str(words) for words, _number in page.of_scope]
    assert words == ["our own working", "our residents"]
    assert [number for _words, number in page.of_scope] == [1, 4]
    assert other.traject_id != traject.pk


def test_scan_stands_beside_the_photo_once_it_is_finished(traject):
    photo_of(traject)
    scan = finished_scan(themes=(7, 10), answers="jjjjjjjjjjjjjjj")
    Traject.objects.filter(pk=traject.pk).update(scan=scan, scan_linked_at=LONG_AGO)
    traject.refresh_from_db()

    finished = photo_page(traject)
    Scan.objects.filter(pk=scan.pk).update(finished_at=None, finished_by=None)
    running = photo_page(traject)

    lines = {part.theme.number: part.line for part in finished.themes}
    assert lines[4] is None
    assert (lines[7].number, lines[7].result.score.score) == (7, 1)
    assert (finished.has_scan_result, running.has_scan_result) == (True, False)
    assert {part.line for part in running.themes} == {None}


def test_empty_photo_has_every_theme_and_no_scan(db):
    page = photo_page(TrajectFactory())

    assert (page.pieces, page.scan, page.tally.total) == ((), None, 0)
    assert page.has_scan_result is False


@pytest.mark.parametrize(("running", "planned", "short", "kind"), [
    (0, 0, "0", "none"),
    (0, 2, "+2", "planned"),
    (2, 0, "2", "some"),
    (3, 1, "3+1", "many"),
])  # fmt: skip
def test_cell_says_its_number_and_how_it_looks(running, planned, short, kind):
    tally = Tally(running, planned, 5)

    assert (tally.short, tally.kind, tally.counted) == (short, kind, running + planned)


def test_matrix_comes_in_parts_that_fit_on_a_page():
    row = Row(None, tuple(range(60)), Tally())
    matrix = Matrix((None,) * 60, (row,))

    assert [len(part.departments) for part in matrix.parts] == [25, 25, 10]
    assert [part.rows[0].tallies[0] for part in matrix.parts] == [0, 25, 50]
    assert len(Matrix((), ()).parts) == 1


@pytest.mark.parametrize("number", [1, 3])
def test_photo_costs_three_queries(traject, django_assert_num_queries, number):
    photo_of(traject)
    for _time in range(number):
        InitiativeFactory(traject=traject)

    with django_assert_num_queries(3):
        photo_page(traject)
