"""A document that is ready at the moment that something else happens to its scan."""

from datetime import UTC, datetime

import pytest
from django.core.files.storage import default_storage

from scans.actions.documents import store_document
from scans.actions.scans import delete_scan, reopen_scan
from scans.models import Report, Scan
from tests.at_once import names, overlapping
from tests.factories import ReportFactory, ScanFactory, UserFactory

pytestmark = pytest.mark.django_db(transaction=True)

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)


@pytest.fixture
def scan() -> Scan:
    els = UserFactory()
    return ScanFactory(started_by=els, finished_by=els, finished_at=NOW)


def storer(report: Report):
    return lambda: store_document(document=report, content=b"%PDF-1.7", at=NOW)


def kept() -> set[str]:
    return (
        set(default_storage.listdir("reports")[1]) if default_storage.exists("reports") else set()
    )


def reopen(scan: Scan) -> Scan:
    return reopen_scan(scan=scan, reason="Nog iets.", by=scan.finished_by, at=NOW)


def delete(scan: Scan) -> None:
    delete_scan(scan=scan)


@pytest.mark.parametrize("end", [reopen, delete])
def test_document_stored_while_its_scan_is_opened_or_deleted_leaves_no_file(scan, end):
    before = kept()
    report = ReportFactory(scan=scan, asked_at=NOW)

    stored, ended = overlapping(storer(report), lambda: end(scan))

    assert stored is True
    assert not isinstance(ended, Exception)
    assert (Report.objects.count(), kept()) == (0, before)


def test_of_two_documents_stored_at_the_same_moment_one_is_kept(scan):
    before = kept()
    asked = [ReportFactory(scan=scan, slot=slot, asked_at=NOW) for slot in (1, 2)]

    outcomes = overlapping(*map(storer, asked))

    assert names(outcomes) == ["bool", "bool"]
    assert Report.objects.get() == asked[1]
    assert len(kept() - before) == 1
