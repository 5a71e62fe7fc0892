"""What the coordinator decides about what comes in: on the photo, or left out."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions.deciding import accept_initiative, refuse_initiative
from trajects.errors import InitiativeChanged, InitiativeDecided
from trajects.forms.initiatives import ReadForm, RefuseForm


@require_POST
@access.still_allowed()
def accept(request: SignedInRequest, pk: int, initiative_pk: int) -> HttpResponse:
    """What was changed since it was read, is read again first."""
    _seen, found = access.initiative_for_deciding(request.user, pk, initiative_pk)
    form = ReadForm(request.POST)
    version = form.cleaned_data["version"] if form.is_valid() else None
    try:
        accept_initiative(initiative=found, version=version, by=request.user, at=now())
    except InitiativeChanged:
        messages.warning(request, _("It was changed meanwhile. Read it again before you decide."))
        return redirect("trajects:initiative", pk, initiative_pk)
    except InitiativeDecided:
        messages.warning(request, _("It was merged meanwhile."))
    else:
        messages.success(request, _("“%(title)s” is on the photo.") % {"title": found.title})
    return redirect("trajects:photo", pk)


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def refuse(request: SignedInRequest, pk: int, initiative_pk: int) -> HttpResponse:
    seen, found = access.initiative_for_deciding(request.user, pk, initiative_pk)
    form = RefuseForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            refuse_initiative(initiative=found, by=request.user, at=now(), **form.cleaned_data)
        except InitiativeDecided:
            messages.warning(
                request,
                _("It belongs to a merger, so it cannot be left out. Take the merger apart first."),
            )
            return redirect("trajects:initiative", pk, initiative_pk)
        messages.success(request, _("“%(title)s” is left out.") % {"title": found.title})
        return redirect("trajects:photo", pk)
    context = {**seen.frame(), "form": form, "initiative": found}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "trajects/photo/refuse.html", context, status=status)
