import os
from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.db import connection
from hypothesis import settings as hypothesis_settings

from tests.world import snapshots, world  # noqa: F401 - fixtures for every test

FEW = 30
in_ci = os.environ.get("CI") == "true"
# In CI the same examples every time: a red build is then about the change that was made.
# Few of them: `make test-deep` takes two thousand.
hypothesis_settings.register_profile("default", deadline=None, max_examples=FEW)
hypothesis_settings.register_profile("ci", deadline=None, max_examples=FEW, derandomize=True)
hypothesis_settings.register_profile(
    "deep", deadline=None, derandomize=in_ci, max_examples=2000, print_blob=True
)
hypothesis_settings.load_profile("ci" if in_ci else "default")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--only-database",
        action="store_true",
        help="leave out the tests that touch no database: they say the same on every one",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--only-database"):
        keep(config, items, touches_database)
    # A worker beside others on one PostgreSQL; a part of its own runs these.
    if hasattr(config, "workerinput") and connection.vendor == "postgresql":
        keep(config, items, lambda item: item.get_closest_marker("alone") is None)


def keep(
    config: pytest.Config, items: list[pytest.Item], wanted: Callable[[pytest.Item], bool]
) -> None:
    config.hook.pytest_deselected(items=[item for item in items if not wanted(item)])
    items[:] = [item for item in items if wanted(item)]


def touches_database(item: pytest.Item) -> bool:
    asked = {"db", "transactional_db"} & set(getattr(item, "fixturenames", ()))
    return bool(asked) or item.get_closest_marker("django_db") is not None


@pytest.fixture(autouse=True)
def _empty_cache(request: pytest.FixtureRequest) -> None:
    """Rate limits of one test must not count in the next: a flush does not reach the cache table,
    only a rolled back transaction does."""
    marker = request.node.get_closest_marker("django_db")
    transactional = marker is not None and marker.kwargs.get("transaction", False)
    if transactional or {"transactional_db", "live_server"} & set(request.fixturenames):
        request.getfixturevalue("transactional_db")
        cache.clear()
