"""A dream image as it is stored now, under the lock of its traject."""

from collections.abc import Collection, Iterable

from trajects.errors import DreamChanged, DreamMoved, DreamUsed, TrajectGone
from trajects.models import DreamImage, DreamSource, GoalDream


def stored_dream(dream: DreamImage) -> DreamImage:
    """Raises TrajectGone."""
    found = DreamImage.objects.filter(pk=dream.pk).first()
    if found is None:
        raise TrajectGone
    return found


def standing_dream(dream: DreamImage) -> DreamImage:
    """With which the group works now. Raises DreamMoved, TrajectGone."""
    stored = stored_dream(dream)
    if stored.left_out_at or stored.made_into.exists():
        raise DreamMoved
    return stored


def check_seen(stored: Iterable[DreamImage], version_of: dict[int, int]) -> None:
    """`version_of`: what the page showed, by primary key. Raises DreamChanged with those that are
    newer."""
    newer = [one for one in stored if one.version != version_of[one.pk]]
    if newer:
        raise DreamChanged(newer)


def check_unused(dreams: Collection[DreamImage]) -> None:
    """Raises DreamUsed when a goal, or another dream image, grows from one of them."""
    numbers = [one.pk for one in dreams]
    if GoalDream.objects.filter(dream__in=numbers).exists():
        raise DreamUsed
    if DreamSource.objects.filter(source__in=numbers).exists():
        raise DreamUsed
