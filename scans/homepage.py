"""The read-model of the home page: per organisation what runs, and the one next step."""

from dataclasses import dataclass

from accounts.models import Membership, Organisation, User
from scans.models import Scan
from scans.queries import ScanTally, scan_tallies


@dataclass(frozen=True)
class ScanCard:
    scan: Scan
    tally: ScanTally

    @property
    def is_complete(self) -> bool:
        return self.tally.open == 0


@dataclass(frozen=True)
class OrganisationCard:
    """`running` and `finished` hold what this member may see, newest first."""

    membership: Membership
    running: tuple[ScanCard, ...]
    finished: tuple[ScanCard, ...]

    @property
    def organisation(self) -> Organisation:
        return self.membership.organisation

    @property
    def sees_running(self) -> bool:
        return self.membership.may_answer


@dataclass(frozen=True)
class HomePage:
    cards: tuple[OrganisationCard, ...]

    @property
    def only_organisation(self) -> Organisation | None:
        return self.cards[0].organisation if len(self.cards) == 1 else None

    @property
    def next_scan(self) -> ScanCard | None:
        """The running scan to go on with: the one last started."""
        running = [card for cards in self.cards for card in cards.running]
        return max(running, key=lambda card: card.scan.started_at, default=None)

    @property
    def result_to_read(self) -> ScanCard | None:
        finished = [card for cards in self.cards for card in cards.finished]
        return max(
            finished, key=lambda card: card.scan.finished_at or card.scan.started_at, default=None
        )

    @property
    def can_start(self) -> OrganisationCard | None:
        """The first organisation that the user coordinates and that has no running scan."""
        free = (c for c in self.cards if c.membership.may_coordinate and not c.running)
        return next(free, None)


def home_page(user: User) -> HomePage:
    """Four queries, whatever the number of organisations, scans or statements."""
    memberships = list(Membership.objects.with_organisation().filter(user_id=user.pk))
    scans = list(Scan.objects.of_member(user.pk).with_people())
    tallies = scan_tallies(scans)
    return HomePage(tuple(_card(membership, scans, tallies) for membership in memberships))


def _card(
    membership: Membership, scans: list[Scan], tallies: dict[int, ScanTally]
) -> OrganisationCard:
    own = [
        ScanCard(scan, tallies[scan.pk])
        for scan in scans
        if scan.organisation_id == membership.organisation_id
    ]
    return OrganisationCard(
        membership,
        running=tuple(card for card in own if membership.may_answer and not card.scan.is_finished),
        finished=tuple(card for card in own if card.scan.is_finished),
    )
