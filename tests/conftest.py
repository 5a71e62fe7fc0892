import os

import pytest
from django.core.cache import cache
from hypothesis import settings as hypothesis_settings

from tests.world import world  # noqa: F401 - a fixture for every test

in_ci = os.environ.get("CI") == "true"
# In CI the same examples every time: a red build is then about the change that was made.
hypothesis_settings.register_profile("default", deadline=None, derandomize=False)
hypothesis_settings.register_profile("ci", deadline=None, derandomize=True)
hypothesis_settings.register_profile(
    "deep", deadline=None, derandomize=in_ci, max_examples=2000, print_blob=True
)
hypothesis_settings.load_profile("ci" if in_ci else "default")


@pytest.fixture(autouse=True)
def _empty_cache(request: pytest.FixtureRequest) -> None:
    """Rate limits of one test must not count in the next: a flush does not reach the cache table,
    only a rolled back transaction does."""
    marker = request.node.get_closest_marker("django_db")
    transactional = marker is not None and marker.kwargs.get("transaction", False)
    if transactional or {"transactional_db", "live_server"} & set(request.fixturenames):
        request.getfixturevalue("transactional_db")
        cache.clear()
