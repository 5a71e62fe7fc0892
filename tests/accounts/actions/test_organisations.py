import re

import pytest
from django.core.exceptions import ValidationError

from accounts.actions.organisations import (
    create_organisation,
    remove_logo,
    set_logo,
    update_organisation,
)
from accounts.actions.users import get_or_create_user
from accounts.errors import NoLongerCoordinator
from accounts.models import Organisation, Role, User
from tests.factories import (
    DepartmentKindFactory,
    MembershipFactory,
    OrganisationFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def test_organisation_is_made_with_departments_and_coordinator():
    els = UserFactory()

    organisation = create_organisation(
        organisation=OrganisationFactory.build(), coordinator=els, departments=["Aankoop", "ICT"]
    )

    assert list(organisation.departments.values_list("name", flat=True)) == ["Aankoop", "ICT"]
    assert list(organisation.memberships.values_list("user", "role")) == [(els.pk, "coordinator")]


def test_department_named_as_a_usual_one_gets_its_kind():
    purchases = DepartmentKindFactory(code="aankoop", name="aankoop")

    organisation = create_organisation(
        organisation=OrganisationFactory.build(),
        coordinator=UserFactory(),
        departments=["Aankoop", "Dienst aankoop"],
    )

    assert dict(organisation.departments.values_list("name", "kind")) == {
        "Aankoop": purchases.pk,
        "Dienst aankoop": None,
    }


def test_organisation_with_a_wrong_number_is_not_made():
    with pytest.raises(ValidationError):
        create_organisation(
            organisation=OrganisationFactory.build(kbo_number="1"), coordinator=UserFactory()
        )

    assert Organisation.objects.count() == 0


def test_new_person_has_no_usable_password():
    user, created = get_or_create_user(email=" Els@A.example", name="Els")

    assert (user.email, user.has_usable_password(), created) == ("els@a.example", False, True)


def test_known_person_keeps_name_and_password():
    get_or_create_user(email="els@a.example", name="Els", password="een-lang-wachtwoord")

    user, created = get_or_create_user(email="ELS@a.example ", name="Iemand", password="x")

    assert (user.name, created, User.objects.count()) == ("Els", False, 1)
    assert user.check_password("een-lang-wachtwoord")


DETAILS = {
    "name": "Stad Aalbeke",
    "type": "municipality",
    "kbo_number": "0207451227",
    "nis_code": "11001",
    "accent": "#4a6a1e",
}


@pytest.fixture
def els() -> User:
    """Coordinates one organisation."""
    return MembershipFactory(organisation__name="Gemeente Aalbeke").user


@pytest.fixture
def organisation(els) -> Organisation:
    return els.memberships.get().organisation


def test_details_are_changed_and_the_rest_stays(organisation, els):
    other = OrganisationFactory()
    set_logo(organisation=organisation, png=b"picture", by=els)
    untouched = (other.name, other.accent)

    update_organisation(organisation=organisation, by=els, changes=DETAILS)

    stored = Organisation.objects.get(pk=organisation.pk)
    other.refresh_from_db()
    assert {field: getattr(stored, field) for field in DETAILS} == DETAILS
    assert stored.logo_version
    assert (other.name, other.accent) == untouched


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"kbo_number": "0207451228"}, ["kbo_number"]),
        ({"accent": "#808080"}, ["accent"]),
        ({"type": "province"}, ["__all__"]),
        ({"name": ""}, ["name"]),
    ],
)
def test_wrong_details_are_refused(organisation, els, changes, fields):
    with pytest.raises(ValidationError) as refused:
        update_organisation(organisation=organisation, by=els, changes={**DETAILS, **changes})

    assert list(refused.value.message_dict) == fields
    assert Organisation.objects.get().name == "Gemeente Aalbeke"


def test_only_what_was_changed_is_saved(organisation, els):
    """The object was read before a colleague saved another field."""
    Organisation.objects.update(name="Stad Aalbeke")

    update_organisation(organisation=organisation, by=els, changes={"accent": "#4a6a1e"})

    stored = Organisation.objects.get()
    assert (stored.name, stored.accent) == ("Stad Aalbeke", "#4a6a1e")


CHANGES = {
    "details": lambda own, by: update_organisation(organisation=own, by=by, changes=DETAILS),
    "logo": lambda own, by: set_logo(organisation=own, by=by, png=b"other"),
    "no logo": lambda own, by: remove_logo(organisation=own, by=by),
}


@pytest.mark.parametrize("change", CHANGES)
def test_who_lost_the_role_meanwhile_changes_nothing(organisation, els, change):
    kept = set_logo(organisation=organisation, png=b"picture", by=els).logo_version
    organisation.memberships.update(role=Role.CONTRIBUTOR)

    with pytest.raises(NoLongerCoordinator):
        CHANGES[change](organisation, els)

    stored = Organisation.objects.get()
    assert (stored.name, stored.logo_version) == ("Gemeente Aalbeke", kept)
    assert f"{kept}.png" in files_of(stored)


def files_of(organisation: Organisation) -> list[str]:
    return organisation.logo.storage.listdir("logos")[1]


def test_logo_is_kept_under_a_name_nobody_can_guess(organisation, els):
    organisation = set_logo(organisation=organisation, png=b"picture", by=els)

    stored = Organisation.objects.get()
    assert re.fullmatch(r"logos/[0-9a-f]{32}\.png", stored.logo.name)
    assert stored.logo_version == organisation.logo_version
    with stored.logo.open() as file:
        assert file.read() == b"picture"


def test_previous_logo_is_deleted_once_the_new_one_is_certain(
    organisation, els, django_capture_on_commit_callbacks
):
    organisation = set_logo(organisation=organisation, png=b"first", by=els)
    first = organisation.logo_version + ".png"

    with django_capture_on_commit_callbacks() as callbacks:
        organisation = set_logo(organisation=organisation, png=b"second", by=els)
    before = files_of(organisation)
    for callback in callbacks:
        callback()

    second = organisation.logo_version + ".png"
    assert {first, second} <= set(before)
    assert first not in files_of(organisation)
    assert second in files_of(organisation)


def test_removed_logo_leaves_no_file(organisation, els, django_capture_on_commit_callbacks):
    organisation = set_logo(organisation=organisation, png=b"picture", by=els)
    name = organisation.logo_version + ".png"

    with django_capture_on_commit_callbacks(execute=True):
        remove_logo(organisation=organisation, by=els)

    stored = Organisation.objects.get()
    assert (stored.logo.name, stored.logo_version) == ("", "")
    assert name not in files_of(organisation)


def test_removing_no_logo_changes_nothing(organisation, els, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        remove_logo(organisation=organisation, by=els)

    assert callbacks == []
    assert Organisation.objects.get().logo_version == ""
