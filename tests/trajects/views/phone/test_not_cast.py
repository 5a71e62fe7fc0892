"""Votes that are not taken: in plain words, and never with what was chosen."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from tests.page import main_text
from tests.trajects.factories import LiveSessionFactory
from tests.trajects.views.phone.phones import NAMES, bag_of, filled, phone, seat_of
from trajects.actions.rounds import close_round
from trajects.models import Urn


@pytest.mark.parametrize("voter", ["nobody", "waiting"])
def test_who_has_no_seat_is_not_shown_the_vote(voter, voting, url, session):
    seat_of(session, "waiting", admitted_at=None)

    response = phone(voter).get(url)

    assert (response.status_code, response.headers["Location"]) == (302, "/sessie/ABCDEF/")


def test_without_a_seat_nothing_is_cast(voting, url, items):
    response = phone("nobody").post(url, filled(items, "3", "1"))

    assert response.status_code == 409
    assert "no place in the session" in main_text(response)
    assert bag_of(voting) == []


def test_without_a_key_nothing_is_cast(voting, url, items):
    response = phone("Aya").post(url, filled(items, "3", "1"))

    assert response.status_code == 409
    assert "did not keep the key" in main_text(response)
    assert bag_of(voting) == []


def test_key_that_somebody_made_up_is_none(voting, url, items):
    aya = phone("Aya")
    aya.cookies[f"ballot_key_{voting.pk}"] = "kort"

    assert aya.post(url, filled(items, "3", "1")).status_code == 409
    assert aya.get(url).cookies[f"ballot_key_{voting.pk}"].value != "kort"


def test_same_seat_on_another_device_is_told_where_it_voted(voting, url, items):
    first, second = phone("Aya"), phone("Aya")
    first.get(url)
    second.get(url)
    first.post(url, filled(items, "3", "1"))

    refused = second.post(url, filled(items, "1", "1"))

    assert refused.status_code == 409
    assert "You voted on another device" in main_text(refused)
    assert bag_of(voting) == [filled(items, "3", "1")]


def test_lost_key_after_voting_is_told_before_filling_in(url, items):
    aya = phone("Aya")
    aya.get(url)
    aya.post(url, filled(items, "3", "1"))

    response = phone("Aya").get(url)

    assert response.status_code == 409
    assert "You voted on another device" in main_text(response)


def test_one_browser_carries_one_vote(voting, url, items):
    browser = phone("Aya")
    browser.get(url)
    browser.post(url, filled(items, "3", "1"))
    browser.cookies["seat"] = "Ben"

    refused = browser.post(url, filled(items, "1", "1"))

    assert refused.status_code == 409
    assert "Somebody else voted on this device" in main_text(refused)
    assert bag_of(voting) == [filled(items, "3", "1")]


def test_late_joiner_waits_for_the_next_round(voting, url, items, session):
    seat_of(session, "Laat")
    late = phone("Laat")
    late.cookies[f"ballot_key_{voting.pk}"] = "x" * 43

    assert late.get(url).status_code == 302
    refused = late.post(url, filled(items, "3", "1"))
    assert refused.status_code == 409
    assert "This round began without you" in main_text(refused)
    assert bag_of(voting) == []


def test_after_closing_it_is_too_late(voting, url, items, els):
    phones = [phone(name) for name in NAMES]
    for one in phones:
        one.get(url)
        one.post(url, filled(items, "3", "1"))
    close_round(voting_round=voting, by=els, at=now())

    refused = phones[0].post(url, filled(items, "1", "1"))

    assert refused.status_code == 409
    assert "The round is closed" in main_text(refused)
    assert phones[0].get(url).status_code == 302
    assert phones[0].get(f"{url}klaar/").status_code == 302


def test_round_that_broke_is_void_for_who_votes(voting, url, items):
    aya = phone("Aya")
    aya.get(url)
    Urn.objects.all().delete()

    refused = aya.post(url, filled(items, "3", "1"))

    assert refused.status_code == 409
    assert "This round does not count" in main_text(refused)
    voting.refresh_from_db()
    assert voting.void_reason == "urn_lost"


def test_refusals_never_repeat_a_choice(voting, url, items):
    """Every page that refuses is the same for every choice."""
    strangers = [phone("nobody"), phone("Aya")]

    for stranger in strangers:
        seen = {stranger.post(url, filled(items, *figures)).content for figures in ("31", "12")}
        assert len(seen) == 1


def test_round_of_another_session_is_not_here(voting, session, els):
    other = LiveSessionFactory(code="GHJKMN", opened_at=now())
    seat_of(other, "Aya")

    assert phone("Aya").get(f"/sessie/GHJKMN/stem/{voting.pk}/").status_code == 404


def test_session_that_ended_takes_no_vote(voting, url, items, session, els):
    aya = phone("Aya")
    aya.get(url)
    session.ended_at, session.ended_by = now() + timedelta(seconds=1), els
    session.save()

    assert aya.post(url, filled(items, "3", "1")).status_code == 409
    assert bag_of(voting) == []
