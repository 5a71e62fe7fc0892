import pytest
from django.test import Client

from accounts.actions.locking import lock_organisation
from accounts.models import Membership, Role
from tests.at_once import overlapping
from tests.factories import DepartmentFactory, MembershipFactory
from tests.page import by_id, links, main_text, page_of, text_of
from tests.world import World, domain_hash

LAST = (
    "Every organisation keeps at least one MVO coordinator. First make somebody else coordinator."
)


def url_of(world: World, person: str, sub: str = "") -> str:
    own = world.person(person).memberships.get(organisation=world.a.organisation)
    return f"/besturen/{world.a.organisation.pk}/mensen/{own.pk}/{sub}"


def people_of(world: World) -> str:
    return f"/besturen/{world.a.organisation.pk}/mensen/"


def leave_of(world: World) -> str:
    return f"/besturen/{world.a.organisation.pk}/vertrekken/"


def stored(world: World, person: str) -> Membership:
    return world.person(person).memberships.get(organisation=world.a.organisation)


def second_coordinator(world: World) -> Membership:
    return MembershipFactory(organisation=world.a.organisation)


def roles(tree) -> list[str]:
    return [field.get("value") for field in tree.iter("input") if field.get("name") == "role"]


# Who may


@pytest.mark.parametrize(
    ("person", "status"), [("els", 200), ("bram", 403), ("rita", 403), ("chaima", 404)]
)
@pytest.mark.parametrize("sub", ["", "verwijderen/"])
def test_member_is_for_the_coordinator(world, browse, person, status, sub):
    assert browse(person).get(url_of(world, "rita", sub)).status_code == status


@pytest.mark.parametrize(("person", "status"), [("bram", 403), ("rita", 403), ("chaima", 404)])
@pytest.mark.parametrize("sub", ["", "verwijderen/"])
def test_post_of_others_changes_nothing(world, browse, person, status, sub):
    before = domain_hash()

    response = browse(person).post(url_of(world, "rita", sub), {"role": "coordinator"})

    assert response.status_code == status
    assert domain_hash() == before


@pytest.mark.parametrize(
    ("person", "status"), [("els", 200), ("bram", 200), ("rita", 200), ("chaima", 404)]
)
def test_leaving_is_for_members(world, browse, person, status):
    assert browse(person).get(leave_of(world)).status_code == status


@pytest.mark.parametrize("sub", ["", "verwijderen/"])
@pytest.mark.parametrize("send", ["get", "post"])
def test_member_of_another_organisation_does_not_exist_here(world, browse, sub, send):
    """Not even for somebody who coordinates both."""
    MembershipFactory(organisation=world.b.organisation, user=world.els)
    foreign = world.chaima.memberships.get()
    before = domain_hash()

    response = getattr(browse("els"), send)(
        f"{people_of(world)}{foreign.pk}/{sub}", {"role": "reader"}
    )

    assert response.status_code == 404
    assert domain_hash() == before


# Another role or department


def test_form_shows_what_is_stored(world, browse):
    department = DepartmentFactory(organisation=world.a.organisation, name="Aankoop")
    world.rita.memberships.update(department=department)

    tree = page_of(browse("els").get(url_of(world, "rita")))

    checked = [field.get("value") for field in tree.iter("input") if "checked" in field.attrib]
    chosen = [text_of(one) for one in tree.iter("option") if "selected" in one.attrib]
    assert (checked, chosen) == (["reader"], ["Aankoop"])
    assert roles(tree) == ["coordinator", "contributor", "reader"]


def test_form_offers_own_departments_only(world, browse):
    DepartmentFactory(organisation=world.a.organisation, name="Aankoop")
    DepartmentFactory(organisation=world.b.organisation, name="Sport")

    tree = page_of(browse("els").get(url_of(world, "rita")))

    assert [text_of(one) for one in tree.iter("option")] == ["No department", "Aankoop"]


def test_change_is_saved_and_said(world, browse):
    department = DepartmentFactory(organisation=world.a.organisation)

    response = browse("els").post(
        url_of(world, "rita"),
        {"role": "contributor", "department": department.pk},
        follow=True,
    )

    rita = stored(world, "rita")
    assert response.redirect_chain == [(people_of(world), 302)]
    assert (rita.role, rita.department) == (Role.CONTRIBUTOR, department)
    assert "The details of Rita Maes are saved." in main_text(response)


