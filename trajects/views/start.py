"""The start: what one sends to colleagues, and who collects what by when."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import SignedInRequest
from trajects import access
from trajects.access import Seen
from trajects.actions.agreements import (
    add_agreement,
    change_agreement,
    remove_agreement,
    tick_agreement,
)
from trajects.forms.agreements import AgreementForm
from trajects.queries.agreements import agreement_lines
from trajects.road_page import step_page
from trajects.steps import Key


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def start(request: SignedInRequest, pk: int) -> HttpResponse:
    """Who sees the traject reads; a post adds an agreement and takes the right to lead."""
    if request.method != "POST":
        return _start_page(request, access.traject_for_reading(request.user, pk))
    seen = access.traject_for_leading(request.user, pk)
    form = _form(seen, request)
    if not form.is_valid():
        return _start_page(request, seen, form)
    add_agreement(traject=seen.traject, by=request.user, **form.cleaned_data)
    messages.success(request, _("The agreement is kept."))
    return redirect(_list(pk))


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def edit_agreement(request: SignedInRequest, pk: int, agreement_pk: int) -> HttpResponse:
    seen, agreement = access.agreement_for_leading(request.user, pk, agreement_pk)
    stored = {"what": agreement.what, "who": agreement.who_id, "due_on": agreement.due_on}
    form = AgreementForm(
        request.POST if request.method == "POST" else None,
        traject=seen.traject,
        initial=stored,
        button=_("Save the agreement"),
    )
    if form.is_valid():
        change_agreement(agreement=agreement, by=request.user, **form.cleaned_data)
        messages.success(request, _("The agreement is saved."))
        return redirect(_list(pk))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    context = {**seen.frame(), "form": form, "agreement": agreement}
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


def _start_page(
    request: SignedInRequest, seen: Seen, form: AgreementForm | None = None
) -> HttpResponse:
    traject = seen.traject
    lines = agreement_lines(traject, user=request.user, standing=seen.standing, on=localdate())
    context = {
        **seen.frame(),
        "page": step_page(
            traject, Key.START, standing=seen.standing, language=get_language() or "nl"
        ),
        "lines": lines,
        "form": form or (_form(seen) if seen.standing.may_lead else None),
        "mvo_url": request.build_absolute_uri(reverse("mvo")),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form else HTTPStatus.OK
    return render(request, "trajects/start.html", context, status=status)


def _form(seen: Seen, request: SignedInRequest | None = None) -> AgreementForm:
    data = request.POST if request else None
    return AgreementForm(data, traject=seen.traject, button=_("Add the agreement"))


def _list(pk: int) -> str:
    return reverse("trajects:start", args=[pk]) + "#agreements"
