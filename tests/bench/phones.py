"""Phones at a running server, each with a thread of its own: they wait, or vote."""

import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from http.client import HTTPConnection, HTTPResponse
from http.cookies import SimpleCookie
from math import ceil
from random import Random
from threading import Event
from typing import TypeVar
from urllib.parse import urlencode, urlsplit

from django.utils.timezone import now

from tests.bench.measuring import WrongAnswer
from tests.bench.rooms import Room, vote_in
from tests.bench.visitors import PATIENCE, TOKEN
from trajects.models import VotingRound

EVERY, JITTER = 2.0, 1.0  # seconds, as static/js/session.js
VOTE_EVERY = 20.0
POLLED = {HTTPStatus.OK, HTTPStatus.NOT_MODIFIED}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}

Result = TypeVar("Result")
by_chance = Random(7)


class Phone:
    """One connection for each request: so it goes with the workers of gunicorn."""

    def __init__(self, address: str, cookies: Mapping[str, str]) -> None:
        self._host = urlsplit(address).netloc
        self._cookies = dict(cookies)

    def ask(
        self, path: str, *, body: str | None = None, headers: Mapping[str, str] | None = None
    ) -> tuple[HTTPResponse, str]:
        connection = HTTPConnection(self._host, timeout=PATIENCE)
        sent = {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}
        try:
            connection.request(
                "GET" if body is None else "POST", path, body, sent | (headers or {})
            )
            answer = connection.getresponse()
            text = answer.read().decode()
        finally:
            connection.close()
        for line in answer.headers.get_all("Set-Cookie", ()):
            self._cookies |= {name: one.value for name, one in SimpleCookie(line).items()}
        return answer, text


class Poller(Phone):
    """Asks how it stands again and again, and says what it has already."""

    def __init__(self, address: str, path: str, cookies: Mapping[str, str]) -> None:
        super().__init__(address, cookies)
        self._path = path
        self._known = ""

    def poll(self) -> None:
        headers = {"If-None-Match": self._known} if self._known else {}
        answer, _text = self.ask(self._path, headers=headers)
        if answer.status not in POLLED:
            raise WrongAnswer(f"{self._path}: {answer.status}")
        self._known = answer.headers.get("ETag", "")

    def keep_polling(self, stop: Event) -> None:
        """Begins somewhere in its first pause: people do not come in all at once."""
        pause = by_chance.uniform(0, EVERY)
        while not stop.wait(pause):
            self.poll()
            pause = by_chance.uniform(EVERY, EVERY + JITTER)


class Voter(Poller):
    """Reads the page of a vote, then sends it."""

    def __init__(self, address: str, page: str, state: str, cookies: Mapping[str, str]) -> None:
        super().__init__(address, state, cookies)
        self._page = page

    def fill_in(self, keys: Sequence[str]) -> str:
        """What the page would send. Raises WrongAnswer for another page."""
        answer, text = self.ask(self._page)
        found = TOKEN.search(text)
        if answer.status != HTTPStatus.OK or not found:
            raise WrongAnswer(f"{self._page}: {answer.status}")
        fields = {key: by_chance.choice("1230") for key in keys}
        return urlencode({"csrfmiddlewaretoken": found[1], **fields})

    def cast(self, ballot: str, *, after: float) -> float:
        """Seconds until the answer. Raises WrongAnswer for anything but a vote that was cast."""
        time.sleep(after)
        began = time.perf_counter()
        answer, _text = self.ask(self._page, body=ballot, headers=FORM)
        if answer.status != HTTPStatus.SEE_OTHER:
            raise WrongAnswer(f"a vote on {self._page}: {answer.status}")
        return time.perf_counter() - began


def all_waiting(
    pollers: Sequence[Poller],
    rooms: Sequence[Room],
    rounds: Sequence[VotingRound],
    *,
    seconds: int,
) -> None:
    """All keep asking; in each room one more votes every twenty seconds."""

    def watch(stop: Event) -> None:
        seats = [list(room.session.seats.all()) for room in rooms]
        for turn in range(ceil(seconds / VOTE_EVERY)):
            for own, voting_round in zip(seats, rounds, strict=True):
                vote_in(voting_round, own[turn : turn + 1], at=now())
                stop.wait(VOTE_EVERY / len(rooms))

    _while_polling(pollers, watch)


def all_voting(voters: Sequence[Voter], keys: Sequence[str], *, within: float) -> list[float]:
    """Each at a moment of its own within so many seconds, while all keep asking."""
    moments = [within * place / len(voters) for place in range(len(voters))]

    def watch(_stop: Event) -> list[float]:
        with ThreadPoolExecutor(len(voters)) as pool:
            ballots = list(pool.map(lambda voter: voter.fill_in(keys), voters))
            casting = [
                pool.submit(voter.cast, ballot, after=after)
                for voter, ballot, after in zip(voters, ballots, moments, strict=True)
            ]
            return [one.result() for one in casting]

    return _while_polling(voters, watch)


def _while_polling(pollers: Sequence[Poller], watch: Callable[[Event], Result]) -> Result:
    stop = Event()
    with ThreadPoolExecutor(len(pollers)) as pool:
        polling = [pool.submit(poller.keep_polling, stop) for poller in pollers]
        try:
            seen = watch(stop)
        finally:
            stop.set()
        for one in polling:
            one.result()
    return seen
