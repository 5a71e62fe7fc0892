"""Candidate themes, what the votes came to, and the note about the choice."""

from django.shortcuts import get_object_or_404

from accounts.models import User
from trajects.access.seen import Seen, traject_for_leading, traject_for_reading
from trajects.models import (
    Candidate,
    ChoiceDocument,
    Traject,
    VotingRound,
)


def candidate_for_leading(user: User, pk: int, candidate_pk: int) -> tuple[Seen, Candidate]:
    """Coordinators and moderators prepare what the group chooses from."""
    seen = traject_for_leading(user, pk)
    candidates = seen.traject.candidates.with_origins()
    return seen, get_object_or_404(candidates, pk=candidate_pk)


def round_for_reading(user: User, pk: int, round_pk: int) -> tuple[Seen, VotingRound]:
    """A counted round; a practice only for who moderates. Of others there is nothing to read."""
    seen = traject_for_reading(user, pk)
    rounds = VotingRound.objects.counted().filter(session__traject=seen.traject)
    if not seen.standing.may_moderate:
        rounds = rounds.real()
    return seen, get_object_or_404(rounds.select_related("session"), pk=round_pk)


def choice_document_for_reading(
    user: User, pk: int, document_pk: int
) -> tuple[Traject, ChoiceDocument]:
    """A note that is made, of a traject that this person may see."""
    traject = traject_for_reading(user, pk).traject
    made = ChoiceDocument.objects.ready().filter(traject=traject)
    return traject, get_object_or_404(made, pk=document_pk)
