from datetime import date

import pytest

from accounts.models import Membership, Role, User
from tests.factories import (
    DepartmentFactory,
    InvitationFactory,
    MembershipFactory,
    UserFactory,
)
from tests.page import by_id, links, main_text, page_of, text_of
from tests.world import World


def url_of(world: World) -> str:
    return f"/besturen/{world.a.organisation.pk}/mensen/"


def rows(response) -> list[str]:
    (body,) = (table.find("tbody") for table in page_of(response).iter("table") if is_people(table))
    return [text_of(row) for row in body]


def is_people(table) -> bool:
    return "people" in table.get("class", "").split()


def alone(world: World) -> None:
    """Els is left, with nobody else and nobody invited."""
    Membership.objects.filter(organisation=world.a.organisation).exclude(user=world.els).delete()


@pytest.mark.parametrize(
    ("person", "status"), [("els", 200), ("bram", 200), ("rita", 200), ("chaima", 404)]
)
def test_people_are_for_members(world, browse, person, status):
    assert browse(person).get(url_of(world)).status_code == status


@pytest.mark.parametrize(("person", "shown"), [("els", True), ("bram", False), ("rita", False)])
def test_addresses_and_buttons_are_for_coordinators(world, browse, person, shown):
    url = url_of(world)
    InvitationFactory(organisation=world.a.organisation, email="gast@a.example")

    response = browse(person).get(url)

    found = links(page_of(response))
    html = response.content.decode()
    assert [address in html for address in ("rita@a.example", "gast@a.example")] == [shown] * 2
    assert ("Last seen" in main_text(response)) is shown
    assert [f"{url}uitnodigen/" in found, f"{url}uitnodigen/lijst/" in found] == [shown] * 2
    assert (f"{url}{world.rita.memberships.get().pk}/" in found) is shown


def test_people_stand_with_role_and_department(world, browse):
    department = DepartmentFactory(organisation=world.a.organisation, name="Aankoop")
    world.bram.memberships.update(department=department)

    assert rows(browse("rita").get(url_of(world))) == [
        "Els Peeters MVO coordinator no department",
        "Bram Claes contributor Aankoop",
        "Rita Maes you reader no department",
    ]


@pytest.mark.parametrize(
    ("seen", "words"),
    [
        (date(2026, 5, 4), "today"),
        (date(2026, 5, 3), "yesterday"),
        (date(2026, 5, 2), "2 May 2026"),
        (date(2025, 11, 12), "12 November 2025"),
        (None, "not signed in yet"),
    ],
)
def test_last_seen_is_said_in_words(world, browse, clock, seen, words):
    client = browse("els")
    User.objects.filter(pk=world.rita.pk).update(last_seen_on=seen)

    row = rows(client.get(url_of(world)))[2]

    assert row == f"Rita Maes rita@a.example reader no department {words} Change Rita Maes"


def test_days_are_days_of_brussels(world, browse, time_machine):
    """Half past midnight in Brussels is still yesterday in UTC."""
    client = browse("els")
    time_machine.move_to("2026-05-04T22:30:00Z", tick=False)
    User.objects.filter(pk=world.rita.pk).update(last_seen_on=date(2026, 5, 4))

    assert "yesterday" in rows(client.get(url_of(world)))[2]


def test_somebody_who_was_switched_off_is_marked(world, browse):
    User.objects.filter(pk=world.rita.pk).update(is_active=False, last_seen_on=date(2026, 5, 4))

    assert "cannot sign in any more" in rows(browse("els").get(url_of(world)))[2]


def test_only_coordinator_is_marked_for_herself(world, browse):
    assert "MVO coordinator (the only one)" in rows(browse("els").get(url_of(world)))[0]

    MembershipFactory(organisation=world.a.organisation)

    assert "the only one" not in main_text(browse("els").get(url_of(world)))


def test_coordinator_on_her_own_reads_why_others_are_needed(world, browse):
    alone(world)

    tree = page_of(browse("els").get(url_of(world)))

    assert text_of(by_id(tree, "empty-title")) == "You are on your own here"
    assert links(tree).count(f"{url_of(world)}uitnodigen/") == 1


def test_coordinator_who_invited_somebody_is_not_on_her_own(world, browse):
    alone(world)
    InvitationFactory(organisation=world.a.organisation, name="Gast Gustaaf")

    text = main_text(browse("els").get(url_of(world)))

    assert "You are on your own here" not in text
    assert "Gast Gustaaf" in text


def test_reader_on_her_own_is_not_asked_to_invite(world, browse):
    """An administrator can leave an organisation like this."""
    Membership.objects.exclude(user=world.rita).delete()

    response = browse("rita").get(url_of(world))

    assert "You are on your own here" not in main_text(response)
    assert f"{url_of(world)}uitnodigen/" not in links(page_of(response))


@pytest.mark.parametrize("person", ["els", "bram", "rita"])
def test_roles_are_explained_and_everybody_can_leave(world, browse, person):
    response = browse(person).get(url_of(world))

    text = main_text(response)
    assert "Reads the result once a scan is finished, and changes nothing." in text
    assert f"/besturen/{world.a.organisation.pk}/vertrekken/" in links(page_of(response))


@pytest.mark.parametrize("person", ["els", "bram", "rita"])
def test_menu_leads_to_trajects_people_and_organisation(world, browse, person):
    base = f"/besturen/{world.a.organisation.pk}/"

    tree = page_of(browse(person).get(url_of(world)))

    menu = [a for a in next(tree.iter("header")).iter("a") if a.get("href", "").startswith(base)]
    assert [(a.get("href"), a.get("aria-current"), text_of(a)) for a in menu] == [
        (base, None, "Gemeente Aalbeke"),
        (f"{base}trajecten/", None, "Traject"),
        (f"{base}mensen/", "page", "People"),
        (f"{base}trajecten/", None, "Traject"),
        (f"{base}mensen/", "page", "People"),
        (base, None, "Organisation"),
    ]


@pytest.mark.parametrize("number", [1, 20])
@pytest.mark.parametrize(("person", "queries"), [("els", 5), ("rita", 4)])
def test_people_cost_the_same_for_one_and_twenty(
    world, browse, number, person, queries, django_assert_num_queries
):
    for _one in range(number - 1):
        MembershipFactory(organisation=world.a.organisation, role=Role.CONTRIBUTOR)
        InvitationFactory(organisation=world.a.organisation)
    client = browse(person)

    with django_assert_num_queries(queries):
        client.get(url_of(world))


def test_names_are_never_markup(world, browse):
    MembershipFactory(
        organisation=world.a.organisation, user=UserFactory(name="<b onclick=x>Piet</b>")
    )

    html = browse("els").get(url_of(world)).content.decode()

    assert "<b onclick" not in html
    assert "&lt;b onclick=x&gt;Piet&lt;/b&gt;" in html
