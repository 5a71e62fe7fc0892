import logging
from datetime import UTC, datetime

import pytest
from django.core.management import call_command

from scans.models import Imprint, Report
from scans.tasks import make_report
from tests.factories import ReportFactory
from tests.reporting.pdf.inspection import all_text

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _clock(time_machine) -> None:
    time_machine.move_to(NOW, tick=False)


def test_report_is_made_with_what_was_chosen(world):
    report = ReportFactory(scan=world.a.finished, with_names=True)

    make_report.call(report.pk)

    report.refresh_from_db()
    assert (report.finished_at, report.failed_at) == (NOW, None)
    with report.file.open() as file:
        assert "Els Peeters" in all_text(file.read())


def test_report_that_cannot_be_made_fails_and_says_why_in_the_log(world, caplog):
    Imprint.objects.filter(scan=world.a.finished).delete()
    report = ReportFactory(scan=world.a.finished)

    with caplog.at_level(logging.ERROR, logger="scans.tasks"):
        make_report.call(report.pk)

    report.refresh_from_db()
    assert (report.finished_at, report.failed_at) == (None, NOW)
    assert [record.getMessage() for record in caplog.records] == [
        f"Report {report.pk} could not be made"
    ]


def test_report_that_is_gone_or_done_is_left_alone(world):
    report = ReportFactory(scan=world.a.finished, failed_at=NOW)

    make_report.call(report.pk)
    make_report.call(report.pk + 1)

    assert list(Report.objects.values_list("finished_at", "failed_at")) == [(None, NOW)]


@pytest.mark.django_db(transaction=True)
def test_worker_makes_what_the_database_queue_holds(world, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    report = ReportFactory(scan=world.a.finished)
    make_report.enqueue(report.pk)
    report.refresh_from_db()
    assert report.finished_at is None

    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)

    report.refresh_from_db()
    assert report.finished_at == NOW
