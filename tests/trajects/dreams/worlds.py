"""Two members swap what they send without a name. All send at the same moments, in the same order;
only what these two say is the other way round."""

from dataclasses import dataclass
from random import Random

WORDS = ("zon", "groen", "samen", "stil water", "ruimte voor iedereen", "één loket", "dak", "buren")


@dataclass(frozen=True)
class Sent:
    """`picture`: a number that a picture is drawn from; None for none."""

    sender: int
    text: str
    themes: tuple[int, ...]
    picture: int | None = None
    named: bool = False

    @property
    def content(self) -> tuple[str, tuple[int, ...], int | None]:
        return self.text, self.themes, self.picture

    def saying(self, other: "Sent") -> "Sent":
        return Sent(self.sender, other.text, other.themes, other.picture, self.named)


@dataclass(frozen=True)
class World:
    """`swapped` are the places in `posts` of what is exchanged: of two senders, without a name."""

    senders: int
    themes: int
    posts: tuple[Sent, ...]
    places: tuple[int, int]

    @classmethod
    def random(cls, seed: int, *, pictures: bool = True) -> "World":
        chance = Random(seed)
        senders, themes = chance.randint(3, 9), chance.randint(1, 4)
        order = [*range(senders), *chance.choices(range(senders), k=chance.randint(0, senders))]
        chance.shuffle(order)
        first, second = chance.sample(range(len(order)), 2)
        while order[first] == order[second]:
            first, second = chance.sample(range(len(order)), 2)
        posts = [
            Sent(
                sender,
                text_of(chance),
                tuple(sorted(chance.sample(range(themes), chance.randint(1, themes)))),
                picture=chance.randrange(1000) if pictures and not chance.randrange(4) else None,
                named=place not in (first, second) and not chance.randrange(4),
            )
            for place, sender in enumerate(order)
        ]
        return cls(senders, themes, tuple(posts), (first, second))

    @property
    def swapped(self) -> "World":
        first, second = self.places
        posts = list(self.posts)
        posts[first] = self.posts[first].saying(self.posts[second])
        posts[second] = self.posts[second].saying(self.posts[first])
        return World(self.senders, self.themes, tuple(posts), self.places)

    @property
    def tells_apart(self) -> bool:
        """Whether there is anything to swap."""
        first, second = (self.posts[place].content for place in self.places)
        return first != second

    @property
    def nameless(self) -> int:
        """How many lie in the box: the very same lies in it once."""
        return len({post.content for post in self.posts if not post.named})


def text_of(chance: Random) -> str:
    """From a word to a page, now and then with points under it."""
    lines = [" ".join(chance.choices(WORDS, k=chance.choice((1, 3, 8, 25)))) for _ in range(4)]
    return "\n- ".join(lines[: chance.randint(1, 4)])
