"""What the overview of a local photo costs, and whether that grows in a straight line.

    python -m tests.bench.photo [--rounds 40]
    python -m tests.postgres python -m tests.bench.photo

One municipality of 25 departments with a finished scan; trajects of 100, 200, 300 and 600
initiatives, each with one to three labels of every kind. Times are reported, never judged; a page
that fails or asks more than twelve queries, or more for more initiatives, ends with code 1.
"""

import os
import sys

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.settings"

import django

django.setup()

import shutil  # noqa: E402 - models come after the settings
from argparse import ArgumentParser  # noqa: E402
from datetime import datetime, timedelta  # noqa: E402
from io import StringIO  # noqa: E402

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils.timezone import now  # noqa: E402

from accounts.models import Department, User  # noqa: E402
from scans.models import Sdg, Theme  # noqa: E402
from tests.bench.cases import PAGE_FLOOR, Browser, Case, Request  # noqa: E402
from tests.bench.generated import Town, load_generated, make_town  # noqa: E402
from tests.bench.measuring import WrongAnswer, count_queries, medians  # noqa: E402
from tests.bench.run import machine, person, print_costs, report_faults  # noqa: E402
from trajects.actions.imports import import_initiatives  # noqa: E402
from trajects.entries import InitiativeEntry  # noqa: E402
from trajects.models import InitiativeStatus, Scope, Traject  # noqa: E402

SIZES = (100, 200, 300, 600)
DEPARTMENTS = 25
AIMED_AT = 300
AIM = 6
WARM_UP = 5


def main() -> int:
    parser = ArgumentParser(prog="python -m tests.bench.photo")
    parser.add_argument("--rounds", type=int, default=40)
    rounds = parser.parse_args().rounds
    call_command("collectstatic", interactive=False, verbosity=0)
    database = connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        return run(rounds)
    except WrongAnswer as wrong:
        print(wrong, file=sys.stderr)
        return 1
    finally:
        connection.creation.destroy_test_db(database, verbosity=0)
        shutil.rmtree(settings.VAR_DIR)


def run(rounds: int) -> int:
    call_command("load_taxonomy", stdout=StringIO())
    load_generated(version=1, themes=15, at=now())
    els = person("Els")
    town = make_town(1, els, at=now())
    for number in range(1, DEPARTMENTS + 1):
        Department.objects.create(organisation=town.organisation, name=f"Dienst {number}")
    browser = Browser(els)
    floor = reverse("page_floor", args=[town.organisation.pk])
    cases = [Case(PAGE_FLOOR, lambda: Request(floor))]
    cases += [_case(town, size, els, at=now()) for size in SIZES]
    costs = medians(browser, cases, warm_up=WARM_UP, rounds=rounds)
    queries = count_queries(browser, cases)
    print_costs(cases, costs, queries)
    for size, cost in zip(SIZES, costs[1:], strict=True):
        print(f"{size} initiatives: {1000 * cost.wall / size:.0f} µs for each")
    print(f"\n{rounds} interleaved rounds after {WARM_UP} to warm up; {machine()}")
    by_size = {str(size): [count] for size, count in zip(SIZES, queries[1:], strict=True)}
    return report_faults([cases[1]], by_size)


def _case(town: Town, size: int, by: User, *, at: datetime) -> Case:
    path = reverse("trajects:matrix", args=[_photo(town, size, by, at=at).pk])
    aim = AIM if size == AIMED_AT else None
    return Case(f"overview of {size}", lambda: Request(path), PAGE_FLOOR, aim=aim)


def _photo(town: Town, size: int, by: User, *, at: datetime) -> Traject:
    traject = Traject.objects.create(
        organisation=town.organisation,
        title=f"Foto van {size}",
        starts_on=at.date(),
        ends_on=at.date() + timedelta(days=700),
        created_at=at,
        created_by=by,
        scan=town.finished,
        scan_linked_at=at,
    )
    themes, departments, sdgs = (
        list(rows.values_list("pk", flat=True))
        for rows in (Theme.objects.all(), town.organisation.departments.all(), Sdg.objects.all())
    )
    entries = [
        InitiativeEntry(
            title=f"Initiatief nummer {number} van de gemeente",
            description="Wat we doen, met wie, en wat het opbrengt voor onze inwoners. " * 3,
            status=InitiativeStatus.values[number % 7 % 3],
            scope=Scope.values[number % 2],
            themes=_some(themes, number, 1 + number % 2),
            departments=_some(departments, number, 1 + number % 3),
            sdgs=_some(sdgs, number, number % 3),
        )
        for number in range(size)
    ]
    import_initiatives(traject=traject, entries=entries, by=by, at=at)
    return traject


def _some(labels: list[int], number: int, how_many: int) -> frozenset[int]:
    return frozenset(labels[(number * 7 + place * 5) % len(labels)] for place in range(how_many))


if __name__ == "__main__":
    sys.exit(main())
