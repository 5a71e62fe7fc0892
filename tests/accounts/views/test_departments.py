import pytest

from accounts.models import Department, DepartmentKind
from tests.factories import (
    LONG_AGO,
    DepartmentFactory,
    DepartmentKindFactory,
    InvitationFactory,
)
from tests.page import as_sent, by_id, main_text, page_of, text_of
from tests.world import domain_hash


@pytest.fixture
def url(world) -> str:
    return f"/besturen/{world.a.organisation.pk}/diensten/"


@pytest.fixture
def kinds(world) -> list[DepartmentKind]:
    """Three usual departments, and no others."""
    return [
        DepartmentKindFactory(code=code, name=name)
        for code, name in (("directie", "algemene directie"), ("ict", "ICT"), ("sport", "sport"))
    ]


@pytest.fixture(autouse=True)
def _only_these_kinds(world, kinds) -> None:
    """The questionnaires of the world bring one along, under the first of these codes."""
    DepartmentKind.objects.filter(code="directie").update(name="algemene directie")


@pytest.fixture
def sport(world) -> Department:
    return DepartmentFactory(organisation=world.a.organisation, name="Sportdienst")


def field(department: Department, name: str) -> str:
    return f"department-{department.pk}-{name}"


def stored(world) -> dict[str, str | None]:
    own = world.a.organisation.departments
    return dict(own.order_by("name").values_list("name", "kind__code"))


@pytest.mark.parametrize(
    ("person", "status"), [("els", 200), ("bram", 403), ("rita", 403), ("chaima", 404)]
)
def test_departments_are_for_the_coordinator(browse, url, person, status):
    client, before = browse(person), domain_hash()

    assert client.get(url).status_code == status
    posted = client.post(url, {"new0-name": "Jeugd"}).status_code

    assert posted == (302 if person == "els" else status)
    assert (domain_hash() == before) is (person != "els")


def test_one_post_renames_removes_and_adds(world, browse, url, kinds, sport):
    gone = DepartmentFactory(organisation=world.a.organisation, name="Logistiek")
    data = {
        field(sport, "name"): "Dienst sport en spel",
        field(sport, "kind"): str(kinds[2].pk),
        field(gone, "name"): "",
        field(gone, "remove"): "on",
        "new0-name": "Zwembad",
        "new0-kind": "",
        "new1-name": "",
        "new1-kind": "",
        "new2-name": "algemene Directie",
        "usual": [str(kinds[1].pk)],
    }

    response = browse("els").post(url, data, follow=True)

    assert response.redirect_chain == [(f"/besturen/{world.a.organisation.pk}/", 302)]
    assert "The departments are saved." in main_text(response)
    assert stored(world) == {
        "Dienst sport en spel": "sport",
        "ICT": "ict",
        "Zwembad": None,
        "algemene Directie": "directie",
    }


def test_new_row_with_only_a_kind_is_named_after_it(world, browse, url, kinds):
    browse("els").post(url, {"new0-name": "", "new0-kind": str(kinds[2].pk)})

    assert stored(world) == {"Sport": "sport"}


def test_usual_departments_are_taken_over_with_one_press(world, browse, url):
    browse("els").post(url, {"all": "1", "new0-name": "Zwembad"})

    assert stored(world) == {
        "Algemene directie": "directie",
        "ICT": "ict",
        "Sport": "sport",
        "Zwembad": None,
    }


def test_usual_department_that_is_there_is_not_taken_over_again(world, browse, url, kinds):
    """By a second press on the button, and beside one of its own name that was just typed."""
    client = browse("els")
    client.post(url, {"usual": [str(kinds[2].pk)], "new0-name": "SPORT"})
    client.post(url, {"usual": [str(kinds[2].pk)], "all": "1"})
    client.post(url, {"all": "1"})

    assert stored(world) == {"Algemene directie": "directie", "ICT": "ict", "SPORT": "sport"}


def test_usual_departments_that_are_missing_are_offered(world, browse, url, kinds):
    DepartmentFactory(organisation=world.a.organisation, name="Informatica", kind=kinds[1])
    DepartmentFactory(organisation=world.a.organisation, name="Sport")

    page = page_of(browse("els").get(url))

    offered = [e.get("value") for e in page.iter("input") if e.get("name") == "usual"]
    assert offered == [str(kinds[0].pk)]


