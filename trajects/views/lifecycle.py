"""Begin a traject, change its title and period, delete it while it is empty."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.access import membership_in
from accounts.access import still_allowed as still_coordinating
from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions.trajects import change_traject, delete_traject, start_traject
from trajects.errors import ChangedMeanwhile, NotEmpty
from trajects.forms.traject import ChangeTrajectForm, DeleteTrajectForm, TrajectForm
from trajects.models.traject import PRESENT_PLAN


@require_safe
def of_organisation(request: SignedInRequest, pk: int) -> HttpResponse:
    """The trajects of one organisation; straight to the only one."""
    membership = membership_in(request.user, pk)
    trajects = list(membership.organisation.trajects.all())
    if len(trajects) == 1:
        return redirect(trajects[0])
    context = {
        "organisation": membership.organisation,
        "trajects": trajects,
        "may_coordinate": membership.may_coordinate,
        "section": "traject",
    }
    return render(request, "trajects/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@still_coordinating()
def new(request: SignedInRequest, pk: int) -> HttpResponse:
    organisation = access.organisation_for_starting(request.user, pk)
    today = localdate()
    proposed = {
        "title": _("MVO traject %(year)s–%(next)s") % {"year": today.year, "next": today.year + 1},
        "starts_on": today,
        "ends_on": today.replace(year=today.year + 2, month=12, day=31),
        "plan_from": PRESENT_PLAN[0],
        "plan_to": PRESENT_PLAN[1],
    }
    data = request.POST if request.method == "POST" else None
    form = TrajectForm(data, initial=proposed, button=_("Start the traject"))
    if form.is_valid():
        traject = start_traject(
            organisation=organisation, by=request.user, at=now(), **form.cleaned_data
        )
        messages.success(request, _("The traject has started. Here is the road in eight steps."))
        return redirect(traject)
    context = {"organisation": organisation, "form": form, "section": "traject"}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "trajects/new.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Refuses to store over what a colleague changed meanwhile, and shows both."""
    seen = access.traject_for_coordinating(request.user, pk)
    traject = seen.traject
    data = request.POST if request.method == "POST" else None
    form = ChangeTrajectForm(data, traject=traject, button=_("Save the details"))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    if form.is_valid():
        shown = form.cleaned_data["shown"]
        try:
            change_traject(traject=traject, by=request.user, shown=shown, **form.values)
        except ChangedMeanwhile:
            traject.refresh_from_db()
            form.show_stored(traject.details)
            status = HTTPStatus.CONFLICT
        else:
            messages.success(request, _("The details are saved."))
            return redirect(traject)
    own = {"may_delete": not traject.holds_work(), "is_conflict": status == HTTPStatus.CONFLICT}
    context = {**seen.frame(), "form": form, **own}
    return render(request, "trajects/edit.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def delete(request: SignedInRequest, pk: int) -> HttpResponse:
    """Asks first, on a page of its own."""
    seen = access.traject_for_coordinating(request.user, pk)
    form = DeleteTrajectForm(request.POST if request.method == "POST" else None)
    status = HTTPStatus.OK
    if form.is_valid():
        try:
            delete_traject(traject=seen.traject, by=request.user)
        except NotEmpty:
            status = HTTPStatus.CONFLICT
        else:
            messages.success(request, _("The traject is deleted."))
            return redirect("home")
    if form.errors:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    context = {**seen.frame(), "form": form, "holds_work": seen.traject.holds_work()}
    return render(request, "trajects/delete.html", context, status=status)
