"""A phone in a session: by code to a seat, and from then on what its owner does now."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.models import User
from trajects.actions.taking_seats import take_seat as take
from trajects.cookies.seat import keep_token, token_for
from trajects.doors.phone import Phone, phone_of, phone_page
from trajects.errors import CodeUnusable, NameTaken, SessionOver, TooManyWaiting
from trajects.forms.phone import CodeForm, SeatForm
from trajects.forms.phone_dream import phone_dream_form
from trajects.pages.phone import Doing, phone_page_of
from trajects.queries.standing import standing_of


@phone_page
@require_http_methods(["GET", "HEAD", "POST"])
def enter_code(request: HttpRequest) -> HttpResponse:
    form = CodeForm(request.POST if request.method == "POST" else None)
    status = HTTPStatus.OK
    if form.is_valid():
        try:
            phone = phone_of(request, form.cleaned_data["code"], at=now())
        except CodeUnusable:
            form.add_error(
                "code", _("No session has this code now. Look once more at what the screen says.")
            )
        else:
            return redirect("trajects:phone", phone.session.code)
    if form.errors:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    return render(request, "trajects/voting/enter_code.html", {"form": form}, status=status)


@phone_page
@require_safe
def phone(request: HttpRequest, code: str) -> HttpResponse:
    """What there is to do now."""
    found = phone_of(request, code, at=now())
    return _shown(request, found, _form(request, found))


@phone_page
@require_http_methods(["GET", "HEAD", "POST"])
def take_seat(request: HttpRequest, code: str) -> HttpResponse:
    """Who comes here by the bar of the browser, after a mistake, is sent to the page itself."""
    if request.method != "POST":
        return redirect("trajects:phone", code)
    at = now()
    found = phone_of(request, code, at=at)
    form, token = _form(request, found), token_for(request)
    if not form.is_valid():
        return _shown(request, found, form)
    member = _member(request, found)
    try:
        seat = take(
            session=found.session,
            user=member,
            token=token,
            name=form.cleaned_data.get("name", ""),
            observes=form.cleaned_data["observes"],
            at=at,
        )
    except SessionOver:
        return redirect("trajects:phone", found.session.code)
    except NameTaken:
        form.add_error("name", _taken())
        return _shown(request, found, form)
    except TooManyWaiting:
        form.add_error(None, _("Many people wait already. Ask the moderator to let them in first."))
        return _shown(request, found, form)
    response = redirect("trajects:phone", found.session.code)
    if seat.user_id is None:
        keep_token(response, token)
    return response


def _shown(request: HttpRequest, found: Phone, form: SeatForm) -> HttpResponse:
    page = phone_page_of(found, at=now())
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    shown = phone_dream_form(found) if page.doing == Doing.DREAM else form
    context = {**found.frame(), "page": page, "form": shown, "is_asking": page.doing == Doing.ASK}
    return render(request, "trajects/voting/phone.html", context, status=status)


def _form(request: HttpRequest, found: Phone) -> SeatForm:
    known = request.user.name if isinstance(request.user, User) else ""
    return SeatForm(
        request.POST if request.method == "POST" else None,
        action=reverse("trajects:take_seat", args=[found.session.code]),
        by_account=_member(request, found) is not None,
        has_rounds=found.session.about.has_rounds,
        initial={"name": found.seat.name if found.seat else known},
    )


def _member(request: HttpRequest, found: Phone) -> User | None:
    """Whose account is in the lead group of this traject: they are let in at once."""
    user = request.user
    if isinstance(user, User) and standing_of(user, found.traject).is_in_lead_group:
        return user
    return None


def _taken() -> str:
    return _(
        "Somebody is in under this name already. Is that you, on another device? Then add a digit "
        "to your name and tell the moderator: you get your own seat back."
    )
