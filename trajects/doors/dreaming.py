"""What everybody who writes a dream image goes through: account, personal link or seat."""

from collections.abc import Mapping
from datetime import datetime
from http import HTTPStatus

from django.forms import Form
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables

from trajects.actions.dreams.writing import send_nameless, write_dream
from trajects.entries import DreamEntry
from trajects.errors import (
    BoxFull,
    DreamMoved,
    DreamNameless,
    DreamUsed,
    NoStarsLeft,
    NotCollecting,
    ThemeNotChosen,
    TooFewNameless,
    TrajectError,
)
from trajects.models import Traject
from trajects.models.writer import Writer

REFUSALS: Mapping[type[TrajectError], Promise] = {
    NotCollecting: _(
        "Nobody can write dream images now: the collection is closed. Copy your text; the "
        "moderator can open it again."
    ),
    ThemeNotChosen: _("The group no longer works on one of these themes. Choose again."),
    BoxFull: _(
        "So much waits without a name that there is no room now. Ask the moderator to open the "
        "box, or send it without a picture."
    ),
    DreamMoved: _(
        "The moderator merged, split or left out this dream image meanwhile, so it stays as it is."
    ),
    DreamNameless: _("It was sent without a name, so nobody can change it or take it back."),
    DreamUsed: _("A goal or another dream image grows from this one, so it stays."),
    NoStarsLeft: _("You gave all your stars for this theme. Take one back first."),
    TooFewNameless: _(
        "Too few wait in the box: of one alone, people would know whose it is. Wait for more, or "
        "until the collection is closed."
    ),
}
REFUSED = tuple(REFUSALS)


def words_of(refused: TrajectError) -> str:
    return str(REFUSALS[type(refused)])


def refuse(form: Form, refused: TrajectError) -> HTTPStatus:
    """Says it in the form, where what was typed still stands."""
    form.add_error(None, words_of(refused))
    return HTTPStatus.CONFLICT


@sensitive_variables()
def keep(
    entry: DreamEntry, *, nameless: bool, traject: Traject, writer: Writer, at: datetime
) -> None:
    """Under the name of who writes, or in the box. Raises what these two actions raise."""
    if nameless:
        send_nameless(traject=traject, writer=writer, entry=entry, at=at)
    else:
        write_dream(traject=traject, writer=writer, entry=entry, at=at)


def to_one_page(route: str, *args: object) -> HttpResponseRedirect:
    """The answer to everything that was sent without a name: always the same, and nothing is said
    to the session of who sent it."""
    response = HttpResponseRedirect(reverse(route, args=args))
    response.status_code = HTTPStatus.SEE_OTHER
    return response
