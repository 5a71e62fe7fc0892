"""The room with browsers: each voter has a phone with a seat and the key of a ballot."""

from django.test import Client

from tests.trajects.factories import CandidateFactory
from tests.trajects.voting.rooms import Room
from trajects.models import Seat, Traject
from trajects.seat_tokens import seat_hash
from trajects.voting import Item


def candidates(traject: Traject, many: int = 2) -> list[Item]:
    """Made under their own numbers: 1, 2, …"""
    made = [
        CandidateFactory(pk=n, traject=traject, name=f"Thema {n}", short_name=f"T{n}")
        for n in range(1, many + 1)
    ]
    return [Item(f"k{one.pk}", one.name, one.short_name) for one in made]


def hand_out_seats(room: Room) -> None:
    """What the browsers keep is known here; stored is its hash."""
    for voter, seat in enumerate(room.seats):
        seat.token_hash = seat_hash(_token(voter), session_pk=room.session.pk)
    Seat.objects.bulk_update(room.seats, ["token_hash"])


def phone(room: Room, voter: int, key: str = "") -> Client:
    """`key` takes the place of the random one that the voting page would set."""
    client = Client(raise_request_exception=False)
    client.cookies["seat"] = _token(voter)
    client.cookies["language"] = "en"
    if key:
        client.cookies[f"ballot_key_{room.round.pk}"] = key
    return client


def vote_page(room: Room) -> str:
    return f"/sessie/{room.session.code}/stem/{room.round.pk}/"


def close_address(room: Room) -> str:
    session = room.session
    return f"/trajecten/{session.traject_id}/sessies/{session.pk}/rondes/{room.round.pk}/sluiten/"


def _token(voter: int) -> str:
    return f"seat-of-voter-{voter:02}"
