"""Rooms full of phones on a running server: many that ask how it stands, and many that vote.

    python -m tests.bench.live [--seconds 60]
    python -m tests.postgres python -m tests.bench.live

A gunicorn of two workers serves the product on the loopback interface. First a hundred phones ask
how one session stands, each every two to three seconds, as their browsers do; then those of twenty
sessions of twelve seats at once; the screens of the moderators ask too. In every session somebody
votes every twenty seconds. Signed-in people ask for a view of one query in the same rhythm: what
the web processes needed for both is compared. Last, 25 people read the page of a vote and cast
within ten seconds, while their phones keep asking, and then all change their vote at the same
moment. Figures are reported, never judged; an answer other than expected, or a vote that is lost,
ends with code 1.
"""

import os
import sys

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.settings"

import django

django.setup()

import shutil  # noqa: E402 - models come after the settings
import signal  # noqa: E402
from argparse import ArgumentParser  # noqa: E402
from collections import Counter  # noqa: E402
from collections.abc import Sequence  # noqa: E402
from io import StringIO  # noqa: E402
from pathlib import Path  # noqa: E402
from statistics import median  # noqa: E402

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils.timezone import now  # noqa: E402

from accounts.actions.organisations import create_organisation  # noqa: E402
from accounts.models import Organisation, OrganisationType, User  # noqa: E402
from tests.bench.generated import kbo_number  # noqa: E402
from tests.bench.meanwhile import p95  # noqa: E402
from tests.bench.measuring import WrongAnswer  # noqa: E402
from tests.bench.phones import Poller, Voter, all_voting, all_waiting  # noqa: E402
from tests.bench.rooms import Room, Size, make_room, open_in  # noqa: E402
from tests.bench.run import machine, person  # noqa: E402
from tests.bench.serving import Product, Timed, read_times, running_product  # noqa: E402
from trajects.models import VotingRound  # noqa: E402
from trajects.queries.rounds import round_state  # noqa: E402
from trajects.voting import RoundState  # noqa: E402

THEMES = 15
ONE_ROOM = 100
ROOMS, SEATS = 20, 12
VOTERS = 25
FLOOR_FOR_EACH = 10  # one who asks for the bare view for so many phones
CAST_WITHIN = 10.0
ROW = "{:<12}{:>9}{:>8}{:>12}{:>9}{:>9}{:>11}"
HEADS = ("requests", "304", "median ms", "p95 ms", "ratio", "p95 ratio")


def main() -> int:
    parser = ArgumentParser(prog="python -m tests.bench.live")
    parser.add_argument("--seconds", type=int, default=60, help="of asking, for one and for many")
    seconds = parser.parse_args().seconds
    # An exception, so that the servers are stopped on the way out.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    call_command("collectstatic", interactive=False, verbosity=0)
    database = connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        run(seconds)
    except WrongAnswer as wrong:
        print(wrong, file=sys.stderr)
        return 1
    finally:
        connection.creation.destroy_test_db(database, verbosity=0)
        shutil.rmtree(settings.VAR_DIR)
    return 0


def run(seconds: int) -> None:
    call_command("load_taxonomy", stdout=StringIO())
    els = person("Els")
    one = [room_of(0, els, ONE_ROOM)]
    many = [room_of(number, els, SEATS) for number in range(1, ROOMS + 1)]
    ask("One session of 100 seats", one, seconds)
    ask("Twenty sessions of 12 seats", many, seconds)
    cast_votes(room_of(ROOMS + 1, els, VOTERS))
    print(f"\n{seconds} s of asking each; {machine()}")


def room_of(number: int, moderator: User, seats: int) -> Room:
    organisation = Organisation(
        type=OrganisationType.OTHER, name=f"Bestuur {number}", kbo_number=kbo_number(number)
    )
    made = create_organisation(organisation=organisation, coordinator=moderator)
    return make_room(made, moderator, Size(THEMES, seats), at=now())


