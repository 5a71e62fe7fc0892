"""What a step is, and saying that it is done."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions.steps import complete_step, reopen_step
from trajects.errors import StepNotReady
from trajects.labels import KEYS_BY_SLUG, STEP_NAMES
from trajects.pages.road import step_page
from trajects.steps import STEPS, Key


@require_safe
def step(request: SignedInRequest, pk: int, slug: str) -> HttpResponse:
    """What, why, how and tips."""
    seen = access.traject_for_reading(request.user, pk)
    page = step_page(
        seen.traject, _key(slug), standing=seen.standing, language=get_language() or "nl"
    )
    context = {**seen.frame(), "page": page, "stop": page.stop, "last": len(STEPS)}
    return render(request, "trajects/step.html", context)


@require_POST
@access.still_allowed()
def complete(request: SignedInRequest, pk: int, slug: str) -> HttpResponse:
    seen, key = access.traject_for_leading(request.user, pk), _key(slug)
    try:
        complete_step(traject=seen.traject, key=key, by=request.user, at=now())
    except StepNotReady:
        messages.error(request, _("This step cannot be closed yet. Below stands what is missing."))
        return redirect("trajects:step", pk=pk, slug=slug)
    messages.success(request, _("The step “%(step)s” is done.") % {"step": STEP_NAMES[key]})
    return redirect("trajects:road", pk=pk)


@require_POST
@access.still_allowed()
def reopen(request: SignedInRequest, pk: int, slug: str) -> HttpResponse:
    seen, key = access.traject_for_leading(request.user, pk), _key(slug)
    try:
        reopen_step(traject=seen.traject, key=key, by=request.user)
    except StepNotReady:
        messages.error(request, _("A later step rests on this one. Open that one again first."))
    else:
        words = _("The step “%(step)s” is open again.") % {"step": STEP_NAMES[key]}
        messages.success(request, words)
    return redirect("trajects:step", pk=pk, slug=slug)


def _key(slug: str) -> Key:
    if slug not in KEYS_BY_SLUG:
        raise Http404
    return KEYS_BY_SLUG[slug]
