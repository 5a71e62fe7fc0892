"""Test 3 of the secret vote, the mail about an error: when casting breaks, who reads the report
learns neither the choice, nor the key, nor its hash."""

import pytest
import time_machine
from django.db import connection
from django.test import Client

from tests.trajects.reported import all_of, reports
from tests.trajects.voting.phones import candidates, hand_out_seats, phone, vote_page
from tests.trajects.voting.rooms import AT, Room
from trajects.actions.rounds import casting
from trajects.views import vote as vote_view
from trajects.voting import ballot_hash

__all__ = ["reports"]

pytestmark = pytest.mark.django_db
KEY = "a-key-that-nobody-may-ever-read-anywhere-at"
CHOICE = {"k1": "3", "k2": "1"}


@pytest.fixture
def room(traject, els):
    room = Room.of(traject, els, items=candidates(traject))
    hand_out_seats(room)
    return room


@pytest.fixture
def broken_roll(room):
    """The database refuses at the last moment, with all variables in place."""
    if connection.vendor == "sqlite":
        make = (
            "CREATE TRIGGER refuse BEFORE UPDATE ON trajects_roll"
            " BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"
        )
        drop = "DROP TRIGGER refuse"
    else:
        make = (
            "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS"
            " 'BEGIN RAISE EXCEPTION ''the disk is full''; END';"
            "CREATE TRIGGER refuse BEFORE UPDATE ON trajects_roll"
            " FOR EACH ROW EXECUTE FUNCTION refuse()"
        )
        drop = "DROP TRIGGER refuse ON trajects_roll; DROP FUNCTION refuse()"
    with connection.cursor() as cursor:
        cursor.execute(make)
    yield
    with connection.cursor() as cursor:
        cursor.execute(drop)


def report_of_a_vote(room: Room, reports: list) -> str:
    with time_machine.travel(AT):
        response = phone(room, 0, KEY).post(vote_page(room), CHOICE)
    assert response.status_code == 500
    return all_of(reports)


def leaks(room: Room, report: str) -> set[str]:
    secrets = {
        "key": KEY,
        "hash": ballot_hash(KEY, round_pk=room.round.pk),
        "choice": "&#x27;k1&#x27;: &#x27;3&#x27;",
        "choice in text": "'k1': '3'",
        "choice in a form": "[&#x27;3&#x27;]",
    }
    return {name for name, secret in secrets.items() if secret in report}


def test_report_tells_what_broke_and_nothing_of_the_vote(room, reports, broken_roll):
    report = report_of_a_vote(room, reports)

    assert "the disk is full" in report
    assert "in _put" in report
    assert "********************" in report
    assert leaks(room, report) == set()


def test_report_tells_nothing_of_ballots_on_paper(room, reports, broken_roll, els):
    client = Client(raise_request_exception=False)
    client.force_login(els)
    session = room.round.session
    desk = f"/trajecten/{session.traject_id}/sessies/{session.pk}/"
    papers = {f"{number}-{key}": "3" for number in range(3) for key in room.round.keys}
    seats = [seat.pk for seat in room.seats[:3]]

    with time_machine.travel(AT):
        response = client.post(f"{desk}rondes/{room.round.pk}/papier/", {"seat": seats, **papers})

    report = "\n".join(body for one in reports for body, _type in one.alternatives)
    assert response.status_code == 500
    assert "the disk is full" in report
    assert "in paper_votes" in report
    assert "[&#x27;3&#x27;]" not in report
    assert "&#x27;3&#x27;" not in report


def test_control_without_the_two_marks_the_report_tells_all(
    room, reports, broken_roll, monkeypatch
):
    monkeypatch.setattr(vote_view, "_cast", vote_view._cast.__wrapped__)
    monkeypatch.setattr(vote_view, "cast", casting.cast.__wrapped__)

    report = report_of_a_vote(room, reports)

    assert leaks(room, report) >= {"key", "hash", "choice"}
