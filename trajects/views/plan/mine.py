"""What I carry in this plan."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from trajects import access
from trajects.pages.plan.mine import actions_of_user


@require_safe
def my_actions(request: SignedInRequest, pk: int) -> HttpResponse:
    """For everybody who sees the traject: who carries nothing reads how that comes."""
    seen = access.traject_for_reading(request.user, pk)
    own = actions_of_user(seen.traject, request.user.pk, on=localdate())
    context = {**seen.frame(), "own": own, "plan": own.plan, "later": own.first is not None}
    return render(request, "trajects/plan/mine.html", context)
