"""Initiatives on the local photo, and the photo as a document."""

from django.shortcuts import get_object_or_404

from accounts.models import User
from trajects.access.seen import Seen, allowed, traject_for_reading
from trajects.models import (
    Initiative,
    Participant,
    PhotoDocument,
    Traject,
)
from trajects.queries.photo import of_guest
from trajects.queries.standing import Standing


def initiative_for_reading(user: User, pk: int, initiative_pk: int) -> tuple[Seen, Initiative]:
    """What is on the photo; what is not there yet only for who decides about it, or wrote it."""
    seen = traject_for_reading(user, pk)
    found = seen.traject.initiatives.with_people().with_labels().with_decisions()
    initiative = get_object_or_404(found, pk=initiative_pk)
    shown = initiative.accepted_at or seen.standing.may_lead or initiative.added_by == user
    return allowed(seen, bool(shown)), initiative


def initiative_for_changing(
    user: User, pk: int, initiative_pk: int, *, typed: bool = False
) -> tuple[Seen, Initiative]:
    """Who coordinates changes all; who wrote one, until it is accepted or left out. Who `typed`
    until then still comes in: the action refuses it, and the page gives the text back."""
    seen, initiative = initiative_for_reading(user, pk, initiative_pk)
    is_own = initiative.added_by == user and seen.standing.may_contribute
    late = typed and (is_own or seen.standing.may_coordinate)
    may_change = may_change_initiative(user, seen.standing, initiative)
    return allowed(seen, may_change or late), initiative


def may_change_initiative(user: User, standing: Standing, initiative: Initiative) -> bool:
    """What was merged stays as it was written."""
    own = initiative.added_by == user and initiative.is_waiting and standing.may_contribute
    return not initiative.merged_into_id and (standing.may_coordinate or own)


def initiative_of_guest(participant: Participant, initiative_pk: int) -> Initiative:
    """One that this very guest wrote, whatever became of it."""
    return get_object_or_404(of_guest(participant), pk=initiative_pk)


def initiative_for_deciding(user: User, pk: int, initiative_pk: int) -> tuple[Seen, Initiative]:
    seen, initiative = initiative_for_reading(user, pk, initiative_pk)
    return allowed(seen, seen.standing.may_coordinate), initiative


def photo_document_for_reading(
    user: User, pk: int, document_pk: int
) -> tuple[Traject, PhotoDocument]:
    """A document that is made, of a photo that this person may see."""
    traject = traject_for_reading(user, pk).traject
    made = PhotoDocument.objects.ready().filter(traject=traject)
    return traject, get_object_or_404(made, pk=document_pk)
