"""The lock on the door of the PDF maker: it takes nothing from outside (promise 13)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.request import DataHandler, Request

# Relative addresses in a document resolve against this; the name can never exist (RFC 6761).
BASE = "https://assets.invalid/"
IMAGE_DATA = "data:image/"

MIME_TYPES = {
    ".css": "text/css",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
}


class AssetRefused(Exception):
    """The document asks for something that is neither in its table nor an image in a data: URL."""


class AssetFetcher:
    """Answers WeasyPrint from a table in memory: {address relative to BASE: content}."""

    # Asked by WeasyPrint: a refusal ends the rendering, so no document lacks a font or a logo.
    _fail_on_errors = True

    def __init__(self, assets: Mapping[str, bytes], respond: Callable[..., Any]) -> None:
        """`respond` is weasyprint.urls.URLFetcherResponse, handed in because it imports slowly."""
        self._assets = {BASE + name: content for name, content in assets.items()}
        self._respond = respond
        self.refused: list[str] = []

    def __call__(self, url: str) -> Any:
        if url in self._assets:
            headers = {"Content-Type": MIME_TYPES[PurePosixPath(url).suffix]}
            return self._respond(url, self._assets[url], headers)
        if url.startswith(IMAGE_DATA):
            found = DataHandler().data_open(Request(url))  # noqa: S310 - it decodes, it opens nothing
            return self._respond(url, found.read(), {"Content-Type": found.headers["Content-type"]})
        self.refused.append(url)
        raise AssetRefused(url)
