"""The traject that people try the product with: what the file says, done by the actions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from django.db import transaction

from accounts.actions.departments import add_departments
from accounts.actions.users import get_or_create_user
from accounts.models import Department, Organisation, Role, User
from accounts.tokens import new_token, token_hash
from scans.models import Scan, Sdg, Theme
from trajects.actions.agreements import add_agreement, tick_agreement
from trajects.actions.deciding import accept_initiative
from trajects.actions.initiatives import add_as_guest, add_initiative
from trajects.actions.links import expiry
from trajects.actions.meetings import plan_meeting, write_notes, write_report
from trajects.actions.merging import merge_initiatives
from trajects.actions.people import Person, add_members, add_person, change_participant
from trajects.actions.scan_link import link_scan
from trajects.actions.steps import complete_step
from trajects.actions.trajects import start_traject
from trajects.agenda import PROPOSALS
from trajects.entries import InitiativeEntry, MeetingEntry
from trajects.management.demo_days import Days
from trajects.management.demo_later import load_later_steps
from trajects.models import Initiative, Part, Participant, PersonalLink, Scope, Traject
from trajects.steps import Key

SCOPES = {"own": Scope.OWN_WORKING, "residents": Scope.RESIDENTS}
# The photo is collected over these days, unless the file says otherwise.
COLLECTED = (-44, -3)


@transaction.atomic
def load_traject(
    organisation: Organisation, scan: Scan, data: dict, *, password: str, at: datetime
) -> Traject:
    """With days and years counted from `at`. `scan` is finished, and the mirror of this traject."""
    days = Days(at)
    coordinators = organisation.memberships.filter(role=Role.COORDINATOR)
    coordinator = coordinators.select_related("user").earliest("pk").user
    _add_departments(organisation, data["departments"])
    traject = start_traject(
        organisation=organisation,
        title=data["title"],
        starts_on=days.date(data["starts"]),
        ends_on=days.date(data["ends"]),
        by=coordinator,
        at=days.moment(data["starts"]),
    )
    collected = data.get("collected", COLLECTED)
    linked_on = data.get("links", collected[0] - 3)
    load = Load(traject, coordinator, days, tuple(collected), linked_on)
    load.moderator(data["moderator"], password)
    load.people(data)
    load.meetings(data["meetings"])
    load.agreements(data["agreements"])
    linked = days.moment(data["scan_linked"])
    link_scan(traject=traject, scan=scan, by=coordinator, at=linked)
    for key, day in data["steps_done"].items():
        complete_step(traject=traject, key=Key(key), by=coordinator, at=days.moment(day))
    load.initiatives(data["initiatives"])
    if "goals" in data:
        load_later_steps(traject, data, coordinator=coordinator, days=days)
    return traject


def _add_departments(organisation: Organisation, names: list[str]) -> None:
    there = set(organisation.departments.values_list("name", flat=True))
    add_departments(organisation=organisation, names=[name for name in names if name not in there])


@dataclass(frozen=True)
class Load:
    traject: Traject
    coordinator: User
    days: Days
    collected: tuple[int, int]
    linked_on: int

    def moderator(self, person: Mapping[str, str], password: str) -> None:
        """With an account at once: the action of the product would send a mail first."""
        user, _created = get_or_create_user(
            email=person["email"], name=person["name"], password=password
        )
        Participant.objects.create(
            traject=self.traject,
            part=Part.MODERATOR,
            user=user,
            function=person["function"],
            added_at=self.traject.created_at,
        )

    def people(self, data: dict) -> None:
        for person in data["lead_group"]:
            if "account" in person:
                self._member(person)
            else:
                self._guest(Part.LEAD_GROUP, person)
        for person in data["colleagues"]:
            self._guest(Part.COLLEAGUE, person)
        for person in data["policy_makers"]:
            self._add(Part.POLICY_MAKER, person)

    def meetings(self, meetings: list[dict]) -> None:
        moderator = User.objects.get(
            participations__traject=self.traject, participations__part=Part.MODERATOR
        )
        for data in meetings:
            begins, ends = (
                self.days.in_week(data["days"], weekday=data["weekday"], hour=hour)
                for hour in data["hours"]
            )
            meeting = plan_meeting(
                traject=self.traject,
                entry=MeetingEntry(data["step"], data["title"], begins, ends, data["place"]),
                agenda=PROPOSALS[Key(data["step"])].agenda,
                by=self.coordinator,
            )
            report, notes = data.get("report", ""), data.get("notes", "")
            write_report(meeting=meeting, text=report, shown="", by=self.coordinator)
            write_notes(meeting=meeting, text=notes, shown="", by=moderator)

    def agreements(self, agreements: list[dict]) -> None:
        by_name = {person.called: person for person in self._participants.values()}
        for data in agreements:
            agreement = add_agreement(
                traject=self.traject,
                what=data["what"],
                who=by_name.get(data["who"]),
                due_on=self.days.date(data["days"]),
                by=self.coordinator,
            )
            if "done" in data:
                done_at = self.days.moment(data["done"])
                tick_agreement(agreement=agreement, done=True, by=self.coordinator, at=done_at)

    def initiatives(self, initiatives: list[dict]) -> None:
        """Spread over the weeks of collecting, in the order of the file."""
        on_photo = {}
        first, last = self.collected
        for number, data in enumerate(initiatives):
            day = first + number * (last - first) // len(initiatives)
            added = self._added(data, at=self.days.moment(day))
            if not data.get("waiting"):
                on_photo[data["title"]] = accept_initiative(
                    initiative=added, by=self.coordinator, at=self.days.moment(day + 1)
                )
        for data in initiatives:
            if "merged_into" in data:
                merge_initiatives(
                    kept=on_photo[data["merged_into"]],
                    other=on_photo[data["title"]],
                    by=self.coordinator,
                    at=self.days.moment(last + 1),
                )

    def _member(self, person: dict) -> None:
        """Unless who tries the product removed them from the municipality before this."""
        members = self.traject.organisation.memberships.filter(user__email=person["account"])
        by, at = self.coordinator, self.traject.created_at
        for member in add_members(
            traject=self.traject,
            part=Part.LEAD_GROUP,
            membership_pks=list(members.values_list("pk", flat=True)),
            by=by,
            at=at,
        ):
            named = self._person(person, name=member.called)
            change_participant(participant=member, person=named, by=by, at=at)

    def _guest(self, part: Part, person: dict) -> None:
        """No mail leaves and nobody knows the token: to try the link, send it again."""
        guest = self._add(part, person)
        state, sent = person.get("link", "opened"), self.days.moment(self.linked_on)
        if state == "none":
            return
        PersonalLink.objects.create(
            participant=guest,
            token_hash=token_hash(new_token()),
            created_at=sent,
            created_by=self.coordinator,
            expires_at=expiry(self.traject, at=sent),
            sent_at=sent,
            opened_at=sent + timedelta(days=1) if state == "opened" else None,
        )

    def _add(self, part: Part, person: dict) -> Participant:
        return add_person(
            traject=self.traject,
            part=part,
            person=self._person(person, name=person["name"], email=person["email"]),
            by=self.coordinator,
            at=self.traject.created_at,
        )

    def _person(self, person: dict, **known: str) -> Person:
        department = self._departments.get(person.get("department", ""))
        return Person(**known, function=person["function"], department=department)

    def _added(self, data: dict, *, at: datetime) -> Initiative:
        by = self._participants.get(data.get("by", ""))
        entry = self._entry(data)
        if by is not None and by.user is None:
            return add_as_guest(participant=by, entry=entry, at=at)
        user = by.user if by and by.user else self.coordinator
        return add_initiative(traject=self.traject, entry=entry, by=user, at=at)

    def _entry(self, data: dict) -> InitiativeEntry:
        return InitiativeEntry(
            title=data["title"],
            description=data["about"],
            status=data["status"],
            scope=SCOPES[data["for"]],
            since=self.days.at.year - data["years_ago"],
            evidence=data.get("evidence", ""),
            bbc_code=data.get("bbc", ""),
            themes=frozenset(self._themes[code] for code in data["themes"]),
            departments=frozenset(self._departments[name].pk for name in data["departments"]),
            sdgs=frozenset(self._sdgs[number] for number in data["sdgs"]),
        )

    @cached_property
    def _participants(self) -> dict[str, Participant]:
        """By address."""
        return {person.address: person for person in self.traject.participants.with_people()}

    @cached_property
    def _departments(self) -> dict[str, Department]:
        return {one.name: one for one in self.traject.organisation.departments.all()}

    @cached_property
    def _themes(self) -> dict[str, int]:
        return dict(Theme.objects.values_list("code", "pk"))

    @cached_property
    def _sdgs(self) -> dict[int, int]:
        return dict(Sdg.objects.values_list("number", "pk"))
