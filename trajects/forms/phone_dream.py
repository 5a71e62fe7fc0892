"""What one fills in on a phone to send a dream image."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trajects.doors.phone import Phone
from trajects.forms.dreams import DreamForm
from trajects.queries.session_themes import themes_of


def phone_dream_form(phone: Phone, *sent: Any) -> DreamForm:
    """With the theme ticked that is on the screen. `sent`: the post and its files."""
    session = phone.session
    ticked = [session.candidate_id] if session.candidate_id else []
    form = DreamForm(
        *sent,
        themes=themes_of(session),
        button=gettext_lazy("Send"),
        initial={"themes": ticked},
    )
    form.helper.form_action = reverse("trajects:phone_dreams", args=[session.code])
    return form


def say_no_place(form: DreamForm) -> None:
    """Who sends it is not in this session, or not any more; what was typed still stands."""
    form.add_error(
        None,
        _(
            "It was not sent: you have no place in this session now, or it is over. Copy your "
            "text and ask the moderator."
        ),
    )
