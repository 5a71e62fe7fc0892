"""A box that is filled and opened on an empty PostgreSQL, in a process of its
own: prints what was in it.

    python -m tests.trajects.dreams.evening "as it is"
"""

import sys

import django
from django.core.management import call_command
from django.db import connection


def main(scheme: str) -> None:
    django.setup()
    call_command("migrate", verbosity=0)
    from tests.trajects.dreams.test_residue import play
    from tests.trajects.voting.rooms import AT
    from trajects.actions.dreams import box

    with connection.cursor() as cursor:
        # What is large is packed otherwise, and then a search finds nothing of what is there.
        cursor.execute("ALTER TABLE trajects_dreambox ALTER COLUMN bag SET STORAGE EXTERNAL")
    if scheme == "no wiping":
        box.wipe_box = lambda: True
    circle = a_circle()
    pieces = play(circle)
    box.open_box(traject=circle.traject, by=circle.els, at=AT)
    print(b"\n".join(pieces).decode())


def a_circle():
    from tests.factories import UserFactory
    from tests.trajects.dreams.circles import Circle
    from tests.trajects.dreams.test_residue import SENDERS
    from tests.trajects.factories import ParticipantWithAccountFactory
    from trajects.models import Part

    els = UserFactory()
    moderator = ParticipantWithAccountFactory(user=els, part=Part.MODERATOR)
    return Circle.of(moderator.traject, els, senders=SENDERS, themes=1)


if __name__ == "__main__":
    main(sys.argv[1])
