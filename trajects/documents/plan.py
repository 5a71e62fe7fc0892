"""The action plan as a PDF, as it is at this moment; it carries the date it was asked for."""

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.timezone import get_current_timezone

from reporting.pdf import render_pdf, static_assets
from scans.documents import FONTS, STYLES, cover_assets, logo_asset
from trajects.dossier import Choice, Dossier, dossier_of
from trajects.models import PlanDocument

PLAN_STYLES = (*STYLES, "css/print/photo.css", "css/print/plan.css")


def plan_pdf(document: PlanDocument) -> bytes:
    """In Dutch, whoever asks."""
    html, assets = plan_html(document)
    return render_pdf(html, assets=assets)


def plan_html(document: PlanDocument) -> tuple[str, dict[str, bytes]]:
    """The page that becomes the PDF, and all that it may ask for."""
    organisation = document.traject.organisation
    logo = logo_asset(organisation.logo)
    with translation.override(settings.LANGUAGE_CODE):
        context = {
            "dossier": asked_dossier(document),
            "styles": (*PLAN_STYLES, "cover.css"),
            "logo": next(iter(logo), ""),
        }
        html = render_to_string("trajects/plan/paper/document.html", context)
    assets = static_assets((*PLAN_STYLES, *FONTS))
    return html, {**assets, **cover_assets(organisation.accent), **logo}


def asked_dossier(document: PlanDocument) -> Dossier:
    """With what was chosen for this document, and nothing else."""
    choice = Choice(
        audience=document.audience,
        with_names=document.with_names,
        with_remarks=document.with_remarks,
        with_notes=document.with_notes,
    )
    at = document.asked_at
    return dossier_of(
        document.traject, on=at.astimezone(get_current_timezone()).date(), at=at, choice=choice
    )
