"""The screen for the whole room. The desk steers it; it has no buttons of its own."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from trajects import access
from trajects.pages.session import screen_code, screen_page, screen_turnout
from trajects.pages.state_document import state_document
from trajects.queries.session_state import session_state


@require_safe
def screen(request: SignedInRequest, pk: int, session_pk: int) -> HttpResponse:
    seen, found = access.session_for_leading(request.user, pk, session_pk)
    page = screen_page(
        found,
        at=now(),
        link=request.build_absolute_uri(reverse("trajects:phone", args=[found.code])),
        address=request.get_host() + reverse("trajects:enter_code"),
    )
    if page is None:
        raise Http404
    state_url = reverse("trajects:screen_state", args=[pk, session_pk])
    context = {**seen.frame(), "session": found, "page": page, "state_url": state_url}
    return render(request, "trajects/voting/screen.html", context)


@require_safe
def screen_state(request: SignedInRequest, pk: int, session_pk: int) -> HttpResponse:
    access.check_screen(request.user, pk, session_pk)
    state = session_state(session_pk, at=now(), with_people=True)
    if state is None:
        raise Http404
    return state_document(request, screen=screen_code(state), turnout=screen_turnout(state))
