"""The pages of allauth, answering as the house does: 422 to a form with mistakes, 503
when the mail that was asked for could not leave."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from allauth.account import views
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.response import TemplateResponse

from accounts.errors import MailNotSent
from accounts.models import User
from accounts.sign_in_limits import trust_browser

View = Callable[..., HttpResponse]


def refusing_mistakes(view: View) -> View:
    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if isinstance(response, TemplateResponse) and _has_mistakes(response.context_data or {}):
            response.status_code = HTTPStatus.UNPROCESSABLE_ENTITY
        return response

    return answered


def _has_mistakes(context: dict[str, Any]) -> bool:
    """A page that says that its link is too old has a form too, which nobody sees."""
    return "form" in context and "token_fail" not in context and bool(context["form"].errors)


def saying_when_no_mail_left(view: View) -> View:
    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except MailNotSent:
            status = HTTPStatus.SERVICE_UNAVAILABLE
            return render(request, "account/mail_not_sent.html", status=status)

    return answered


def keeping_trust(view: View) -> View:
    """The cookie of a known browser ends with the password: the owner's own gets a new one."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if response.status_code == HTTPStatus.FOUND and isinstance(request.user, User):
            trust_browser(request, response, request.user)
        return response

    return answered


login = refusing_mistakes(views.login)
password_change = keeping_trust(refusing_mistakes(views.password_change))
password_reset = saying_when_no_mail_left(refusing_mistakes(views.password_reset))
password_reset_from_key = refusing_mistakes(views.password_reset_from_key)
