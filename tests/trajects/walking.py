"""What people do on the road of a traject, in their words: a verb is an action of the product."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.utils.translation import override

from accounts.models import User
from accounts.tokens import new_token
from scans.actions.answers import save_answers
from scans.actions.scans import finish_scan, start_scan
from scans.entries import Change, Entry
from scans.models import Scan
from trajects.actions.candidates import start_candidates
from trajects.actions.choice import Decided, write_choice
from trajects.actions.plan.writing import add_action, change_action
from trajects.actions.rounds import cast, close_round, open_round
from trajects.actions.scan_link import link_scan
from trajects.actions.seats import admit_seat
from trajects.actions.sessions import end_session, start_session
from trajects.actions.steps import complete_step
from trajects.actions.taking_seats import take_seat
from trajects.entries import ActionEntry
from trajects.models import Action, Candidate, Goal, Traject, VotingRound
from trajects.pages.tasks import task_in
from trajects.queries.candidates import OriginKind
from trajects.queries.choices import choice_fingerprint, choices_of
from trajects.queries.facts import facts_of
from trajects.queries.standing import standing_of
from trajects.queries.waiting import waiting_for
from trajects.stages import Subject
from trajects.steps import Key
from trajects.voting import Item, new_key


@dataclass
class Walk:
    """`at` is now; time goes on by `later`."""

    traject: Traject
    coordinator: User
    moderator: User
    group: Sequence[User]
    at: datetime
    candidates: dict[str, Candidate] = field(default_factory=dict)

    def later(self, days: int) -> None:
        self.at += timedelta(days=days)

    @property
    def today(self):
        return self.at.date()

    def next_for(self, person: User) -> str:
        """What their page asks of them."""
        standing = standing_of(person, self.traject)
        waiting = waiting_for(person, [self.traject], on=self.today)[self.traject.pk]
        found = task_in(self.traject, facts_of(self.traject), standing, waiting, at=self.at)
        with override("en"):
            return str(found.words.todo)

    def close(self, key: Key) -> None:
        complete_step(traject=self.traject, key=key, by=self.coordinator, at=self.at)

    def look_in_the_mirror(self, letters: dict[int, str]) -> Scan:
        """By theme a letter for each step: j for yes, n for no."""
        by = self.coordinator
        scan = start_scan(
            organisation=self.traject.organisation,
            depth="light",
            year=self.at.year,
            by=by,
            at=self.at,
        )
        changes = [
            Change(statement.pk, 0, Entry("yes" if letter == "j" else "no"))
            for number, own in letters.items()
            for statement, letter in zip(
                scan.statements().filter(questionnaire_theme__theme__number=number),
                own,
                strict=True,
            )
        ]
        save_answers(scan=scan, changes=changes, by=by, at=self.at)
        finished = finish_scan(scan=scan, by=by, at=self.at)
        self.traject = link_scan(traject=self.traject, scan=finished, by=by, at=self.at)
        return finished

    def prepare_candidates(self) -> None:
        by = self.coordinator
        start_candidates(traject=self.traject, source=OriginKind.THEME, by=by)
        found = self.traject.candidates.prefetch_related("themes")
        self.candidates = {one.themes.get().code: one for one in found}

    def vote(self, ballots: Sequence[dict[str, str]]) -> VotingRound:
        """In secret: by theme the points of each voter."""
        session = start_session(
            traject=self.traject, subject=Subject.THEMES, by=self.moderator, at=self.at
        )
        seats = [self._seat(session, member) for member in self.group]
        items = [Item(f"k{one.pk}", one.full_name, one.short_name) for one in self._all]
        opened = open_round(session=session, by=self.moderator, at=self.at, items=items)
        for seat, ballot in zip(seats, ballots, strict=True):
            choices = {f"k{self.candidates[code].pk}": points for code, points in ballot.items()}
            cast(voting_round_pk=opened.pk, seat=seat, key=new_key(), choices=choices, at=self.at)
        counted = close_round(voting_round=opened, by=self.moderator, at=self.at)
        end_session(session=session, by=self.moderator, at=self.at)
        return counted

    def choose(self, codes: dict[str, str], *, parked: str) -> None:
        """The chosen themes, each with the reason."""
        decided = [
            Decided(one.pk, code in codes, codes.get(code, parked))
            for code, one in self.candidates.items()
        ]
        shown = choice_fingerprint(choices_of(self.traject))
        write_choice(
            traject=self.traject, decided=decided, shown=shown, by=self.moderator, at=self.at
        )

    def do(self, title: str, *, goal: Goal, by: User, **said: object) -> Action:
        """An action in the plan."""
        entry = ActionEntry(goal=goal.pk, title=title, **said)  # type: ignore[arg-type]
        return add_action(traject=self.traject, entry=entry, by=by, at=self.at)

    def rewrite(self, action: Action, entry: ActionEntry, *, by: User) -> Action:
        stored = Action.objects.get(pk=action.pk)
        return change_action(action=stored, entry=entry, version=stored.version, by=by, at=self.at)

    @property
    def _all(self) -> list[Candidate]:
        return list(self.candidates.values())

    def _seat(self, session, member):
        seat = take_seat(
            session=session,
            user=member,
            token=new_token(),
            name=member.name,
            observes=False,
            at=self.at,
        )
        return admit_seat(seat=seat, by=self.moderator, at=self.at)
