"""One lock for who tells how an action goes: the traject first, then the action as it is stored
now. To be called within a transaction."""

from datetime import datetime

from accounts.models import User
from trajects.actions.locking import lock_traject
from trajects.errors import ActionEnded, LinkUnusable, NoLongerAllowed, TrajectGone
from trajects.models import Action, ActionOwner, Participant, PersonalLink, Traject
from trajects.models.writer import Writer
from trajects.queries.standing import Standing


def lock_for_telling(action: Action, writer: Writer, at: datetime) -> Action:
    """For an owner, in whatever role or by a personal link, and for who makes the plan. Raises
    TrajectGone, NoLongerAllowed, LinkUnusable."""
    if writer.user:
        _lock_for_user(action, writer.user)
    elif writer.guest:
        _lock_for_guest(action, writer.guest, at)
    else:  # a session is for dreaming
        raise NoLongerAllowed
    stored = Action.objects.filter(pk=action.pk, traject=action.traject_id).first()
    if stored is None:
        raise TrajectGone
    if writer.guest and not stored.owners.filter(guest=writer.guest.pk).exists():
        raise NoLongerAllowed
    return stored


def going_on(action: Action) -> Action:
    """Raises ActionEnded when it is done or stopped."""
    if action.done_on or action.stopped_on:
        raise ActionEnded
    return action


def _lock_for_user(action: Action, user: User) -> None:
    def may(standing: Standing) -> bool:
        carries = ActionOwner.objects.filter(action=action.pk, user=user.pk)
        return standing.may_dream or (standing.may_read and carries.exists())

    lock_traject(action.traject_id, by=user, may=may)


def _lock_for_guest(action: Action, guest: Participant, at: datetime) -> None:
    if not Traject.objects.select_for_update().filter(pk=action.traject_id).exists():
        raise TrajectGone
    usable = PersonalLink.objects.usable(at=at).filter(participant=guest.pk)
    if not usable.filter(participant__traject=action.traject_id).exists():
        raise LinkUnusable
