"""What PDF/UA asks and WeasyPrint leaves out, written into a finished PDF."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

PRINT_FLAG = 4  # ISO 32000-1, table 165: bit 3 of the flags of an annotation


def complete(pdf: bytes) -> bytes:
    """Scope of table heads, trimmed alternative texts, links that are printed, a steady /ID."""
    with Pdf.open(BytesIO(pdf)) as document:
        for element in document.objects:
            if isinstance(element, Dictionary):
                _complete_element(element)
        for page in document.pages:
            _print_links(page)
        target = BytesIO()
        document.save(
            target,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return target.getvalue()


def _complete_element(element: Dictionary) -> None:
    kind = element.get(Name.S)
    if kind == Name.TH:
        element[Name.A][Name.Scope] = _scope(element)
    elif kind == Name.Figure and Name.Alt in element:
        element[Name.Alt] = String(" ".join(str(element[Name.Alt]).split()))


def _scope(head: Dictionary) -> Name:
    """The table heads of a page stand in its thead; every other th is the head of its row."""
    row = head[Name.P]
    return Name.Column if row[Name.P].get(Name.S) == Name.THead else Name.Row


def _print_links(page: pikepdf.Page) -> None:
    for link in page.obj.get(Name.Annots, Array()):
        link[Name.F] = PRINT_FLAG
