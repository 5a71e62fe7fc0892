"""What a finish keeps, and that it goes with the finish."""

from datetime import UTC, datetime
from pathlib import PurePath

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from accounts.models import Organisation
from scans.actions.scans import delete_scan, finish_scan, reopen_scan
from scans.models import Imprint, Report, Scan, Theme
from scans.names import Names, ThemeNames
from scans.results import scan_result
from tests.factories import DepartmentKindFactory, IsoSubjectFactory, ReportFactory, SdgFactory

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
LOGO = b"\x89PNG niet echt"


@pytest.fixture
def with_logo(world) -> Organisation:
    organisation = world.a.organisation
    organisation.logo.save("gemeente.png", ContentFile(LOGO))
    return organisation


def test_finish_keeps_names_and_colour(world):
    theme = Theme.objects.get(number=1)
    theme.sdgs.add(SdgFactory(number=13, name="Klimaatactie"), SdgFactory())
    theme.iso_subjects.add(IsoSubjectFactory())

    finish_scan(scan=world.a.running, by=world.bram, at=NOW)

    imprint = Imprint.objects.get(scan=world.a.running)
    assert imprint.organisation_name == "Gemeente Aalbeke"
    assert (imprint.accent, imprint.logo.name) == ("#0d5863", "")
    assert (imprint.finisher_name, imprint.answerer_names) == ("Bram Claes", ["Els Peeters"])
    assert imprint.frozen_names.themes["thema-1"] == ThemeNames(
        1, "Thema nummer 1", "Thema 1", (12, 13), ("6.2",)
    )
    assert imprint.frozen_names.departments == {"directie": "Algemene directie"}
    assert imprint.frozen_names.sdgs[13] == "Klimaatactie"
    assert imprint.frozen_names.iso_subjects == {"6.2": "Behoorlijk bestuur"}
    assert str(imprint) == f"Gemeente Aalbeke: {world.a.running.pk}"


def test_scan_that_nobody_answered_names_nobody(world):
    world.a.running.respondents.get().answers.all().delete()

    finish_scan(scan=world.a.running, by=world.els, at=NOW)

    assert Imprint.objects.get(scan=world.a.running).answerer_names == []


def test_finish_copies_the_logo_to_a_name_of_its_own(world, with_logo):
    finish_scan(scan=world.a.running, by=world.els, at=NOW)
    with_logo.logo.delete()

    logo = Imprint.objects.get(scan=world.a.running).logo
    path = PurePath(logo.name)
    assert (path.parent, path.suffix) == (PurePath("imprints"), ".png")
    assert len(path.stem) == 32
    with logo.open() as file:
        assert file.read() == LOGO


def test_finish_goes_on_without_a_logo_that_is_lost(world, with_logo):
    default_storage.delete(with_logo.logo.name)

    finish_scan(scan=world.a.running, by=world.els, at=NOW)

    assert Imprint.objects.get(scan=world.a.running).logo.name == ""


def test_result_of_a_finished_scan_keeps_the_names_of_then(world):
    DepartmentKindFactory()
    before = scan_result(fresh(world.a.finished))

    Theme.objects.update(name="Anders", short_name="Anders")
    type(DepartmentKindFactory()).objects.update(name="Anders")

    assert scan_result(fresh(world.a.finished)) == before
    assert scan_result(fresh(world.a.running)).lines[0].name == "Anders"


def test_result_of_a_finished_scan_keeps_the_subjects_of_then(world):
    finish_scan(scan=world.a.running, by=world.els, at=NOW)
    theme = Theme.objects.get(number=1)
    theme.sdgs.add(SdgFactory())

    assert scan_result(fresh(world.a.running)).by_sdg == ()


def test_finished_scan_without_imprint_goes_by_the_names_of_today(world):
    Imprint.objects.all().delete()

    assert fresh(world.a.finished).frozen_names == Names()


def fresh(scan: Scan) -> Scan:
    return Scan.objects.get(pk=scan.pk)


@pytest.mark.parametrize("end", ["reopen", "delete"])
def test_what_undoes_a_finish_takes_its_logo_and_documents_along(
    world, with_logo, end, django_capture_on_commit_callbacks
):
    scan = finish_scan(scan=world.a.running, by=world.els, at=NOW)
    report = ReportFactory(scan=scan, is_ready=True)
    files = [Imprint.objects.get(scan=scan).logo.name, report.file.name]
    assert [default_storage.exists(name) for name in files] == [True, True]

    with django_capture_on_commit_callbacks(execute=True):
        if end == "reopen":
            reopen_scan(scan=scan, reason="Nog iets.", by=world.els, at=NOW)
        else:
            delete_scan(scan=scan)

    assert [default_storage.exists(name) for name in files] == [False, False]
    assert (Imprint.objects.count(), Report.objects.count()) == (2, 0)  # those of the world