def test_change_works_at_the_next_request(world, browse):
    bram = browse("bram")
    scan = f"/scans/{world.a.running.pk}/"
    assert bram.get(scan).status_code == 200

    browse("els").post(url_of(world, "bram"), {"role": "reader", "department": ""})

    assert bram.get(scan).status_code == 403


@pytest.mark.parametrize("data", [{}, {"role": ""}, {"role": "superuser"}])
def test_unknown_role_is_refused(world, browse, data):
    before = domain_hash()

    response = browse("els").post(url_of(world, "rita"), data)

    assert response.status_code == 422
    assert "Check 1 field" in main_text(response)
    assert domain_hash() == before


def test_department_of_another_organisation_is_refused(world, browse):
    foreign = DepartmentFactory(organisation=world.b.organisation, name="Geheime dienst")
    before = domain_hash()

    response = browse("els").post(
        url_of(world, "rita"), {"role": "contributor", "department": foreign.pk}
    )

    assert response.status_code == 422
    assert "Geheime dienst" not in response.content.decode()
    assert domain_hash() == before


@pytest.mark.django_db(transaction=True)
def test_department_that_a_colleague_deletes_meanwhile_is_said(world, browse):
    """Not committed yet when the form is checked; the change waits for it."""
    department = DepartmentFactory(organisation=world.a.organisation)
    els = browse("els")
    els.get(url_of(world, "rita"))  # so that the date of being seen is not written below
    data = {"role": "contributor", "department": department.pk}

    def colleague():
        lock_organisation(world.a.organisation.pk)
        department.delete()

    _deleted, response = overlapping(colleague, lambda: els.post(url_of(world, "rita"), data))

    assert response.status_code == 422
    assert "A colleague deleted this department. Choose again." in main_text(response)
    assert stored(world, "rita").role == Role.READER


def test_refused_form_keeps_what_was_chosen(world, browse):
    response = browse("els").post(url_of(world, "rita"), {"role": "contributor", "department": "x"})

    checked = [f.get("value") for f in page_of(response).iter("input") if "checked" in f.attrib]
    assert (response.status_code, checked) == (422, ["contributor"])


def test_own_role_comes_with_a_warning(world, browse):
    second_coordinator(world)

    text = main_text(browse("els").get(url_of(world, "els")))

    assert "Who is no longer MVO coordinator cannot open this page any more." in text


def test_role_of_others_comes_without_a_warning(world, browse):
    assert "This is you" not in main_text(browse("els").get(url_of(world, "rita")))


def test_coordinator_steps_down(world, browse):
    second_coordinator(world)
    els = browse("els")

    response = els.post(url_of(world, "els"), {"role": "reader", "department": ""}, follow=True)

    assert response.redirect_chain == [(people_of(world), 302)]
    assert stored(world, "els").role == Role.READER
    assert els.get(url_of(world, "rita")).status_code == 403


# Out


def test_removal_asks_first(world, browse):
    before = domain_hash()

    response = browse("els").get(url_of(world, "bram", "verwijderen/"))

    text = main_text(response)
    assert "Bram Claes sees nothing of Gemeente Aalbeke any more, from the very next click." in text
    assert "Answers that this person gave stay in the scans, with the name." in text
    assert domain_hash() == before


def test_removed_person_is_out_at_the_very_next_request(world, browse):
    bram = browse("bram")
    pages = [f"/scans/{world.a.running.pk}/", people_of(world), leave_of(world)]
    assert [bram.get(sub).status_code for sub in pages] == [200, 200, 200]

    response = browse("els").post(url_of(world, "bram", "verwijderen/"), follow=True)

    assert response.redirect_chain == [(people_of(world), 302)]
    assert "Bram Claes is no longer a member." in main_text(response)
    assert [bram.get(sub).status_code for sub in pages] == [404, 404, 404]
    assert "Gemeente Aalbeke" not in bram.get("/").content.decode()


