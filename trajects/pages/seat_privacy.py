"""What is stored about one seat, read from the tables themselves."""

from dataclasses import dataclass

from trajects.models import DreamImage, DreamStar, Roll, Seat
from trajects.models.writer import Writer


@dataclass(frozen=True)
class Stored:
    """`rolls`: one for each round that this seat could vote in, with whether it did. `dreams`: what
    was sent with the name; `stars`: how many were given. Of an account: in the whole traject."""

    seat: Seat
    rolls: tuple[Roll, ...]
    dreams: tuple[DreamImage, ...]
    stars: int


def stored_about(seat: Seat | None) -> Stored | None:
    """None for who has no seat: nothing is stored about them. Three queries."""
    if seat is None:
        return None
    writer = Writer.of_seat(seat)
    own = DreamImage.objects.filter(traject=seat.session.traject_id)
    stars = DreamStar.objects.filter(dream__traject=seat.session.traject_id)
    return Stored(
        seat,
        rolls=tuple(Roll.objects.filter(seat=seat).select_related("round")),
        dreams=tuple(own.filter(**writer.authors)),
        stars=stars.filter(**writer.columns).count(),
    )
