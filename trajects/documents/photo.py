"""The local photo as a PDF, as it is at this moment; it carries the date it was asked for."""

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from accounts.colours import WHITE, accent_palette
from reporting.pdf import render_pdf, static_assets
from scans.documents import FONTS, STYLES, cover_assets, logo_asset
from trajects.models import PhotoDocument
from trajects.pages.photo import photo_page

PHOTO_STYLES = (*STYLES, "css/print/photo.css")


def photo_document(document: PhotoDocument) -> bytes:
    """In Dutch, whoever asks."""
    html, assets = photo_html(document)
    return render_pdf(html, assets=assets)


def photo_html(document: PhotoDocument) -> tuple[str, dict[str, bytes]]:
    """The page that becomes the PDF, and all that it may ask for."""
    traject = document.traject
    organisation = traject.organisation
    logo = logo_asset(organisation.logo)
    with translation.override(settings.LANGUAGE_CODE):
        context = {
            "traject": traject,
            "organisation": organisation,
            "photo": photo_page(traject),
            "at": document.asked_at,
            "styles": (*PHOTO_STYLES, "cover.css"),
            "logo": next(iter(logo), ""),
            "is_light_on_accent": accent_palette(organisation.accent).on_accent == WHITE,
        }
        html = render_to_string("trajects/matrix/document.html", context)
    assets = static_assets((*PHOTO_STYLES, *FONTS))
    return html, {**assets, **cover_assets(organisation.accent), **logo}
