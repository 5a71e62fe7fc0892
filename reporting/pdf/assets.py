"""Our own static files, as a table for the PDF maker."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from django.contrib.staticfiles import finders


def static_assets(names: Iterable[str]) -> dict[str, bytes]:
    """By their names under static/. Raises FileNotFoundError."""
    return {name: _content(name) for name in names}


@lru_cache
def _content(name: str) -> bytes:
    """Read once: these files change only with a release."""
    path = finders.find(name)
    if path is None:
        raise FileNotFoundError(name)
    return Path(path).read_bytes()
