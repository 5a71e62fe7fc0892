"""What is stored about one seat, read from the tables themselves."""

from dataclasses import dataclass

from trajects.models import Roll, Seat


@dataclass(frozen=True)
class Stored:
    """`rolls`: one for each round that this seat could vote in, with whether it did."""

    seat: Seat
    rolls: tuple[Roll, ...]


def stored_about(seat: Seat | None) -> Stored | None:
    """None for who has no seat: nothing is stored about them. One query."""
    if seat is None:
        return None
    return Stored(seat, tuple(Roll.objects.filter(seat=seat).select_related("round")))
