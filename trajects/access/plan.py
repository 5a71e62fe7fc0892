"""The action plan: the lead group makes it, who carries an action tells how it goes."""

from django.shortcuts import get_object_or_404

from accounts.models import User
from scans.models.document import DocumentQuerySet
from trajects.access.seen import Seen, allowed, traject_for_reading
from trajects.models import Action, Participant, PlanDocument, Traject


def traject_for_planning(user: User, pk: int) -> Seen:
    """Who makes the plan: the lead group and who leads it."""
    seen = traject_for_reading(user, pk)
    return allowed(seen, seen.standing.may_dream)


def action_for_reading(user: User, pk: int, action_pk: int) -> tuple[Seen, Action]:
    """Everybody who sees the traject."""
    seen = traject_for_reading(user, pk)
    return seen, _action(seen.traject, action_pk)


def action_for_changing(user: User, pk: int, action_pk: int) -> tuple[Seen, Action]:
    seen, action = action_for_reading(user, pk, action_pk)
    return allowed(seen, seen.standing.may_dream), action


def action_for_telling(user: User, pk: int, action_pk: int) -> tuple[Seen, Action]:
    """How it goes: its owners, whatever their role, and who makes the plan."""
    seen, action = action_for_reading(user, pk, action_pk)
    return allowed(seen, may_tell(seen, user, action)), action


def may_tell(seen: Seen, user: User, action: Action) -> bool:
    return seen.standing.may_dream or any(one.user_id == user.pk for one in action.owners.all())


def action_for_leading(user: User, pk: int, action_pk: int) -> tuple[Seen, Action]:
    seen, action = action_for_reading(user, pk, action_pk)
    return allowed(seen, seen.standing.may_lead), action


def plan_documents_of(seen: Seen) -> DocumentQuerySet[PlanDocument]:
    """Asked and made. With notes of the moderator only for moderators, with personal names or
    remarks not for who only reads: for them those do not exist."""
    found = PlanDocument.objects.filter(traject=seen.traject)
    if not seen.standing.may_moderate:
        found = found.filter(with_notes=False)
    if not seen.standing.may_contribute:
        found = found.filter(with_names=False, with_remarks=False)
    return found


def plan_document_for_reading(user: User, pk: int, document_pk: int) -> tuple[Seen, PlanDocument]:
    """One that is made."""
    seen = traject_for_reading(user, pk)
    return seen, get_object_or_404(plan_documents_of(seen).ready(), pk=document_pk)


def action_for_guest(guest: Participant, action_pk: int) -> Action:
    """Of the traject of this very guest, and carried by them."""
    own = Action.objects.filter(owners__guest=guest.pk)
    return get_object_or_404(own.with_goal().with_owners(), traject=guest.traject, pk=action_pk)


def _action(traject: Traject, pk: int) -> Action:
    return get_object_or_404(traject.actions.with_goal().with_owners(), pk=pk)
