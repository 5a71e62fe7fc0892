"""After a swap of what two members sent without a name, the database is the same: every row of
every table with its hidden number, before the box is opened, and after it with the same chance.

The controls break the scheme on purpose and must be seen."""

import json

import pytest
from django.db import connection

from tests.trajects.dreams.chances import same_chance, taken_out
from tests.trajects.dreams.circles import Circle, jpeg
from tests.trajects.dreams.worlds import World
from tests.trajects.voting.rooms import AT
from tests.trajects.voting.swapping import SqliteFile, dump
from trajects.actions.dreams import writing
from trajects.actions.dreams.box import open_box
from trajects.actions.dreams.writing import send_nameless, write_dream
from trajects.dreams import FEWEST_SHOWN
from trajects.entries import DreamEntry
from trajects.models import DreamBox, DreamImage

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="copies the file of SQLite"),
]
FEW, MANY = range(20), range(1000, 1300)


class Branches:
    """One random world after another, each from the same file."""

    def __init__(self, traject, els, folder, media):
        self.traject, self.els, self.folder, self.media = traject, els, folder, media
        self.file = SqliteFile.of_tests()
        self.empty = self.file.read()

    def differences(self, seed: int) -> list[str]:
        """At which moments a world and the same one after the swap can be told apart."""
        world = World.random(seed)
        self.file.put(self.empty)
        circle = Circle.of(self.traject, self.els, senders=world.senders, themes=world.themes)
        ready = self.file.read()
        own, other = (self._play(circle, ready, one) for one in (world, world.swapped))
        return [moment for moment in own if own[moment] != other[moment]]

    def _play(self, circle: Circle, ready: bytes, world: World) -> dict[str, object]:
        self.file.put(ready)
        with same_chance():
            for post in world.posts:
                self._send(circle, post)
            waiting = self._dumped()
            if world.nameless < FEWEST_SHOWN:
                taken_out(self.media)
                return {"while waiting": waiting}
            assert open_box(traject=self.traject, by=self.els, at=AT) == world.nameless
        opened, pictures = self._dumped(), taken_out(self.media)
        return {"while waiting": waiting, "after opening": opened, "pictures": pictures}

    def _send(self, circle: Circle, post) -> None:
        entry = DreamEntry(
            text=post.text,
            themes=frozenset(circle.pks(post.themes)),
            picture=None if post.picture is None else jpeg(post.picture),
            picture_alt="" if post.picture is None else f"Beeld {post.picture}",
        )
        send = write_dream if post.named else send_nameless
        send(traject=self.traject, writer=circle.writers[post.sender], entry=entry, at=AT)

    def _dumped(self) -> list[str]:
        return dump(self.file.read(), self.folder)


@pytest.fixture
def branches(traject, els, tmp_path, media):
    made = Branches(traject, els, tmp_path, media)
    yield made
    made.file.put(made.empty)


@pytest.mark.parametrize("seed", FEW)
def test_swap_leaves_no_trace(branches, seed):
    assert branches.differences(seed) == []


@pytest.mark.deep
def test_swap_leaves_no_trace_in_hundreds_of_worlds(branches):
    assert {seed: found for seed in MANY if (found := branches.differences(seed))} == {}


def test_dump_holds_every_table_and_everything_that_waits(branches):
    world = World.random(FEW[0])
    circle = Circle.of(branches.traject, branches.els, senders=world.senders, themes=world.themes)
    for post in world.posts:
        branches._send(circle, post)

    lines = branches._dumped()

    (box,) = [line for line in lines if line.startswith("trajects_dreambox:")]
    nameless = [post for post in world.posts if not post.named]
    assert len(DreamBox.objects.get().bag) == len(nameless) > 0
    assert all(
        json.dumps(post.text.splitlines()[0])[1:-1].replace("\\", 2 * "\\") in box
        for post in nameless
    )
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
    assert {"django_session", "trajects_dreamimage", "trajects_dreamplace"} <= tables
    assert {line.partition(":")[0] for line in lines} <= {*tables, "sqlite_sequence"}


def _all_differ(branches) -> bool:
    """In every world in which there was something to swap."""
    worlds = [seed for seed in FEW[:9] if World.random(seed).tells_apart]
    return len(worlds) > 5 and all(branches.differences(seed) for seed in worlds)


def test_control_box_in_order_of_sending_is_seen(branches, monkeypatch):
    monkeypatch.setattr(
        writing, "put_in_box", lambda bag, sent: [*bag, [sent.text, list(sent.themes), *sent[2:]]]
    )

    assert _all_differ(branches)


def test_control_row_for_each_post_is_seen(branches, monkeypatch):
    """Without a name, in the table of the others, as they come."""
    put = writing.put_in_box

    def also_in_a_row(bag, sent):
        DreamImage.objects.create(traject=branches.traject, text=sent.text)
        return put(bag, sent)

    monkeypatch.setattr(writing, "put_in_box", also_in_a_row)

    assert _all_differ(branches)


def test_control_time_of_sending_is_seen(branches, monkeypatch):
    """Kept with what was said, even without a name: the moments are those of the senders."""
    put, posts = writing.put_in_box, []

    def with_a_number(bag, sent):
        posts.append(sent)
        return put(bag, sent._replace(statement_code=str(len(posts) % 1000)))

    monkeypatch.setattr(writing, "put_in_box", with_a_number)

    assert _all_differ(branches)


def test_names_of_files_are_drawn_by_chance(traject):
    made = [DreamImage(traject=traject) for _ in range(20)]

    names = {one.picture.field.generate_filename(one, "mijn-huis.jpg") for one in made}

    assert len(names) == 20
    assert not any("mijn-huis" in name for name in names)
