"""Word paragraphs, tables and loops, as a template that docxtpl fills in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO

from django.utils.functional import Promise
from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

from trajects.documents.word.styles import HEAD, SMALL, TABLE, lay_styles

WIDTH, HEIGHT, MARGIN = Mm(210), Mm(297), Mm(20)


class Sheet:
    """Grows from above to below. What stands between braces is filled in later."""

    def __init__(self) -> None:
        self._document = Document()
        lay_styles(self._document)
        section = self._document.sections[0]
        section.page_width, section.page_height = WIDTH, HEIGHT
        section.left_margin = section.right_margin = MARGIN
        self._width = WIDTH - 2 * MARGIN

    def heading(self, level: int, words: str | Promise) -> None:
        self._document.add_heading(str(words), level)

    def text(self, words: str, style: str | None = None) -> Paragraph:
        return self._document.add_paragraph(words, style)

    def small(self, words: str) -> None:
        self.text(words, SMALL)

    def items(self, rows: str, words: str) -> None:
        """One bullet for each of `rows`, called `one`."""
        with self.each(f"one in {rows}"):
            self.text(words, "List Bullet")

    @contextmanager
    def each(self, loop: str) -> Iterator[None]:
        self.text(f"{{%p for {loop} %}}")
        yield
        self.text("{%p endfor %}")

    @contextmanager
    def when(self, condition: str) -> Iterator[None]:
        self.text(f"{{%p if {condition} %}}")
        yield
        self.text("{%p endif %}")

    def table(
        self,
        heads: Sequence[str],
        rows: str,
        cells: Sequence[str],
        widths: Sequence[int] = (),
    ) -> None:
        """A head that returns on every page, and a row for each of `rows` ("one in many"). The
        first of `cells` is what the row is about."""
        table = self._document.add_table(rows=0, cols=len(heads), style=TABLE)
        _mark_head(_fill(table.add_row(), heads, HEAD))
        table.add_row().cells[0].text = f"{{%tr for {rows} %}}"
        _keep_whole(_fill(table.add_row(), cells))
        table.add_row().cells[0].text = "{%tr endfor %}"
        _size(table, self._width, widths or [1] * len(heads))
        self.text("", SMALL)

    def facts(self, pairs: Sequence[tuple[str, str]]) -> None:
        """A word and what it comes to; a row whose value is empty is left out."""
        table = self._document.add_table(rows=0, cols=2, style=TABLE)
        for name, value in pairs:
            table.add_row().cells[0].text = f"{{%tr if {value} %}}"
            _keep_whole(_fill(table.add_row(), (name, f"{{{{ {value} }}}}")))
            table.add_row().cells[0].text = "{%tr endif %}"
        _size(table, self._width, (3, 7))
        self.text("", SMALL)

    def wide_table(self, head: str, columns: str, rows: str, cells: tuple[str, str]) -> None:
        """With a column for each of `columns` ("year in years"): the name of a row, then its
        values, as ("{{ one.name }}", "{{ value }}") with its own loop in `columns`."""
        table = self._document.add_table(rows=0, cols=4, style=TABLE)
        name, value = columns.split(" in ")
        loop = (f"{{%tc for {name} in {value} %}}", f"{{{{ {name} }}}}", "{%tc endfor %}")
        _mark_head(_fill(table.add_row(), (head, *loop), HEAD))
        table.add_row().cells[0].text = f"{{%tr for {rows} %}}"
        inner = ("{%tc for value in one.values %}", cells[1], "{%tc endfor %}")
        _keep_whole(_fill(table.add_row(), (cells[0], *inner)))
        table.add_row().cells[0].text = "{%tr endfor %}"
        self.text("", SMALL)

    def contents(self, hint: str) -> None:
        """A field that Word fills in itself when the document is opened or printed."""
        paragraph = self.text("")
        _field(paragraph, r'TOC \o "1-2" \h \z \u', hint, is_dirty=True)

    def page_break(self) -> None:
        self._document.add_page_break()

    @contextmanager
    def lying(self) -> Iterator[None]:
        """Pages on their side."""
        self._turn(HEIGHT, WIDTH, WD_ORIENT.LANDSCAPE)
        yield
        self._turn(WIDTH, HEIGHT, WD_ORIENT.PORTRAIT)

    def _turn(self, width: int, height: int, orientation: WD_ORIENT) -> None:
        section = self._document.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = orientation
        section.page_width, section.page_height = width, height
        self._width = width - 2 * MARGIN

    def running(self, above: str, below: str) -> None:
        """On every page but the first: a line above, and one with the number of the page below."""
        section = self._document.sections[0]
        section.different_first_page_header_footer = True
        section.header.paragraphs[0].text = above
        foot = section.footer.paragraphs[0]
        foot.add_run(f"{below}  ·  ")
        _field(foot, "PAGE", "1")

    def made(self) -> bytes:
        target = BytesIO()
        self._document.save(target)
        return target.getvalue()


def _fill(row: _Row, words: Sequence[str], style: str | None = None) -> _Row:
    for cell, text in zip(row.cells, words, strict=True):
        cell.paragraphs[0].text = text
        if style:
            cell.paragraphs[0].style = style
    return row


def _mark_head(row: _Row) -> None:
    """Returns on every page, and is read as the head of each column."""
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    properties.append(OxmlElement("w:tblHeader"))


def _keep_whole(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _size(table: Table, whole: int, shares: Sequence[int]) -> None:
    """In proportion; Word and LibreOffice read the width of every cell."""
    table.autofit = False
    for row in table.rows:
        for cell, share in zip(row.cells, shares, strict=True):
            cell.width = whole * share // sum(shares)
    for column, share in zip(table.columns, shares, strict=True):
        column.width = whole * share // sum(shares)


def _field(paragraph: Paragraph, code: str, shown: str, *, is_dirty: bool = False) -> None:
    begin = OxmlElement("w:fldChar")
    begin.set(qn("w:fldCharType"), "begin")
    if is_dirty:
        begin.set(qn("w:dirty"), "true")
    instruction = OxmlElement("w:instrText")
    instruction.set(qn("xml:space"), "preserve")
    instruction.text = code
    paragraph.add_run()._r.extend((begin, instruction))
    for kind, words in (("separate", shown), ("end", "")):
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        run = paragraph.add_run()
        run._r.append(mark)
        if words:
            paragraph.add_run(words)
