"""What must never be false of who takes part, tried against the database (promise 25)."""

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F

from tests.constraints import names_constraint
from tests.trajects.factories import (
    ParticipantFactory,
    ParticipantWithAccountFactory,
    PersonalLinkFactory,
)
from trajects.models import Part, Participant, PersonalLink

pytestmark = pytest.mark.django_db


def refusal(attempt) -> str:
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        attempt()
    return str(refused.value)


def changed(participant: Participant, **values: object) -> str:
    return refusal(lambda: Participant.objects.filter(pk=participant.pk).update(**values))


def test_part_is_known():
    assert names_constraint(changed(ParticipantFactory(), part="baas"), "participant_part", "")


@pytest.mark.parametrize("values", [{"name": ""}, {"name": "", "email": ""}])
def test_without_an_account_somebody_has_a_name(values):
    refused = changed(ParticipantFactory(), **values)

    assert names_constraint(refused, "participant_has_an_account_or_a_name", "")


@pytest.mark.parametrize("values", [{"name": "Koen"}, {"email": "koen@streek.example"}])
def test_of_an_account_name_and_address_are_kept_once(values):
    refused = changed(ParticipantWithAccountFactory(), **values)

    assert names_constraint(refused, "participant_has_an_account_or_a_name", "")


def test_an_account_has_a_part_once():
    one = ParticipantWithAccountFactory()
    same = {"traject": one.traject, "user": one.user}
    ParticipantWithAccountFactory(**same, part=Part.MODERATOR)

    refused = refusal(lambda: ParticipantWithAccountFactory(**same))

    constraint = "participant_user_once_per_part"
    assert names_constraint(refused, constraint, "traject_id, part, user_id")


def test_an_address_has_a_part_once_in_any_case_of_letters():
    one = ParticipantFactory(email="Koen@streek.example")
    ParticipantFactory(traject=one.traject, email="koen@streek.example", part=Part.COLLEAGUE)
    ParticipantFactory.create_batch(2, traject=one.traject, email="")  # by name only

    refused = refusal(lambda: ParticipantFactory(traject=one.traject, email="koen@STREEK.example"))

    assert names_constraint(refused, "participant_address_once_per_part", "")


def test_a_link_lasts_some_time():
    link = PersonalLinkFactory()

    refused = refusal(
        lambda: PersonalLink.objects.filter(pk=link.pk).update(expires_at=F("created_at"))
    )

    assert names_constraint(refused, "personal_link_expires_after_it_is_made", "")


def test_somebody_goes_by_their_name_and_so_does_their_link():
    guest, member = ParticipantFactory(name="Koen"), ParticipantWithAccountFactory()

    assert str(PersonalLinkFactory(participant=guest)) == str(guest) == "Koen"
    assert str(member) == member.user.name
