"""The action plan as a Word file: the same dossier as the PDF, to change and to add to."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from docx.oxml.ns import qn
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage

from trajects.documents.plan import asked_dossier
from trajects.documents.word.saying import decided, filling, number
from trajects.documents.word.styles import LANGUAGE
from trajects.documents.word.template import word_template
from trajects.dossier import Dossier
from trajects.models import PlanDocument

if TYPE_CHECKING:
    from django.db.models.fields.files import FieldFile

LOGO_HEIGHT = Mm(16)


@dataclass(frozen=True)
class Amounts:
    """A row of the budget: a theme with an amount per year and their sum, written out."""

    name: str
    values: tuple[str, ...]


def plan_word(document: PlanDocument) -> bytes:
    """In Dutch, whoever asks."""
    with translation.override(settings.LANGUAGE_CODE):
        return word_file(asked_dossier(document), document.traject.organisation.logo)


def word_file(dossier: Dossier, logo: FieldFile) -> bytes:
    filled = DocxTemplate(BytesIO(word_template()))
    stamp = _("as it was on %(date)s") % {"date": date_format(dossier.cover.on, "j F Y")}
    context = {
        "d": dossier,
        "stamp": stamp,
        "decided": decided(dossier.cover.decision),
        "nobody": _("no owner yet"),
        "privacy": _privacy(dossier),
        "logo": _picture(filled, logo),
        **_budget(dossier),
    }
    filled.render(context, filling(), autoescape=True)
    _drop_empty_tables(filled)
    _describe(filled, dossier)
    target = BytesIO()
    filled.save(target)
    return target.getvalue()


def _picture(filled: DocxTemplate, logo: FieldFile) -> InlineImage | None:
    if not logo:
        return None
    with logo.open() as file:
        return InlineImage(filled, BytesIO(file.read()), height=LOGO_HEIGHT)


def _budget(dossier: Dossier) -> dict[str, Any]:
    if dossier.money is None:
        return {"years": (), "money": ()}
    total = dossier.money.total
    themes = [(row.name, row.budget) for row in dossier.money.themes]
    rows = (
        Amounts(name, (*(number(year.total) for year in budget.years), number(budget.total)))
        for name, budget in (*themes, (_("Together"), total))
    )
    return {"years": (*(year.year for year in total.years), _("Together")), "money": tuple(rows)}


def _privacy(dossier: Dossier) -> str:
    if dossier.choice.with_names:
        return _("This document names people. Share it with who may know them.")
    return _(
        "Functions and departments stand for people. A nickname, or a family name alone in a "
        "text, may have stayed."
    )


def _drop_empty_tables(filled: DocxTemplate) -> None:
    """All rows of it were left out; a table without rows is no table for Word. With the line of
    white that follows it."""
    body = filled.docx.element.body
    for table in [one for one in body.iter(qn("w:tbl")) if one.find(qn("w:tr")) is None]:
        body.remove(table.getnext())
        body.remove(table)


def _describe(filled: DocxTemplate, dossier: Dossier) -> None:
    """What a reader's software tells before it opens a page. `filled` is closed for templates."""
    cover, about = dossier.cover, filled.docx.core_properties
    about.title = f"{_('CSR action plan')} {cover.years}, {cover.organisation}"
    about.author, about.language, about.comments = cover.organisation, LANGUAGE, ""
    about.created = about.modified = cover.at.replace(tzinfo=None)
    told = _("Logo of %(organisation)s") % {"organisation": cover.organisation}
    for picture in filled.docx.element.body.iter(qn("wp:docPr")):
        picture.set("descr", told)
