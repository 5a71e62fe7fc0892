"""A stored document as what a browser keeps."""

from pathlib import PurePath

from django.db.models.fields.files import FieldFile
from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.text import slugify

CONTENT_TYPES = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def attached(file: FieldFile, title: str) -> HttpResponse:
    """As an attachment, kept by no cache. Some hundreds of kB, so it is read whole; a file that is
    gone does not exist (404)."""
    try:
        with file.open() as stored:
            content = stored.read()
    except FileNotFoundError as gone:
        raise Http404 from gone
    suffix = PurePath(file.name or "").suffix
    headers = {
        "Content-Disposition": content_disposition_header(True, f"{slugify(title)}{suffix}"),
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(content, content_type=CONTENT_TYPES[suffix], headers=headers)
