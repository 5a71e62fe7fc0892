"""Tasks at the same moment: real threads with connections of their own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event
from time import sleep

from django.db import connections, transaction

LONG_ENOUGH_TO_LOOK = 0.4  # seconds: without a lock the other reads within this time


def at_once(*tasks: Callable[[], object]) -> list[object]:
    """What each task gave or raised; all start together."""
    start = Barrier(len(tasks))

    def run(task: Callable[[], object]) -> object:
        try:
            start.wait()
            return task()
        except Exception as error:
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(tasks)) as pool:
        return list(pool.map(run, tasks))


def names(results: list[object]) -> list[str]:
    return sorted(type(result).__name__ for result in results)


def overlapping(first: Callable[[], object], second: Callable[[], object]) -> list[object]:
    """The second starts when the first is done but not yet committed."""
    done = Event()

    def slow() -> object:
        with transaction.atomic():
            try:
                result = first()
            finally:
                done.set()
            sleep(LONG_ENOUGH_TO_LOOK)
        return result

    def late() -> object:
        done.wait()
        return second()

    return at_once(slow, late)
