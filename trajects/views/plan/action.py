"""One action of the plan."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from trajects import access
from trajects.doors.plan import progress_for
from trajects.pages.plan.action import action_page


@require_safe
def action(request: SignedInRequest, pk: int, action_pk: int) -> HttpResponse:
    """Everybody who sees the traject reads it."""
    seen, found = access.action_for_reading(request.user, pk, action_pk)
    on = localdate()
    context = {
        **seen.frame(),
        "action": found,
        "page": action_page(seen, found, on=on),
        "progress": progress_for(request, seen, found, on=on),
    }
    return render(request, "trajects/plan/action.html", context)
