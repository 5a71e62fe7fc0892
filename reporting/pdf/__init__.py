"""HTML to a tagged PDF with nothing in it that was fetched."""

from reporting.pdf.assets import static_assets
from reporting.pdf.counting import page_count
from reporting.pdf.fetching import AssetRefused
from reporting.pdf.rendering import render_pdf

__all__ = ["AssetRefused", "page_count", "render_pdf", "static_assets"]
