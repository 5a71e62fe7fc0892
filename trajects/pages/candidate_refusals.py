"""The words for what an action about candidate themes refuses."""

from collections.abc import Mapping
from http import HTTPStatus

from django.forms import Form
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trajects.errors import (
    CandidateChosen,
    CandidateMoved,
    ChangedMeanwhile,
    RoundOpen,
    SameName,
    ThemeInUse,
    TrajectError,
)

REFUSALS: Mapping[type[TrajectError], Promise] = {
    RoundOpen: _(
        "A voting round is open. What people vote on stays as it is: change it after the round."
    ),
    SameName: _("Another candidate theme has this name already. Choose a different one."),
    CandidateMoved: _(
        "Something changed meanwhile: it was left out, split, or put in a group. Look at the list "
        "again; nothing was lost."
    ),
    CandidateChosen: _(
        "The group chose this theme, so it stays as it is. Change the choice first."
    ),
    ThemeInUse: _(
        "Dream images or goals stand under this theme, so it stays as it is. Whoever wrote them "
        "counts on that."
    ),
    ChangedMeanwhile: _(
        "A colleague changed this meanwhile. Look at what stands there now; nothing was lost."
    ),
}


def words_of(refused: TrajectError) -> str:
    return str(REFUSALS[type(refused)])


def refuse(form: Form, refused: TrajectError) -> HTTPStatus:
    """Says it in the form, where what was typed still stands. The status of the answer: a name is
    a mistake, the rest is what happened meanwhile."""
    form.add_error(None, words_of(refused))
    is_mistake = isinstance(refused, SameName)
    return HTTPStatus.UNPROCESSABLE_ENTITY if is_mistake else HTTPStatus.CONFLICT
