"""The styles of the Word file: plain ones, so that a municipality lays its own over them."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

# On every machine that has Word; LibreOffice has one of the same measures.
FONT = "Calibri"
LANGUAGE = "nl-BE"
INK, SOFT = RGBColor(0x1A, 0x28, 0x2C), RGBColor(0x4D, 0x58, 0x59)
TABLE = "Table Grid"
SMALL, HEAD, LEAD = "Plan small", "Plan table head", "Plan lead"
HEADINGS = {"Title": 34, "Heading 1": 22, "Heading 2": 15, "Heading 3": 12, "Heading 4": 11}


def lay_styles(document: Document) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size, normal.font.color.rgb = FONT, Pt(10.5), INK
    normal.paragraph_format.space_after = Pt(5)
    for name, size in HEADINGS.items():
        _lay_heading(document, name, size)
    for name, size, is_bold in ((SMALL, 9, False), (HEAD, 9, True), (LEAD, 13, False)):
        own = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        own.base_style = normal
        own.font.size, own.font.bold, own.font.color.rgb = Pt(size), is_bold, SOFT
        own.paragraph_format.space_after = Pt(2 if is_bold else 6)
    _speak(document)


def _lay_heading(document: Document, name: str, size: int) -> None:
    style = document.styles[name]
    style.font.name, style.font.size, style.font.bold = FONT, Pt(size), True
    style.font.color.rgb, style.font.italic = INK, False
    # The theme of the empty document has fonts of its own, which win from a name.
    fonts = style.element.rPr.rFonts
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)
    style.paragraph_format.keep_with_next = True


def _speak(document: Document) -> None:
    """The language of every word, for who hears the document and for the spelling."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}")
    found = properties.find(qn("w:lang"))
    language = OxmlElement("w:lang") if found is None else found
    if found is None:
        properties.append(language)
    language.set(qn("w:val"), LANGUAGE)
