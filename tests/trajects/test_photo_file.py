"""Out and in again, and what is wrong in a file, cell by cell."""

from io import BytesIO

import pytest
from django.utils import translation
from openpyxl import Workbook, load_workbook

from reporting.spreadsheet_reading import ReadRow, read_first_sheet
from tests.factories import DepartmentFactory, ThemeFactory
from tests.scans.views.conftest import NOW
from tests.trajects.factories import InitiativeFactory
from tests.trajects.photos import photo_of
from trajects.entries import InitiativeEntry
from trajects.models import Initiative, InitiativeStatus, Scope
from trajects.photo_file import empty_workbook, photo_workbook, read_rows
from trajects.queries.matrix import labels_of

HEADS = ("Initiative", "Theme 1", "Theme 2", "Department", "Status", "For whom", "Since", "SDG")
GOOD = ("Fietsplan", "7 Energie en klimaat", None, "Personeel", "running", "our residents")


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def rows_of(*rows: tuple[object, ...]) -> list[ReadRow]:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    saved = BytesIO()
    book.save(saved)
    return read_first_sheet(saved.getvalue(), most_rows=501)


def problems(traject, *rows: tuple[object, ...]) -> list[tuple[str, str]]:
    read = read_rows(rows_of(*rows), labels_of(traject.organisation_id))
    return [(problem.place, problem.sentence) for problem in read.problems]


def entry_of(stored: Initiative) -> InitiativeEntry:
    return stored.entry


@pytest.mark.parametrize("language", ["en", "nl"])
def test_what_goes_out_comes_in_the_same(traject, language):
    photo = photo_of(traject)
    InitiativeFactory(
        traject=traject,
        title="=1+1",
        description="@SUM(A1)",
        themes=photo.themes,
        departments=photo.departments,
        evidence="https://www.example.org/x",
        bbc_code="AP-1",
    )
    with translation.override(language):
        content = photo_workbook(traject, at=NOW)

    read = read_rows(read_first_sheet(content, most_rows=501), labels_of(traject.organisation_id))

    stored = Initiative.objects.on_photo().filter(themes__isnull=False).distinct()
    loose = [problem.place for problem in read.problems]
    assert sorted(read.entries, key=lambda one: one.title) == [
        entry_of(one) for one in stored.order_by("title")
    ]
    assert loose == ["C6"]  # the one without a theme


def test_more_labels_than_usual_get_more_columns(traject):
    photo = photo_of(traject)
    more = [photo.themes[0].__class__.objects.create(number=n, code=f"t{n}", name=f"T {n}",
            short_name=f"T{n}") for n in (11, 12)]  # fmt: skip
    InitiativeFactory(traject=traject, title="Alles", themes=[*photo.themes, *more])

    book = load_workbook(BytesIO(photo_workbook(traject, at=NOW)))

    heads = [cell.value for cell in book.worksheets[0][1]]
    assert [head for head in heads if head.startswith("Theme")] == [
        f"Theme {n}" for n in range(1, 6)
    ]


def test_formula_stays_text(traject):
    InitiativeFactory(traject=traject, title='=HYPERLINK("http://x")')

    sheet = load_workbook(BytesIO(photo_workbook(traject, at=NOW))).worksheets[0]

    assert (sheet["A2"].data_type, sheet["A2"].quotePrefix) == ("s", True)


def test_empty_file_offers_lists(traject):
    photo_of(traject)

    book = load_workbook(BytesIO(empty_workbook(traject, at=NOW)))

    offered = {
        str(one.sqref): one.formula1 for one in book.worksheets[0].data_validations.dataValidation
    }
    assert book.sheetnames == ["Initiatives", "Explanation", "Lists"]
    assert offered["C2:C1000"] == "'Lists'!$A$2:$A$4"
    assert len(offered) == 11
    lists = [[cell.value for cell in row] for row in book["Lists"].iter_rows()]
    assert lists[0] == ["Theme", "Department", "SDG", "Status", "For whom"]
    assert lists[1] == [
        "4 Gelijke kansen",
        "Personeel",
        "6 Schoon water",
        "running",
        "our own working",
    ]
    assert book.worksheets[0].max_row == 1


