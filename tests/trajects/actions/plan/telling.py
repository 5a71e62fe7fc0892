"""Who tells how an action goes: people of one traject, with and without an account."""

from accounts.models import Role, User
from tests.factories import MembershipFactory, UserFactory
from tests.trajects.linked import linked, running
from tests.trajects.plan_factories import ActionFactory, ActionOwnerFactory
from trajects.models import Action, Participant, Traject


def action_of(traject: Traject, **own) -> Action:
    return ActionFactory(goal__traject=traject, goal__candidate__traject=traject, **own)


def owner_of(action: Action, role: Role = Role.READER) -> User:
    """A member who is not in the lead group."""
    user = UserFactory(name="Olga Owner")
    MembershipFactory(user=user, organisation=action.traject.organisation, role=role)
    ActionOwnerFactory(action=action, user=user)
    return user


def guest_of(action: Action, **own) -> Participant:
    """Who carries it, by a personal link that works now."""
    guest, _token = linked(running(action.traject), **own)
    ActionOwnerFactory(action=action, user=None, guest=guest)
    return guest
