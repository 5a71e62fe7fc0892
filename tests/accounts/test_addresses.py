"""One mailbox is one person, however its address is spelled."""

import pytest
from django.core.exceptions import ValidationError

from accounts.actions.users import get_or_create_user
from accounts.addresses import as_stored, normalise_address
from accounts.models import User
from accounts.queries.invitations import accounts_with
from tests.factories import UserFactory

STORED = "koen@xn--bcher-kva.example"
NO_MAIL = [
    "a@" + 60 * "é" + ".be",
    "a@\u00ad.be",
    "a@اa.be",
    "a@b＠c.be",
    "a@b..be",
    "a@b c.be",
    "a@",
]


@pytest.mark.parametrize(
    "spelling",
    [
        "koen@bücher.example",
        "KOEN@BÜCHER.example",
        "koen@bu\u0308cher.example",
        " koen@XN--bcher-kva.EXAMPLE ",
        "koen@bücher。example",
    ],
)
def test_spellings_of_a_domain_are_one(spelling):
    assert normalise_address(spelling) == as_stored(spelling) == STORED


@pytest.mark.parametrize("address", ["koen@a.example", "koen@[127.0.0.1]", "koen"])
def test_plain_address_stays_as_it_is(address):
    assert normalise_address(address) == address


@pytest.mark.parametrize("address", NO_MAIL)
def test_domain_that_no_mail_can_go_to_is_refused(address):
    with pytest.raises(ValueError):  # noqa: PT011 - what Python raises for it, and we do
        normalise_address(address)
    assert as_stored(address) == address.lower()


@pytest.mark.django_db
def test_account_is_found_in_any_spelling():
    koen = User.objects.create_user("koen@bücher.example", name="Koen")

    assert koen.email == STORED
    assert User.objects.get_by_natural_key("koen@bücher.example") == koen
    assert get_or_create_user(email="koen@Bücher.example", name="K") == (koen, False)
    assert accounts_with("koen@bücher.example").get() == koen


@pytest.mark.parametrize("address", NO_MAIL[:3])
def test_administrator_reads_why_an_address_is_refused(address):
    with pytest.raises(ValidationError) as refusal:
        UserFactory.build(email=address).clean()

    assert list(refusal.value.message_dict) == ["email"]
