"""What every button on the desk of a session has in common."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.requests import SignedInRequest
from trajects import access
from trajects.errors import SessionOver, StageMoved

DeskView = Callable[..., HttpResponse]


def desk_button(view: DeskView) -> DeskView:
    """Back to the desk when it is done. A page that is behind gets a 409, with the way back."""

    @wraps(view)
    @access.still_allowed()
    def answer(request: SignedInRequest, pk: int, session_pk: int, **rest: Any) -> HttpResponse:
        try:
            return view(request, pk, session_pk, **rest)
        except StageMoved:
            seen, session = access.session_for_moderating(request.user, pk, session_pk)
            context = {**seen.frame(), "session": session}
            template = "trajects/voting/moved.html"
            return render(request, template, context, status=HTTPStatus.CONFLICT)
        except SessionOver:
            messages.info(request, _("This session has ended. Nothing was changed."))
        return redirect("trajects:session", pk, session_pk)

    return answer
