"""A remark that the group talked about, or not after all."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions.goals import discussing as actions


@require_POST
@access.still_allowed()
def settle_remark(request: SignedInRequest, pk: int, goal_pk: int, remark_pk: int) -> HttpResponse:
    _seen, found = access.remark_for_leading(request.user, pk, goal_pk, remark_pk)
    settled = request.POST.get("settled") != "no"
    actions.settle_remark(remark=found, settled=settled, by=request.user, at=now())
    said = _("Noted: the group talked about it.") if settled else _("This remark is open again.")
    messages.success(request, said)
    return redirect("trajects:goal", pk, goal_pk)
