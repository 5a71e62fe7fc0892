"""Who came by a personal link and goes on with an account, is the same person: what they wrote is
theirs to change, the actions they carry stay theirs, and their stars count once. To be called
within a transaction that holds the traject."""

from accounts.models import User
from trajects.models import (
    ActionOwner,
    DreamImage,
    DreamStar,
    GoalRemark,
    Measurement,
    Participant,
    ProgressNote,
)


def hand_over(guest: Participant, *, to: User) -> None:
    for written in (DreamImage, GoalRemark, ProgressNote, Measurement):
        written.objects.filter(guest=guest).update(guest=None, author=to)
    own = list(DreamStar.objects.filter(user=to).values_list("dream", flat=True))
    given = DreamStar.objects.filter(guest=guest)
    given.filter(dream__in=own).delete()
    given.update(guest=None, user=to)
    carried = list(ActionOwner.objects.filter(user=to).values_list("action", flat=True))
    carries = ActionOwner.objects.filter(guest=guest)
    carries.filter(action__in=carried).delete()
    carries.update(guest=None, user=to)
