"""Time and queries of a case; an answer other than the expected one ends the run."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter, process_time

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.bench.cases import Browser, Case, Request

TRANSACTION_CONTROL = re.compile(r"(BEGIN|COMMIT|SAVEPOINT|RELEASE)\b")


class WrongAnswer(Exception):
    """A page that fails is quick; its time says nothing."""


@dataclass(frozen=True)
class Cost:
    """Milliseconds by the clock on the wall, and of this process only."""

    wall: float
    cpu: float


def medians(browser: Browser, cases: Sequence[Case], *, warm_up: int, rounds: int) -> list[Cost]:
    """Every round runs all cases, so that a slow moment hits all of them."""
    for _round in range(warm_up):
        for case in cases:
            _cost(browser, case, case.prepare())
    costs = [[_cost(browser, case, case.prepare()) for case in cases] for _round in range(rounds)]
    return [
        Cost(median(cost.wall for cost in column), median(cost.cpu for cost in column))
        for column in zip(*costs, strict=True)
    ]


def _cost(browser: Browser, case: Case, request: Request) -> Cost:
    wall, cpu = perf_counter(), process_time()
    response = (case.who or browser).send(request)
    cost = Cost(1000 * (perf_counter() - wall), 1000 * (process_time() - cpu))
    if response.status_code != case.status:
        raise WrongAnswer(f"{case.name}: {response.status_code}, expected {case.status}")
    return cost


def count_queries(browser: Browser, cases: Sequence[Case]) -> list[int]:
    """Without BEGIN and COMMIT, which not every database counts."""
    return [_count_queries(browser, case) for case in cases]


def _count_queries(browser: Browser, case: Case) -> int:
    # A first post of a page makes new rows, the next ones change them.
    _cost(browser, case, case.prepare())
    request = case.prepare()
    with CaptureQueriesContext(connection) as captured:
        _cost(browser, case, request)
    return sum(not TRANSACTION_CONTROL.match(query["sql"]) for query in captured)
