import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from django.conf import settings
from django.contrib.auth import authenticate
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from accounts.actions.sessions import forget_session, forget_what_is_over, note_day
from accounts.actions.users import choose_language
from accounts.addresses import as_stored
from accounts.cookies import set_language_cookie
from accounts.errors import MailNotSent
from accounts.models import User
from accounts.session_limits import begin
from accounts.sign_in_limits import take_a_try, trust_browser

logger = logging.getLogger(__name__)

# What stands for the address of a visitor over a Unix socket without proxy headers.
NO_ADDRESS = "0.0.0.0"  # noqa: S104 - nothing listens here
SELF_EVIDENT_MESSAGES = ("account/messages/logged_in.txt", "account/messages/logged_out.txt")


def display_name(user: User) -> str:
    return user.name


class ClosedAdapter(DefaultAccountAdapter):
    """Nobody signs up: people are added by their organisation or an administrator."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("This e-mail address and this password do not match."),
        "enter_current_password": _("This is not your current password."),
        "too_many_login_attempts": _(
            "This went wrong too often. Wait five minutes, or ask for a link to choose a new "
            "password: that lets you in at once."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        """A right password of somebody who was deactivated counts as a wrong one, everywhere: that
        of allauth leads to a page that says so."""
        credentials["email"] = as_stored(credentials["email"])
        taken = take_a_try(request, email=credentials["email"])
        if not taken:
            raise self.validation_error("too_many_login_attempts")
        user = authenticate(request, **credentials)
        AuthenticationBackend.unstash_authenticated_user()
        if user:
            taken.rollback()
        return user

    def post_login(self, request: HttpRequest, user: User, **login: Any) -> HttpResponse:
        """From here on this browser knows its person, and both speak one language: that of the
        browser if somebody chose it there."""
        response = super().post_login(request, user, **login)
        at = now()
        begin(request.session, at=at)
        note_day(user=user, at=at)
        forget_what_is_over(at=at)
        trust_browser(request, response, user)
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        if chosen in dict(settings.LANGUAGES):
            choose_language(user=user, language=chosen)
        elif user.language != settings.LANGUAGE_CODE:
            set_language_cookie(response, user.language)
        return response

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Raises MailNotSent, for a known and an unknown address alike."""
        try:
            super().send_mail(template_prefix, email, context)
        # Each SMTPException is an OSError; an address that no header can hold gives a ValueError.
        except (OSError, ValueError) as error:
            logger.warning("A mail was not sent: %s", type(error).__name__)
            raise MailNotSent from error

    def get_client_ip(self, request: HttpRequest) -> str:
        """That of allauth refuses who has no address, signed in or not."""
        try:
            return str(super().get_client_ip(request))
        except PermissionDenied:
            return NO_ADDRESS

    def logout(self, request: HttpRequest) -> None:
        key = request.session.session_key
        super().logout(request)
        forget_session(session_key=key)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("accounts:profile")

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        *args: Any,
        **kwargs: Any,
    ) -> None:
        """Says nothing on signing in or out: the page itself shows that."""
        if message_template not in SELF_EVIDENT_MESSAGES:
            super().add_message(request, level, message_template, *args, **kwargs)
