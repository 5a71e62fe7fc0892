"""Two whole rounds beside one that stays open, on an empty PostgreSQL, in a process of its own:
prints the hashes of the ballots of the two.

    python -m tests.trajects.voting.evening "as it is"

The other schemes leave something out on purpose.
"""

import sys

import django
from django.core.management import call_command
from django.db import connection


def main(scheme: str) -> None:
    django.setup()
    call_command("migrate", verbosity=0)
    from tests.factories import UserFactory
    from tests.trajects.voting.test_residue import ITEMS, SMALL, VOTERS, play

    # What is large is packed otherwise, and then a search finds nothing of what is there.
    run("ALTER TABLE trajects_urn ALTER COLUMN bag SET STORAGE EXTERNAL")
    if scheme == "logged":
        run("ALTER TABLE trajects_urn SET LOGGED")
    els = UserFactory()
    large = a_room(els, voters=VOTERS, items=ITEMS)
    small = a_room(els, voters=SMALL, items=ITEMS[:2])
    still_open = a_room(els)
    hashes = [*play(large, 1), *play(small, 2)]
    still_open.cast_all()
    leave_out(scheme)
    assert all(room.close().is_counted for room in (large, small))
    print(b"\n".join(hashes).decode())


def a_room(els, **of):
    """Of a traject of its own."""
    from tests.trajects.factories import ParticipantWithAccountFactory
    from tests.trajects.voting.rooms import Room
    from trajects.models import Part

    moderator = ParticipantWithAccountFactory(user=els, part=Part.MODERATOR)
    return Room.of(moderator.traject, els, **of)


def leave_out(scheme: str) -> None:
    from trajects.actions import wiping

    if scheme == "plain vacuum":
        wiping._rewrite = lambda _cursor, table: run(f"VACUUM {table}")
    if scheme == "no vacuum":
        wiping._rewrite = lambda *_given: True


def run(sql: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(sql)
    return True


if __name__ == "__main__":
    main(sys.argv[1])
