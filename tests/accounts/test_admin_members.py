"""Roles in the administration: an organisation keeps a coordinator there too."""

import pytest
from django.test import Client

from accounts.models import Membership, Role, User
from tests.factories import DepartmentFactory, MembershipFactory, UserFactory
from tests.page import page_of, text_of
from tests.world import World, domain_hash

LEFT = "Gemeente Aalbeke would have no MVO coordinator left. First choose another one."


@pytest.fixture
def superuser(db) -> Client:
    client = Client()
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    client.cookies["language"] = "en"
    return client


def fields_of(client: Client, path: str) -> dict[str, str]:
    """What a browser would send of this page, unchanged."""
    sent = {}
    for field in page_of(client.get(path)).iter():
        name = field.get("name", "")
        if field.tag == "select":
            for one in field.iter("option"):
                sent |= {name: one.get("value", "")} if "selected" in one.attrib else {}
        elif field.tag == "input" and field.get("type") == "checkbox":
            sent |= {name: "on"} if "checked" in field.attrib else {}
        elif field.tag == "input" and field.get("type") not in ("submit", "file"):
            sent[name] = field.get("value", "")
    return {name: value for name, value in sent.items() if "__prefix__" not in name and name}


def row_of(fields: dict[str, str], membership: Membership) -> str:
    """The prefix of the row of this membership: "memberships-2"."""
    return next(
        name.removesuffix("-id")
        for name, value in fields.items()
        if name.endswith("-id") and name.startswith("memberships") and value == str(membership.pk)
    )


def organisation_page(world: World) -> str:
    return f"/beheer/accounts/organisation/{world.a.organisation.pk}/change/"


def user_page(user: User) -> str:
    return f"/beheer/accounts/user/{user.pk}/change/"


PAGES = {
    "organisation": organisation_page,
    "user": lambda world: user_page(world.els),
}
CHANGES = {"removed": ("DELETE", "on"), "reader": ("role", "reader")}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("page", PAGES)
def test_last_coordinator_stays(superuser, world, page, change):
    path = PAGES[page](world)
    fields = fields_of(superuser, path)
    name, value = CHANGES[change]
    row = row_of(fields, world.els.memberships.get())
    before = domain_hash()

    response = superuser.post(path, {**fields, f"{row}-{name}": value})

    assert response.status_code == 200
    assert LEFT in text_of(page_of(response))
    assert domain_hash() == before


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("page", PAGES)
def test_coordinator_goes_when_there_is_another(superuser, world, page, change):
    MembershipFactory(organisation=world.a.organisation)
    path = PAGES[page](world)
    fields = fields_of(superuser, path)
    name, value = CHANGES[change]
    row = row_of(fields, world.els.memberships.get())

    response = superuser.post(path, {**fields, f"{row}-{name}": value})

    assert response.status_code == 302
    assert not world.els.memberships.filter(role=Role.COORDINATOR).exists()


def test_coordinator_hands_over_in_one_go(superuser, world):
    path = organisation_page(world)
    fields = fields_of(superuser, path)
    rows = {who: row_of(fields, world.person(who).memberships.get()) for who in ("els", "bram")}
    roles = {f"{rows['els']}-role": "reader", f"{rows['bram']}-role": "coordinator"}

    response = superuser.post(path, {**fields, **roles})

    assert response.status_code == 302
    assert world.els.memberships.get().role == Role.READER
    assert world.bram.memberships.get().role == Role.COORDINATOR


def test_hand_over_to_somebody_who_was_switched_off_is_refused(superuser, world):
    User.objects.filter(pk=world.bram.pk).update(is_active=False)
    path = organisation_page(world)
    fields = fields_of(superuser, path)
    rows = {who: row_of(fields, world.person(who).memberships.get()) for who in ("els", "bram")}
    roles = {f"{rows['els']}-role": "reader", f"{rows['bram']}-role": "coordinator"}

    response = superuser.post(path, {**fields, **roles})

    assert response.status_code == 200
    assert world.els.memberships.get().role == Role.COORDINATOR


def test_last_coordinator_is_not_moved_to_another_organisation(superuser, world):
    path = user_page(world.els)
    fields = fields_of(superuser, path)
    row = row_of(fields, world.els.memberships.get())
    before = domain_hash()

    superuser.post(path, {**fields, f"{row}-organisation": world.b.organisation.pk})

    assert domain_hash() == before


@pytest.mark.parametrize(("others", "status"), [(0, 200), (1, 302)])
def test_last_coordinator_is_not_switched_off(superuser, world, others, status):
    MembershipFactory.create_batch(others, organisation=world.a.organisation)
    path = user_page(world.els)
    fields = fields_of(superuser, path)
    del fields["is_active"]

    response = superuser.post(path, fields)

    assert response.status_code == status
    assert User.objects.get(pk=world.els.pk).is_active is (status == 200)


@pytest.mark.parametrize(("others", "deleted"), [(0, False), (1, True)])
@pytest.mark.parametrize("way", ["page", "list"])
def test_last_coordinator_is_not_deleted(superuser, world, way, others, deleted):
    """Somebody without answers: those with are protected by them."""
    own = MembershipFactory()
    MembershipFactory.create_batch(others, organisation=own.organisation)
    base = "/beheer/accounts/user/"
    action = {"action": "delete_selected", "_selected_action": own.user.pk, "post": "yes"}

    if way == "page":
        superuser.post(f"{base}{own.user.pk}/delete/", {"post": "yes"})
    else:
        superuser.post(base, action)

    assert User.objects.filter(pk=own.user.pk).exists() is not deleted


@pytest.mark.parametrize("page", PAGES)
def test_department_of_another_organisation_is_refused(superuser, world, page):
    foreign = DepartmentFactory(organisation=world.b.organisation)
    path = PAGES[page](world)
    fields = fields_of(superuser, path)
    row = row_of(fields, world.els.memberships.get())
    before = domain_hash()

    response = superuser.post(path, {**fields, f"{row}-department": foreign.pk})

    assert "This department belongs to another organisation." in text_of(page_of(response))
    assert domain_hash() == before


def test_wrong_row_is_said_at_its_field(superuser, world):
    path = organisation_page(world)
    fields = fields_of(superuser, path)
    row = row_of(fields, world.els.memberships.get())

    response = superuser.post(path, {**fields, f"{row}-role": "superuser"})

    assert LEFT not in text_of(page_of(response))
    assert response.status_code == 200


def test_department_is_not_moved_to_another_organisation(superuser, world):
    department = DepartmentFactory(organisation=world.a.organisation, name="Aankoop")

    superuser.post(
        f"/beheer/accounts/department/{department.pk}/change/",
        {"name": "Inkoop", "organisation": world.b.organisation.pk},
    )

    department.refresh_from_db()
    assert (department.name, department.organisation) == ("Inkoop", world.a.organisation)
