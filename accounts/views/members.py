"""One member: change, remove, or leave oneself. Removing and leaving ask first, on a page."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts import access
from accounts.actions import members as actions
from accounts.errors import DepartmentGone, LastCoordinator
from accounts.forms.members import MemberForm
from accounts.labels import LAST_COORDINATOR
from accounts.models import Membership
from accounts.queries.people import is_only_coordinator
from accounts.requests import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def member(request: SignedInRequest, pk: int, member_pk: int) -> HttpResponse:
    """Another role or department."""
    membership = access.member_for_coordinating(request.user, pk, member_pk)
    is_only = is_only_coordinator(membership)
    data = request.POST if request.method == "POST" else None
    form = MemberForm(data, membership=membership, is_only_coordinator=is_only)
    if request.method == "POST" and form.is_valid() and _change(request, membership, form):
        return redirect("accounts:people", pk=pk)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    context = {**_context(request, membership), "form": form, "is_only_coordinator": is_only}
    return render(request, "accounts/member.html", context, status=status)


def _change(request: SignedInRequest, membership: Membership, form: MemberForm) -> bool:
    try:
        actions.change_member(membership=membership, by=request.user, at=now(), **form.cleaned_data)
    except LastCoordinator:
        form.add_error("role", str(LAST_COORDINATOR))
        return False
    except DepartmentGone:
        form.add_error("department", _("A colleague deleted this department. Choose again."))
        return False
    messages.success(
        request, _("The details of %(name)s are saved.") % {"name": membership.user.name}
    )
    return True


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def remove_member(request: SignedInRequest, pk: int, member_pk: int) -> HttpResponse:
    """Out at once. Who takes away oneself, leaves."""
    membership = access.member_for_coordinating(request.user, pk, member_pk)
    if membership.user_id == request.user.pk:
        return _leave(request, membership)
    if request.method != "POST":
        return render(request, "accounts/member_remove.html", _context(request, membership))
    actions.remove_member(membership=membership, by=request.user, at=now())
    messages.success(request, _("%(name)s is no longer a member.") % {"name": membership.user.name})
    return redirect("accounts:people", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def leave(request: SignedInRequest, pk: int) -> HttpResponse:
    return _leave(request, access.membership_in(request.user, pk))


def _leave(request: SignedInRequest, membership: Membership) -> HttpResponse:
    status = HTTPStatus.OK
    if request.method == "POST":
        try:
            actions.leave(membership=membership, at=now())
        except LastCoordinator:
            status = HTTPStatus.CONFLICT
        else:
            name = membership.organisation.name
            messages.success(request, _("You have left %(name)s.") % {"name": name})
            return redirect("home")
    context = {
        **_context(request, membership),
        "is_only_coordinator": is_only_coordinator(membership),
        "last_coordinator": LAST_COORDINATOR,
    }
    return render(request, "accounts/leave.html", context, status=status)


def _context(request: SignedInRequest, membership: Membership) -> dict[str, object]:
    return {
        "member": membership,
        "organisation": membership.organisation,
        "is_me": membership.user_id == request.user.pk,
        "section": "people",
    }
