"""What other pages cost while ten PDFs are asked for at once.

    python -m tests.bench.meanwhile [--backend immediate] [--rounds 60]
    python -m tests.postgres python -m tests.bench.meanwhile

A gunicorn of two workers and, with the database backend, one `db_worker` serve the product on the
loopback interface. Ten coordinators of ten organisations ask for the PDF of a full scan at the same
moment, and look again every two seconds, as their browsers do; an eleventh person reads pages one
after another, before it and meanwhile. Figures are reported, never judged; a page or a PDF that
fails ends with code 1.
"""

import os
import sys

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.settings"

import django

django.setup()

import re  # noqa: E402 - models come after the settings
import shutil  # noqa: E402
import signal  # noqa: E402
import time  # noqa: E402
from argparse import ArgumentParser, Namespace  # noqa: E402
from collections.abc import Sequence  # noqa: E402
from concurrent.futures import ThreadPoolExecutor, wait  # noqa: E402
from dataclasses import dataclass  # noqa: E402
from io import StringIO  # noqa: E402
from statistics import median, quantiles  # noqa: E402
from threading import Barrier  # noqa: E402

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils.timezone import now  # noqa: E402

from accounts.actions.users import get_or_create_user  # noqa: E402
from scans.models import Scan  # noqa: E402
from tests.bench.generated import Town, load_generated, make_town  # noqa: E402
from tests.bench.measuring import WrongAnswer  # noqa: E402
from tests.bench.run import machine  # noqa: E402
from tests.bench.serving import Spent, running_product  # noqa: E402
from tests.bench.visitors import Visitor  # noqa: E402

COORDINATORS = 10
PASSWORD = "een lange zin voor de meting"
WARM_UP = 20
LOOK_AGAIN = 2.0  # as templates/scans/report.html says
REFUSED = 429
DOCUMENT = re.compile(r'href="([^"]+/pdf/\d+/)"')
ROW = "{:<16}{:>12}{:>10}{:>12}{:>10}{:>10}{:>10}"

Round = dict[str, float]


@dataclass(frozen=True)
class Asked:
    """Seconds from the click to the answer, and to the document on the disk of who asked.
    `made` is None when it was refused."""

    answered: float
    made: float | None


def main() -> int:
    parser = ArgumentParser(prog="python -m tests.bench.meanwhile")
    parser.add_argument("--backend", choices=("database", "immediate"), default="database")
    parser.add_argument("--rounds", type=int, default=60, help="before the documents are asked")
    options = parser.parse_args()
    # An exception, so that the servers are stopped on the way out.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    call_command("collectstatic", interactive=False, verbosity=0)
    database = connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        run(options)
    except WrongAnswer as wrong:
        print(wrong, file=sys.stderr)
        return 1
    finally:
        connection.creation.destroy_test_db(database, verbosity=0)
        shutil.rmtree(settings.VAR_DIR)
    return 0


def run(options: Namespace) -> None:
    call_command("load_taxonomy", stdout=StringIO())
    load_generated(version=1, themes=15, at=now())
    towns = [town_of(number) for number in range(COORDINATORS + 1)]
    with running_product(options.backend) as product:
        reader, *asking = (signed_in(product.address, number) for number in range(len(towns)))
        pages = pages_of(towns[0])
        for _round in range(WARM_UP):
            read(reader, pages)
        marks = [product.spent()]
        before = [read(reader, pages) for _round in range(options.rounds)]
        marks.append(product.spent())
        meanwhile, asked = read_meanwhile(reader, pages, asking, towns[1:])
        marks.append(product.spent())
    report(before, meanwhile)
    report_work(marks, len(before), len(meanwhile))
    report_documents(asked)
    print(
        f"\n{options.backend} backend, {len(before)} rounds before and {len(meanwhile)} meanwhile, "
        f"after {WARM_UP} to warm up; {machine()}"
    )


def town_of(number: int) -> Town:
    """With a coordinator of its own, who has a password."""
    user, _created = get_or_create_user(
        email=address_of(number), name=f"Persoon {number}", password=PASSWORD
    )
    return make_town(number, user, at=now())


