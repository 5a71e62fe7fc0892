from datetime import date

import pytest

from accounts.models import Predecessor
from tests.factories import PredecessorFactory
from tests.page import as_sent as sent_by_browser
from tests.page import by_id, main_text, page_of, text_of
from tests.world import domain_hash


@pytest.fixture
def url(world) -> str:
    return f"/besturen/{world.a.organisation.pk}/voorgangers/"


@pytest.fixture
def old(world) -> Predecessor:
    return PredecessorFactory(
        organisation=world.a.organisation,
        name="Oudelaar",
        kbo_number="0207451227",
        nis_code="44001",
        merged_on=date(2019, 1, 1),
    )


def as_sent(predecessor: Predecessor) -> dict[str, str]:
    own = f"predecessor-{predecessor.pk}-"
    return {
        f"{own}name": predecessor.name,
        f"{own}kbo_number": "0207.451.227",
        f"{own}nis_code": predecessor.nis_code,
        f"{own}merged_on": "2019-01-01",
    }


def stored(world) -> list[tuple]:
    own = world.a.organisation.predecessors
    return list(own.values_list("name", "kbo_number", "nis_code", "merged_on"))


@pytest.mark.parametrize(
    ("person", "status"), [("els", 200), ("bram", 403), ("rita", 403), ("chaima", 404)]
)
def test_predecessors_are_for_the_coordinator(browse, url, person, status):
    client, before = browse(person), domain_hash()

    assert client.get(url).status_code == status
    posted = client.post(url, {"new0-name": "Oudelaar"}).status_code

    assert posted == (302 if person == "els" else status)
    assert (domain_hash() == before) is (person != "els")


def test_page_says_what_it_is_for(browse, url):
    text = main_text(browse("els").get(url))

    assert "so that their old numbers still lead here" in text
    assert "Nobody gets access to old data by it." in text


def test_one_post_changes_adds_and_removes(world, browse, url, old):
    gone = PredecessorFactory(organisation=world.a.organisation, name="Vroeglaar")
    own = f"predecessor-{old.pk}-"
    data = {
        **as_sent(old),
        f"{own}merged_on": "",
        f"{own}name": "Oudelaer",
        f"predecessor-{gone.pk}-name": "Vroeglaar",
        f"predecessor-{gone.pk}-remove": "on",
        "new0-name": "",
        "new1-name": "Nieuwlaar",
        "new1-kbo_number": "BE 0207.451.227",
        "new1-merged_on": "2025-01-01",
    }

    response = browse("els").post(url, data, follow=True)

    assert "The predecessors are saved." in main_text(response)
    assert stored(world) == [
        ("Nieuwlaar", "0207451227", "", date(2025, 1, 1)),
        ("Oudelaer", "0207451227", "44001", None),
    ]


def test_page_that_nobody_touched_changes_nothing(browse, url, old):
    before = domain_hash()

    response = browse("els").post(url, as_sent(old))

    assert response.status_code == 302
    assert domain_hash() == before


def test_fields_show_what_is_stored_in_the_notation_of_the_browser(browse, url, old):
    page = page_of(browse("els").get(url))

    shown = {name: by_id(page, f"id_{name}").get("value") for name in as_sent(old)}
    assert shown == as_sent(old)


@pytest.mark.parametrize(
    ("data", "wrong", "message"),
    [
        ({"new0-name": "oudelaar"}, "new0-name", "already a predecessor with this name"),
        ({"new0-name": "", "new0-nis_code": "44002"}, "new0-name", "Write the name."),
        ({"new0-name": "A", "new0-kbo_number": "9"}, "new0-kbo_number", "not a valid KBO number"),
        ({"new0-name": "A", "new0-kbo_number": "x" * 999}, "new0-kbo_number", "not a valid KBO"),
        ({"new0-name": "A", "new0-nis_code": "4400"}, "new0-nis_code", "has five digits"),
        ({"new0-name": "A", "new0-nis_code": "٤٤٠٠١"}, "new0-nis_code", "has five digits"),
        ({"new0-name": "A", "new0-merged_on": "gisteren"}, "new0-merged_on", "Enter a valid date."),
        ({"new0-name": "A\r\nB"}, "new0-name", "Write this on one line."),
        ({"old-name": ""}, "old-name", "Write the name."),
    ],
)
def test_mistake_is_refused_at_its_field(browse, url, old, data, wrong, message):
    own = f"predecessor-{old.pk}"
    changes = {name.replace("old-", f"{own}-"): text for name, text in data.items()}
    wrong = wrong.replace("old-", f"{own}-")
    before = domain_hash()

    response = browse("els").post(url, {**as_sent(old), "new1-name": "Wordt bewaard", **changes})

    page = page_of(response)
    assert response.status_code == 422
    assert message in text_of(by_id(page, f"id_{wrong}_error"))
    assert by_id(page, "id_new1-name").get("value") == "Wordt bewaard"
    assert domain_hash() == before


def test_names_that_only_clash_while_saving_are_told(world, browse, url):
    for name in ("Oudelaar", "OUDELAAR"):
        PredecessorFactory(organisation=world.a.organisation, name=name)
    before = domain_hash()

    response = browse("els").post(url, {"new0-name": "Nieuwlaar"})

    assert response.status_code == 422
    assert "A colleague added a predecessor with one of these names" in main_text(response)
    assert domain_hash() == before


def test_predecessor_of_another_organisation_is_refused_and_untouched(world, browse, url):
    foreign = PredecessorFactory(organisation=world.b.organisation, name="Geheimlaar")
    before = domain_hash()
    data = {f"predecessor-{foreign.pk}-{name}": "on" for name in ("name", "remove")}

    response = browse("els").post(url, data)

    assert response.status_code == 422
    assert domain_hash() == before
    assert "Geheimlaar" not in response.content.decode()


@pytest.mark.parametrize("number", [1, 20])
def test_page_costs(world, browse, url, number, django_assert_num_queries):
    PredecessorFactory.create_batch(number, organisation=world.a.organisation)
    client = browse("els")
    client.get(url)

    with django_assert_num_queries(4):
        client.get(url)


def test_older_page_undoes_nothing_of_a_colleague(world, browse, url, old):
    sent = sent_by_browser(by_id(page_of(browse("els").get(url)), "content"))
    Predecessor.objects.filter(pk=old.pk).update(kbo_number="", merged_on=date(2020, 1, 1))

    response = browse("els").post(url, {**sent, f"predecessor-{old.pk}-name": "Oudelaer"})

    assert response.status_code == 302
    assert stored(world) == [("Oudelaer", "", "44001", date(2020, 1, 1))]


def test_page_as_a_browser_sends_it_changes_nothing(world, browse, url, old):
    sent = sent_by_browser(by_id(page_of(browse("els").get(url)), "content"))
    Predecessor.objects.filter(pk=old.pk).update(name="Oudelaer")
    before = domain_hash()

    assert browse("els").post(url, sent).status_code == 302

    assert domain_hash() == before
