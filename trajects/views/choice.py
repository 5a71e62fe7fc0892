"""The choice of the themes, with the reasons."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions.choice import write_choice
from trajects.errors import ChangedMeanwhile, RoundOpen
from trajects.forms.choice import ChoiceForm
from trajects.pages.choice import choice_page

PAGE = "trajects/themes/choice.html"


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def choice(request: SignedInRequest, pk: int) -> HttpResponse:
    """Everybody of the traject reads it; who leads writes it down."""
    if request.method == "POST":
        return _write(request, access.traject_for_leading(request.user, pk))
    seen = access.traject_for_reading(request.user, pk)
    page = choice_page(seen.traject)
    is_open = not page.is_written or bool(page.unsaid) or "wijzigen" in request.GET
    form = ChoiceForm(page=page) if seen.standing.may_lead and is_open else None
    return render(request, PAGE, {**seen.frame(), "choice": page, "form": form})


def _write(request: SignedInRequest, seen: access.Seen) -> HttpResponse:
    """Refuses to store over what a colleague changed meanwhile; what was typed stays."""
    form = ChoiceForm(request.POST, page=choice_page(seen.traject))
    if form.is_valid():
        try:
            write_choice(
                traject=seen.traject,
                decided=form.decided,
                shown=form.cleaned_data["shown"],
                by=request.user,
                at=now(),
            )
        except RoundOpen:
            messages.warning(request, _("People are voting now. Close that round first."))
        except ChangedMeanwhile:
            return _conflict(request, seen)
        else:
            messages.success(request, _("The choice is written down."))
            return redirect("trajects:choice", pk=seen.traject.pk)
        return _again(request, seen, form, HTTPStatus.CONFLICT)
    if form.is_stale:
        return _conflict(request, seen)
    return _again(request, seen, form, HTTPStatus.UNPROCESSABLE_ENTITY)


def _conflict(request: SignedInRequest, seen: access.Seen) -> HttpResponse:
    """With the candidates and the choice as they are now; sent again, it replaces that."""
    form = ChoiceForm(request.POST, page=choice_page(seen.traject))
    form.show_stored(form.page.fingerprint)
    return _again(request, seen, form, HTTPStatus.CONFLICT, is_conflict=True)


def _again(
    request: SignedInRequest,
    seen: access.Seen,
    form: ChoiceForm,
    status: int,
    *,
    is_conflict: bool = False,
) -> HttpResponse:
    context = {"choice": form.page, "form": form, "is_conflict": is_conflict}
    return render(request, PAGE, {**seen.frame(), **context}, status=status)
