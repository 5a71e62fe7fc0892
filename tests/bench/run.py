"""One run: fill a database, measure, count and print."""

import os
import platform
import shutil
import sys
from argparse import ArgumentParser
from io import StringIO

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils.timezone import now

from accounts.actions.users import get_or_create_user
from accounts.models import User
from tests.bench.cases import Browser, Case, cases_of
from tests.bench.generated import load_generated, make_town
from tests.bench.measuring import Cost, WrongAnswer, count_queries, medians

WARM_UP = 20
ROW = "{:<24}{:>10}{:>10}{:>8}{:>8}{:>11}{:>9}"


def main() -> int:
    parser = ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--rounds", type=int, default=200)
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
    load_generated(version=1, themes=1, at=now())
    els, bram = person("Els"), person("Bram")
    small = make_town(1, bram, at=now())
    load_generated(version=2, themes=15, at=now())
    town = make_town(2, els, at=now())

    browser = Browser(els)
    cases = cases_of(town, browser)
    of_one_theme = Browser(bram)
    costs = medians(browser, cases, warm_up=WARM_UP, rounds=rounds)
    queries = {
        "1 theme": count_queries(of_one_theme, cases_of(small, of_one_theme)),
        "15 themes": count_queries(browser, cases),
    }
    for number in range(3, 12):
        make_town(number, els, at=now())
    queries["10 organisations"] = count_queries(browser, cases)

    print_costs(cases, costs, queries["15 themes"])
    print(f"\n{rounds} interleaved rounds after {WARM_UP} to warm up; {machine()}")
    return report_faults(cases, queries)


def person(name: str) -> User:
    user, _created = get_or_create_user(email=f"{name.lower()}@example.org", name=name)
    return user


def print_costs(cases: list[Case], costs: list[Cost], queries: list[int]) -> None:
    by_name = {case.name: cost for case, cost in zip(cases, costs, strict=True)}
    print(ROW.format("", "median ms", "floor ms", "ratio", "aim", "cpu ratio", "queries"))
    for case, cost, count in zip(cases, costs, queries, strict=True):
        floor = by_name.get(case.floor)
        against = (
            f"{floor.wall:.2f}" if floor else "",
            f"{cost.wall / floor.wall:.2f}" if floor else "",
            f"≤ {case.aim:g}" if case.aim else "",
            f"{cost.cpu / floor.cpu:.2f}" if floor else "",
        )
        print(ROW.format(case.name, f"{cost.wall:.2f}", *against, count))


def machine() -> str:
    with connection.cursor():
        version = ".".join(map(str, connection.get_database_version()))
    return (
        f"{connection.display_name} {version}, Python {platform.python_version()}, "
        f"Django {django.get_version()}, {os.cpu_count()} cores"
    )


def report_faults(cases: list[Case], queries: dict[str, list[int]]) -> int:
    """Prints each case with too many queries, or with more of them for more data."""
    faults = 0
    for case, *counts in zip(cases, *queries.values(), strict=True):
        if max(counts) > case.most or len(set(counts)) > 1:
            counted = ", ".join(f"{n} with {what}" for what, n in zip(queries, counts, strict=True))
            print(f"QUERIES: {case.name}: {counted}; at most {case.most}", file=sys.stderr)
            faults += 1
    return 1 if faults else 0
