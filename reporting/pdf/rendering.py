from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from threading import Lock
from typing import Any

from reporting.pdf.completing import complete
from reporting.pdf.fetching import BASE, AssetFetcher, AssetRefused

VARIANT = "pdf/ua-1"
# Documents share their fonts, and threads would gain nothing.
ONE_AT_A_TIME = Lock()


def render_pdf(html: str, *, assets: Mapping[str, bytes]) -> bytes:
    """A tagged PDF; the same text and assets give the same bytes within one release.

    `assets` maps relative addresses (with the suffix of their kind) to contents; a font is read
    once for each address, as long as the process lives. The document sets its language, title
    and dates itself, in `lang`, `<title>` and `<meta name=dcterms.…>`.
    Raises AssetRefused when it asks for anything else, OSError where Pango is missing.
    """
    weasyprint, fonts = _weasyprint()
    fetcher = AssetFetcher(assets, weasyprint.urls.URLFetcherResponse)
    # WeasyPrint goes on without a picture that it cannot draw, whatever the reason: so look back.
    with ONE_AT_A_TIME, suppress(weasyprint.urls.FatalURLFetchingError):
        document = weasyprint.HTML(string=html, base_url=BASE, url_fetcher=fetcher)
        pdf = document.write_pdf(pdf_variant=VARIANT, font_config=fonts)
    if fetcher.refused:
        raise AssetRefused(fetcher.refused[0])
    return complete(pdf)


@lru_cache(1)
def _weasyprint() -> tuple[Any, Any]:
    """The library and what it keeps of fonts: making those anew for each document costs a third
    of its time, and memory that never comes back."""
    import weasyprint  # slow, and raises OSError where Pango is missing
    from weasyprint.text.fonts import FontConfiguration

    return weasyprint, FontConfiguration()
