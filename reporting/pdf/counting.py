from __future__ import annotations

from io import BytesIO

from pikepdf import Pdf


def page_count(pdf: bytes) -> int:
    with Pdf.open(BytesIO(pdf)) as document:
        return len(document.pages)
