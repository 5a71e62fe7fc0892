"""The mail with a personal link. Nothing in a header could end it."""

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation

from accounts.mails import one_line
from accounts.models import User
from trajects.models import Part, PersonalLink


def link_mail(personal: PersonalLink, *, by: User, link: str) -> EmailMultiAlternatives:
    """In the language of who sends it. `link` is the absolute address with the token: the only
    place where it is written."""
    participant = personal.participant
    context = {
        "participant": participant,
        "traject": participant.traject,
        "place": participant.traject.organisation,
        "sender": by,
        "expires_at": personal.expires_at,
        "is_moderator": participant.part == Part.MODERATOR,
        "link": link,
    }
    with translation.override(by.language):
        mail = EmailMultiAlternatives(
            one_line(render_to_string("trajects/mail/link_subject.txt", context)),
            render_to_string("trajects/mail/link.txt", context).strip(),
            to=[participant.email],
            # An answer goes to the colleague who asked, not to an address that nobody reads.
            reply_to=[by.email],
        )
        page = render_to_string("trajects/mail/link.html", context).strip()
    mail.attach_alternative(page, "text/html")
    return mail
