"""Time and queries of a case; an answer other than the expected one ends the run."""

import re
from collections.abc import Sequence
from statistics import median
from time import perf_counter

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.bench.cases import Browser, Case, Request

TRANSACTION_CONTROL = re.compile(r"(BEGIN|COMMIT|SAVEPOINT|RELEASE)\b")


class WrongAnswer(Exception):
    """A page that fails is quick; its time says nothing."""


def medians(browser: Browser, cases: Sequence[Case], *, warm_up: int, rounds: int) -> list[float]:
    """In milliseconds. Every round runs all cases, so that a slow moment hits all of them."""
    for _round in range(warm_up):
        for case in cases:
            _seconds(browser, case, case.prepare())
    times = [
        [_seconds(browser, case, case.prepare()) for case in cases] for _round in range(rounds)
    ]
    return [1000 * median(column) for column in zip(*times, strict=True)]


def _seconds(browser: Browser, case: Case, request: Request) -> float:
    start = perf_counter()
    response = browser.send(request)
    seconds = perf_counter() - start
    if response.status_code != case.status:
        raise WrongAnswer(f"{case.name}: {response.status_code}, expected {case.status}")
    return seconds


def count_queries(browser: Browser, cases: Sequence[Case]) -> list[int]:
    """Without BEGIN and COMMIT, which not every database counts."""
    return [_count_queries(browser, case) for case in cases]


def _count_queries(browser: Browser, case: Case) -> int:
    _seconds(browser, case, case.prepare())  # a first post makes new rows, the next ones change them
    request = case.prepare()
    with CaptureQueriesContext(connection) as captured:
        _seconds(browser, case, request)
    return sum(not TRANSACTION_CONTROL.match(query["sql"]) for query in captured)
