"""Sends a personal link for a request, to the site it came to, and says what came of it."""

from datetime import datetime

from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.actions.sending import Outcome
from accounts.mailing import take_of_limits
from accounts.requests import SignedInRequest
from trajects.actions.links import send_link
from trajects.models import LinkState, Participant, PersonalLink


def send_and_say(request: SignedInRequest, participant: Participant, *, at: datetime) -> None:
    """What goes over the limits on mails is not tried; a mail that did not leave does not count.
    Raises NoLongerAllowed, TrajectGone."""

    def link(token: str) -> str:
        return request.build_absolute_uri(reverse("trajects:take_part", args=[token]))

    organisation_pk = participant.traject.organisation_id
    usages = take_of_limits(request, organisation_pk, participant.email)
    if not usages:
        messages.warning(request, _held())
        return
    outcome = send_link(participant=participant, by=request.user, at=at, link=link)
    if outcome != Outcome.SENT:
        for usage in usages:
            usage.rollback()
    _say(request, outcome, participant, at)


def _say(
    request: SignedInRequest, outcome: Outcome, participant: Participant, at: datetime
) -> None:
    name = {"name": participant.called}
    if outcome == Outcome.SENT:
        messages.success(request, _("%(name)s gets a mail with a personal link.") % name)
    elif outcome == Outcome.SKIPPED:
        words = _(
            "Nothing was sent to %(name)s: something changed meanwhile, or the traject ended."
        )
        messages.info(request, words % name)
    elif _still_works(participant, at):
        words = _(
            "The mail server did not take the mail to %(name)s. The link that was sent before "
            "still works."
        )
        messages.warning(request, words % name)
    else:
        words = _(
            "%(name)s is on the list, but has no link yet: the mail server did not take the mail. "
            "Send it again in a moment."
        )
        messages.warning(request, words % name)


def _still_works(participant: Participant, at: datetime) -> bool:
    """As it is stored now: only this tells whether an earlier link works."""
    stored = PersonalLink.objects.filter(participant=participant.pk).first()
    return stored is not None and stored.state(at=at) in (LinkState.SENT, LinkState.OPENED)


def _held() -> str:
    return _(
        "No mail is sent now: there were many already, to this address or in all. Nothing was "
        "lost. Try again in an hour, or tomorrow."
    )
