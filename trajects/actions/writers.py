"""One lock for who writes in a traject, whichever way they came in. Lock order: the traject, then a
row of it. To be called within a transaction."""

from datetime import datetime

from trajects.actions.locking import lock_traject
from trajects.errors import LinkUnusable, NoLongerAllowed, TrajectGone
from trajects.models import LiveSession, Part, Participant, PersonalLink, Seat, Traject
from trajects.models.writer import Writer
from trajects.stages import Subject


def lock_for_dreaming(pk: int, *, writer: Writer, at: datetime) -> Traject:
    """For somebody of the lead group, or who leads it. Raises TrajectGone, NoLongerAllowed,
    LinkUnusable."""
    if writer.user:
        return lock_traject(pk, by=writer.user, may=lambda standing: standing.may_dream)
    locked = Traject.objects.select_for_update().filter(pk=pk).first()
    if locked is None:
        raise TrajectGone
    if writer.guest:
        _check_link(writer.guest, locked, at)
    elif writer.seat:
        _check_seat(writer.seat, locked, at)
    else:
        raise NoLongerAllowed
    return locked


def _check_link(guest: Participant, traject: Traject, at: datetime) -> None:
    usable = PersonalLink.objects.usable(at=at).filter(participant=guest.pk)
    own = usable.filter(participant__traject=traject, participant__part=Part.LEAD_GROUP)
    if not own.exists():
        raise LinkUnusable


def _check_seat(seat: Seat, traject: Traject, at: datetime) -> None:
    """In a session about dream images, and not only to look on."""
    joinable = LiveSession.objects.real().joinable(at=at).filter(traject=traject)
    dreaming = joinable.filter(subject=Subject.DREAMS)
    if (
        not Seat.objects.admitted()
        .filter(pk=seat.pk, session__in=dreaming, observes=False)
        .exists()
    ):
        raise NoLongerAllowed
