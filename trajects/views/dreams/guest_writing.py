"""What who comes by a personal link writes as a dream image, and changes."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from trajects import access
from trajects.actions.dreams.writing import change_dream
from trajects.doors.dreaming import REFUSED, keep, refuse, to_one_page
from trajects.doors.guest import guest_frame, guest_page
from trajects.errors import DreamChanged
from trajects.forms.dreams import DreamForm, initial_of
from trajects.models.writer import Writer
from trajects.pages.dream_writing import writing_page
from trajects.queries.dreams import chosen_themes

WRITE = ["GET", "HEAD", "POST"]


@guest_page
@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(WRITE)
@access.still_allowed()
def guest_write_dream(request: HttpRequest, token: str) -> HttpResponse:
    at = now()
    guest = access.guest_for_dreaming(token, at=at)
    page = writing_page(guest.traject, theme=request.GET.get("thema", ""), at=at)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = DreamForm(
        *sent, themes=chosen_themes(guest.traject), initial=page.initial, button=_("Send")
    )
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    if form.is_valid():
        nameless, writer = form.is_nameless, Writer(guest=guest)
        try:
            keep(form.entry, nameless=nameless, traject=guest.traject, writer=writer, at=at)
        except REFUSED as refused:
            status = refuse(form, refused)
        else:
            if nameless:
                return to_one_page("trajects:guest_dream_sent", token)
            messages.success(request, _("Your dream image is sent."))
            return redirect("trajects:guest_dreams", token)
    context = {**guest_frame(guest, token), "form": form, "writing": page}
    return render(request, "trajects/dreams/guest_write.html", context, status=status)


@guest_page
@require_safe
def guest_dream_sent(request: HttpRequest, token: str) -> HttpResponse:
    """One page, whatever was written without a name."""
    guest = access.guest_for_dreaming(token, at=now())
    return render(request, "trajects/dreams/guest_sent.html", guest_frame(guest, token))


@guest_page
@require_http_methods(WRITE)
@access.still_allowed()
def guest_edit_dream(request: HttpRequest, token: str, dream_pk: int) -> HttpResponse:
    """One of their own. A page that is older than what is stored shows both."""
    at = now()
    guest = access.guest_for_dreaming(token, at=at)
    found = access.dream_of_guest(guest, dream_pk)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = DreamForm(
        *sent,
        themes=chosen_themes(guest.traject),
        dream=found,
        initial=initial_of(found),
        button=_("Save the changes"),
    )
    context = {**guest_frame(guest, token), "form": form, "dream": found}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    if form.is_valid():
        entry, writer = form.entry, Writer(guest=guest)
        try:
            change_dream(dream=found, writer=writer, entry=entry, version=form.seen_version, at=at)
        except DreamChanged as changed:
            form.show_version(changed.stored.version)
            context["stored"], status = changed.stored, HTTPStatus.CONFLICT
        except REFUSED as refused:
            status = refuse(form, refused)
        else:
            messages.success(request, _("The changes are saved."))
            return redirect("trajects:guest_dreams", token)
    return render(request, "trajects/dreams/guest_edit.html", context, status=status)
