from django.http import HttpRequest, HttpResponse
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from trajects import access
from trajects.doors.guest import guest_page
from trajects.doors.pictures import picture_response


@require_safe
def dream_picture(request: SignedInRequest, pk: int, dream_pk: int) -> HttpResponse:
    _seen, found = access.dream_for_reading(request.user, pk, dream_pk)
    return picture_response(found)


@guest_page
@require_safe
def guest_dream_picture(request: HttpRequest, token: str, dream_pk: int) -> HttpResponse:
    guest = access.guest_for_dreaming(token, at=now())
    return picture_response(access.dream_for_guest(guest, dream_pk))
