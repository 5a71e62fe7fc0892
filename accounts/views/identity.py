from copy import copy
from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts import access
from accounts.actions.organisations import update_organisation
from accounts.colours import AccentCheck, check_accent, normalise_hex
from accounts.forms.organisation import IdentityForm
from accounts.models import Organisation
from accounts.requests import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def identity(request: SignedInRequest, pk: int) -> HttpResponse:
    """Name, type, numbers and colour."""
    organisation = access.organisation_for_coordinating(request.user, pk)
    data = request.POST if request.method == "POST" else None
    # A form writes into its object what was typed; the header goes on showing what is stored.
    form = IdentityForm(data, instance=copy(organisation))
    if form.is_valid() and _save(request, organisation, form):
        messages.success(request, _("The details are saved."))
        return redirect("accounts:organisation", pk=pk)
    context = {
        "organisation": organisation,
        "section": "organisation",
        "form": form,
        "check": _check(form["accent"].value()),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "accounts/identity.html", context, status=status)


def _save(request: SignedInRequest, organisation: Organisation, form: IdentityForm) -> bool:
    try:
        update_organisation(organisation=organisation, by=request.user, changes=form.changes)
    except ValidationError as meanwhile:
        form.add_error(None, meanwhile)
        return False
    return True


@require_safe
def accent_check(request: SignedInRequest, pk: int) -> HttpResponse:
    """How readable the colour is that somebody is typing: a part of the page with the details."""
    access.organisation_for_coordinating(request.user, pk)
    context = {"check": _check(request.GET.get("accent"))}
    return render(request, "accounts/identity.html#accent_check", context)


def _check(text: str | None) -> AccentCheck | None:
    """None for what is no colour."""
    try:
        return check_accent(normalise_hex(text or ""))
    except ValueError:
        return None
