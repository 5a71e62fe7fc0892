"""How the demo group came to its themes: candidates, a secret vote that was counted, the choice and
the green light."""

from datetime import datetime, timedelta
from random import Random

from accounts.models import User
from accounts.tokens import new_token
from trajects.actions.candidates import start_candidates
from trajects.actions.choice import Decided, write_choice
from trajects.actions.green_light import record_decision
from trajects.actions.rounds import cast, close_round, open_round
from trajects.actions.seats import admit_seat
from trajects.actions.sessions import end_session, start_session
from trajects.actions.taking_seats import take_seat
from trajects.management.demo_days import THURSDAY, Days
from trajects.models import (
    Candidate,
    Decision,
    LiveSession,
    Part,
    Participant,
    Seat,
    Traject,
    VotingRound,
)
from trajects.queries.candidates import OriginKind
from trajects.queries.choices import choice_fingerprint, choices_of
from trajects.stages import Subject
from trajects.voting import POINTS, Choices, Item, new_key


def choose_themes(
    traject: Traject, data: dict, *, coordinator: User, moderator: User, days: Days
) -> dict[str, Candidate]:
    """By the code of the theme they came from."""
    start_candidates(traject=traject, source=OriginKind.THEME, by=coordinator)
    candidates = {
        one.themes.get().code: one for one in traject.candidates.prefetch_related("themes")
    }
    _vote(traject, data, candidates, moderator, days)
    decided = [
        Decided(one.pk, code in data["chosen"], data["chosen"].get(code, data["parked"]))
        for code, one in candidates.items()
    ]
    write_choice(
        traject=traject,
        decided=decided,
        shown=choice_fingerprint(choices_of(traject)),
        by=moderator,
        at=days.in_week(data["session"], weekday=THURSDAY, hour=17),
    )
    light = data["light"]
    record_decision(
        traject=traject,
        decision=Decision(light["decision"]),
        decided_by=light["decided_by"],
        decided_on=days.date(light["day"]),
        remarks=light["remarks"],
        shown="",
        by=coordinator,
        at=days.moment(light["day"]),
    )
    return candidates


def _vote(
    traject: Traject, data: dict, candidates: dict[str, Candidate], moderator: User, days: Days
) -> VotingRound:
    at = days.in_week(data["session"], weekday=THURSDAY, hour=14)
    session = start_session(traject=traject, subject=Subject.THEMES, by=moderator, at=at)
    group = traject.participants.taking_part().with_people().filter(part=Part.LEAD_GROUP)
    seats = [_seat(session, member, moderator, at) for member in group]
    items = [Item(f"k{one.pk}", one.full_name, one.short_name) for one in candidates.values()]
    opened = open_round(session=session, by=moderator, at=at, items=items)
    ballots = _ballots(data["votes"], candidates, len(seats))
    for seat, choices in zip(seats, ballots, strict=True):
        later = at + timedelta(minutes=5)
        cast(voting_round_pk=opened.pk, seat=seat, key=new_key(), choices=choices, at=later)
    closed_at = at + timedelta(minutes=10)
    closed = close_round(voting_round=opened, by=moderator, at=closed_at)
    end_session(session=session, by=moderator, at=at + timedelta(hours=2))
    return closed


def _seat(session: LiveSession, member: Participant, moderator: User, at: datetime) -> Seat:
    seat = take_seat(
        session=session,
        user=member.user,
        token=new_token(),
        name=member.called,
        observes=False,
        at=at,
    )
    return admit_seat(seat=seat, by=moderator, at=at)


def _ballots(
    votes: dict[str, list[int]], candidates: dict[str, Candidate], voters: int
) -> list[Choices]:
    """One for each voter that together make these counts; who misses one has no opinion."""
    ballots: list[dict[str, str]] = [{} for _voter in range(voters)]
    for code, counts in votes.items():
        points = [point for point, count in zip(POINTS, counts, strict=False) for _ in range(count)]
        chosen = (points + [POINTS[-1]] * voters)[:voters]
        Random(code).shuffle(chosen)  # noqa: S311 - which invented voter gives what
        for ballot, point in zip(ballots, chosen, strict=True):
            ballot[f"k{candidates[code].pk}"] = point
    return list(ballots)
