"""The read-model of the home page: per organisation what runs, and the one next step."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from accounts.models import Membership, Organisation, User
from accounts.queries.people import PeopleCount, people_counts
from scans.models import Scan
from scans.queries import ScanTally, scan_tallies

NOON, EVENING, NIGHT_ENDS = 12, 18, 5  # hours of the clock on the wall


def part_of_day(at: datetime) -> str:
    """How one greets at this local time: "morning", "afternoon" or "evening"."""
    if NIGHT_ENDS <= at.hour < NOON:
        return "morning"
    return "afternoon" if NOON <= at.hour < EVENING else "evening"


class StepKind(StrEnum):
    """What comes first stands first."""

    FILL_IN = "fill in"
    SET_UP = "set up"
    START = "start"
    READ = "read"
    WAIT = "wait"


@dataclass(frozen=True)
class ScanCard:
    scan: Scan
    tally: ScanTally

    @property
    def is_complete(self) -> bool:
        return self.tally.open == 0


@dataclass(frozen=True)
class NextStep:
    """`item`: the scan to fill in or to read."""

    kind: StepKind
    organisation: Organisation
    item: ScanCard | None = None

    @property
    def urgency(self) -> tuple[int, float]:
        """The smallest goes first; of two scans the one of the latest date."""
        scan = self.item.scan if self.item else None
        since = (scan.finished_at or scan.started_at).timestamp() if scan else 0
        return list(StepKind).index(self.kind), -since


@dataclass(frozen=True)
class OrganisationCard:
    """`running` and `finished` hold what this member may see, newest first."""

    membership: Membership
    people: PeopleCount
    running: tuple[ScanCard, ...]
    finished: tuple[ScanCard, ...]

    @property
    def organisation(self) -> Organisation:
        return self.membership.organisation

    @property
    def sees_running(self) -> bool:
        return self.membership.may_answer

    @property
    def is_new(self) -> bool:
        """Nothing happened here yet: no scan, and nobody but its coordinator."""
        return not self.running and not self.finished and self.people.is_one_alone

    @property
    def next_step(self) -> NextStep:
        return min(self._steps(), key=lambda step: step.urgency)

    def _steps(self) -> list[NextStep]:
        organisation = self.organisation
        steps = [NextStep(StepKind.FILL_IN, organisation, item) for item in self.running]
        steps += [NextStep(StepKind.READ, organisation, item) for item in self.finished]
        if self.membership.may_coordinate and not self.running:
            steps.append(NextStep(StepKind.SET_UP if self.is_new else StepKind.START, organisation))
        return [*steps, NextStep(StepKind.WAIT, organisation)]


@dataclass(frozen=True)
class HomePage:
    cards: tuple[OrganisationCard, ...]

    @property
    def only_organisation(self) -> Organisation | None:
        return self.cards[0].organisation if len(self.cards) == 1 else None

    @property
    def next_step(self) -> NextStep | None:
        """The most urgent one of all organisations."""
        steps = (card.next_step for card in self.cards)
        return min(steps, key=lambda step: step.urgency, default=None)


def home_page(user: User) -> HomePage:
    """Six queries, whatever the number of organisations, people, scans or statements."""
    memberships = list(Membership.objects.with_organisation().filter(user_id=user.pk))
    counts = people_counts(membership.organisation for membership in memberships)
    scans = list(Scan.objects.of_member(user.pk).with_people())
    tallies = scan_tallies(scans)
    return HomePage(
        tuple(
            _card(membership, counts[membership.organisation_id], scans, tallies)
            for membership in memberships
        )
    )


def _card(
    membership: Membership, people: PeopleCount, scans: list[Scan], tallies: dict[int, ScanTally]
) -> OrganisationCard:
    own = [
        ScanCard(scan, tallies[scan.pk])
        for scan in scans
        if scan.organisation_id == membership.organisation_id
    ]
    return OrganisationCard(
        membership,
        people,
        running=tuple(card for card in own if membership.may_answer and not card.scan.is_finished),
        finished=tuple(card for card in own if card.scan.is_finished),
    )
