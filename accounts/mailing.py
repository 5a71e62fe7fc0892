"""Sends invitations for a request, with links to the site it came to, and says what came of it."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib import messages
from django.urls import reverse

from accounts.actions.sending import Sending, send_invitations
from accounts.labels import sent_words, unsent_words
from accounts.models import Invitation
from accounts.requests import SignedInRequest


def send_and_say(
    request: SignedInRequest, invitations: Iterable[Invitation], *, at: datetime
) -> Sending:
    def link(token: str) -> str:
        return request.build_absolute_uri(reverse("accounts:invitation", args=[token]))

    sending = send_invitations(invitations=invitations, at=at, link=link)
    if sending.sent:
        messages.success(request, sent_words(sending.sent))
    if sending.unsent:
        messages.warning(request, unsent_words(sending.unsent))
    return sending
