"""What a PDF costs beside WeasyPrint alone on the same page, and whether memory stays flat.

    python -m tests.bench.pdf [--rounds 5]

A round makes two documents of a full scan of fifteen themes: one by WeasyPrint alone, and one the
way the product does it, from the database to the finished bytes. Before the rounds the product
makes twenty, to see what that does to its memory. Figures are reported, never judged.
"""

import os
import sys

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.settings"

import django

django.setup()

import shutil  # noqa: E402 - models come after the settings
from argparse import ArgumentParser  # noqa: E402
from collections.abc import Callable, Mapping  # noqa: E402
from io import StringIO  # noqa: E402
from pathlib import Path  # noqa: E402
from statistics import median  # noqa: E402
from time import perf_counter, process_time  # noqa: E402

import weasyprint  # noqa: E402
from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.utils.timezone import now  # noqa: E402
from weasyprint.urls import URLFetcherResponse  # noqa: E402

from reporting.pdf.fetching import BASE, AssetFetcher  # noqa: E402
from scans.documents import scan_document, scan_html  # noqa: E402
from scans.models import Scan  # noqa: E402
from tests.bench.generated import load_generated, make_town  # noqa: E402
from tests.bench.run import machine, person  # noqa: E402

AIM = 1.15
DOCUMENTS = 20
CHOICE = {"with_names": True, "with_remarks": True}


def main() -> int:
    parser = ArgumentParser(prog="python -m tests.bench.pdf")
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    database = connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        run(rounds)
    finally:
        connection.creation.destroy_test_db(database, verbosity=0)
        shutil.rmtree(settings.VAR_DIR)
    return 0


def run(rounds: int) -> None:
    call_command("load_taxonomy", stdout=StringIO())
    load_generated(version=1, themes=15, at=now())
    scan = make_town(1, person("Els"), at=now()).finished
    html, assets = scan_html(scan, **CHOICE)
    alone, ours = lambda: weasyprint_alone(html, assets), lambda: whole(scan.pk)
    first = ours()
    memory = [resident_mb()]
    for _document in range(DOCUMENTS):
        ours()
        memory.append(resident_mb())
    alone()
    costs = [(cost(alone), cost(ours)) for _round in range(rounds)]
    report(costs, memory, pdf=first)
    print(f"\n{rounds} interleaved rounds after one to warm up; {machine()}")


def weasyprint_alone(html: str, assets: Mapping[str, bytes]) -> bytes:
    fetcher = AssetFetcher(assets, URLFetcherResponse)
    page = weasyprint.HTML(string=html, base_url=BASE, url_fetcher=fetcher)
    return page.write_pdf(pdf_variant="pdf/ua-1")


def whole(pk: int) -> bytes:
    return scan_document(Scan.objects.get(pk=pk), **CHOICE)


def cost(make: Callable[[], bytes]) -> tuple[float, float]:
    """Seconds by the clock on the wall, and of this process."""
    wall, cpu = perf_counter(), process_time()
    make()
    return perf_counter() - wall, process_time() - cpu


def resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def report(
    costs: list[tuple[tuple[float, float], tuple[float, float]]], memory: list[float], *, pdf: bytes
) -> None:
    for place, clock in enumerate(("by the clock", "of the processor")):
        alone, ours = (median(pair[who][place] for pair in costs) for who in (0, 1))
        ratio = median(pair[1][place] / pair[0][place] for pair in costs)
        print(
            f"seconds {clock}: WeasyPrint alone {alone:.2f}, the product {ours:.2f}, "
            f"ratio {ratio:.2f} (aim ≤ {AIM:g})"
        )
    more = len(memory) - 1
    print(
        f"memory in MB: {memory[0]:.0f} after one document, {memory[more // 2]:.0f} after "
        f"{more // 2} more, {memory[-1]:.0f} after {more} more"
    )
    print(f"the document: {len(pdf) / 1024:.0f} kB")


if __name__ == "__main__":
    sys.exit(main())
