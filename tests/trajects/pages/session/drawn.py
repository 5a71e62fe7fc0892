"""A session as it is drawn for its moderator and for the room."""

from datetime import timedelta

from tests.factories import LONG_AGO
from tests.trajects.live import vote
from trajects.actions.rounds import close_round
from trajects.pages.session import desk_of, screen_page

AT = LONG_AGO + timedelta(minutes=5)
LINK = "https://mvoscan.example/sessie/K7MPQ4/"


def again(session, voting_round):
    """The round, after its session was read anew."""
    session.refresh_from_db()
    return voting_round


def desk(session, at=AT):
    return desk_of(session, at=at)


def screen(session, at=AT):
    return screen_page(session, at=at, link=LINK, address="mvoscan.example/sessie/")


def at_stage(session, stage, page=1, **fields):
    session.stage, session.page = stage, page
    for name, value in fields.items():
        setattr(session, name, value)
    session.save()
    return session


def counted(session, running, els):
    vote(running, session.seats.all())
    return again(session, close_round(voting_round=running, by=els, at=AT))
