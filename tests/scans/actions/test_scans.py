from datetime import UTC, datetime

import pytest

from accounts.models import User
from scans.actions.scans import delete_scan, finish_scan, reopen_scan, start_scan
from scans.errors import NothingToAsk, ScanAlreadyRunning, ScanFinished, ScanNotFinished
from scans.models import Answer, Questionnaire, Reopening, Respondent, Scan
from tests.factories import OrganisationFactory, UserFactory, draft_questionnaire
from tests.world import FINISHED, domain_hash

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)


def test_scan_starts_with_the_newest_published_questionnaire(world):
    draft_questionnaire(themes=(5,), version=9)

    scan = start_scan(
        organisation=world.a.organisation, depth="light", year=2027, by=world.els, at=NOW
    )

    assert scan.questionnaire == Questionnaire.objects.get(version=2)
    assert (scan.depth, scan.year, scan.started_at, scan.started_by) == (
        "light",
        2027,
        NOW,
        world.els,
    )
    assert list(scan.respondents.values_list("user", flat=True)) == [None]
    assert scan.is_finished is False


@pytest.mark.django_db
def test_scan_without_questionnaire_does_not_start():
    draft_questionnaire()

    with pytest.raises(NothingToAsk):
        start_scan(
            organisation=OrganisationFactory(), depth="full", year=2027, by=UserFactory(), at=NOW
        )

    assert Scan.objects.count() == 0


def test_second_scan_of_a_year_and_depth_does_not_start(world):
    before = domain_hash()

    with pytest.raises(ScanAlreadyRunning):
        start_scan(
            organisation=world.a.organisation, depth="full", year=2026, by=world.bram, at=NOW
        )

    assert domain_hash() == before


@pytest.mark.parametrize(("depth", "year"), [("light", 2026), ("full", 2027), ("full", 2025)])
def test_scan_of_another_depth_or_year_starts(world, depth, year):
    scan = start_scan(
        organisation=world.a.organisation, depth=depth, year=year, by=world.els, at=NOW
    )

    assert Respondent.objects.filter(scan=scan).count() == 1


def test_finish_is_dated_and_signed(world):
    finish_scan(scan=world.a.running, by=world.bram, at=NOW)

    stored = Scan.objects.get(pk=world.a.running.pk)
    assert (stored.finished_at, stored.finished_by) == (NOW, world.bram)


def test_second_finish_is_refused_and_keeps_the_first(world):
    finish_scan(scan=world.a.running, by=world.bram, at=NOW)

    with pytest.raises(ScanFinished):
        finish_scan(scan=world.a.running, by=world.els, at=FINISHED)

    stored = Scan.objects.get(pk=world.a.running.pk)
    assert (stored.finished_at, stored.finished_by) == (NOW, world.bram)


def test_reopening_keeps_why_and_the_finish_it_undoes(world):
    reopen_scan(scan=world.a.finished, reason="Nog een dienst.", by=world.bram, at=NOW)

    kept = Reopening.objects.get()
    assert Scan.objects.get(pk=world.a.finished.pk).is_finished is False
    assert (kept.scan, kept.reason, kept.at, kept.by) == (
        world.a.finished,
        "Nog een dienst.",
        NOW,
        world.bram,
    )
    assert (kept.undone_finish_at, kept.undone_finish_by) == (FINISHED, world.els)


def test_running_scan_is_not_reopened(world):
    before = domain_hash()

    with pytest.raises(ScanNotFinished):
        reopen_scan(scan=world.a.running, reason="Zomaar.", by=world.els, at=NOW)

    assert domain_hash() == before


def test_scan_is_not_reopened_beside_a_running_one(world):
    Scan.objects.filter(pk=world.a.running.pk).update(year=world.a.finished.year)
    before = domain_hash()

    with pytest.raises(ScanAlreadyRunning):
        reopen_scan(scan=world.a.finished, reason="Zomaar.", by=world.els, at=NOW)

    assert domain_hash() == before


def test_finish_reopen_finish_keeps_the_whole_story(world):
    scan = world.a.running
    for day in (5, 6):
        finish_scan(scan=scan, by=world.els, at=NOW.replace(day=day))
        reopen_scan(scan=scan, reason=f"Dag {day}", by=world.els, at=NOW.replace(day=day, hour=12))

    assert list(scan.reopenings.values_list("reason", "undone_finish_at")) == [
        ("Dag 6", NOW.replace(day=6)),
        ("Dag 5", NOW.replace(day=5)),
    ]


@pytest.mark.parametrize("state", ["running", "finished"])
def test_deleted_scan_takes_its_answers_along_and_nothing_else(world, state):
    scan = getattr(world.a, state)
    others = Answer.objects.exclude(respondent__scan=scan).count()

    delete_scan(scan=scan)

    assert not Scan.objects.filter(pk=scan.pk).exists()
    assert Answer.objects.count() == others
    assert Scan.objects.count() == 3
    assert User.objects.count() == 4


def test_delete_takes_reopenings_along(world):
    reopen_scan(scan=world.a.finished, reason="Zomaar.", by=world.els, at=NOW)

    delete_scan(scan=world.a.finished)

    assert Reopening.objects.count() == 0