def address_of(number: int) -> str:
    return f"persoon-{number}@example.org"


def signed_in(address: str, number: int) -> Visitor:
    visitor = Visitor(address)
    visitor.sign_in(address_of(number), PASSWORD)
    return visitor


def pages_of(town: Town) -> dict[str, str]:
    theme = town.running.statements().first().questionnaire_theme.theme
    return {
        "overview": town.running.get_absolute_url(),
        "theme page": reverse("scans:theme", args=[town.running.pk, theme.code]),
        "result": reverse("scans:results", args=[town.finished.pk]),
    }


def read(reader: Visitor, pages: dict[str, str]) -> Round:
    """Each page once: seconds by name."""
    return {name: reader.get(path).seconds for name, path in pages.items()}


def read_meanwhile(
    reader: Visitor,
    pages: dict[str, str],
    coordinators: Sequence[Visitor],
    towns: Sequence[Town],
) -> tuple[list[Round], list[Asked]]:
    """Reads from the moment that all ask until the last one has a document or a refusal."""
    together = Barrier(len(coordinators) + 1)
    with ThreadPoolExecutor(len(coordinators)) as pool:
        asking = [
            pool.submit(ask, who, town.finished, together)
            for who, town in zip(coordinators, towns, strict=True)
        ]
        together.wait()
        rounds = [read(reader, pages)]
        while wait(asking, timeout=0).not_done:
            rounds.append(read(reader, pages))
        return rounds, [one.result() for one in asking]


def ask(coordinator: Visitor, scan: Scan, together: Barrier) -> Asked:
    """Raises WrongAnswer for a document that is not made."""
    path = reverse("scans:report", args=[scan.pk])
    together.wait()
    start = time.perf_counter()
    page = coordinator.post(path, {"names": "on", "remarks": "on"})
    answered = time.perf_counter() - start
    if page.status == REFUSED:
        return Asked(answered, None)
    while (page := coordinator.get(path, by_htmx=True)) and "hx-get" in page.text:
        time.sleep(LOOK_AGAIN)
    document = DOCUMENT.search(page.text)
    if not document or not coordinator.get(document[1]).body.startswith(b"%PDF-"):
        raise WrongAnswer(f"{path}: no document")
    return Asked(answered, time.perf_counter() - start)


def report(before: list[Round], meanwhile: list[Round]) -> None:
    heads = ("median ms", "p95 ms", "meanwhile", "p95 ms", "ratio", "p95 ratio")
    print(ROW.format("", *heads))
    for name in before[0]:
        alone, busy = ([1000 * one[name] for one in rounds] for rounds in (before, meanwhile))
        pairs = [(median(alone), median(busy)), (p95(alone), p95(busy))]
        (alone_median, busy_median), (alone_p95, busy_p95) = pairs
        times = (alone_median, alone_p95, busy_median, busy_p95)
        ratios = (busy / alone for alone, busy in pairs)
        print(ROW.format(name, *(f"{t:.1f}" for t in times), *(f"{r:.2f}" for r in ratios)))


def p95(values: list[float]) -> float:
    return quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]


def report_work(marks: Sequence[Spent], *rounds: int) -> None:
    """Waiting for a core is what a busy machine does to a page; waiting for a lock is neither."""
    before, meanwhile = (
        later.since(earlier).per(number)
        for earlier, later, number in zip(marks, marks[1:], rounds, strict=False)
    )
    print(
        f"\nweb processes, ms per round: before {before.work:.0f} at work and {before.wait:.0f} "
        f"waiting for a core, meanwhile {meanwhile.work:.0f} and {meanwhile.wait:.0f}"
    )


def report_documents(asked: Sequence[Asked]) -> None:
    made = sorted(one.made for one in asked if one.made is not None)
    print(
        f"{len(asked)} PDFs asked for at once: {len(made)} accepted, {len(asked) - len(made)} "
        f"refused; the answer came after {max(one.answered for one in asked):.1f} s at the latest"
    )
    print(f"{len(made)} finished: the first in {made[0]:.1f} s, the last in {made[-1]:.1f} s")


if __name__ == "__main__":
    sys.exit(main())
