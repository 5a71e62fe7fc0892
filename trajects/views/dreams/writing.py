"""A dream image of who has an account: written, changed and taken back."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.requests import SignedInRequest
from trajects import access
from trajects.actions.dreams.writing import change_dream
from trajects.actions.dreams.writing import withdraw_dream as withdraw
from trajects.doors.dreaming import REFUSED, keep, refuse, to_one_page, words_of
from trajects.errors import DreamChanged
from trajects.forms.dreams import DreamForm, initial_of
from trajects.models.writer import Writer
from trajects.pages.dream_writing import writing_page
from trajects.queries.dreams import chosen_themes

WRITE = ["GET", "HEAD", "POST"]


@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(WRITE)
@access.still_allowed()
def write_dream(request: SignedInRequest, pk: int) -> HttpResponse:
    """`thema` names a theme and `stelling` a statement of the scan to start from."""
    seen = access.traject_for_dreaming(request.user, pk)
    at = now()
    page = writing_page(
        seen.traject,
        standing=seen.standing,
        theme=request.GET.get("thema", ""),
        code=request.GET.get("stelling", ""),
        at=at,
    )
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = DreamForm(
        *sent, themes=chosen_themes(seen.traject), initial=page.initial, button=_("Send")
    )
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    if form.is_valid():
        nameless, entry = form.is_nameless, page.with_code(form.entry)
        writer = Writer(user=request.user)
        try:
            keep(entry, nameless=nameless, traject=seen.traject, writer=writer, at=at)
        except REFUSED as refused:
            status = refuse(form, refused)
        else:
            if nameless:
                return to_one_page("trajects:dream_sent", pk)
            messages.success(request, _("Your dream image is sent."))
            return redirect("trajects:dreams", pk)
    context = {**seen.frame(), "form": form, "writing": page}
    return render(request, "trajects/dreams/write.html", context, status=status)


@require_safe
def dream_sent(request: SignedInRequest, pk: int) -> HttpResponse:
    """One page, whatever was written without a name."""
    seen = access.traject_for_dreaming(request.user, pk)
    return render(request, "trajects/dreams/sent.html", seen.frame())


@require_http_methods(WRITE)
@access.still_allowed()
def edit_dream(request: SignedInRequest, pk: int, dream_pk: int) -> HttpResponse:
    """A page that is older than what is stored shows both, and what was typed stays."""
    seen, found = access.dream_for_changing(request.user, pk, dream_pk)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = DreamForm(
        *sent,
        themes=chosen_themes(seen.traject),
        dream=found,
        initial=initial_of(found),
        button=_("Save the changes"),
    )
    context = {**seen.frame(), "form": form, "dream": found}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    if form.is_valid():
        try:
            change_dream(
                dream=found,
                writer=Writer(user=request.user),
                entry=form.entry,
                version=form.seen_version,
                at=now(),
            )
        except DreamChanged as changed:
            form.show_version(changed.stored.version)
            context["stored"], status = changed.stored, HTTPStatus.CONFLICT
        except REFUSED as refused:
            status = refuse(form, refused)
        else:
            messages.success(request, _("The changes are saved."))
            return redirect("trajects:dream", pk, dream_pk)
    return render(request, "trajects/dreams/edit.html", context, status=status)


@require_POST
@access.still_allowed()
def withdraw_dream(request: SignedInRequest, pk: int, dream_pk: int) -> HttpResponse:
    _seen, found = access.dream_for_changing(request.user, pk, dream_pk)
    try:
        withdraw(dream=found, writer=Writer(user=request.user), at=now())
    except REFUSED as refused:
        messages.warning(request, words_of(refused))
        return redirect("trajects:dream", pk, dream_pk)
    messages.success(request, _("Your dream image is taken back. Nothing of it is left."))
    return redirect("trajects:dreams", pk)
