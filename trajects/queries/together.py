"""What of actions can change together, and who could carry them."""

from __future__ import annotations

from collections.abc import Iterable

from trajects.models import Action, ActionOwner, Traject
from trajects.queries.owners import owners_to_choose
from trajects.together import Changeable


def changeable(action: Action, owners: Iterable[str]) -> Changeable:
    """`owners` by key."""
    return Changeable(
        goal=action.goal_id,
        department=action.department_id,
        owners=frozenset(owners),
        starts_on=action.starts_on,
        due_on=action.due_on,
    )


def owner_key(owner: ActionOwner) -> str:
    return f"g{owner.guest_id}" if owner.guest_id else f"u{owner.user_id}"


def owner_names(traject: Traject) -> dict[str, str]:
    """Who can carry an action of this traject, by key: members first. Two queries."""
    found = owners_to_choose(traject)
    users = ((f"u{one.pk}", one) for one in found.users)
    guests = ((f"g{one.pk}", one) for one in found.guests)
    return {
        key: f"{one.name}, {one.office}" if one.office else one.name
        for key, one in (*users, *guests)
    }
