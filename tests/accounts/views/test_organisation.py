import pytest

from accounts.actions.organisations import set_logo
from accounts.models import Membership, Organisation
from tests.factories import (
    DepartmentFactory,
    DepartmentKindFactory,
    InvitationFactory,
    PredecessorFactory,
)
from tests.page import links, main_text, page_of, text_of
from tests.world import World

PARTS = ("gegevens/", "logo/", "diensten/", "voorgangers/")


@pytest.fixture
def url(world) -> str:
    return f"/besturen/{world.a.organisation.pk}/"


def tables(response) -> list[list[str]]:
    return [
        [text_of(row) for row in table.find("tbody")] for table in page_of(response).iter("table")
    ]


def alone(world: World) -> None:
    Membership.objects.filter(organisation=world.a.organisation).exclude(user=world.els).delete()


@pytest.mark.parametrize(
    ("person", "status"), [("els", 200), ("bram", 200), ("rita", 200), ("chaima", 404)]
)
def test_organisation_is_for_members(browse, url, person, status):
    assert browse(person).get(url).status_code == status


def test_organisation_shows_who_it_is(world, browse, url):
    Organisation.objects.filter(pk=world.a.organisation.pk).update(
        kbo_number="0207451227", nis_code="11001", accent="#4a6a1e"
    )

    text = main_text(browse("rita").get(url))

    for words in ("Gemeente Aalbeke", "0207.451.227", "11001", "#4a6a1e", "3 people take part"):
        assert words in text


def test_departments_stand_with_their_kind_and_people(world, browse, url):
    kind = DepartmentKindFactory(code="aankoop", name="aankoop")
    organisation = world.a.organisation
    purchases = DepartmentFactory(organisation=organisation, name="Dienst aankoop", kind=kind)
    DepartmentFactory(organisation=organisation, name="Zwembad")
    organisation.memberships.exclude(user=world.els).update(department=purchases)
    InvitationFactory.create_batch(2, organisation=organisation, department=purchases)

    assert tables(browse("bram").get(url)) == [
        ["Dienst aankoop aankoop 2", "Zwembad none of these 0"]
    ]


def test_predecessors_stand_with_their_numbers(world, browse, url):
    organisation = world.a.organisation
    PredecessorFactory(
        organisation=organisation,
        name="Oudelaar",
        kbo_number="0207451227",
        nis_code="44001",
        merged_on="2019-01-01",
    )
    PredecessorFactory(organisation=organisation, name="Vroeglaar")

    assert tables(browse("rita").get(url)) == [
        [
            "Oudelaar 0207.451.227 44001 1 January 2019",
            "Vroeglaar not filled in not filled in not filled in",
        ]
    ]


@pytest.mark.parametrize(("person", "may"), [("els", True), ("bram", False), ("rita", False)])
def test_only_the_coordinator_gets_links_to_change_it(world, browse, url, person, may):
    found = links(page_of(browse(person).get(url)))

    assert [url + part in found for part in PARTS] == [may] * len(PARTS)
    assert f"{url}mensen/" in found


def test_links_of_the_coordinator_lead_somewhere(world, browse, url):
    client = browse("els")
    own = [link for link in links(page_of(client.get(url))) if link.startswith(url)]

    assert {link: client.get(link).status_code for link in own} == dict.fromkeys(own, 200)


def next_step(response) -> str | None:
    blocks = list(page_of(response).iter("section"))
    petrol = [block for block in blocks if block.get("class") == "next"]
    return next(iter(links(petrol[0]))) if petrol else None


def test_next_step_is_what_is_missing_most(world, browse, url):
    organisation, client = world.a.organisation, browse("els")
    alone(world)
    seen = [next_step(client.get(url))]

    department = DepartmentFactory(organisation=organisation)
    seen.append(next_step(client.get(url)))
    InvitationFactory(organisation=organisation, department=department)
    seen.append(next_step(client.get(url)))
    set_logo(organisation=organisation, png=b"picture", by=world.els)
    seen.append(next_step(client.get(url)))

    assert seen == [f"{url}diensten/", f"{url}mensen/uitnodigen/", f"{url}logo/", None]


@pytest.mark.parametrize("person", ["bram", "rita"])
def test_who_cannot_change_it_gets_no_next_step(browse, url, person):
    assert next_step(browse(person).get(url)) is None


def test_header_names_the_organisation_and_shows_its_logo(world, browse, url):
    client, path = browse("rita"), f"/scans/{world.a.finished.pk}/"
    before = client.get(path).content.decode()

    version = set_logo(organisation=world.a.organisation, png=b"picture", by=world.els).logo_version
    header = next(page_of(client.get(path)).iter("header"))

    (image,) = header.iter("img")
    assert image.get("src") == f"{url}logo-{version}.png"
    assert (image.get("alt"), image.get("height")) == ("Logo Gemeente Aalbeke", "34")
    assert url in links(header)
    assert "<img" not in before


@pytest.mark.parametrize("number", [1, 20])
def test_organisation_costs(world, browse, url, number, django_assert_num_queries):
    organisation = world.a.organisation
    PredecessorFactory.create_batch(number, organisation=organisation)
    for department in DepartmentFactory.create_batch(number, organisation=organisation):
        InvitationFactory(organisation=organisation, department=department)
    client = browse("els")
    client.get(url)

    with django_assert_num_queries(7):
        client.get(url)
