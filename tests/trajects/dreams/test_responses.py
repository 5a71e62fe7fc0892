"""What is answered to a dream image without a name is the same whatever it says: status, headers
and every byte. And nothing of it stays in the browser."""

import re

import pytest
import time_machine
from django.http import HttpResponse

from tests.trajects.dreams.browsers import address, browsers, filled
from tests.trajects.dreams.circles import Circle
from tests.trajects.dreams.worlds import Sent
from tests.trajects.voting.rooms import AT
from trajects.models import DreamBox

SAID = [
    Sent(0, "zon", (0,)),
    Sent(0, "Een heel lang verhaal. " * 80, (0, 1, 2)),
    Sent(0, "Eerst\n- dan\n- en dan", (2,)),
    Sent(0, "<script>alert(1)</script> & \N{EURO SIGN} \N{PARTY POPPER}", (1,)),
    Sent(0, "Met een beeld", (1,), picture=7),
    Sent(0, "Met een zwaarder beeld", (0, 1), picture=23),
]
# The token against forgery is drawn at random for every page.
DRAWN = re.compile(rb"\b[A-Za-z0-9]{64}\b")
BY = pytest.mark.parametrize("sender", [0, 1, 2], ids=["account", "link", "seat"])


@pytest.fixture(autouse=True)
def _frozen_clock(media):
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def circle(traject, els):
    return Circle.of(traject, els, senders=3, themes=3)


def told(response: HttpResponse) -> tuple:
    headers = sorted(response.headers.items())
    cookies = sorted((name, value.value) for name, value in response.cookies.items())
    kept = [(name, value) for name, value in cookies if name != "csrf"]
    return int(response.status_code), headers, kept, DRAWN.sub(b"drawn", response.content)


@BY
def test_answers_to_all_texts_are_alike(circle, client_of, sender):
    answers, pages = set(), set()
    for said in SAID:
        client = browsers(circle, client_of)[sender]
        before = set(client.cookies)
        sent = client.post(address(circle, sender), filled(circle, said))
        answers.add(repr(told(sent)))
        pages.add(repr(told(client.get(sent.headers["Location"]))))
        assert set(client.cookies) - before <= {"csrf"}

    assert len(answers) == 1
    assert answers.pop().startswith("(303,")
    assert len(pages) == 1
    assert len(DreamBox.objects.get().bag) == len(SAID)


@BY
def test_session_of_who_sends_is_not_touched(circle, client_of, sender):
    client = browsers(circle, client_of)[sender]
    before = dict(client.session.items()), client.session.get_expiry_date()

    client.post(address(circle, sender), filled(circle, SAID[0]))

    assert (dict(client.session.items()), client.session.get_expiry_date()) == before


def test_page_on_a_phone_is_the_same_to_the_byte_for_a_name_and_without(circle, client_of):
    pages = set()
    for name in ("named", "nameless"):
        client = browsers(circle, client_of)[2]
        form = {**filled(circle, SAID[0]), "name": name}
        sent = client.post(address(circle, 2), form)
        pages.add(client.get(sent.headers["Location"]).content)

    assert len(pages) == 1


def test_mistakes_in_a_nameless_post_stay_out_of_the_box(circle, client_of):
    client = browsers(circle, client_of)[2]

    refused = client.post(address(circle, 2), {**filled(circle, SAID[0]), "text": ""})

    assert refused.status_code == 422
    assert not DreamBox.objects.exists()
