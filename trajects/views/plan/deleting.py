"""An action goes out of the plan."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions.plan.deleting import delete_action as delete
from trajects.actions.plan.deleting import is_in_use
from trajects.errors import ActionInUse


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def delete_action(request: SignedInRequest, pk: int, action_pk: int) -> HttpResponse:
    """What something happened with stays; the page says how to stop it instead."""
    seen, found = access.action_for_leading(request.user, pk, action_pk)
    status = HTTPStatus.OK
    if request.method == "POST":
        try:
            delete(action=found, by=request.user)
        except ActionInUse:
            status = HTTPStatus.CONFLICT
        else:
            messages.success(request, _("The action is deleted."))
            return redirect("trajects:plan", pk)
    context = {**seen.frame(), "action": found, "in_use": is_in_use(found)}
    return render(request, "trajects/plan/action_delete.html", context, status=status)
