"""A dream image that the group does not go on with, and back."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions.dreams import leaving_out as actions
from trajects.forms.arranging import LeaveOutDreamForm
from trajects.pages.arranging import cards_of, way_back
from trajects.pages.dream_refusals import REFUSALS, refuse, words_of

REFUSED = tuple(REFUSALS)


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def leave_out_dream(request: SignedInRequest, pk: int, dream_pk: int) -> HttpResponse:
    seen, dream = access.dream_for_leading(request.user, pk, dream_pk)
    form = LeaveOutDreamForm(request.POST if request.method == "POST" else None)
    back = way_back(seen.traject, request.GET.get("thema", ""), [dream.pk])
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    if form.is_valid():
        because = form.cleaned_data["because"]
        try:
            actions.leave_out_dream(dream=dream, because=because, by=request.user, at=now())
        except REFUSED as refused:
            status = refuse(form, refused)
        else:
            messages.success(request, _("It is left out. You find it below the list."))
            return redirect(back)
    (card,) = cards_of(seen.traject, [dream])
    context = {**seen.frame(), "form": form, "card": card, "back": back}
    return render(request, "trajects/dreams/leave_out.html", context, status=status)


@require_POST
@access.still_allowed()
def bring_back_dream(request: SignedInRequest, pk: int, dream_pk: int) -> HttpResponse:
    seen, dream = access.dream_for_leading(request.user, pk, dream_pk)
    back = way_back(seen.traject, request.GET.get("thema", ""), [dream.pk])
    try:
        actions.bring_back_dream(dream=dream, by=request.user)
    except REFUSED as refused:
        messages.warning(request, words_of(refused))
        return redirect(back)
    messages.success(request, _("The dream image is back in the list."))
    return redirect(f"{back}#d{dream.pk}")
