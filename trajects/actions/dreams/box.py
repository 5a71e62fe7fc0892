"""The box of what came without a name, opened: everything at once, in an order by chance."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from accounts.models import User
from trajects.actions.dreams.writing import draw, put_under
from trajects.actions.locking import lock_for_leading
from trajects.actions.wiping import wipe_box
from trajects.dream_pictures import as_picture
from trajects.dreams import Nameless, in_box, may_open_box, shuffled
from trajects.errors import ThemeNotChosen, TooFewNameless
from trajects.models import DreamBox, DreamImage, Traject
from trajects.queries.dreams import chosen_themes, may_write


@sensitive_variables()
@transaction.atomic
def open_box(*, traject: Traject, by: User, at: datetime) -> int:
    """Everything in it becomes a dream image without author or time; returns how many. Then the
    traces of how it came are wiped. Raises NoLongerAllowed, ThemeNotChosen, TooFewNameless,
    TrajectGone."""
    locked = lock_for_leading(traject.pk, by)
    box = DreamBox.objects.filter(traject=locked).first()
    waiting = in_box(box.bag) if box else []
    if box is None or not may_open_box(len(waiting), is_collecting=may_write(locked, at)):
        raise TooFewNameless
    known = frozenset(locked.candidates.values_list("pk", flat=True))
    chosen = frozenset(chosen_themes(locked).values_list("pk", flat=True))
    if not chosen:
        raise ThemeNotChosen
    for sent in shuffled(waiting):
        _show(locked, sent, themes=(known & set(sent.themes)) or chosen)
    box.bag = []
    box.save(update_fields=["bag"])
    transaction.on_commit(wipe_box, robust=True)
    return len(waiting)


def _show(traject: Traject, sent: Nameless, themes: Collection[int]) -> None:
    """Under the themes it was sent for; under all chosen ones when none of these is left."""
    made = DreamImage(traject=traject, text=sent.text, statement_code=sent.statement_code)
    draw(made, as_picture(sent.picture), sent.picture_alt)
    made.save()
    put_under(made, themes)
