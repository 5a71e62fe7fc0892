import pytest
from django.test import Client

from accounts.models import Department, Membership, Organisation, User
from tests.factories import (
    DepartmentFactory,
    DepartmentKindFactory,
    PredecessorFactory,
    UserFactory,
)

INLINES = {
    f"{prefix}-{name}": value
    for prefix in ("departments", "predecessors", "memberships")
    for name, value in (("TOTAL_FORMS", "0"), ("INITIAL_FORMS", "0"))
}
ORGANISATION = {
    "type": "municipality",
    "name": "Gemeente Cuttecoven",
    "kbo_number": "0207.451.227",
    "nis_code": "",
    "accent": "#4A6A1E",
    **INLINES,
}


@pytest.fixture
def superuser(db) -> Client:
    client = Client()
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    return client


def test_organisation_is_made_with_a_number_as_it_is_printed(superuser):
    response = superuser.post("/beheer/accounts/organisation/add/", ORGANISATION)

    stored = Organisation.objects.get()
    assert response.status_code == 302
    assert (stored.kbo_number, stored.accent) == ("0207451227", "#4a6a1e")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"kbo_number": "0207.451.228"}, "kbo_number"),
        ({"nis_code": "x"}, "nis_code"),
        ({"accent": "#FF0000"}, "accent"),
        ({"type": "province", "nis_code": "11001"}, "nis_code"),
    ],
)
def test_wrong_organisation_is_refused_at_its_field(superuser, changes, field):
    response = superuser.post("/beheer/accounts/organisation/add/", {**ORGANISATION, **changes})

    assert list(response.context["adminform"].form.errors) == [field]
    assert Organisation.objects.count() == 0


@pytest.mark.parametrize("number", ["0207451227", "44001", "Oudelaar"])
def test_organisation_is_found_by_what_it_was_before_a_merger(superuser, world, number):
    PredecessorFactory(
        organisation=world.a.organisation,
        name="Oudelaar",
        kbo_number="0207451227",
        nis_code="44001",
    )

    response = superuser.get("/beheer/accounts/organisation/", {"q": number})

    assert list(response.context["cl"].queryset) == [world.a.organisation]


def test_user_is_made_without_password(superuser):
    form = {"email": "els@a.example", "name": "Els Peeters"}

    superuser.post("/beheer/accounts/user/add/", form | user_inlines())

    assert User.objects.get(name="Els Peeters").has_usable_password() is False


def test_address_in_other_letters_is_refused(superuser):
    UserFactory(email="els@a.example")
    superuser.cookies["language"] = "en"

    response = superuser.post(
        "/beheer/accounts/user/add/", {"email": "ELS@A.example", "name": "Els"} | user_inlines()
    )

    errors = response.context["adminform"].form.errors
    assert list(errors.values()) == [["There is already a user with this e-mail address."]]
    assert User.objects.filter(name="Els").count() == 0


def test_role_is_given_on_the_page_of_the_organisation(superuser, world):
    organisation = world.a.organisation
    rita = world.rita.memberships.get()
    rows = list(organisation.memberships.order_by("pk"))
    inlines = {
        "predecessors-TOTAL_FORMS": "0",
        "predecessors-INITIAL_FORMS": "0",
        "departments-TOTAL_FORMS": "1",
        "departments-INITIAL_FORMS": "0",
        "departments-0-name": "Aankoop",
        "departments-0-organisation": organisation.pk,
        "memberships-TOTAL_FORMS": len(rows),
        "memberships-INITIAL_FORMS": len(rows),
    }
    for i, row in enumerate(rows):
        inlines |= {
            f"memberships-{i}-id": row.pk,
            f"memberships-{i}-user": row.user_id,
            f"memberships-{i}-organisation": organisation.pk,
            f"memberships-{i}-role": "contributor" if row == rita else row.role,
        }

    response = superuser.post(
        f"/beheer/accounts/organisation/{organisation.pk}/change/",
        {**ORGANISATION, "kbo_number": organisation.kbo_number, **inlines},
    )

    rita.refresh_from_db()
    assert (response.status_code, rita.role) == (302, "contributor")
    assert Department.objects.get().name == "Aankoop"


def test_person_with_answers_is_not_deleted(superuser, world):
    response = superuser.post(
        f"/beheer/accounts/user/{world.els.pk}/delete/", {"post": "yes"}, follow=True
    )

    assert User.objects.filter(pk=world.els.pk).exists()
    assert Membership.objects.filter(user=world.els).exists()
    assert response.status_code == 200


def test_organisation_with_scans_is_not_deleted(superuser, world):
    superuser.post(
        f"/beheer/accounts/organisation/{world.a.organisation.pk}/delete/", {"post": "yes"}
    )

    assert Organisation.objects.filter(pk=world.a.organisation.pk).exists()


def test_list_of_departments_names_the_organisation(superuser, django_assert_num_queries):
    DepartmentFactory.create_batch(3, kind=DepartmentKindFactory())
    superuser.get("/beheer/accounts/department/")

    with django_assert_num_queries(5):
        response = superuser.get("/beheer/accounts/department/")

    assert response.context["cl"].result_count == 3


def test_delete_page_names_no_answers(superuser, world):
    """The list of what would go along stops at the scans: no remark is on it."""
    world.a.running.respondents.get().answers.update(remark="Vertrouwelijk")

    html = superuser.get(
        f"/beheer/accounts/organisation/{world.a.organisation.pk}/delete/"
    ).content.decode()

    assert "Vertrouwelijk" not in html


def user_inlines() -> dict[str, str]:
    return {"memberships-TOTAL_FORMS": "0", "memberships-INITIAL_FORMS": "0"}


def test_address_with_capitals_is_stored_in_small_letters(superuser):
    form = {"email": "Els@A.Example", "name": "Els Peeters"}

    superuser.post("/beheer/accounts/user/add/", form | user_inlines())

    assert User.objects.get(name="Els Peeters").email == "els@a.example"
