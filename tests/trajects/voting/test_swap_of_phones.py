"""Test 1 of the secret vote over HTTP, on both databases: phones vote, the moderator closes, and
after a swap the complete dump is the same, sessions and messages included."""

import pytest
import time_machine

from tests.trajects.voting.databases import database_of_tests
from tests.trajects.voting.phones import (
    candidates,
    close_address,
    hand_out_seats,
    phone,
    vote_page,
)
from tests.trajects.voting.rooms import AT, Room
from tests.trajects.voting.swapping import World
from trajects.actions.rounds import casting
from trajects.models import Roll

# On PostgreSQL rows are cleaned up later, and lie elsewhere, while any transaction of the server is
# older, also one of another database.
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.alone]
# In each of them the swappers chose something else.
WORLDS = [seed for seed in range(2000, 2020) if World.random(seed).tells_apart][:10]
FEWEST = 3


class Branches:
    def __init__(self, traject, els, client, folder):
        self.traject, self.els, self.client = traject, els, client
        self.database = database_of_tests(folder)
        self.empty = self.database.keep("empty")

    def differ(self, seed: int) -> list[str]:
        """At which moments a world and the same one after the swap can be told apart."""
        world = World.random(seed)
        self.database.put(self.empty)
        items = candidates(self.traject, len(world.items))
        room = Room.of(self.traject, self.els, voters=world.voters, items=items, minimum=FEWEST)
        hand_out_seats(room)
        opened = self.database.keep("opened")
        own, other = (self._play(room, opened, one) for one in (world, world.swapped))
        return [moment for moment in own if own[moment] != other[moment]]

    def _play(self, room: Room, opened, world: World) -> dict[str, list[str]]:
        self.database.put(opened)
        for vote in world.votes:
            voter = phone(room, vote.voter, vote.key)
            voter.get(vote_page(room))
            answer = voter.post(vote_page(room), vote.choices, follow=True)
            assert answer.status_code == 200
        assert all(room.voted)
        still_open = self.database.everything()
        answer = self.client.post(close_address(room))
        assert answer.status_code == 302
        assert room.stored.is_counted
        return {"while open": still_open, "after closing": self.database.everything()}


@pytest.fixture
def branches(traject, els, client_of, tmp_path):
    with time_machine.travel(AT, tick=False):
        made = Branches(traject, els, client_of(els), tmp_path)
        yield made
        made.database.put(made.empty)
        made.database.forget()


@pytest.mark.parametrize("seed", WORLDS)
def test_swap_of_phones_leaves_no_trace(branches, seed):
    assert branches.differ(seed) == []


def test_dump_holds_sessions_and_votes(branches):
    room = Room.of(branches.traject, branches.els, items=candidates(branches.traject))
    room.cast_all()

    text = "\n".join(branches.database.everything())

    assert all(name in text for name in ("django_session", "trajects_urn", "trajects_roll"))
    assert all(line[0] in text for line in room.bag)
    assert Roll.objects.count() == 6


def test_control_ballots_in_order_of_casting_are_seen_in_the_dump(branches, monkeypatch):
    monkeypatch.setattr(
        casting,
        "put_in",
        lambda bag, *, ballot, choices: [
            *(line for line in bag if line[0] != ballot),
            [ballot, dict(choices)],
        ],
    )

    assert "while open" in branches.differ(WORLDS[0])
