"""The dream images of the demo group: written, sent without a name, shown, and arranged."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from accounts.models import User
from trajects.actions.dreams.box import open_box
from trajects.actions.dreams.collecting import open_collection
from trajects.actions.dreams.combining import merge_dreams, split_dream
from trajects.actions.dreams.leaving_out import leave_out_dream
from trajects.actions.dreams.placing import make_cluster
from trajects.actions.dreams.starring import star
from trajects.actions.dreams.writing import send_nameless, write_dream
from trajects.entries import DreamEntry
from trajects.management.demo_days import Days
from trajects.management.demo_pictures import PICTURES
from trajects.models import Candidate, DreamImage, Participant, Traject
from trajects.models.writer import Writer


@dataclass(frozen=True)
class Dreaming:
    """`themes` by their code; `dreams`, which fills while they come, by the key of the file."""

    traject: Traject
    data: dict
    themes: dict[str, Candidate]
    moderator: User
    days: Days
    dreams: dict[str, DreamImage] = field(default_factory=dict)

    def load(self) -> dict[str, DreamImage]:
        self._collect()
        self._arrange()
        self._star()
        return self.dreams

    def _collect(self) -> None:
        collection = self.data["collection"]
        open_collection(
            traject=self.traject,
            last_day=self.days.date(collection["last_day"]),
            invitation=collection["invitation"],
            by=self.moderator,
            at=self.days.moment(collection["opened"]),
        )
        for dream in self.data["dreams"]:
            self._write(dream)
        opened = self.days.moment(self.data["box_opened"])
        open_box(traject=self.traject, by=self.moderator, at=opened)
        nameless = {one.text: one for one in self.traject.dreams.filter(written_at=None)}
        for dream in self.data["dreams"]:
            if "by" not in dream:
                self.dreams[dream["key"]] = nameless[dream["text"]]

    def _write(self, dream: dict) -> None:
        entry = DreamEntry(
            text=dream["text"],
            themes=frozenset(self.themes[code].pk for code in dream["themes"]),
            picture=PICTURES[dream["picture"]]() if "picture" in dream else None,
            picture_alt=dream.get("alt", ""),
        )
        if "by" in dream:
            at, writer = self.days.moment(dream["day"], hour=15), self._writer(dream["by"])
            self.dreams[dream["key"]] = write_dream(
                traject=self.traject, writer=writer, entry=entry, at=at
            )
        else:
            at, writer = self.days.moment(self.data["collection"]["opened"]), self._anybody
            send_nameless(traject=self.traject, writer=writer, entry=entry, at=at)

    def _arrange(self) -> None:
        at = self.days.moment(self.data["arranged"])
        for merged in self.data["merged"]:
            self.dreams[merged["key"]] = merge_dreams(
                traject=self.traject,
                dreams={self.dreams[key].pk: self.dreams[key].version for key in merged["of"]},
                text=merged["text"],
                by=self.moderator,
                at=at,
            )
        for split in self.data["split"]:
            whole = self.dreams[split["of"]]
            texts = list(split["into"].values())
            parts = split_dream(
                dream=whole, texts=texts, version=whole.version, by=self.moderator, at=at
            )
            self.dreams.update(zip(split["into"], parts, strict=True))
        for code, name, keys in self._groups():
            make_cluster(
                candidate=self.themes[code],
                name=name,
                dreams=[self.dreams[key].pk for key in keys],
                by=self.moderator,
            )
        for key, because in self.data["left_out"].items():
            leave_out_dream(dream=self.dreams[key], because=because, by=self.moderator, at=at)

    def _groups(self) -> Iterator[tuple[str, str, list[str]]]:
        for code, groups in self.data["groups"].items():
            for name, keys in groups.items():
                yield code, name, keys

    def _star(self) -> None:
        at = self.days.moment(self.data["arranged"] + 1)
        for address, keys in self.data["stars"].items():
            for key in keys:
                star(dream=self.dreams[key], writer=self._writer(address), at=at)

    @property
    def _anybody(self) -> Writer:
        """The box does not know who."""
        return Writer(user=self.moderator)

    def _writer(self, address: str) -> Writer:
        """The moderator stands in for who left the municipality before this."""
        people = {one.address: one for one in self._people()}
        person = people.get(address)
        if person is None:
            return self._anybody
        return Writer(user=person.user) if person.user else Writer(guest=person)

    def _people(self) -> list[Participant]:
        return list(self.traject.participants.taking_part().with_people())
