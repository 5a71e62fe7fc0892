"""One agreement: changed, ticked off and removed."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions.agreements import change_agreement, remove_agreement, tick_agreement
from trajects.errors import ChangedMeanwhile
from trajects.forms.agreements import ChangeAgreementForm


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def edit_agreement(request: SignedInRequest, pk: int, agreement_pk: int) -> HttpResponse:
    """Refuses to store over what a colleague changed meanwhile, and shows both."""
    seen, agreement = access.agreement_for_leading(request.user, pk, agreement_pk)
    form = ChangeAgreementForm(
        request.POST if request.method == "POST" else None,
        agreement=agreement,
        button=_("Save the agreement"),
    )
    status = HTTPStatus.OK
    if form.is_valid():
        shown = form.cleaned_data["shown"]
        try:
            change_agreement(agreement=agreement, by=request.user, shown=shown, **form.values)
        except ChangedMeanwhile:
            agreement.refresh_from_db()
            form.show_stored(agreement.details)
            status = HTTPStatus.CONFLICT
        else:
            messages.success(request, _("The agreement is saved."))
            return redirect(_list(pk))
    elif form.errors:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    is_conflict = status == HTTPStatus.CONFLICT
    context = {**seen.frame(), "form": form, "agreement": agreement, "is_conflict": is_conflict}
    return render(request, "trajects/agreement.html", context, status=status)


@require_POST
@access.still_allowed()
def done(request: SignedInRequest, pk: int, agreement_pk: int) -> HttpResponse:
    """Done, or open again: the button says which."""
    agreement = access.agreement_for_ticking(request.user, pk, agreement_pk)
    tick_agreement(
        agreement=agreement, done=request.POST.get("done") == "yes", by=request.user, at=now()
    )
    return redirect(_list(pk))


@require_POST
@access.still_allowed()
def remove(request: SignedInRequest, pk: int, agreement_pk: int) -> HttpResponse:
    _seen, agreement = access.agreement_for_leading(request.user, pk, agreement_pk)
    remove_agreement(agreement=agreement, by=request.user)
    messages.success(request, _("The agreement is removed: %(what)s") % {"what": agreement.what})
    return redirect(_list(pk))


def _list(pk: int) -> str:
    return reverse("trajects:start", args=[pk]) + "#agreements"
