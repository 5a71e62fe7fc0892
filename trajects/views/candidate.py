"""One candidate theme: its names, left out and brought back."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions import candidates as actions
from trajects.errors import ChangedMeanwhile
from trajects.forms.candidates import ChangeCandidateForm, LeaveOutForm
from trajects.pages.candidate_refusals import REFUSALS, refuse, words_of
from trajects.pages.candidates import candidate_row, subthemes

WRITE = ["GET", "HEAD", "POST"]
REFUSED = tuple(REFUSALS)


@require_http_methods(WRITE)
@access.still_allowed()
def candidate(request: SignedInRequest, pk: int, candidate_pk: int) -> HttpResponse:
    """Its names and where it came from. Refuses to store over what a colleague changed meanwhile,
    and shows both."""
    seen, found = access.candidate_for_leading(request.user, pk, candidate_pk)
    data = request.POST if request.method == "POST" else None
    form = ChangeCandidateForm(data, candidate=found, button=_("Save the names"))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    is_conflict = False
    if form.is_valid():
        version = form.cleaned_data["version"]
        try:
            actions.change_candidate(
                candidate=found, entry=form.entry, version=version, by=request.user
            )
        except ChangedMeanwhile:
            found.refresh_from_db()
            form.show_version(found.version)
            is_conflict, status = True, HTTPStatus.CONFLICT
        except REFUSED as refused:
            status = refuse(form, refused)
        else:
            messages.success(request, _("The names are saved."))
            return redirect("trajects:candidates", pk)
    row = candidate_row(seen.traject, found)
    own = {"row": row, "subthemes": subthemes(seen.traject, row), "is_conflict": is_conflict}
    context = {**seen.frame(), "form": form, "candidate": found, **own}
    return render(request, "trajects/themes/candidate.html", context, status=status)


@require_http_methods(WRITE)
@access.still_allowed()
def leave_out_candidate(request: SignedInRequest, pk: int, candidate_pk: int) -> HttpResponse:
    seen, found = access.candidate_for_leading(request.user, pk, candidate_pk)
    form = LeaveOutForm(request.POST if request.method == "POST" else None)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    if form.is_valid():
        because = form.cleaned_data["because"]
        try:
            actions.leave_out_candidate(candidate=found, because=because, by=request.user, at=now())
        except REFUSED as refused:
            status = refuse(form, refused)
        else:
            messages.success(request, _("“%(name)s” is left out.") % {"name": found.full_name})
            return redirect("trajects:candidates", pk)
    context = {**seen.frame(), "form": form, "candidate": found}
    return render(request, "trajects/themes/leave_out.html", context, status=status)


@require_POST
@access.still_allowed()
def bring_back_candidate(request: SignedInRequest, pk: int, candidate_pk: int) -> HttpResponse:
    _seen, found = access.candidate_for_leading(request.user, pk, candidate_pk)
    try:
        actions.bring_back_candidate(candidate=found, by=request.user)
    except REFUSED as refused:
        messages.warning(request, words_of(refused))
    else:
        messages.success(request, _("“%(name)s” is back in the list.") % {"name": found.full_name})
    return redirect("trajects:candidates", pk)