def test_second_removal_finds_nobody(world, browse):
    url = url_of(world, "bram", "verwijderen/")
    els = browse("els")
    els.post(url)

    assert els.post(url).status_code == 404


@pytest.mark.parametrize("person", ["bram", "rita"])
def test_member_leaves(world, browse, person):
    client = browse(person)

    response = client.post(leave_of(world), follow=True)

    assert response.redirect_chain == [("/", 302)]
    assert "You have left Gemeente Aalbeke." in main_text(response)
    assert client.get(leave_of(world)).status_code == 404


def test_coordinator_leaves_when_there_is_another(world, browse):
    second_coordinator(world)

    response = browse("els").post(leave_of(world))

    assert (response.status_code, response["Location"]) == (302, "/")
    assert not world.els.memberships.exists()


def test_removing_oneself_is_leaving(world, browse):
    second_coordinator(world)
    els = browse("els")

    sub = els.get(url_of(world, "els", "verwijderen/"))
    response = els.post(url_of(world, "els", "verwijderen/"))

    assert "You see nothing of Gemeente Aalbeke any more" in main_text(sub)
    assert (response.status_code, response["Location"]) == (302, "/")


# The last coordinator


def test_last_coordinator_keeps_the_role_and_reads_why(world, browse):
    response = browse("els").get(url_of(world, "els"))

    assert LAST in main_text(response)
    assert roles(page_of(response)) == ["coordinator"]


@pytest.mark.parametrize("role", ["reader", "contributor"])
def test_last_coordinator_with_a_forged_role_is_refused(world, browse, role):
    before = domain_hash()

    response = browse("els").post(url_of(world, "els"), {"role": role, "department": ""})

    tree = page_of(response)
    (summary,) = (one for one in tree.iter("div") if "errorsum" in one.get("class", ""))
    assert response.status_code == 422
    assert f"Role: {LAST}" in text_of(summary)
    assert domain_hash() == before


def test_last_coordinator_changes_department(world, browse):
    department = DepartmentFactory(organisation=world.a.organisation)

    response = browse("els").post(
        url_of(world, "els"), {"role": "coordinator", "department": department.pk}
    )

    assert response.status_code == 302
    assert stored(world, "els").department == department


@pytest.mark.parametrize("sub", ["vertrekken/", "mensen/{pk}/verwijderen/"])
def test_last_coordinator_cannot_leave_and_reads_why(world, browse, sub):
    path = sub.format(pk=stored(world, "els").pk)

    response = browse("els").get(f"/besturen/{world.a.organisation.pk}/{path}")

    main = next(page_of(response).iter("main"))
    assert LAST in text_of(main)
    assert people_of(world) in links(main)
    assert list(main.iter("button")) == []


@pytest.mark.parametrize("sub", ["vertrekken/", "mensen/{pk}/verwijderen/"])
def test_last_coordinator_with_a_forged_post_is_refused(world, browse, sub):
    path = sub.format(pk=stored(world, "els").pk)
    before = domain_hash()

    response = browse("els").post(f"/besturen/{world.a.organisation.pk}/{path}")

    assert response.status_code == 409
    assert LAST in main_text(response)
    assert domain_hash() == before


def test_member_without_token_is_not_removed(world):
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.els)

    assert client.post(url_of(world, "bram", "verwijderen/")).status_code == 403
    assert world.bram.memberships.exists()


@pytest.mark.parametrize(
    ("person", "sub", "queries"),
    [("els", "", 6), ("rita", "", 5), ("rita", "verwijderen/", 4), ("els", "verwijderen/", 5)],
)
def test_page_costs(world, browse, person, sub, queries, django_assert_num_queries):
    DepartmentFactory.create_batch(3, organisation=world.a.organisation)
    url = url_of(world, person, sub)
    client = browse("els")

    with django_assert_num_queries(queries):
        client.get(url)


def test_error_leads_to_the_first_role(world, browse):
    response = browse("els").post(url_of(world, "rita"), {"role": "superuser"})

    tree = page_of(response)
    assert "#id_role_0" in links(tree)
    assert by_id(tree, "id_role_0").get("value") == "coordinator"
