"""Who came in by an account loses the seat with the right to it, on the very next request."""

import pytest
from django.utils.timezone import now

from tests.page import main_text
from tests.trajects.factories import SeatWithAccountFactory
from tests.trajects.views.phone.phones import URL, bag_of, filled, opened
from trajects.models import Participant, Roll


def leaves_the_organisation(user):
    user.memberships.all().delete()


def leaves_the_lead_group(user):
    Participant.objects.filter(user=user).delete()


def is_deactivated(user):
    user.is_active = False
    user.save()


LOSING = (leaves_the_organisation, leaves_the_lead_group, is_deactivated)


@pytest.fixture
def own(session, bram):
    return SeatWithAccountFactory(session=session, user=bram, seen_at=now())


@pytest.mark.parametrize("loses", LOSING)
def test_who_lost_the_right_follows_and_votes_no_more(
    session, seats, own, items, els, bram, english_of, loses
):
    voting = opened(session, els, items=items)
    phone = english_of(bram)
    url = f"{URL}stem/{voting.pk}/"
    phone.get(url)
    assert phone.get(f"{URL}stand/").status_code == 200

    loses(bram)

    refused = phone.post(url, filled(items, "3", "1"))
    assert refused.status_code == 409
    assert bag_of(voting) == []
    assert not Roll.objects.filter(submitted=True).exists()
    assert phone.get(f"{URL}stand/").status_code == 404
    assert "Your name, as the others know you" in main_text(phone.get(URL))


def test_who_is_back_has_the_seat_of_before(session, own, bram, english_of):
    phone = english_of(bram)
    chosen = Participant.objects.get(user=bram)
    leaves_the_lead_group(bram)
    assert phone.get(f"{URL}stand/").status_code == 404

    chosen.save(force_insert=True)

    assert phone.get(f"{URL}stand/").status_code == 200


def test_state_of_an_account_costs_what_it_did(
    session, own, bram, client_of, django_assert_num_queries
):
    """Session and user of the browser, the session of the code, its state."""
    phone = client_of(bram)

    with django_assert_num_queries(4):
        phone.get(f"{URL}stand/")