def test_enter_in_a_field_takes_over_no_list(browse, url):
    """A browser presses the first button of the form."""
    page = by_id(page_of(browse("els").get(url)), "content")

    assert [button.get("name") for button in page.iter("button")] == [None, "all", None]


def test_removing_says_what_it_does_in_trajects(browse, url, sport):
    assert "also disappears from local photos and lead groups" in main_text(browse("els").get(url))


def test_removing_says_who_stays_without_department(world, browse, url, sport):
    world.a.organisation.memberships.exclude(user=world.els).update(department=sport)
    InvitationFactory(organisation=world.a.organisation, department=sport)
    InvitationFactory(organisation=world.a.organisation, department=sport, revoked_at=LONG_AGO)

    page = page_of(browse("els").get(url))

    box = by_id(page, f"id_{field(sport, 'remove')}")
    assert text_of(by_id(page, box.get("aria-describedby"))) == (
        "2 people stay, without department. 1 invitation stays, without department."
    )


@pytest.mark.parametrize(
    ("data", "wrong", "message"),
    [
        ({"new0-name": "SPORTDIENST"}, "new0-name", "already a department with this name"),
        ({"new0-name": "Jeugd", "new1-name": "jeugd"}, "new1-name", "already a department"),
        ({"new0-name": "Jeugd\nen spel"}, "new0-name", "Write this on one line."),
        ({"new0-name": "x" * 121}, "new0-name", "at most 120 characters"),
        ({"new0-name": "Jeugd", "new0-kind": "99999999"}, "new0-kind", "Select a valid choice."),
        ({"new0-name": "Jeugd", "new0-kind": "x\0"}, "new0-kind", "Select a valid choice."),
        ({"sport-name": ""}, "sport-name", "Write a name, or tick “Remove”."),
        ({"usual": ["99999999"]}, "usual", "Select a valid choice."),
        ({"usual": ["\0"]}, "usual", "Select a valid choice."),
    ],
)
def test_mistake_is_refused_at_its_field(browse, url, sport, data, wrong, message):
    own = f"department-{sport.pk}"
    data = {name.replace("sport", own): text for name, text in data.items()}
    wrong = wrong.replace("sport", own)
    before = domain_hash()

    response = browse("els").post(url, {"new2-name": "Wordt bewaard", **data})

    page = page_of(response)
    assert response.status_code == 422
    assert message in text_of(by_id(page, f"id_{wrong}_error"))
    assert "Check 1 field" in main_text(response)
    assert f"#id_{wrong}" in [a.get("href") for a in page.iter("a")]
    assert by_id(page, "id_new2-name").get("value") == "Wordt bewaard"
    assert domain_hash() == before


def test_nothing_typed_is_lost(world, browse, url, kinds, sport):
    data = {
        field(sport, "name"): "Sport en spel",
        field(sport, "kind"): str(kinds[2].pk),
        field(sport, "remove"): "on",
        "new0-name": "Jeugd",
        "new1-name": "JEUGD",
        "new1-kind": str(kinds[0].pk),
        "usual": [str(kinds[1].pk)],
    }

    page = page_of(browse("els").post(url, data))

    for name in (field(sport, "name"), "new0-name", "new1-name"):
        assert by_id(page, f"id_{name}").get("value") == data[name]
    for name in (field(sport, "kind"), "new1-kind"):
        chosen = [o for o in by_id(page, f"id_{name}") if o.get("selected") is not None]
        assert [option.get("value") for option in chosen] == [data[name]]
    assert by_id(page, f"id_{field(sport, 'remove')}").get("checked") is not None
    ticked = [e for e in page.iter("input") if e.get("name") == "usual" and "checked" in e.attrib]
    assert [e.get("value") for e in ticked] == [str(kinds[1].pk)]


def test_removed_row_may_have_any_mistake(world, browse, url, sport):
    data = {field(sport, "name"): "x" * 999, field(sport, "remove"): "on", "new0-name": "sport"}

    response = browse("els").post(url, data)

    assert response.status_code == 302
    assert stored(world) == {"sport": "sport"}


def test_department_that_was_added_meanwhile_stays_as_it_is(world, browse, url, sport):
    browse("els").post(url, {"new0-name": "Jeugd"})

    assert stored(world) == {"Jeugd": None, "Sportdienst": None}


