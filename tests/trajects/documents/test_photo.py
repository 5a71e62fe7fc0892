"""The PDF of a local photo: tagged, in Dutch, with the matrix on a page that lies down."""

from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pytest
from django.utils import translation

from scans.models import Document
from tests.reporting.pdf.inspection import all_text, opened, tags
from tests.trajects.photos import photo_of
from trajects.documents.photo import photo_document
from trajects.models import PhotoDocument
from trajects.tasks import make_photo_document

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)


@pytest.fixture
def document(traject, griet) -> PhotoDocument:
    photo_of(traject)
    return PhotoDocument.objects.create(traject=traject, slot=1, asked_at=NOW, asked_by=griet)


def test_document_shows_the_photo_of_its_day(document):
    words = all_text(photo_document(document))

    for expected in ("Gemeente Aalbeke", "4 mei 2026", "Zonnepanelen", "Op elk dak.", "2+1"):
        assert expected in words
    for hidden in ("Wacht nog", "Griet Maes", "since None"):
        assert hidden not in words


def test_matrix_lies_down_and_the_rest_stands(document):
    with pikepdf.open(BytesIO(photo_document(document))) as pdf:
        shapes = [box[2] > box[3] for box in (page.mediabox for page in pdf.pages)]

    assert shapes.count(True) == 1
    assert shapes[2] is True


def test_document_is_tagged_and_every_table_has_its_heads(document):
    with opened(photo_document(document)) as pdf:
        assert str(pdf.Root.Lang) == "nl"
        heads = [str(tag.element.A.Scope) for tag in tags(pdf) if tag.kind == "TH"]

    assert {"/Column", "/Row"} == set(heads)


def test_document_is_the_same_whoever_asks(document):
    first = photo_document(document)

    with translation.override("en"):
        assert photo_document(document) == first


def test_many_departments_take_more_pages(document, organisation):
    for number in range(40):
        organisation.departments.create(name=f"Dienst {number}")

    with pikepdf.open(BytesIO(photo_document(document))) as pdf:
        assert sum(page.mediabox[2] > page.mediabox[3] for page in pdf.pages) == 2


def test_task_makes_what_was_asked(document, time_machine):
    time_machine.move_to(NOW, tick=False)

    make_photo_document.call(document.pk)
    make_photo_document.call(document.pk)

    document.refresh_from_db()
    assert (document.finished_at, document.failed_at) == (NOW, None)
    assert Document.objects.count() == 1


def test_task_that_fails_says_so(document, organisation, time_machine, caplog):
    time_machine.move_to(NOW, tick=False)
    organisation.logo.name = "logos/weg.png"
    organisation.save()

    make_photo_document.call(document.pk)

    document.refresh_from_db()
    assert (document.finished_at, document.failed_at) == (None, NOW)
    assert f"PhotoDocument {document.pk} could not be made" in caplog.text
