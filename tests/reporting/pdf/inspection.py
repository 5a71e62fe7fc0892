"""A PDF as a reader's software meets it: its tags, its fonts, its words."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name


@dataclass(frozen=True)
class Tag:
    """One element of the structure tree; `under` names what it stands in, from the outside in."""

    kind: str
    under: tuple[str, ...]
    element: Dictionary

    @property
    def alt(self) -> str:
        return str(self.element.get(Name.Alt, ""))

    @property
    def scope(self) -> str:
        return str(self.element.get(Name.A, Dictionary()).get(Name.Scope, ""))


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.Pdf.open(BytesIO(pdf))


def tags(document: pikepdf.Pdf) -> list[Tag]:
    return list(_walk(document.Root.StructTreeRoot.K, ()))


def _walk(kids: object, under: tuple[str, ...]) -> Iterator[Tag]:
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and Name.S in kid:
            tag = Tag(str(kid.S)[1:], under, kid)
            yield tag
            yield from _walk(kid.get(Name.K, Array()), (*under, tag.kind))


@dataclass(frozen=True)
class Font:
    name: str
    is_embedded: bool


def fonts(document: pikepdf.Pdf) -> set[Font]:
    """Every font that any page names; the six letters of a subset are left off."""
    found = set()
    for page in document.pages:
        for font in page.obj.Resources.get(Name.Font, Dictionary()).values():
            inner = font.DescendantFonts[0] if Name.DescendantFonts in font else font
            descriptor = inner.get(Name.FontDescriptor, Dictionary())
            files = {Name.FontFile, Name.FontFile2, Name.FontFile3}
            name = str(font.BaseFont)[1:].split("+")[-1]
            found.add(Font(name, bool(files & set(descriptor.keys()))))
    return found


def bookmarks(document: pikepdf.Pdf) -> list[tuple[int, str]]:
    """(level, title) in order."""
    with document.open_outline() as outline:
        return list(_outline(outline.root, 1))


def _outline(items: list[pikepdf.OutlineItem], level: int) -> Iterator[tuple[int, str]]:
    for item in items:
        yield level, item.title
        yield from _outline(item.children, level + 1)


def texts(pdf: bytes) -> list[str]:
    """The words of each page, with single spaces."""
    run = ["pdftotext", "-layout", "-", "-"]
    done = subprocess.run(run, input=pdf, capture_output=True, check=True)
    return [" ".join(page.split()) for page in done.stdout.decode().split("\f")[:-1]]


def all_text(pdf: bytes) -> str:
    return " ".join(texts(pdf))
