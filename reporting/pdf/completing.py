"""What PDF/UA asks and WeasyPrint leaves out, written into a finished PDF."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

PRINT_FLAG = 4  # ISO 32000-1, table 165: bit 3 of the flags of an annotation


def complete(pdf: bytes) -> bytes:
    """Scope of table heads, trimmed alternative texts, links that are one and are printed, a
    steady /ID."""
    with Pdf.open(BytesIO(pdf)) as document:
        for element in document.objects:
            if isinstance(element, Dictionary):
                _complete_element(element)
        shadows = _shadows(document)
        for page in document.pages:
            _keep_links(page, shadows)
        _forget(document, shadows)
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


def _shadows(document: Pdf) -> set[int]:
    """Takes out of the tags what WeasyPrint makes of each box inside a link, such as the page
    number behind a title: another link to the same place. Gives their keys in the parent tree."""
    links = [one for one in document.objects if isinstance(one, Dictionary) and _is_link(one)]
    found = set()
    for inner in (inner for link in links for inner in _elements_in(link)):
        if _is_link(inner):
            inner[Name.S] = Name.Span
        found |= {int(kid.Obj.StructParent) for kid in inner.K if _is_reference(kid)}
        inner[Name.K] = Array([kid for kid in inner.K if not _is_reference(kid)])
    return found


def _is_link(element: Dictionary) -> bool:
    return element.get(Name.S) == Name.Link


def _is_reference(kid: object) -> bool:
    """To an annotation; other kids are elements, and numbers of marked content."""
    return isinstance(kid, Dictionary) and kid.get(Name.Type) == Name.OBJR


def _elements_in(element: Dictionary) -> Iterator[Dictionary]:
    for kid in element.K:
        if isinstance(kid, Dictionary) and not _is_reference(kid):
            yield kid
            yield from _elements_in(kid)


def _keep_links(page: pikepdf.Page, shadows: set[int]) -> None:
    """Those that are no shadow of another; a printed page shows them."""
    if Name.Annots not in page.obj:
        return
    links = [link for link in page.obj.Annots if int(link.StructParent) not in shadows]
    for link in links:
        link[Name.F] = PRINT_FLAG
    page.obj[Name.Annots] = Array(links)


def _forget(document: Pdf, shadows: set[int]) -> None:
    """In the parent tree: keys and what they lead to, in turn."""
    tree = document.Root.StructTreeRoot.ParentTree
    pairs = zip(tree.Nums[::2], tree.Nums[1::2], strict=True)
    kept = [pair for pair in pairs if int(pair[0]) not in shadows]
    tree[Name.Nums] = Array([part for pair in kept for part in pair])
