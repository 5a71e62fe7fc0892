"""The picture of a dream image, for who may see it."""

from django.http import Http404, HttpResponse

from trajects.models import DreamImage


def picture_response(dream: DreamImage) -> HttpResponse:
    """As an attachment: a page shows it, and no browser opens it as something else."""
    if not dream.picture:
        raise Http404
    try:
        with dream.picture.open("rb") as file:
            content = bytes(file.read())
    except FileNotFoundError as gone:
        raise Http404 from gone
    response = HttpResponse(content, content_type="image/jpeg")
    response.headers["Content-Disposition"] = 'attachment; filename="droombeeld.jpg"'
    return response
