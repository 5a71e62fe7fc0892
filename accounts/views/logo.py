from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts import access
from accounts.actions.organisations import remove_logo, set_logo
from accounts.caching import IMMUTABLE
from accounts.forms.logo import LogoForm
from accounts.models import Organisation
from accounts.requests import SignedInRequest


@require_safe
def logo(request: SignedInRequest, pk: int, version: str) -> HttpResponse:
    """The picture itself, under an address that changes with it."""
    organisation = access.organisation_for_reading(request.user, pk)
    if version != organisation.logo_version:
        raise Http404
    response = HttpResponse(_content(organisation), content_type="image/png")
    response.headers["Content-Disposition"] = 'attachment; filename="logo.png"'
    response.headers["Cache-Control"] = IMMUTABLE
    return response


def _content(organisation: Organisation) -> bytes:
    try:
        with organisation.logo.open("rb") as file:
            return bytes(file.read())
    except FileNotFoundError as gone:
        raise Http404 from gone


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def logo_form(request: SignedInRequest, pk: int) -> HttpResponse:
    """Choose another picture, or take it away."""
    organisation = access.organisation_for_coordinating(request.user, pk)
    if request.method == "POST" and "remove" in request.POST:
        remove_logo(organisation=organisation, by=request.user)
        messages.success(request, _("The logo is removed."))
        return redirect("accounts:organisation", pk=pk)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = LogoForm(*sent)
    if form.is_valid():
        set_logo(organisation=organisation, png=form.cleaned_data["logo"], by=request.user)
        messages.success(request, _("The logo is saved."))
        return redirect("accounts:organisation", pk=pk)
    context = {"organisation": organisation, "section": "organisation", "form": form}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "accounts/logo.html", context, status=status)