def test_names_that_only_clash_while_saving_are_told(world, browse, url):
    """Rows that this page did not know, such as a colleague or the administration made them."""
    for name in ("Sport", "SPORT"):
        DepartmentFactory(organisation=world.a.organisation, name=name)
    before = domain_hash()

    response = browse("els").post(url, {"new0-name": "Jeugd"})

    assert response.status_code == 422
    assert "A colleague added a department with one of these names" in main_text(response)
    assert by_id(page_of(response), "id_new0-name").get("value") == "Jeugd"
    assert domain_hash() == before


def test_department_of_another_organisation_is_refused_and_untouched(world, browse, url, sport):
    foreign = DepartmentFactory(organisation=world.b.organisation, name="Geheime dienst")
    before = domain_hash()
    data = {
        field(foreign, "name"): "Gekaapt",
        field(foreign, "remove"): "on",
        field(sport, "name"): "Sport en spel",
    }

    response = browse("els").post(url, data)

    assert response.status_code == 422
    assert domain_hash() == before
    assert "A colleague removed a row of this page meanwhile." in main_text(response)
    assert "Geheime" not in response.content.decode()
    page = page_of(response)
    assert by_id(page, f"id_{field(sport, 'name')}").get("value") == "Sport en spel"


@pytest.mark.parametrize("number", ["0", "9" * 30, "٣"])
def test_row_that_never_was_is_refused(browse, url, number):
    before = domain_hash()

    response = browse("els").post(url, {f"department-{number}-name": "Gekaapt"})

    assert response.status_code == 422
    assert domain_hash() == before


def test_page_saves_as_a_browser_sends_it(world, browse, url, sport):
    """Nothing was touched, so nothing changes."""
    client = browse("els")
    page = page_of(client.get(url))
    sent = {
        e.get("name"): e.get("value", "")
        for e in by_id(page, "content").iter("input")
        if e.get("type") in ("text", "hidden")
    }
    before = domain_hash()

    response = client.post(url, sent)

    assert response.status_code == 302
    assert domain_hash() == before


@pytest.mark.parametrize("number", [1, 20])
def test_page_costs(world, browse, url, number, django_assert_num_queries):
    for department in DepartmentFactory.create_batch(number, organisation=world.a.organisation):
        InvitationFactory(organisation=world.a.organisation, department=department)
    client = browse("els")
    client.get(url)

    with django_assert_num_queries(5):
        client.get(url)


def old_page(browse, url) -> dict[str, str]:
    return as_sent(by_id(page_of(browse("els").get(url)), "content"))


def test_older_page_undoes_nothing_of_a_colleague(world, browse, url, kinds, sport):
    """Neither in the rows that it does not change, nor in the rest of those that it does."""
    other = DepartmentFactory(organisation=world.a.organisation, name="Aankoop")
    sent = old_page(browse, url)
    Department.objects.filter(pk=other.pk).update(name="Aankopen")
    Department.objects.filter(pk=sport.pk).update(kind=kinds[2])

    response = browse("els").post(url, {**sent, field(sport, "name"): "Sport en spel"})

    assert response.status_code == 302
    assert stored(world) == {"Aankopen": None, "Sport en spel": "sport"}


def test_older_page_shows_what_a_colleague_saved_when_it_comes_back(world, browse, url, sport):
    """So that the next save is again compared with what was shown."""
    other = DepartmentFactory(organisation=world.a.organisation, name="Aankoop")
    sent = old_page(browse, url)
    Department.objects.filter(pk=other.pk).update(name="Aankopen")

    response = browse("els").post(url, {**sent, field(sport, "name"): "AANKOPEN"})

    page = page_of(response)
    assert response.status_code == 422
    assert "already a department" in text_of(by_id(page, f"id_{field(sport, 'name')}_error"))
    assert by_id(page, f"id_{field(other, 'name')}").get("value") == "Aankopen"
    again = as_sent(by_id(page, "content"))
    assert again[f"initial-{field(sport, 'name')}"] == "Sportdienst"
    browse("els").post(url, {**again, field(sport, "name"): "Sport en spel"})
    assert stored(world) == {"Aankopen": None, "Sport en spel": None}
