"""Who could carry an action, by the key that a form sends."""

from tests.factories import DepartmentFactory, MembershipFactory
from tests.trajects.factories import ParticipantFactory
from tests.trajects.plan_factories import ActionFactory, ActionOwnerFactory
from trajects.queries.together import changeable, owner_key, owner_names


def test_members_first_then_who_has_no_account_each_with_what_tells_them_apart(traject, griet):
    department = DepartmentFactory(organisation=traject.organisation, name="Groen")
    aya = MembershipFactory(
        organisation=traject.organisation, department=department, user__name="Aya"
    ).user
    koen = ParticipantFactory(traject=traject, name="Koen", function="tuinier")
    ParticipantFactory(name="Van een ander traject")

    assert list(owner_names(traject).items()) == [
        (f"u{aya.pk}", "Aya, Groen"),
        (f"u{griet.pk}", "Griet Maes"),
        (f"g{koen.pk}", "Koen, tuinier"),
    ]


def test_what_of_an_action_can_change(traject, griet, db):
    action = ActionFactory(goal__candidate__traject=traject)
    koen = ParticipantFactory(traject=traject)
    ActionOwnerFactory(action=action, user=griet)
    ActionOwnerFactory(action=action, user=None, guest=koen)

    found = changeable(action, map(owner_key, action.owners.all()))

    assert (found.goal, found.department) == (action.goal_id, None)
    assert found.owners == {f"u{griet.pk}", f"g{koen.pk}"}
