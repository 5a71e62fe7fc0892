"""A finished scan as a PDF: the same scan gives the same bytes within one release."""

from pathlib import PurePath

from django.conf import settings
from django.db.models.fields.files import FieldFile
from django.template.loader import render_to_string
from django.utils import translation

from reporting.pdf import render_pdf, static_assets
from scans.models import Scan
from scans.report import scan_report

FONTS = tuple(
    f"fonts/source-sans-3-latin-{cut}.woff2"
    for cut in ("400-normal", "400-italic", "600-normal", "700-normal")
)
STYLES = (
    "css/fonts.css",
    "css/tokens.css",
    "css/print/page.css",
    "css/print/cover.css",
    "css/print/text.css",
    "css/print/tables.css",
    "css/print/charts.css",
)
# Made in memory, each from its template.
COVER = {"cover.svg": "scans/report/cover.svg", "cover.css": "scans/report/cover.css"}


def scan_document(scan: Scan, *, with_names: bool, with_remarks: bool) -> bytes:
    """In Dutch, whoever asks. The scan is finished; the PDF carries the date of that."""
    html, assets = scan_html(scan, with_names=with_names, with_remarks=with_remarks)
    return render_pdf(html, assets=assets)


def scan_html(scan: Scan, *, with_names: bool, with_remarks: bool) -> tuple[str, dict[str, bytes]]:
    """The page that becomes the PDF, and all that it may ask for."""
    report = scan_report(scan, with_names=with_names, with_remarks=with_remarks)
    logo = logo_asset(scan.imprint.logo)
    with translation.override(settings.LANGUAGE_CODE):
        context = {
            "report": report,
            "scan": scan,
            "result": report.result,
            "styles": (*STYLES, "cover.css"),
            "logo": next(iter(logo), ""),
        }
        html = render_to_string("scans/report/document.html", context)
    return html, {**static_assets((*STYLES, *FONTS)), **cover_assets(scan.imprint.accent), **logo}


def cover_assets(accent: str) -> dict[str, bytes]:
    """The stairs of the cover, in the colour of an organisation."""
    colours = {"accent": accent}
    return {name: render_to_string(template, colours).encode() for name, template in COVER.items()}


def logo_asset(logo: FieldFile) -> dict[str, bytes]:
    """Under the name the document asks for it by; nothing without a logo."""
    if not logo:
        return {}
    with logo.open() as file:
        return {f"logo{PurePath(logo.name or '').suffix.lower()}": file.read()}
