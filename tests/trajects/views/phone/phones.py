"""Browsers of people in a session, and rounds they vote in."""

from collections.abc import Sequence
from typing import Any

from django.test import Client
from django.utils.timezone import now

from accounts.models import User
from tests.page import main_text
from tests.trajects.factories import SeatFactory
from trajects.actions.rounds import cast, close_round, open_round
from trajects.models import LiveSession, Seat, Urn, VotingRound
from trajects.seat_tokens import seat_hash
from trajects.voting import Item, new_key

URL = "/sessie/ABCDEF/"
NAMES = ("Aya", "Ben", "Cas")
ITEMS = (Item("k1", "Energie", "Energie"), Item("k2", "Water", "Water"))


def seat_of(session: LiveSession, name: str, **own: Any) -> Seat:
    """What the browser keeps is the name itself."""
    return SeatFactory(
        session=session, name=name, token_hash=seat_hash(name, session_pk=session.pk), **own
    )


def phone(name: str = "") -> Client:
    """A browser in English, of who has a seat under this name."""
    client = Client()
    client.cookies["language"] = "en"
    if name:
        client.cookies["seat"] = name
    return client


def told(client: Client, url: str = URL) -> str:
    return main_text(client.get(url))


def opened(session: LiveSession, els: User, *, items: Sequence[Item] = ITEMS) -> VotingRound:
    return open_round(session=session, by=els, at=now(), items=items, minimum=3)


def voted(voting: VotingRound, seat: Seat, **choices: str) -> None:
    cast(voting_round_pk=voting.pk, seat=seat, key=new_key(), choices=choices, at=now())


def counted(session: LiveSession, els: User, seats: Sequence[Seat]) -> VotingRound:
    voting = opened(session, els)
    for seat in seats:
        voted(voting, seat, k1="3", k2="1")
    return close_round(voting_round=voting, by=els, at=now())


def filled(items: list[Item], *figures: str) -> dict[str, str]:
    return {item.key: figure for item, figure in zip(items, figures, strict=False)}


def bag_of(voting: VotingRound) -> list[dict[str, str]]:
    return [choices for _hash, choices in Urn.objects.get(pk=voting.pk).bag]
