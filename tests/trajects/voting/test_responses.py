"""Test 5 of the secret vote: what is answered to a vote is the same for every choice, so that
neither a log of lengths nor the sight of a screen tells anything."""

from itertools import product

import pytest
import time_machine
from django.http import HttpResponse

from tests.trajects.voting.phones import candidates, hand_out_seats, phone, vote_page
from tests.trajects.voting.rooms import AT, Room
from trajects.views import vote as vote_view

# Every choice for two themes; left out, and what makes no sense.
OPTIONS = ("1", "2", "3", "0", None, "9", "x" * 500)
CHOICES = [
    {key: option for key, option in zip(("k1", "k2"), pair, strict=True) if option is not None}
    for pair in product(OPTIONS, repeat=2)
]


@pytest.fixture
def room(traject, els):
    room = Room.of(traject, els, items=candidates(traject))
    hand_out_seats(room)
    return room


@pytest.fixture(autouse=True)
def _frozen_clock():
    with time_machine.travel(AT, tick=False):
        yield


def told(response: HttpResponse) -> tuple:
    """All that goes over the line, apart from the token against forgery: it is drawn at random."""
    headers = sorted(response.headers.items())
    cookies = sorted(name for name in response.cookies if name != "csrf")
    return int(response.status_code), headers, cookies, response.content


def answers(room: Room, voter: int, key: str) -> set[str]:
    """To every choice: the answer, and the page that it leads to."""
    seen = set()
    for choices in CHOICES:
        client = phone(room, voter, key)
        seen.add(repr(told(client.post(vote_page(room), choices))))
        seen.add(repr(told(client.get(vote_page(room) + "klaar/"))))
    return seen


def test_answers_to_all_choices_are_alike(room):
    key = "k" * 43
    phone(room, 0, key).post(vote_page(room), CHOICES[0])

    seen = answers(room, 0, key)

    assert len(seen) == 2
    assert sum("(303," in one for one in seen) == 1
    assert len(room.bag) == 1


@pytest.mark.parametrize(
    ("voter", "key"), [(0, "another-key".ljust(43, "-")), (1, "k" * 43), (0, ""), (7, "k" * 43)]
)
def test_refusals_of_all_choices_are_alike(room, voter, key):
    """On another device, with the key of another, without a key, without a seat."""
    phone(room, 0, "k" * 43).post(vote_page(room), CHOICES[0])

    seen = {
        repr(told(phone(room, voter, key).post(vote_page(room), choices))) for choices in CHOICES
    }

    assert len(seen) == 1
    assert seen.pop().startswith("(409,")


def test_answers_after_closing_are_alike(room):
    for voter in range(6):
        phone(room, voter, f"{voter}" * 43).post(vote_page(room), CHOICES[0])
    room.close()

    assert len(answers(room, 0, "0" * 43)) == 2


def test_page_is_the_same_whatever_was_chosen_before(room):
    client = phone(room, 0, "k" * 43)
    seen = set()
    for choices in CHOICES:
        client.post(vote_page(room), choices)
        seen.add(without_token(client.get(vote_page(room))))

    assert len(seen) == 1


def without_token(response: HttpResponse) -> str:
    content = response.content.decode()
    return content.replace(str(response.context["csrf_token"]), "")


def test_control_thanks_that_repeat_the_choice_are_seen(room, monkeypatch):
    cast = vote_view._cast

    def thanks(request, *given):
        response = cast(request, *given)
        response.headers["Location"] += "?" + request.POST.get("k1", "")
        return response

    monkeypatch.setattr(vote_view, "_cast", thanks)
    key = "k" * 43
    phone(room, 0, key).post(vote_page(room), CHOICES[0])

    assert len(answers(room, 0, key)) > 2
