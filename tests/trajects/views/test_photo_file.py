"""Out, in and empty: nothing is stored before it was looked over."""

from io import BytesIO
from random import Random
from string import ascii_letters, digits

import pytest
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook

from tests.page import main_text, page_of
from tests.trajects.factories import TrajectFactory
from tests.trajects.photos import photo_of
from trajects.forms.photo_file import SALT, StaleRows, carried, uncarried
from trajects.models import Initiative

HEADS = ("Initiative", "Theme", "Status", "For whom")
GOOD = ("Fietsplan", "7", "running", "our residents")
KNOWN = ("zonnepanelen", "7", "running", "our residents")


def url(traject, page: str) -> str:
    return f"/trajecten/{traject.pk}/lokale-foto/{page}/"


def upload(*rows: tuple[object, ...]) -> SimpleUploadedFile:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    saved = BytesIO()
    book.save(saved)
    return SimpleUploadedFile("lijst.xlsx", saved.getvalue())


def carried_by(response) -> str:
    return next(
        field.get("value")
        for field in page_of(response).iter("input")
        if field.get("name") == "rows"
    )


@pytest.mark.parametrize(
    ("person", "statuses"),
    [
        ("griet", [200, 200, 200]),
        ("els", [200, 403, 200]),
        ("bram", [200, 403, 200]),
        ("chaima", [404, 404, 404]),
    ],
)
def test_pages_are_for_who_may(traject, english_of, request, person, statuses):
    photo_of(traject)
    client = english_of(request.getfixturevalue(person))

    assert [
        client.post(url(traject, "uitvoeren")).status_code,
        client.get(url(traject, "invoeren")).status_code,
        client.get(url(traject, "sjabloon")).status_code,
    ] == statuses


def test_export_is_an_attachment_that_nobody_keeps(traject, griet, english_of):
    photo_of(traject)

    response = english_of(griet).post(url(traject, "uitvoeren"))

    book = load_workbook(BytesIO(response.content))
    assert [row[0].value for row in book.worksheets[0].iter_rows(min_row=2)] == [
        "Energiehuis", "Regenton", "Warmtenet", "Zonder iets", "Zonnepanelen",
    ]  # fmt: skip
    assert response.headers["Content-Disposition"] == (
        'attachment; filename="local-photo-gemeente-aalbeke.xlsx"'
    )
    assert response.headers["Cache-Control"] == "private, no-store"


def test_file_is_looked_over_and_then_brought_in(traject, griet, english_of):
    photo_of(traject)
    client = english_of(griet)

    preview = client.post(url(traject, "invoeren"), {"file": upload(HEADS, GOOD, KNOWN)})
    before = Initiative.objects.filter(title="Fietsplan").exists()
    done = client.post(url(traject, "invoeren"), {"rows": carried_by(preview)}, follow=True)

    assert "One initiative is ready to go on the photo." in main_text(preview)
    assert "One row has the name of something that is there already." in main_text(preview)
    assert (before, Initiative.objects.get(title="Fietsplan").is_on_photo) == (False, True)
    assert done.redirect_chain == [(url(traject, "overzicht"), 302)]
    assert "One initiative was brought in." in main_text(done)


def test_mistake_in_one_row_stores_none(traject, griet, english_of):
    photo_of(traject)
    before = Initiative.objects.count()

    response = english_of(griet).post(
        url(traject, "invoeren"), {"file": upload(HEADS, GOOD, ("x", "Ruimte", *GOOD[2:]))}
    )

    assert response.status_code == 422
    assert "One cell is not right yet" in main_text(response)
    assert "B3 There is no theme “Ruimte”." in main_text(response)
    assert 'name="rows"' not in response.content.decode()
    assert Initiative.objects.count() == before


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"naam;thema", "This is not an Excel workbook (.xlsx)."),
        (b"PK\x03\x04" + bytes(2 * 1024 * 1024), "This file is larger than 2 MB."),
    ],
)
def test_other_file_is_refused_in_words(traject, griet, english_of, content, sentence):
    file = SimpleUploadedFile("lijst.xlsx", content)

    response = english_of(griet).post(url(traject, "invoeren"), {"file": file})

    assert response.status_code == 422
    assert sentence in main_text(response)


def test_too_much_text_to_carry_along_is_said(traject, griet, english_of):
    """Under 2 MB and 500 rows, but more than a form can bring back."""
    photo_of(traject)
    chosen = Random(1)
    rows = (
        (f"Plan {number}", *GOOD[1:], "".join(chosen.choices(ascii_letters + digits, k=2000)))
        for number in range(490)
    )

    file = upload((*HEADS, "What it is"), *rows)
    response = english_of(griet).post(url(traject, "invoeren"), {"file": file})

    assert response.status_code == 422
    assert "There is too much text in this file. Spread it over two." in main_text(response)
    assert 'name="rows"' not in response.content.decode()


def test_rows_of_another_person_or_traject_are_refused(traject, griet, bram, english_of):
    photo_of(traject)
    rows = carried([], traject=traject, by=bram)

    response = english_of(griet).post(url(traject, "invoeren"), {"rows": rows}, follow=True)

    assert "Nothing was brought in. Choose the file once more." in main_text(response)
    with pytest.raises(StaleRows):
        uncarried(rows, traject=TrajectFactory(), by=bram)
    assert uncarried(rows, traject=traject, by=bram) == []


@pytest.mark.parametrize("row", [{"title": "Fietsplan", "was_a_field": 1}, {"title": "Fietsplan"}])
def test_rows_of_another_version_are_refused_in_words(traject, griet, english_of, row):
    rows = signing.dumps([row], salt=f"{SALT}:{traject.pk}:{griet.pk}", compress=True)

    response = english_of(griet).post(url(traject, "invoeren"), {"rows": rows}, follow=True)

    assert "Nothing was brought in. Choose the file once more." in main_text(response)
    assert not Initiative.objects.exists()


def test_department_that_went_meanwhile_is_said(traject, griet, english_of):
    photo = photo_of(traject)
    heads, good = (*HEADS, "Department"), (*GOOD, "Personeel")
    client = english_of(griet)
    preview = client.post(url(traject, "invoeren"), {"file": upload(heads, good)})
    photo.departments[2].delete()

    response = client.post(url(traject, "invoeren"), {"rows": carried_by(preview)}, follow=True)

    assert "a department of this file was removed meanwhile" in main_text(response)
    assert not Initiative.objects.filter(title="Fietsplan").exists()
