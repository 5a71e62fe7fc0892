"""Asks people to a meeting for a request, and says what came of it."""

from datetime import datetime

from allauth.core.internal.ratelimit import RateLimitUsage
from django.contrib import messages
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.mailing import take_of_limits
from accounts.requests import SignedInRequest
from trajects.actions.notices import Letter, send_notices
from trajects.models import Meeting, Traject
from trajects.queries.meetings import Callee, callees_of


def call_and_say(
    request: SignedInRequest, traject: Traject, meeting: Meeting, *, at: datetime
) -> None:
    """Mails who does not have the invitation as it is now. Raises NoLongerAllowed, TrajectGone.

    What goes over the limits on mails is not tried. While no mail leaves, nothing counts.
    """
    asked = callees_of(meeting, traject).to_ask
    if not asked:
        messages.info(request, _("Everybody has the invitation already."))
        return
    letter = Letter(
        meeting=meeting,
        by=request.user,
        at=at,
        link=request.build_absolute_uri(meeting.get_absolute_url()),
        language=request.user.language,
    )
    allowed, usages = _within_limits(request, traject, asked)
    came_of_it = send_notices(callees=allowed, letter=letter)
    if not came_of_it.sent:
        for usage in usages:
            usage.rollback()
    _say(request, came_of_it.sent, came_of_it.unsent, len(asked) - len(allowed))


def _within_limits(
    request: SignedInRequest, traject: Traject, asked: tuple[Callee, ...]
) -> tuple[list[Callee], list[RateLimitUsage]]:
    allowed: list[Callee] = []
    usages: list[RateLimitUsage] = []
    for callee in asked:
        taken = take_of_limits(request, traject.organisation_id, callee.participant.address)
        if taken:
            allowed.append(callee)
            usages.extend(taken)
    return allowed, usages


def _say(request: SignedInRequest, sent: int, unsent: int, held: int) -> None:
    if sent:
        words = ngettext("%(number)d invitation is sent.", "%(number)d invitations are sent.", sent)
        messages.success(request, words % {"number": sent})
    if unsent:
        words = ngettext(
            "%(number)d invitation could not be sent. It is kept: send it again in a while.",
            "%(number)d invitations could not be sent. They are kept: send them again in a while.",
            unsent,
        )
        messages.warning(request, words % {"number": unsent})
    if held:
        words = ngettext(
            "%(number)d invitation waits: this address got several mails in a short time. Try "
            "again in an hour.",
            "%(number)d invitations wait: these addresses got several mails in a short time. Try "
            "again in an hour.",
            held,
        )
        messages.warning(request, words % {"number": held})
