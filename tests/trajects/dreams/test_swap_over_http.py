"""The swap over HTTP, on both databases: people with an account, by a link and on a phone send, a
moderator opens the box, and after a swap the complete dump is the same, with sessions, and so is
what the product wrote in its log."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import time_machine

from tests.trajects.dreams.browsers import box_address, browsers, send
from tests.trajects.dreams.chances import same_chance, taken_out
from tests.trajects.dreams.circles import Circle
from tests.trajects.dreams.worlds import World
from tests.trajects.voting.databases import database_of_tests
from tests.trajects.voting.rooms import AT
from trajects.actions.dreams import writing
from trajects.dreams import FEWEST_SHOWN
from trajects.models import DreamBox, DreamImage

# On PostgreSQL rows are cleaned up later, and lie elsewhere, while any transaction of the server is
# older, also one of another database.
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.alone]


def _tells(seed: int) -> bool:
    world = World.random(seed)
    has_picture = any(world.posts[place].picture is not None for place in world.places)
    return world.tells_apart and world.nameless >= FEWEST_SHOWN and has_picture


# In each of them one of the swappers at least sends a picture.
WORLDS = [seed for seed in range(2000, 2100) if _tells(seed)][:6]


@contextmanager
def logged() -> Iterator[list[str]]:
    """All that the product says meanwhile, whatever it is configured to keep."""
    lines: list[str] = []
    handler = logging.Handler(logging.DEBUG)
    handler.emit = lambda record: lines.append(f"{record.name}: {record.getMessage()}")
    loggers = [logging.getLogger(name) for name in ("", "django", "trajects", "allauth")]
    for logger in loggers:
        logger.addHandler(handler)
    try:
        yield lines
    finally:
        for logger in loggers:
            logger.removeHandler(handler)


class Branches:
    def __init__(self, traject, els, client_of, folder, media):
        self.traject, self.els, self.client_of, self.media = traject, els, client_of, media
        self.database = database_of_tests(folder)
        self.empty = self.database.keep("empty")

    def differ(self, seed: int) -> list[str]:
        """At which moments a world and the same one after the swap can be told apart."""
        world = World.random(seed)
        self.database.put(self.empty)
        circle = Circle.of(self.traject, self.els, senders=world.senders, themes=world.themes)
        clients = browsers(circle, self.client_of)
        moderator = self.client_of(self.els)
        ready = self.database.keep("ready")
        own, other = (
            self._play(circle, clients, moderator, ready, one) for one in (world, world.swapped)
        )
        return [moment for moment in own if own[moment] != other[moment]]

    def _play(self, circle, clients, moderator, ready, world) -> dict[str, object]:
        self.database.put(ready)
        with same_chance(), logged() as lines:
            for post in world.posts:
                client = clients[post.sender]
                answer = send(circle, client, post)
                assert answer.status_code in ((302, 303) if post.named else (303,))
                assert client.get(answer.headers["Location"]).status_code == 200
            waiting = self._everything()
            assert moderator.post(box_address(self.traject)).status_code == 302
            assert DreamImage.objects.filter(written_at=None).count() >= world.nameless
        opened, pictures = self._everything(), taken_out(self.media)
        return {
            "while waiting": waiting,
            "after opening": opened,
            "the log": lines,
            "the pictures": pictures,
        }

    def _everything(self) -> list[str]:
        """Without the file of SQLite as it lies: see docs/dreams.md."""
        found = self.database.everything()
        return found[:-1] if isinstance(self.empty, bytes) else found


@pytest.fixture
def branches(traject, els, client_of, tmp_path, media):
    with time_machine.travel(AT, tick=False):
        made = Branches(traject, els, client_of, tmp_path, media)
        yield made
        made.database.put(made.empty)
        made.database.forget()


@pytest.mark.parametrize("seed", WORLDS)
def test_swap_over_http_leaves_no_trace(branches, seed):
    assert branches.differ(seed) == []


def test_dump_holds_sessions_and_the_box(branches):
    world = World.random(WORLDS[0])
    circle = Circle.of(branches.traject, branches.els, senders=world.senders, themes=world.themes)
    clients = browsers(circle, branches.client_of)
    for post in world.posts:
        send(circle, clients[post.sender], post)

    text = "\n".join(branches._everything())

    assert all(name in text for name in ("django_session", "trajects_dreambox", "trajects_seat"))
    assert len(DreamBox.objects.get().bag) == world.nameless


def test_control_box_in_order_of_sending_is_seen_in_the_dump(branches, monkeypatch):
    monkeypatch.setattr(
        writing, "put_in_box", lambda bag, sent: [*bag, [sent.text, list(sent.themes), *sent[2:]]]
    )

    assert "while waiting" in branches.differ(WORLDS[0])


def test_control_row_for_each_post_is_seen_in_the_dump(branches, monkeypatch):
    put = writing.put_in_box

    def also_in_a_row(bag, sent):
        DreamImage.objects.create(traject=branches.traject, text=sent.text)
        return put(bag, sent)

    monkeypatch.setattr(writing, "put_in_box", also_in_a_row)

    assert "while waiting" in branches.differ(WORLDS[0])