def ask(title: str, rooms: Sequence[Room], seconds: int) -> None:
    """A row for every kind of screen, beside the bare view of the same run."""
    times = Path(settings.VAR_DIR, "times.log")
    rounds = [open_in(room, at=now()) for room in rooms]
    with serving(times) as product:
        all_waiting(pollers_of(rooms, product), rooms, rounds, seconds=seconds)
    report(title, read_times(times), rooms)
    times.unlink()


def serving(times: Path | None = None):
    return running_product("immediate", settings_module="tests.bench.served", times=times)


def pollers_of(rooms: Sequence[Room], product: Product) -> list[Poller]:
    phones = [
        Poller(product.address, state_of(room), {settings.SEAT_COOKIE_NAME: token})
        for room in rooms
        for token in room.tokens
    ]
    moderator = signed_in(rooms[0].moderator)
    screens = [
        Poller(product.address, reverse(f"trajects:{route}", args=args), moderator)
        for args in ([room.traject.pk, room.session.pk] for room in rooms)
        for route in ("desk_state", "screen_state")
    ]
    bare = [
        Poller(product.address, floor_of(rooms[0]), moderator) for _one in phones[::FLOOR_FOR_EACH]
    ]
    return [*phones, *screens, *bare]


def state_of(room: Room) -> str:
    return reverse("trajects:phone_state", args=[room.session.code])


def floor_of(room: Room) -> str:
    return reverse("poll_floor", args=[room.traject.organisation_id])


def signed_in(user: User) -> dict[str, str]:
    client = Client(SERVER_NAME="localhost")
    client.force_login(user)
    return {name: morsel.value for name, morsel in client.cookies.items()}


def report(title: str, times: Sequence[Timed], rooms: Sequence[Room]) -> None:
    kinds = {
        "bare view": {floor_of(rooms[0])},
        "phones": {state_of(room) for room in rooms},
        **{
            name: {reverse(route, args=[room.traject.pk, room.session.pk]) for room in rooms}
            for name, route in (
                ("moderators", "trajects:desk_state"),
                ("projectors", "trajects:screen_state"),
            )
        },
    }
    print(f"\n{ROW.format('', *HEADS)}\n{title}")
    floor: tuple[float, float] | None = None
    for name, paths in kinds.items():
        own = [one for one in times if one.path in paths]
        took = [one.milliseconds for one in own]
        cost = median(took), p95(took)
        floor = floor or cost
        ratios = (f"{mine / bare:.2f}" for mine, bare in zip(cost, floor, strict=True))
        known = Counter(one.status for one in own)[304] / len(own)
        print(ROW.format(name, len(own), f"{known:.0%}", *(f"{ms:.1f}" for ms in cost), *ratios))


def cast_votes(room: Room) -> None:
    """Raises WrongAnswer for a vote that is refused, or lost."""
    voting_round = open_in(room, at=now())
    path = reverse("trajects:vote", args=[room.session.code, voting_round.pk])
    with serving() as product:
        voters = [
            Voter(product.address, path, state_of(room), {settings.SEAT_COOKIE_NAME: token})
            for token in room.tokens
        ]
        spread = all_voting(voters, voting_round.keys, within=CAST_WITHIN)
        hold(voting_round)
        together = all_voting(voters, voting_round.keys, within=0)
        hold(voting_round)
    for what, took in (("within ten seconds", spread), ("all at once, changed", together)):
        print(
            f"{len(took)} votes {what}: median {1000 * median(took):.0f} ms, "
            f"the slowest {1000 * max(took):.0f} ms until the answer"
        )


def hold(voting_round: VotingRound) -> None:
    state = round_state(voting_round)
    if state != RoundState(VOTERS, VOTERS, VOTERS):
        raise WrongAnswer(f"{VOTERS} voted; {state}")


if __name__ == "__main__":
    sys.exit(main())
