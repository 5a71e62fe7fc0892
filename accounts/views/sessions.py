from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts import access
from accounts.actions.sessions import end_other_sessions, end_session
from accounts.requests import SignedInRequest


@require_POST
def end(request: SignedInRequest, session_pk: int) -> HttpResponse:
    """Sign out in one place; here, if that is this browser."""
    session = access.session_of(request.user, session_pk)
    is_current = session.session_key == request.session.session_key
    end_session(session=session)
    if is_current:
        logout(request)
        return redirect("account_login")
    messages.success(request, _("You are signed out there."))
    return redirect("accounts:profile")


@require_POST
def end_others(request: SignedInRequest) -> HttpResponse:
    """Sign out everywhere but here."""
    end_other_sessions(user=request.user, current_key=request.session.session_key)
    messages.success(request, _("You are signed out everywhere else."))
    return redirect("accounts:profile")
