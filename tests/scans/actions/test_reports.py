from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.storage import default_storage

from scans.actions.documents import fail_document, give_up_documents, store_document
from scans.actions.reports import ask_report
from scans.errors import ReportUnderWay, ScanNotFinished, TooManyReports
from scans.models import Report, Scan
from scans.models.document import GIVEN_UP_AFTER
from tests.factories import ReportFactory

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
SOON = NOW + timedelta(seconds=4)
PDF = b"%PDF-1.7 een document"


def ask(scan: Scan, by, *, at=NOW, slots=1, names=False, remarks=False) -> Report:
    return ask_report(scan=scan, with_names=names, with_remarks=remarks, by=by, at=at, slots=slots)


def test_report_is_asked_for(world):
    report = ask(world.a.finished, world.rita, names=True)

    stored = Report.objects.get()
    assert (stored, stored.scan, stored.asked_by) == (report, world.a.finished, world.rita)
    assert (stored.with_names, stored.with_remarks, stored.slot) == (True, False, 1)
    assert (stored.asked_at, stored.finished_at, stored.failed_at) == (NOW, None, None)
    assert str(stored) == "Gemeente Aalbeke 2025: 2026-05-04 09:30"


def test_running_scan_has_no_report(world):
    with pytest.raises(ScanNotFinished):
        ask(world.a.running, world.els)


def test_person_has_one_report_at_a_time(world):
    ask(world.a.finished, world.els, slots=3)

    with pytest.raises(ReportUnderWay):
        ask(world.a.finished, world.els, slots=3, names=True)

    assert Report.objects.count() == 1


def test_installation_has_as_many_as_it_has_slots(world):
    slots = [ask(world.a.finished, person, slots=2).slot for person in (world.els, world.bram)]

    with pytest.raises(TooManyReports):
        ask(world.b.finished, world.chaima, slots=2)

    assert slots == [1, 2]


def test_slot_is_free_again_when_a_report_is_made_or_failed(world):
    first = ask(world.a.finished, world.els)
    store_document(document=first, content=PDF, at=SOON)
    second = ask(world.a.finished, world.bram)
    fail_document(document=second, at=SOON)

    assert ask(world.a.finished, world.rita).slot == 1


def test_report_that_nobody_makes_any_more_is_given_up(world):
    stuck = ask(world.a.finished, world.els)
    later = NOW + GIVEN_UP_AFTER

    assert give_up_documents(at=later) == 0
    assert ask(world.a.finished, world.els, at=later + timedelta(seconds=1)) != stuck

    stuck.refresh_from_db()
    assert stuck.failed_at == later + timedelta(seconds=1)


def test_made_report_has_its_file(world):
    report = ask(world.a.finished, world.els)

    assert store_document(document=report, content=PDF, at=SOON) is True

    report.refresh_from_db()
    assert report.finished_at == SOON
    assert report.file.name.startswith("reports/")
    assert "Aalbeke" not in report.file.name
    with report.file.open() as file:
        assert file.read() == PDF


def test_new_report_replaces_the_same_choice_only(world, django_capture_on_commit_callbacks):
    made = [ReportFactory(scan=world.a.finished, is_ready=True) for _time in range(2)]
    failed = ReportFactory(scan=world.a.finished, failed_at=NOW)
    with_names = ReportFactory(scan=world.a.finished, is_ready=True, with_names=True)
    of_b = ReportFactory(scan=world.b.finished, is_ready=True)
    being_made = ReportFactory(scan=world.a.finished, slot=2, asked_at=NOW)
    report = ask(world.a.finished, world.els)

    with django_capture_on_commit_callbacks(execute=True):
        store_document(document=report, content=PDF, at=SOON)

    assert set(Report.objects.all()) == {report, with_names, of_b, being_made}
    assert [default_storage.exists(old.file.name) for old in made] == [False, False]
    assert not failed.file
    assert default_storage.exists(with_names.file.name)


def test_report_that_was_given_up_keeps_nothing(world):
    report = ask(world.a.finished, world.els)
    fail_document(document=report, at=NOW)
    before = set(default_storage.listdir("reports")[1])

    assert store_document(document=report, content=PDF, at=SOON) is False

    report.refresh_from_db()
    assert (report.finished_at, report.file.name) == (None, "")
    assert set(default_storage.listdir("reports")[1]) == before


def test_made_report_does_not_fail_afterwards(world):
    report = ask(world.a.finished, world.els)
    store_document(document=report, content=PDF, at=SOON)

    fail_document(document=report, at=SOON)

    assert Report.objects.get().failed_at is None


@pytest.mark.parametrize(
    ("fields", "age", "pending", "failed"),
    [
        ({}, GIVEN_UP_AFTER, True, False),
        ({}, GIVEN_UP_AFTER + timedelta(seconds=1), False, True),
        ({"failed_at": NOW}, timedelta(0), False, True),
        ({"finished_at": NOW, "file": "x.pdf"}, GIVEN_UP_AFTER * 2, False, False),
    ],
)
def test_state_of_a_report(fields, age, pending, failed):
    report = Report(asked_at=NOW, **fields)

    assert report.is_pending(at=NOW + age) is pending
    assert report.has_failed(at=NOW + age) is failed
