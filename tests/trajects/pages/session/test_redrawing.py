"""What makes the desk or the screen be drawn anew."""

from tests.trajects.factories import (
    SeatFactory,
)
from tests.trajects.live import vote
from tests.trajects.pages.session.drawn import AT
from trajects.models import Urn
from trajects.pages.session import desk_screen, screen_code
from trajects.queries.session_state import session_state


def states(session):
    """As desk and screen are drawn now."""
    state = session_state(session.pk, at=AT, with_people=True)
    return desk_screen(state), screen_code(state)


def test_vote_alone_redraws_nothing_until_the_last(session, running):
    seats = list(session.seats.all())
    before = states(session)
    vote(running, seats[:4])
    between = states(session)
    vote(running, seats[4:])
    after = states(session)

    assert between == before
    assert (after[0] != before[0], after[1]) == (True, before[1])


def test_somebody_new_redraws_the_desk_alone(session):
    before = states(session)
    SeatFactory(session=session, admitted_at=None)
    after = states(session)

    assert (after[0] != before[0], after[1]) == (True, before[1])


def test_content_of_the_bag_redraws_nothing(session, running):
    seats = list(session.seats.all())
    vote(running, seats, option="1")
    before = states(session)
    urn = Urn.objects.get()
    urn.bag = [[key, dict.fromkeys(choices, "3")] for key, choices in urn.bag]
    urn.save()

    assert states(session) == before
