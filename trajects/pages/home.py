"""The read-model of the home page: per organisation trajects and scans, and the one next step."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from accounts.models import Membership, Organisation, User
from accounts.queries.people import PeopleCount, people_counts
from scans.models import Scan
from scans.queries import ScanTally, scan_tallies
from trajects.models import Traject
from trajects.pages.tasks import NextTask, local_day, task_in
from trajects.queries.facts import facts_of_all
from trajects.queries.standing import standings_of
from trajects.queries.waiting import waiting_for
from trajects.steps import Facts, Stage, progress

NOON, EVENING, NIGHT_ENDS = 12, 18, 5  # hours of the clock on the wall


def part_of_day(at: datetime) -> str:
    """How one greets at this local time: "morning", "afternoon" or "evening"."""
    if NIGHT_ENDS <= at.hour < NOON:
        return "morning"
    return "afternoon" if NOON <= at.hour < EVENING else "evening"


class StepKind(StrEnum):
    """What comes first stands first."""

    FILL_IN = "fill in"
    TRAJECT = "traject"
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
class TrajectCard:
    """A traject with what this person does next in it. `carried`: how many actions in their name
    run, or are late."""

    traject: Traject
    facts: Facts
    next: NextTask
    carried: int

    @property
    def stages(self) -> tuple[Stage, ...]:
        return progress(self.facts)


@dataclass(frozen=True)
class NextStep:
    """`item`: the scan to fill in or to read; `traject`: the one to go on with."""

    kind: StepKind
    organisation: Organisation
    item: ScanCard | None = None
    traject: TrajectCard | None = None

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
    trajects: tuple[TrajectCard, ...]
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
        scans = self.running or self.finished
        return not scans and not self.trajects and self.people.is_one_alone

    @property
    def next_step(self) -> NextStep:
        return min(self._steps(), key=lambda step: step.urgency)

    def _steps(self) -> list[NextStep]:
        organisation = self.organisation
        steps = [NextStep(StepKind.FILL_IN, organisation, item) for item in self.running]
        steps += [NextStep(StepKind.READ, organisation, item) for item in self.finished]
        steps += _traject_steps(self.trajects)
        if self.membership.may_coordinate and not self.running:
            steps.append(NextStep(StepKind.SET_UP if self.is_new else StepKind.START, organisation))
        return [*steps, NextStep(StepKind.WAIT, organisation)]


@dataclass(frozen=True)
class HomePage:
    """`moderated`: trajects of organisations that this person is no member of."""

    cards: tuple[OrganisationCard, ...]
    moderated: tuple[TrajectCard, ...]

    @property
    def is_empty(self) -> bool:
        return not self.cards and not self.moderated

    @property
    def only_organisation(self) -> Organisation | None:
        return self.cards[0].organisation if len(self.cards) == 1 else None

    @property
    def next_step(self) -> NextStep | None:
        """The most urgent one of all organisations and of what is moderated elsewhere."""
        steps = [card.next_step for card in self.cards]
        steps += _traject_steps(self.moderated)
        steps += [
            NextStep(StepKind.WAIT, card.traject.organisation, traject=card)
            for card in self.moderated
        ]
        return min(steps, key=lambda step: step.urgency, default=None)


def _traject_steps(cards: tuple[TrajectCard, ...]) -> list[NextStep]:
    """Only where there is something to do."""
    return [
        NextStep(StepKind.TRAJECT, card.traject.organisation, traject=card)
        for card in cards
        if card.next.task.is_to_do
    ]


def home_page(user: User, *, at: datetime) -> HomePage:
    """The same number of queries, whatever the number of organisations, people, scans, statements
    or trajects."""
    memberships = list(Membership.objects.with_organisation().filter(user_id=user.pk))
    counts = people_counts(membership.organisation for membership in memberships)
    scans = list(Scan.objects.of_member(user.pk).with_people())
    items = [ScanCard(scan, tally) for scan, tally in _with_tallies(scans)]
    trajects = _traject_cards(user, at)
    own = {membership.organisation_id for membership in memberships}
    return HomePage(
        cards=tuple(
            _card(membership, counts[membership.organisation_id], items, trajects)
            for membership in memberships
        ),
        moderated=tuple(card for card in trajects if card.traject.organisation_id not in own),
    )


def _with_tallies(scans: list[Scan]) -> list[tuple[Scan, ScanTally]]:
    tallies = scan_tallies(scans)
    return [(scan, tallies[scan.pk]) for scan in scans]


def _traject_cards(user: User, at: datetime) -> list[TrajectCard]:
    """Nothing more is asked of who takes part in none."""
    trajects = list(Traject.objects.of_person(user.pk).with_organisation().with_scan())
    if not trajects:
        return []
    facts, standings = facts_of_all(trajects), standings_of(user, trajects)
    waiting = waiting_for(user, trajects, on=local_day(at))
    return [
        TrajectCard(
            traject,
            facts[traject.pk],
            task_in(traject, facts[traject.pk], standings[traject.pk], waiting[traject.pk], at=at),
            waiting[traject.pk].carried,
        )
        for traject in trajects
    ]


def _card(
    membership: Membership,
    people: PeopleCount,
    items: list[ScanCard],
    trajects: list[TrajectCard],
) -> OrganisationCard:
    organisation = membership.organisation_id
    own = [item for item in items if item.scan.organisation_id == organisation]
    return OrganisationCard(
        membership,
        people,
        trajects=tuple(card for card in trajects if card.traject.organisation_id == organisation),
        running=tuple(item for item in own if membership.may_answer and not item.scan.is_finished),
        finished=tuple(item for item in own if item.scan.is_finished),
    )
