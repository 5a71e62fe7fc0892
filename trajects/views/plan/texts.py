"""What the group writes in its plan besides actions."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions.plan.texts import write_plan_texts
from trajects.errors import ChangedMeanwhile
from trajects.forms.plan.papers import PlanTextForm
from trajects.queries.plan_papers import written_in


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def plan_texts(request: SignedInRequest, pk: int) -> HttpResponse:
    """A page that is older than what is stored shows both, and what was typed stays."""
    seen = access.traject_for_leading(request.user, pk)
    stored = written_in(seen.traject)
    form = PlanTextForm(request.POST if request.method == "POST" else None, stored=stored)
    if not form.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
        return _page(request, seen, form, status)
    try:
        write_plan_texts(
            traject=seen.traject,
            entry=form.entry,
            version=form.cleaned_data["version"],
            by=request.user,
            at=now(),
        )
    except ChangedMeanwhile:
        newest = written_in(seen.traject)
        form.show_stored(newest)
        return _page(request, seen, form, HTTPStatus.CONFLICT, stored=newest)
    messages.success(request, _("The texts are saved. They stand in the plan."))
    return redirect("trajects:dossier", pk=pk)


def _page(
    request: SignedInRequest,
    seen: access.Seen,
    form: PlanTextForm,
    status: HTTPStatus,
    **own: object,
) -> HttpResponse:
    context = {**seen.frame(), "form": form, **own}
    return render(request, "trajects/plan/texts.html", context, status=status)
