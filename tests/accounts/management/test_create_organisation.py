from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.models import Membership, Organisation, Role, User
from tests.factories import OrganisationFactory, UserFactory

KBO = "0207451227"
ARGUMENTS = {
    "kbo": KBO,
    "nis": "11001",
    "coordinator": "els@a.example",
    "coordinator_name": "Els Peeters",
}

pytestmark = pytest.mark.django_db


def create(name: str = "Gemeente Aalbeke", **changes: str) -> list[str]:
    out = StringIO()
    call_command("create_organisation", name, **{**ARGUMENTS, **changes}, stdout=out)
    return out.getvalue().splitlines()


def test_command_makes_an_organisation_with_its_coordinator():
    said = create()

    organisation = Organisation.objects.get()
    membership = Membership.objects.get()
    assert (organisation.name, organisation.type) == ("Gemeente Aalbeke", "municipality")
    assert (organisation.kbo_number, organisation.nis_code) == (KBO, "11001")
    assert (membership.role, membership.user.name) == (Role.COORDINATOR, "Els Peeters")
    assert said == [
        f"Created Gemeente Aalbeke (number {organisation.pk}).",
        "Set a password: python manage.py changepassword els@a.example",
    ]


def test_command_takes_a_person_who_is_there_already():
    els = UserFactory(email="els@a.example", name="Els")

    said = create(coordinator="ELS@a.example")

    assert len(said) == 1
    assert (User.objects.get(), Membership.objects.get().user) == (els, els)


@pytest.mark.parametrize("written", ["0207.451.227", "BE 0207.451.227", "be0207451227"])
def test_command_takes_a_kbo_number_as_it_is_printed(written):
    create(kbo=written)

    assert Organisation.objects.get().kbo_number == KBO


def test_command_takes_a_colour_in_capitals():
    create(accent="#4A6A1E")

    assert Organisation.objects.get().accent == "#4a6a1e"


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"kbo": "0207451228"}, ["kbo_number"]),
        ({"kbo": "geen"}, ["kbo_number"]),
        ({"nis": "1"}, ["nis_code"]),
        ({"type": "province"}, ["__all__"]),
        ({"accent": "#ff0000"}, ["accent"]),
        ({"name": ""}, ["name"]),
        ({"kbo": "1", "nis": "x"}, ["kbo_number", "nis_code"]),
    ],
)
def test_command_refuses_and_leaves_nothing_behind(changes, fields):
    with pytest.raises(CommandError) as refusal:
        create(**changes)

    assert sorted({line.partition(":")[0] for line in str(refusal.value).splitlines()}) == fields
    assert (Organisation.objects.count(), User.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("other", "field"), [({"kbo_number": KBO}, "kbo_number"), ({"nis_code": "11001"}, "__all__")]
)
def test_command_refuses_a_number_that_is_taken(other, field):
    OrganisationFactory(**other)

    with pytest.raises(CommandError) as refusal:
        create()

    assert str(refusal.value).partition(":")[0] == field
    assert User.objects.count() == 0


def test_command_refuses_an_unknown_type():
    with pytest.raises(CommandError, match="invalid choice: 'kingdom'"):
        call_command("create_organisation", "X", "--type", "kingdom", *options())

    assert Organisation.objects.count() == 0


@pytest.mark.parametrize("email", ["geen adres", "x" * 300 + "@a.example"])
def test_command_refuses_what_is_no_address(email):
    with pytest.raises(CommandError):
        create(coordinator=email)

    assert User.objects.count() == 0


@pytest.mark.parametrize("name", ["", "x" * 200])
def test_command_refuses_what_is_no_name_of_a_person(name):
    with pytest.raises(CommandError):
        create(coordinator_name=name)

    assert User.objects.count() == 0


def options() -> list[str]:
    return ["--kbo", KBO, "--coordinator", "els@a.example", "--coordinator-name", "Els"]
