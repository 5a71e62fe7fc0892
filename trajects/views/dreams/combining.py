"""Dream images go together in one, or fall apart; and back."""

from collections.abc import Collection
from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions.dreams import combining as actions
from trajects.errors import DreamChanged
from trajects.forms.arranging import MergeForm, SplitDreamForm, read, seen
from trajects.forms.ticks import NUMBER
from trajects.models import DreamImage, Traject
from trajects.pages.arranging import cards_of, way_back
from trajects.pages.dream_refusals import REFUSALS, refuse, words_of

WRITE = ["GET", "HEAD", "POST"]
REFUSED = tuple(REFUSALS)


@require_http_methods(WRITE)
@access.still_allowed()
def merge_dreams(request: SignedInRequest, pk: int) -> HttpResponse:
    """Those of `?d=…` beside each other, with one text that holds them all."""
    found = access.traject_for_leading(request.user, pk)
    is_post = request.method == "POST"
    shown = read(request.POST.get("shown", "")) if is_post else {}
    dreams = _standing(found.traject, shown) if is_post else _asked(found.traject, request.GET)
    form = MergeForm(request.POST if is_post else None, dreams=dreams)
    back = way_back(found.traject, request.GET.get("thema", ""), [one.pk for one in dreams])
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    newer: set[int] = set()
    if form.is_valid():
        text = form.cleaned_data["text"]
        try:
            made = actions.merge_dreams(
                traject=found.traject, dreams=shown, text=text, by=request.user, at=now()
            )
        except REFUSED as refused:
            status = refuse(form, refused)
            if isinstance(refused, DreamChanged):
                newer = {one.pk for one in refused.stored}
            form.show_stored(seen(dreams))
        else:
            messages.success(request, _("They are one now. What it was made from is kept."))
            return redirect(f"{back}#d{made.pk}")
    own = {"form": form, "cards": cards_of(found.traject, dreams), "newer": newer, "back": back}
    return render(request, "trajects/dreams/merge.html", {**found.frame(), **own}, status=status)


def _asked(traject: Traject, query: QueryDict) -> list[DreamImage]:
    """What is no number of this traject, is not found."""
    numbers = set(query.getlist("d"))
    wanted = {int(number) for number in numbers if NUMBER.fullmatch(number)}
    if traject.dreams.filter(pk__in=wanted).count() < len(numbers):
        raise Http404
    return _standing(traject, wanted)


def _standing(traject: Traject, wanted: Collection[int]) -> list[DreamImage]:
    """Without what was taken back or left the list meanwhile: what was typed about the others
    stays."""
    return list(traject.dreams.standing().filter(pk__in=wanted).with_people())


@require_http_methods(WRITE)
@access.still_allowed()
def split_dream(request: SignedInRequest, pk: int, dream_pk: int) -> HttpResponse:
    """Two to five in its place."""
    found, dream = access.dream_for_leading(request.user, pk, dream_pk)
    form = SplitDreamForm(request.POST if request.method == "POST" else None, dream=dream)
    back = way_back(found.traject, request.GET.get("thema", ""), [dream.pk])
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    if form.is_valid():
        version = form.cleaned_data["version"]
        try:
            parts = actions.split_dream(
                dream=dream, texts=form.texts, version=version, by=request.user, at=now()
            )
        except REFUSED as refused:
            status = refuse(form, refused)
            form.show_version(dream.version)
        else:
            messages.success(request, _("It is split. What it was made from is kept."))
            return redirect(f"{back}#d{parts[0].pk}")
    (card,) = cards_of(found.traject, [dream])
    context = {**found.frame(), "form": form, "card": card, "back": back}
    return render(request, "trajects/dreams/split.html", context, status=status)


@require_POST
@access.still_allowed()
def undo_dream(request: SignedInRequest, pk: int, dream_pk: int) -> HttpResponse:
    """A merged one apart, a split one whole again."""
    found, dream = access.dream_for_leading(request.user, pk, dream_pk)
    back = way_back(found.traject, request.GET.get("thema", ""), [dream.pk])
    try:
        sources = actions.undo_dream(dream=dream, by=request.user)
    except REFUSED as refused:
        messages.warning(request, words_of(refused))
        return redirect(back)
    messages.success(request, _("As it was before. Stars given meanwhile went along."))
    return redirect(f"{back}#d{sources[0].pk}")
