"""Sends invitations for a request, with links to the site it came to, and says what came of it."""

from collections.abc import Callable, Iterable
from datetime import datetime

from allauth.core.internal import ratelimit
from django.contrib import messages
from django.urls import reverse

from accounts.actions.sending import send_invitations
from accounts.labels import held_words, not_again_words, sent_words, unsent_words
from accounts.models import Invitation
from accounts.requests import SignedInRequest

LIMITS_OF = "allauth.account"


def send_and_say(
    request: SignedInRequest, invitations: Iterable[Invitation], *, at: datetime
) -> bool:
    """False when there is nothing to say: all were answered meanwhile. Raises NoLongerCoordinator.

    What goes over the limits on mails is not tried. While no mail leaves, nothing counts.
    """

    def link(token: str) -> str:
        return request.build_absolute_uri(reverse("accounts:invitation", args=[token]))

    allowed, usages, held = _within_limits(request, invitations)
    sending = send_invitations(invitations=allowed, by=request.user, at=at, link=link)
    if not sending.sent:
        for usage in usages:
            usage.rollback()
    came_of_it: tuple[tuple[int, Callable[[int], str], int], ...] = (
        (sending.sent, sent_words, messages.SUCCESS),
        (sending.unsent, unsent_words, messages.WARNING),
        (sending.not_again, not_again_words, messages.WARNING),
        (held, held_words, messages.WARNING),
    )
    for number, words, level in came_of_it:
        if number:
            messages.add_message(request, level, words(number))
    return any(number for number, _words, _level in came_of_it)


def _within_limits(
    request: SignedInRequest, invitations: Iterable[Invitation]
) -> tuple[list[Invitation], list[ratelimit.RateLimitUsage], int]:
    """Those that may be mailed, what that takes of the limits, and how many must wait."""
    allowed: list[Invitation] = []
    usages: list[ratelimit.RateLimitUsage] = []
    held = 0
    for invitation in invitations:
        taken = take_of_limits(request, invitation.organisation_id, invitation.email)
        if taken:
            allowed.append(invitation)
            usages.extend(taken)
        else:
            held += 1
    return allowed, usages, held


def take_of_limits(
    request: SignedInRequest, organisation_pk: int, email: str
) -> tuple[ratelimit.RateLimitUsage, ...]:
    """Of the limits on mails, for one; empty when one is reached. By address: who is withdrawn and
    asked anew counts on."""
    organisation = f"organisation {organisation_pk}"
    address = f"{organisation} {email}"
    first = ratelimit.consume(request, app=LIMITS_OF, action="invitation", key=address)
    if not first:
        return ()
    second = ratelimit.consume(
        request, app=LIMITS_OF, action="invitation_organisation", key=organisation
    )
    if not second:
        first.rollback()
        return ()
    return first, second
