from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.models import User

SELF_EVIDENT_MESSAGES = ("account/messages/logged_in.txt", "account/messages/logged_out.txt")


def display_name(user: User) -> str:
    return user.name


class ClosedAdapter(DefaultAccountAdapter):
    """Nobody signs up: people are added by their organisation or an administrator."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("This e-mail address and this password do not match."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

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
