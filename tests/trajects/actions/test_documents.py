from datetime import UTC, datetime, timedelta

import pytest

from scans.actions.documents import ask_document, store_document
from scans.errors import ReportUnderWay, TooManyReports
from scans.models import Document
from tests.factories import ReportFactory
from tests.trajects.photos import photo_of
from trajects.actions.documents import ask_photo_document
from trajects.errors import PhotoEmpty
from trajects.models import PhotoDocument

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)


def ask(traject, by, *, slots=1) -> PhotoDocument:
    return ask_photo_document(traject=traject, by=by, at=NOW, slots=slots)


def test_document_is_asked_for(traject, griet):
    photo_of(traject)

    asked = ask(traject, griet)

    assert (asked.traject, asked.asked_by, asked.asked_at, asked.slot) == (traject, griet, NOW, 1)
    assert str(asked) == f"{traject.title}: 2026-05-04 09:30"


def test_empty_photo_has_no_document(traject, griet):
    with pytest.raises(PhotoEmpty):
        ask(traject, griet)


def test_limits_count_documents_of_scans_as_well(traject, griet, bram):
    photo_of(traject)
    ReportFactory(asked_by=griet, asked_at=NOW)

    with pytest.raises(ReportUnderWay):
        ask(traject, griet, slots=2)
    with pytest.raises(TooManyReports):
        ask(traject, bram)

    assert ask(traject, bram, slots=2).slot == 2


def test_new_document_replaces_the_one_before(traject, griet, bram):
    photo_of(traject)
    report = ReportFactory(is_ready=True)
    first = ask(traject, griet)
    store_document(document=first, content=b"%PDF", at=NOW)
    second = ask(traject, bram)

    store_document(document=second, content=b"%PDF", at=NOW + timedelta(seconds=4))

    assert {document.pk for document in Document.objects.all()} == {report.pk, second.pk}
    assert list(traject.documents.all()) == [second]


def test_document_of_nothing_in_particular_replaces_nothing(griet):
    bare = Document(asked_at=NOW, asked_by=griet)

    ask_document(document=bare, slots=1)

    assert str(bare) == "2026-05-04 09:30"
    for question in (bare.alike, bare.about):
        with pytest.raises(NotImplementedError):
            question()
