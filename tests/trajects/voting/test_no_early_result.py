"""Test 7 of the secret vote: while a round is open, every page of every role is the same whatever
is in the urn. All pages of the road are asked for, also those that others add later."""

import re
from dataclasses import replace

import pytest
import time_machine
from django.test import Client
from django.utils.timezone import now

from tests.access.conftest import _roads, clients  # noqa: F401 - fixtures
from tests.access.roads import road_arguments, session_of
from tests.access.routes import routes
from trajects.actions.rounds import cast
from trajects.models import Urn
from trajects.queries import session_state
from trajects.seat_tokens import seat_hash
from trajects.voting import ballot_hash

ROLES = ("moderator", "coordinator", "lead_group", "reader", "guest", "superuser", "anonymous")
# Drawn at random for every page.
TOKEN = re.compile(rb"[A-Za-z0-9]{64}")


@pytest.fixture
def browsers(world, clients):  # noqa: F811
    """One for each role, and the phones of three voters, who all voted. The clock stands still:
    when somebody was seen last is shown."""
    with time_machine.travel(now(), tick=False):
        yield _browsers(world, clients)


def _browsers(world, clients):  # noqa: F811
    session = session_of(world.a)
    voting = session.rounds.still_open().get()
    found = {role: clients[role] for role in ROLES}
    for seat in session.seats.order_by("pk"):
        seat.token_hash, seat.seen_at = seat_hash(seat.name, session_pk=session.pk), now()
        seat.save()
        cast(voting_round_pk=voting.pk, seat=seat, key=seat.name * 15, choices={}, at=now())
        phone = found[seat.name] = Client()
        phone.cookies["seat"] = seat.name
        phone.cookies[f"ballot_key_{voting.pk}"] = seat.name.ljust(43, "x")
    return found


def fill_urn(world, option: str, salt: str) -> None:
    """The same number of ballots, all with one choice, under other keys."""
    urn = Urn.objects.get(round__session=session_of(world.a))
    urn.bag = sorted(
        [ballot_hash(f"{salt}{n}", round_pk=urn.pk), dict.fromkeys(line[1], option)]
        for n, line in enumerate(urn.bag)
    )
    urn.save()


def pages_of_the_road(place) -> dict[str, str]:
    """The address of each, by name. Where a traject is started, there is no vote yet."""
    named = [route for route in routes() if route.is_named and route.name.startswith("trajects:")]
    given = {route: road_arguments(route, place) for route in named}
    return {
        route.name.removeprefix("trajects:"): route.url(**arguments)
        for route, arguments in given.items()
        if arguments.keys() >= set(route.arguments)
    }


def shown(world, browsers, only: dict | None = None) -> dict[tuple[str, str], bytes]:
    """By role and route what a browser gets, of all that can be read."""
    found = {}
    for name, address in pages_of_the_road(world.a).items():
        for role, browser in browsers.items():
            if only is not None and (role, name) not in only:
                continue
            response = browser.get(address)
            if response.status_code == 200 and not response.streaming and is_text(response):
                found[role, name] = TOKEN.sub(b"", response.content)
    return found


def is_text(response) -> bool:
    return response.headers["Content-Type"].startswith(("text/html", "application/json"))


def test_no_page_depends_on_what_is_in_the_urn(world, browsers):
    fill_urn(world, "3", "one")
    high = shown(world, browsers)
    fill_urn(world, "1", "two")
    low = shown(world, browsers, only=high)

    seen = {name for _role, name in high}
    assert seen >= {"session", "desk_state", "screen", "screen_state", "phone", "phone_state"}
    assert seen >= {"vote", "voted", "session_privacy", "themes", "rounds", "road"}
    assert [page for page in high if high[page] != low.get(page)] == []


def test_control_turnout_that_counts_one_choice_is_seen(world, browsers, monkeypatch):
    as_it_is = session_state._round

    def telling(row, at):
        found = as_it_is(row, at)
        bag = Urn.objects.get(pk=found.pk).bag
        threes = sum(line[1] == dict.fromkeys(line[1], "3") for line in bag)
        return replace(found, state=replace(found.state, submitted=threes))

    monkeypatch.setattr(session_state, "_round", telling)
    phones = {role: browsers[role] for role in ("Aya", "moderator")}
    fill_urn(world, "3", "one")
    high = shown(world, phones)
    fill_urn(world, "1", "two")
    low = shown(world, phones, only=high)

    assert [page for page in high if high[page] != low.get(page)] != []
