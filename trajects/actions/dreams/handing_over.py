"""Who wrote by a personal link and goes on with an account, is the same person: what they wrote is
theirs to change, and their stars count once. To be called within a transaction that holds the
traject."""

from accounts.models import User
from trajects.models import DreamImage, DreamStar, GoalRemark, Participant


def hand_over(guest: Participant, *, to: User) -> None:
    for written in (DreamImage.objects, GoalRemark.objects):
        written.filter(guest=guest).update(guest=None, author=to)
    own = list(DreamStar.objects.filter(user=to).values_list("dream", flat=True))
    given = DreamStar.objects.filter(guest=guest)
    given.filter(dream__in=own).delete()
    given.update(guest=None, user=to)
