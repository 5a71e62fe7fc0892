"""The words for what an action about dream images refuses to who leads."""

from collections.abc import Mapping
from http import HTTPStatus

from django.forms import Form
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trajects.errors import (
    CannotCombine,
    ChangedMeanwhile,
    DreamChanged,
    DreamMoved,
    DreamUsed,
    SameName,
    ThemeNotChosen,
    TrajectError,
)

REFUSALS: Mapping[type[TrajectError], Promise] = {
    CannotCombine: _(
        "Something changed meanwhile: not all of these stand in the list any more. Look at the "
        "list again; nothing was lost."
    ),
    DreamMoved: _(
        "Something changed meanwhile: it was merged, split, left out or moved. Look at the list "
        "again; nothing was lost."
    ),
    DreamUsed: _(
        "A goal or another dream image grows from this, so it stays as it is. Take it out of the "
        "goal first."
    ),
    DreamChanged: _(
        "Somebody changed this meanwhile. Look at what stands there now. What you typed is still "
        "below."
    ),
    ThemeNotChosen: _("Choose at least one of the themes that the group goes on with."),
    SameName: _("Another group of this theme has this name already. Choose a different one."),
    ChangedMeanwhile: _(
        "A colleague changed this meanwhile. Look at what stands there now; nothing was lost."
    ),
}
MISTAKES = (SameName, ThemeNotChosen)


def words_of(refused: TrajectError) -> str:
    return str(REFUSALS[type(refused)])


def refuse(form: Form, refused: TrajectError) -> HTTPStatus:
    """Says it in the form, where what was typed still stands. The status of the answer: some are a
    mistake, the rest is what happened meanwhile."""
    form.add_error(None, words_of(refused))
    is_mistake = isinstance(refused, MISTAKES)
    return HTTPStatus.UNPROCESSABLE_ENTITY if is_mistake else HTTPStatus.CONFLICT
