"""Dream images: who writes them, who works with them."""

from datetime import datetime

from django.db.models import Q
from django.shortcuts import get_object_or_404

from accounts.models import User
from trajects.access.seen import Seen, allowed, check, traject_for_leading, traject_for_reading
from trajects.models import Candidate, DreamCluster, DreamImage, Part, Participant
from trajects.queries.dreams import chosen_themes
from trajects.queries.people import guest_of_link


def traject_for_dreaming(user: User, pk: int) -> Seen:
    """The lead group, and who leads it."""
    seen = traject_for_reading(user, pk)
    return allowed(seen, seen.standing.may_dream)


def dream_for_reading(user: User, pk: int, dream_pk: int) -> tuple[Seen, DreamImage]:
    """Everybody who sees the traject; what was left out only for who leads, or wrote it."""
    seen = traject_for_reading(user, pk)
    dream = get_object_or_404(seen.traject.dreams.with_people(), pk=dream_pk)
    shown = dream.left_out_at is None or dream.author == user or seen.standing.may_lead
    return allowed(seen, shown), dream


def dream_for_changing(user: User, pk: int, dream_pk: int) -> tuple[Seen, DreamImage]:
    """Who wrote it under their own name."""
    seen, dream = dream_for_reading(user, pk, dream_pk)
    return allowed(seen, dream.author == user and seen.standing.may_dream), dream


def dream_for_starring(user: User, pk: int, dream_pk: int) -> tuple[Seen, DreamImage]:
    seen, dream = dream_for_reading(user, pk, dream_pk)
    return allowed(seen, seen.standing.may_dream), dream


def dream_for_leading(user: User, pk: int, dream_pk: int) -> tuple[Seen, DreamImage]:
    """Who merges, splits, clusters and leaves out."""
    seen, dream = dream_for_reading(user, pk, dream_pk)
    return allowed(seen, seen.standing.may_lead), dream


def cluster_for_leading(user: User, pk: int, cluster_pk: int) -> tuple[Seen, DreamCluster]:
    seen = traject_for_leading(user, pk)
    own = DreamCluster.objects.filter(candidate__traject=seen.traject).select_related("candidate")
    return seen, get_object_or_404(own, pk=cluster_pk)


def theme_for_dreaming(user: User, pk: int, candidate_pk: int) -> tuple[Seen, Candidate]:
    """A theme that the group chose, for everybody who sees the traject."""
    seen = traject_for_reading(user, pk)
    return seen, get_object_or_404(chosen_themes(seen.traject), pk=candidate_pk)


def guest_for_dreaming(token: str, *, at: datetime) -> Participant:
    """Of the lead group; a colleague who only adds to the photo is refused. Raises LinkUnusable."""
    guest = guest_of_link(token, at=at)
    check(guest.part == Part.LEAD_GROUP)
    return guest


def dream_of_guest(guest: Participant, dream_pk: int) -> DreamImage:
    """One that this very guest wrote."""
    return get_object_or_404(guest.dreams.with_people(), pk=dream_pk)


def dream_for_guest(guest: Participant, dream_pk: int) -> DreamImage:
    """What the gallery of their traject shows them, and what they wrote themselves."""
    own = guest.traject.dreams.with_people()
    return get_object_or_404(own.filter(Q(left_out_at=None) | Q(guest=guest)), pk=dream_pk)