def test_good_rows_become_entries_in_any_language(traject):
    photo = photo_of(traject)
    with translation.override("nl"):
        planned, residents = str(InitiativeStatus.PLANNED.label), str(Scope.RESIDENTS.label)

    read = read_rows(
        rows_of((*HEADS, "Remark"), (*GOOD, 2019.0, "13"), ("Afvalarm", "water", "Energie", None,
                planned.upper(), f" {residents} ", "2020-01-01", None, "weg")),
        labels_of(traject.organisation_id),
    )  # fmt: skip

    energy, water, _people = photo.themes
    assert read.problems == ()
    assert read.unused == ("Remark",)
    assert read.entries == (
        InitiativeEntry(
            title="Fietsplan", status="running", scope="residents", themes=frozenset({energy.pk}),
            since=2019, departments=frozenset({photo.departments[2].pk}),
            sdgs=frozenset({photo.sdgs[0].pk}),
        ),
        InitiativeEntry(
            title="Afvalarm", status="planned", scope="residents",
            themes=frozenset({water.pk, energy.pk}), since=2020,
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("row", "place", "sentence"),
    [
        ((None, *GOOD[1:]), "A2", "Give it a name."),
        (("x", None, None, *GOOD[3:]), "B2", "Choose at least one theme."),
        (("x", "Ruimtevaart", *GOOD[2:]), "B2", "There is no theme “Ruimtevaart”."),
        (("x", "energie", "Ruimte", *GOOD[3:]), "C2", "There is no theme “Ruimte”."),
        ((*GOOD[:3], "Brandweer", *GOOD[4:]), "D2", "has no department “Brandweer”"),
        ((*GOOD[:4], "busy", "our residents"), "E2", "“busy” is no status."),
        ((*GOOD[:5], "everybody"), "F2", "“everybody” is not known."),
        ((*GOOD, "lately"), "G2", "Enter a whole number."),
        ((*GOOD, 1066), "G2", "greater than or equal to 1950"),
        ((*GOOD, None, 18), "H2", "There is no SDG “18”."),
        (("=A1", *GOOD[1:]), "A2", "This is a formula."),
        (("x" * 161, *GOOD[1:]), "A2", "160"),
    ],
)  # fmt: skip
def test_mistake_names_its_cell(traject, row, place, sentence):
    photo_of(traject)

    (found,) = problems(traject, HEADS, row)

    assert found[0] == place
    assert sentence in found[1]


def test_every_mistake_is_named_at_once(traject):
    photo_of(traject)

    found = problems(
        traject, HEADS, GOOD, ("x", "y", None, "z", "a", "b"), ("fietsplan", *GOOD[1:])
    )

    assert [place for place, _sentence in found] == ["B3", "D3", "E3", "F3", "A4"]
    assert found[-1][1] == "Row 2 has the same name. Give one of them another name."


def test_file_without_the_headings_is_refused(traject):
    assert problems(traject, ("Naam", "Iets"))[0][0] == "A1"
    assert "“Initiative”, “Theme”, “Status”, “For whom”" in problems(traject, ("Naam",))[0][1]
    assert problems(traject) == [("A1", "This sheet is empty.")]
    assert problems(traject, HEADS)[0] == ("A2", "There is no initiative under the headings.")


def test_initiative_of_sixty_departments_comes_in_whole(traject):
    departments = DepartmentFactory.create_batch(60, organisation=traject.organisation)
    made = InitiativeFactory(
        traject=traject,
        themes=[ThemeFactory()],
        departments=departments,
        evidence="https://www.example.org/x",
    )

    read = read_rows(
        read_first_sheet(photo_workbook(traject, at=NOW), most_rows=501),
        labels_of(traject.organisation_id),
    )

    assert not read.problems
    assert read.entries == (entry_of(made),)
