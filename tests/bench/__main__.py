"""What an answer and a page cost, as ratios to a floor that is measured in the same run.

    python -m tests.bench [--rounds 200]
    python -m tests.postgres python -m tests.bench

Times are reported, never judged; a page that fails or asks too many queries ends with code 1.
"""

import os
import platform
import sys
from argparse import ArgumentParser

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.settings"
django.setup()

from django.core.management import call_command
from django.db import connection
from django.utils.timezone import now

from accounts.actions.users import get_or_create_user
from accounts.models import User
from tests.bench.cases import Browser, Case, cases_of
from tests.bench.generated import load_generated, make_town
from tests.bench.measuring import WrongAnswer, count_queries, medians

MOST_QUERIES = 12
WARM_UP = 20


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


def run(rounds: int) -> int:
    call_command("load_taxonomy", verbosity=0)
    load_generated(version=1, themes=1, at=now())
    els, bram = _person("Els"), _person("Bram")
    small = make_town(1, bram, at=now())
    load_generated(version=2, themes=15, at=now())
    town = make_town(2, els, at=now())

    browser = Browser(els)
    cases = cases_of(town, browser)
    of_one_theme = Browser(bram)
    times = medians(browser, cases, warm_up=WARM_UP, rounds=rounds)
    queries = {
        "1 theme": count_queries(of_one_theme, cases_of(small, of_one_theme)),
        "15 themes": count_queries(browser, cases),
    }
    for number in range(3, 12):
        make_town(number, els, at=now())
    queries["10 organisations"] = count_queries(browser, cases)

    print_times(cases, times, queries["15 themes"])
    print(f"\n{rounds} interleaved rounds after {WARM_UP} to warm up; {machine()}")
    return report_faults(cases, queries)


def _person(name: str) -> User:
    user, _created = get_or_create_user(email=f"{name.lower()}@example.org", name=name)
    return user


def print_times(cases: list[Case], times: list[float], queries: list[int]) -> None:
    by_name = {case.name: time for case, time in zip(cases, times, strict=True)}
    print(f"{'':<24}{'median ms':>10}{'floor ms':>10}{'ratio':>8}{'aim':>8}{'queries':>9}")
    for case, time, count in zip(cases, times, queries, strict=True):
        floor = by_name.get(case.floor)
        against = f"{floor:>10.2f}{time / floor:>8.2f}" if floor else f"{'':>18}"
        aim = f"≤ {case.aim:g}" if case.aim else ""
        print(f"{case.name:<24}{time:>10.2f}{against}{aim:>8}{count:>9}")


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
        if max(counts) > MOST_QUERIES or len(set(counts)) > 1:
            counted = ", ".join(f"{n} with {what}" for what, n in zip(queries, counts, strict=True))
            print(f"QUERIES: {case.name}: {counted}; at most {MOST_QUERIES}", file=sys.stderr)
            faults += 1
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
