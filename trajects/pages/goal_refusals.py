"""The words for what an action about a goal refuses."""

from collections.abc import Mapping
from http import HTTPStatus

from django.forms import Form
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trajects.errors import ChangedMeanwhile, GoalAdopted, GoalSetAside, TrajectError

REFUSALS: Mapping[type[TrajectError], Promise] = {
    GoalSetAside: _(
        "This goal was set aside, or brought back, meanwhile. Look at it again; what you typed "
        "still stands here."
    ),
    GoalAdopted: _(
        "A colleague wrote down meanwhile that the group adopted this goal. Look at it again; what "
        "you typed still stands here."
    ),
    ChangedMeanwhile: _(
        "This goal is a proposal: there is no adoption to withdraw, or a colleague withdrew it "
        "meanwhile."
    ),
}


def words_of(refused: TrajectError) -> str:
    return str(REFUSALS[type(refused)])


def refuse(form: Form, refused: TrajectError) -> HTTPStatus:
    """Says it in the form, where what was typed still stands."""
    form.add_error(None, words_of(refused))
    return HTTPStatus.CONFLICT
