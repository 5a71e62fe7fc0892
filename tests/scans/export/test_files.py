"""What a file says of itself: when, of whom, how final."""

from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from accounts.models import DepartmentKind, Organisation
from scans.export import scan_export
from scans.models import Scan, Theme
from tests.scans.export.reading import NOW, book_of, csv_of, export_of


def test_finished_scan_gives_the_same_file_whatever_is_renamed_later(world):
    scan = world.a.finished

    before = export_of(scan).xlsx(at=NOW), export_of(scan).csv()

    Organisation.objects.filter(pk=world.a.organisation.pk).update(name="Fusiegemeente")
    Theme.objects.filter(number=1).update(name="Herdoopt thema")
    DepartmentKind.objects.update(name="Herdoopte dienst")

    later = datetime(2027, 1, 1, tzinfo=UTC)
    assert (export_of(scan).xlsx(at=later), export_of(scan).csv()) == before


@pytest.mark.parametrize(
    ("state", "moment", "told", "finished_on", "name"),
    [
        (
            "finished",
            datetime(2025, 4, 1, 15, 0),  # noqa: DTZ001
            "finished",
            "2025-04-01",
            "mvo-scan-gemeente-aalbeke-2025.xlsx",
        ),
        (
            "running",
            NOW.replace(tzinfo=None),
            "provisional",
            "",
            "mvo-scan-gemeente-aalbeke-2026-provisional.xlsx",
        ),
    ],
)
def test_export_says_whether_it_is_final(world, state, moment, told, finished_on, name):
    export = export_of(getattr(world.a, state))

    properties = book_of(export).properties
    first = csv_of(export)[0]

    assert (properties.created, properties.modified) == (moment, moment)
    assert (first["State"], first["Finished on"]) == (told, finished_on)
    assert export.file_name("xlsx") == name


def test_export_has_a_title_and_the_language_of_who_asks(world):
    for language, title in (("en", "MVO scan Gemeente Aalbeke 2025"), ("nl", None)):
        with translation.override(language):
            properties = book_of(export_of(world.a.finished)).properties

        assert properties.language == language
        assert title in (None, properties.title)


def test_name_of_a_file_holds_no_strange_signs(world):
    organisation = world.a.organisation
    names = {}
    for name in ("Sint-Niklaas/Wase & Co\r\n", "Ḥ", "日本"):
        organisation.name = name
        organisation.save()
        names[name] = export_of(world.a.running).file_name("csv")

    assert list(names.values()) == [
        "mvo-scan-sint-niklaaswase-co-2026-provisional.csv",
        "mvo-scan-h-2026-provisional.csv",
        "mvo-scan-2026-provisional.csv",
    ]


def test_date_of_the_finish_is_the_one_here(world):
    Scan.objects.filter(pk=world.a.finished.pk).update(
        finished_at=datetime(2025, 3, 31, 22, 30, tzinfo=UTC)  # 0.30 the next day in Brussels
    )

    [finished_on] = {row["Finished on"] for row in csv_of(export_of(world.a.finished))}

    assert finished_on == date(2025, 4, 1).isoformat()


@pytest.mark.parametrize(("with_remarks", "queries"), [(False, 4), (True, 5)])
def test_export_costs_the_same_for_every_size(
    world, oracle, django_assert_num_queries, with_remarks, queries
):
    for scan in (world.a.finished, oracle):
        stored = Scan.objects.with_people().with_imprint().get(pk=scan.pk)
        with django_assert_num_queries(queries):
            export = scan_export(stored, with_remarks=with_remarks)
            export.xlsx(at=NOW)
            export.csv()
