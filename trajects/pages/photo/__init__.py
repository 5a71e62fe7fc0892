"""The local photo as a whole: who already does what for which theme, and where nothing happens.

One frozen object feeds the page, the print view, the PDF and the workbook.
"""

from trajects.pages.photo.building import composed, photo_page
from trajects.pages.photo.parts import (
    Matrix,
    PhotoPage,
    Row,
    SdgPart,
    Tally,
    ThemePart,
)

__all__ = [
    "Matrix",
    "PhotoPage",
    "Row",
    "SdgPart",
    "Tally",
    "ThemePart",
    "composed",
    "photo_page",
]
