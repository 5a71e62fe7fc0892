"""Dream images on a phone in a session: writing them, and giving stars."""

from datetime import datetime
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from trajects.actions.dreams.starring import star, unstar
from trajects.doors.dreaming import REFUSED, keep, refuse, to_one_page, words_of
from trajects.doors.phone import phone_of, phone_page
from trajects.doors.pictures import picture_response
from trajects.errors import NoLongerAllowed, TrajectGone
from trajects.forms.phone_dream import phone_dream_form, say_no_place
from trajects.models import DreamImage
from trajects.pages.phone import Doing, PhonePage, phone_page_of


@phone_page
@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(["GET", "HEAD", "POST"])
def phone_dreams(request: HttpRequest, code: str) -> HttpResponse:
    """The form, whatever the stage: who still writes while the group goes on loses nothing. The
    answer to what came without a name never depends on it."""
    at = now()
    page = _page(request, code, at)
    if request.method != "POST":
        if page.writer is None:
            return redirect("trajects:phone", code)
        return _form(request, page)
    form = phone_dream_form(page.phone, request.POST, request.FILES)
    if page.writer is None:
        say_no_place(form)
        return _form(request, page, form, HTTPStatus.CONFLICT)
    if not form.is_valid():
        return _form(request, page, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        keep(
            form.entry,
            nameless=form.is_nameless,
            traject=page.phone.traject,
            writer=page.writer,
            at=at,
        )
    except REFUSED as refused:
        return _form(request, page, form, refuse(form, refused))
    except (NoLongerAllowed, TrajectGone):
        say_no_place(form)
        return _form(request, page, form, HTTPStatus.CONFLICT)
    return to_one_page("trajects:phone_dream_sent", code)


@phone_page
@require_safe
def phone_dream_sent(request: HttpRequest, code: str) -> HttpResponse:
    """One page, whatever was sent, with a name or without."""
    page = _page(request, code, now())
    if page.writer is None:
        return redirect("trajects:phone", code)
    return render(request, "trajects/dreams/phone_sent.html", {**page.phone.frame(), "page": page})


@phone_page
@require_POST
def phone_star_dream(request: HttpRequest, code: str, dream_pk: int) -> HttpResponse:
    """A star given or taken back; refused, the gallery says why."""
    at = now()
    page = _page(request, code, at)
    if page.writer is None or page.doing is not Doing.STAR:
        return redirect("trajects:phone", code)
    dream = get_object_or_404(page.phone.traject.dreams, pk=dream_pk)
    give = star if request.POST.get("on") == "1" else unstar
    try:
        give(dream=dream, writer=page.writer, at=at)
    except REFUSED as refused:
        context = {**page.phone.frame(), "page": page, "refused": words_of(refused)}
        template = "trajects/voting/phone.html"
        return render(request, template, context, status=HTTPStatus.CONFLICT)
    except (NoLongerAllowed, TrajectGone):
        return redirect("trajects:phone", code)
    return redirect(f"{reverse('trajects:phone', args=[code])}#d{dream.pk}")


@phone_page
@require_safe
def phone_dream_picture(request: HttpRequest, code: str, dream_pk: int) -> HttpResponse:
    """While the group looks at the gallery; for all others there is none."""
    page = _page(request, code, now())
    if page.doing is not Doing.STAR:
        raise Http404
    standing = DreamImage.objects.standing().filter(traject=page.phone.traject)
    return picture_response(get_object_or_404(standing, pk=dream_pk))


def _page(request: HttpRequest, code: str, at: datetime) -> PhonePage:
    """Of a session about dream images; any other has none of these pages."""
    page = phone_page_of(phone_of(request, code, at=at), at=at)
    if not page.is_about_dreams:
        raise Http404
    return page


def _form(
    request: HttpRequest, page: PhonePage, form: object = None, status: int = HTTPStatus.OK
) -> HttpResponse:
    context = {**page.phone.frame(), "page": page, "form": form or phone_dream_form(page.phone)}
    return render(request, "trajects/dreams/phone_write.html", context, status=status)
