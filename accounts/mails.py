"""The mails of the house: built in the language of who gets them, with nothing in a header that
could end it."""

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation

from accounts.labels import ROLE_MEANINGS
from accounts.models import Invitation, Role


def invitation_mail(invitation: Invitation, *, link: str) -> EmailMultiAlternatives:
    """`link` is the absolute address with the token: the only place where it is written."""
    inviter = invitation.created_by
    context = {
        "invitation": invitation,
        "organisation": invitation.organisation,
        "inviter": inviter,
        "meaning": ROLE_MEANINGS[Role(invitation.role)],
        "link": link,
    }
    with translation.override(invitation.language):
        mail = EmailMultiAlternatives(
            one_line(render_to_string("accounts/mail/invitation_subject.txt", context)),
            render_to_string("accounts/mail/invitation.txt", context).strip(),
            to=[invitation.email],
            # An answer goes to the colleague who asked, not to an address that nobody reads.
            reply_to=[inviter.email] if inviter else [],
        )
        page = render_to_string("accounts/mail/invitation.html", context).strip()
    mail.attach_alternative(page, "text/html")
    return mail


def one_line(text: str) -> str:
    """Without line breaks, control characters and signs that turn the direction of writing."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
