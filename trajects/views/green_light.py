"""The green light of the policy makers, and going on without it."""

from datetime import datetime
from http import HTTPStatus
from typing import NamedTuple

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions.green_light import go_on_without, record_decision
from trajects.errors import ChangedMeanwhile, StepNotReady
from trajects.forms.choice import DecisionForm, GoOnForm
from trajects.models import Traject
from trajects.queries.choices import has_chosen, newest_light, shown_of


class Forms(NamedTuple):
    decision: DecisionForm
    going_on: GoOnForm


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def green_light(request: SignedInRequest, pk: int) -> HttpResponse:
    """Everybody of the traject reads it; who leads writes a decision down, and only who moderates
    that the group goes on without one."""
    at = now()
    if request.method != "POST":
        seen = access.traject_for_reading(request.user, pk)
        return _page(request, seen, _forms(seen.traject, at), HTTPStatus.OK)
    if "reason" in request.POST:
        return _go_on(request, access.traject_for_moderating(request.user, pk), at)
    return _decide(request, access.traject_for_leading(request.user, pk), at)


def _decide(request: SignedInRequest, seen: access.Seen, at: datetime) -> HttpResponse:
    form = DecisionForm(request.POST, today=localdate(at), shown="")
    forms = _forms(seen.traject, at)._replace(decision=form)
    if not form.is_valid():
        return _page(request, seen, forms, HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        record_decision(traject=seen.traject, by=request.user, at=at, **form.cleaned_data)
    except ChangedMeanwhile:
        form.show_stored(shown_of(newest_light(seen.traject)))
        return _page(request, seen, forms, HTTPStatus.CONFLICT)
    except StepNotReady:
        return _nothing_chosen(request, seen.traject)
    return _kept(request, seen.traject)


def _go_on(request: SignedInRequest, seen: access.Seen, at: datetime) -> HttpResponse:
    form = GoOnForm(request.POST, shown="")
    forms = _forms(seen.traject, at)._replace(going_on=form)
    if not form.is_valid():
        return _page(request, seen, forms, HTTPStatus.UNPROCESSABLE_ENTITY)
    said = form.cleaned_data
    try:
        go_on_without(traject=seen.traject, on=localdate(at), by=request.user, at=at, **said)
    except ChangedMeanwhile:
        form.show_stored(shown_of(newest_light(seen.traject)))
        return _page(request, seen, forms, HTTPStatus.CONFLICT)
    except StepNotReady:
        return _nothing_chosen(request, seen.traject)
    return _kept(request, seen.traject)


def _forms(traject: Traject, at: datetime) -> Forms:
    shown = shown_of(newest_light(traject))
    return Forms(DecisionForm(today=localdate(at), shown=shown), GoOnForm(shown=shown))


def _page(
    request: SignedInRequest, seen: access.Seen, forms: Forms, status: HTTPStatus
) -> HttpResponse:
    lights = list(seen.traject.green_lights.select_related("recorded_by"))
    context = {
        "decision_form": forms.decision,
        "go_on_form": forms.going_on,
        "light": lights[0] if lights else None,
        "earlier": lights[1:],
        "has_chosen": has_chosen(seen.traject),
        "is_conflict": status == HTTPStatus.CONFLICT,
    }
    template = "trajects/themes/green_light.html"
    return render(request, template, {**seen.frame(), **context}, status=status)


def _kept(request: SignedInRequest, traject: Traject) -> HttpResponse:
    messages.success(request, _("The decision is written down."))
    return redirect("trajects:green_light", pk=traject.pk)


def _nothing_chosen(request: SignedInRequest, traject: Traject) -> HttpResponse:
    messages.info(request, _("Choose the themes first. Then the policy makers know what about."))
    return redirect("trajects:choice", pk=traject.pk)
