"""A live session with people in it, and a round that is open."""

from collections.abc import Sequence

from accounts.models import User
from tests.factories import LONG_AGO
from tests.trajects.factories import CandidateFactory, LiveSessionFactory, SeatFactory
from trajects.actions.rounds import cast, open_round
from trajects.models import LiveSession, Seat, Traject, VotingRound
from trajects.stages import Subject
from trajects.voting import QUESTIONS, Item, new_key

NAMES = ("Aya", "Ben", "Cas", "Dirk", "Eva", "Fien")


def session_with_people(traject: Traject, *, people: int = 5, **options: object) -> LiveSession:
    session = LiveSessionFactory(traject=traject, **options)
    for name in NAMES[:people]:
        SeatFactory(session=session, name=name)
    return session


def candidates_of(traject: Traject, *names: str) -> list[object]:
    return [CandidateFactory(traject=traject, name=name, short_name=name[:20]) for name in names]


def opened(session: LiveSession, *, by: User, minimum: int = 3) -> VotingRound:
    """Over the candidate themes, or the questions of a measurement."""
    if session.about is Subject.THEMES:
        running = session.traject.candidates.running()
        items = [Item(f"k{one.pk}", one.full_name, one.short_name) for one in running]
    else:
        items = [Item(key, key, key) for key in QUESTIONS]
    return open_round(session=session, by=by, at=LONG_AGO, items=items, minimum=minimum)


def vote(voting_round: VotingRound, seats: Sequence[Seat], option: str = "3") -> None:
    """Each seat the same for every item."""
    choices = dict.fromkeys(voting_round.keys, option)
    for seat in seats:
        cast(
            voting_round_pk=voting_round.pk, seat=seat, key=new_key(), choices=choices, at=LONG_AGO
        )
