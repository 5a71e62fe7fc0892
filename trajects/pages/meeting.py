"""One meeting as its page shows it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise

from trajects.access import Seen
from trajects.agenda import Timed, minutes_over, timed
from trajects.labels import STEP_NAMES, STEP_SLUGS
from trajects.models import Meeting
from trajects.queries.meetings import Callees, agenda_of, callees_of
from trajects.steps import Key


@dataclass(frozen=True)
class MeetingPage:
    """`over`: how many minutes the agenda is too long; negative: to spare. `callees` only for who
    may ask people, and to a meeting that is not over."""

    meeting: Meeting
    step_name: Promise
    step_slug: str
    agenda: tuple[Timed, ...]
    over: int
    is_past: bool
    callees: Callees | None

    @property
    def is_too_long(self) -> bool:
        return bool(self.agenda) and self.over > 0

    @property
    def to_spare(self) -> int:
        return -self.over if self.agenda else 0


def meeting_page(seen: Seen, meeting: Meeting, *, at: datetime) -> MeetingPage:
    step, agenda = Key(meeting.step), agenda_of(meeting)
    is_past = meeting.ends_at < at
    asks = seen.standing.may_lead and not is_past
    return MeetingPage(
        meeting=meeting,
        step_name=STEP_NAMES[step],
        step_slug=STEP_SLUGS[step],
        agenda=tuple(timed(agenda, starts_at=meeting.starts_at)),
        over=minutes_over(agenda, starts_at=meeting.starts_at, ends_at=meeting.ends_at),
        is_past=is_past,
        callees=callees_of(meeting, seen.traject) if asks else None,
    )
