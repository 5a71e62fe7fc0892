"""The start: what one sends to colleagues, and who collects what by when."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import SignedInRequest
from trajects import access
from trajects.access import Seen
from trajects.actions.agreements import add_agreement
from trajects.forms.agreements import AgreementForm
from trajects.pages.road import step_page
from trajects.queries.agreements import agreement_lines
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
