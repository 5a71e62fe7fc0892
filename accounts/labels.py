"""Words for what is stored as a code."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.models import Role

# What each role may do, one sentence each, in the order from most to least.
ROLE_MEANINGS: dict[Role, Promise] = {
    Role.COORDINATOR: _(
        "Starts and finishes scans, fills them in, and manages people and details."
    ),
    Role.CONTRIBUTOR: _("Fills in the scans together with colleagues and reads every result."),
    Role.READER: _("Reads the result once a scan is finished, and changes nothing."),
}

LAST_COORDINATOR = _(
    "Every organisation keeps at least one MVO coordinator. First make somebody else coordinator."
)


def sent_words(number: int) -> str:
    """How many invitations left."""
    return ngettext(
        "%(number)d invitation is sent.", "%(number)d invitations are sent.", number
    ) % {"number": number}


def not_again_words(number: int) -> str:
    """How many could not be sent once more, while the earlier link works."""
    return ngettext(
        "%(number)d invitation could not be sent again: the mail server did not take it. The link "
        "that was sent before still works.",
        "%(number)d invitations could not be sent again: the mail server did not take them. The "
        "links that were sent before still work.",
        number,
    ) % {"number": number}


def held_words(number: int) -> str:
    """How many were not even tried, because of the limits on mails."""
    return ngettext(
        "%(number)d invitation is not sent now: there were many mails already, to this address or "
        "in all. Nothing was lost. Try again in an hour, or tomorrow.",
        "%(number)d invitations are not sent now: there were many mails already, to these "
        "addresses or in all. Nothing was lost. Try again in an hour, or tomorrow.",
        number,
    ) % {"number": number}


def unsent_words(number: int) -> str:
    """How many did not, and what to do."""
    return ngettext(
        "%(number)d invitation is kept, but not sent yet: the mail server did not take it. Send it "
        "again in a moment.",
        "%(number)d invitations are kept, but not sent yet: the mail server did not take them. "
        "Send them again in a moment.",
        number,
    ) % {"number": number}
