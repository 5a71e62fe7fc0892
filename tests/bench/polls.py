"""What the screens of a session cost: the small document they ask for, and their pages.

    python -m tests.bench.polls [--rounds 100]
    python -m tests.postgres python -m tests.bench.polls

A session of a hundred seats and fifteen themes, with a round that is open. A phone, the page of the
moderator and the projector each ask how it stands, with and without having it already; the floor is
a signed-in view of one query. Then the queries of the pages, for three sizes of a session. Times
are reported, never judged; an answer that fails, a page of more than twelve queries, or of more for
a larger session, ends with code 1.
"""

import os
import sys

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.settings"

import django

django.setup()

import shutil  # noqa: E402 - models come after the settings
from argparse import ArgumentParser  # noqa: E402
from collections.abc import Callable, Iterator  # noqa: E402
from io import StringIO  # noqa: E402

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils.timezone import now  # noqa: E402

from accounts.models import Organisation  # noqa: E402
from tests.bench.cases import PAGE_FLOOR, Browser, Case, Request  # noqa: E402
from tests.bench.generated import load_generated, make_town  # noqa: E402
from tests.bench.measuring import WrongAnswer, count_queries, medians  # noqa: E402
from tests.bench.rooms import Room, Size, make_room, open_in, vote_in  # noqa: E402
from tests.bench.run import machine, person, print_costs, report_faults  # noqa: E402
from trajects.models import LiveSession  # noqa: E402
from trajects.stages import Stage  # noqa: E402

POLL_FLOOR = "floor of a poll"
AIM = 1.5
WARM_UP = 10
# The page of a step of the road: a third of them is for what it says about the whole road.
OF_A_STEP = 18
# One theme, three seats, one round before this one; and so on. The last one is timed.
SIZES = (Size(1, 3, 1), Size(3, 12, 3), Size(15, 100, 2))


class Phone(Browser):
    """Of a guest: it has nothing but the secret of its seat."""

    def __init__(self, token: str) -> None:
        self._client = Client(enforce_csrf_checks=True, SERVER_NAME="localhost")
        self._client.cookies[settings.SEAT_COOKIE_NAME] = token


def main() -> int:
    parser = ArgumentParser(prog="python -m tests.bench.polls")
    parser.add_argument("--rounds", type=int, default=100)
    rounds = parser.parse_args().rounds
    call_command("collectstatic", interactive=False, verbosity=0)
    database = connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        return run(rounds)
    except WrongAnswer as wrong:
        print(wrong, file=sys.stderr)
        return 1
    finally:
        connection.creation.destroy_test_db(database, verbosity=0)
        shutil.rmtree(settings.VAR_DIR)


def run(rounds: int) -> int:
    call_command("load_taxonomy", stdout=StringIO())
    load_generated(version=1, themes=15, at=now())
    els, bram = person("Els"), person("Bram")
    town = make_town(1, els, at=now())
    rooms = [
        make_room(town.organisation, els, size, at=now(), scan=town.finished, members=[bram])
        for size in SIZES
    ]
    for room in rooms:
        vote_in(open_in(room, at=now()), room.session.seats.all()[: room.size.seats // 2], at=now())
    browser, member = Browser(els), Browser(bram)

    polls = [list(polls_of(room, town.organisation, browser, member)) for room in rooms]
    pages = [list(pages_of(room, town.organisation)) for room in rooms]
    queries = {
        f"{room.size}": count_queries(browser, [*own_polls, *own_pages])
        for room, own_polls, own_pages in zip(rooms, polls, pages, strict=True)
    }
    cases = [*polls[-1], *pages[-1]]
    costs = medians(browser, cases, warm_up=WARM_UP, rounds=rounds)
    print_costs(cases, costs, queries[f"{SIZES[-1]}"])
    print(f"\n{rounds} interleaved rounds after {WARM_UP} to warm up; {machine()}")
    return report_faults(cases, queries)


def polls_of(
    room: Room, organisation: Organisation, els: Browser, member: Browser
) -> Iterator[Case]:
    yield Case(POLL_FLOOR, _get(reverse("poll_floor", args=[organisation.pk])))
    of_session = [room.traject.pk, room.session.pk]
    phone = reverse("trajects:phone_state", args=[room.session.code])
    for name, path, who in (
        ("phone of a guest", phone, Phone(room.tokens[0])),
        ("phone of a member", phone, member),
        ("moderator", reverse("trajects:desk_state", args=of_session), els),
        ("projector", reverse("trajects:screen_state", args=of_session), els),
    ):
        yield Case(name, _get(path), POLL_FLOOR, aim=AIM, who=who)
        yield Case(f"{name}, known", _known(path, who), POLL_FLOOR, AIM, 304, who)


def _get(path: str) -> Callable[[], Request]:
    return lambda: Request(path)


def _known(path: str, who: Browser) -> Callable[[], Request]:
    """As a browser that asked a moment ago."""
    return lambda: Request(path, known=who.send(Request(path))["ETag"])


def pages_of(room: Room, organisation: Organisation) -> Iterator[Case]:
    of_session = [room.traject.pk, room.session.pk]
    yield Case(PAGE_FLOOR, _get(reverse("page_floor", args=[organisation.pk])))
    hub = reverse("trajects:themes", args=[room.traject.pk])
    yield Case("hub", _get(hub), PAGE_FLOOR, most=OF_A_STEP)
    for name, route in (("desk", "session"), ("projector", "screen")):
        path = reverse(f"trajects:{route}", args=of_session)
        for stage in Stage:
            yield Case(f"{name}, {stage}", _at(room, stage, path), PAGE_FLOOR)
    phone, code = Phone(room.tokens[-1]), room.session.code
    yield Case("phone", _get(reverse("trajects:phone", args=[code])), PAGE_FLOOR, who=phone)
    running = room.session.rounds.still_open().get()
    path = reverse("trajects:vote", args=[code, running.pk])
    yield Case("page of a vote", _get(path), PAGE_FLOOR, who=phone)


def _at(room: Room, stage: Stage, path: str) -> Callable[[], Request]:
    candidate = room.traject.candidates.first() if stage is Stage.DIALOGUE else None

    def prepare() -> Request:
        LiveSession.objects.filter(pk=room.session.pk).update(stage=stage, candidate=candidate)
        return Request(path)

    return prepare


if __name__ == "__main__":
    sys.exit(main())
