"""A traject with something of everything that a dossier tells. Whoever has a hand in it has a name
that stands nowhere else, and those names stand in what people wrote as well."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from accounts.models import Department, Role, User
from scans.actions.scans import finish_scan
from scans.models import Answer, Theme
from tests.factories import LONG_AGO, MembershipFactory, UserFactory
from tests.trajects.counted import counted_round, session_of
from tests.trajects.dream_factories import (
    DreamImageFactory,
    DreamPlaceFactory,
    GoalAdoptionFactory,
    GoalFactory,
    GoalRemarkFactory,
    ThemeAmbitionFactory,
)
from tests.trajects.factories import (
    CandidateFactory,
    GreenLightFactory,
    InitiativeFactory,
    MeetingFactory,
    ParticipantFactory,
    ParticipantWithAccountFactory,
    StepCompletionFactory,
    ThemeChoiceFactory,
    ThemeNoteFactory,
)
from tests.trajects.plan_factories import (
    ActionFactory,
    ActionNeedFactory,
    ActionOwnerFactory,
    ActionStatementFactory,
    ActionStepFactory,
    MeasurementFactory,
    PlanDecisionFactory,
    PlanTextFactory,
    ProgressNoteFactory,
)
from tests.trajects.scanned import link_scan
from trajects.models import Action, Decision, Goal, Part, Traject

ON = date(2026, 5, 4)
AT = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
# Moderator, lead group, policy maker, guest, owner, author, who left, who answered.
NAMES = (
    "Mauve Kanarie",
    "Lila Kanarie",
    "Ocker Kanarie",
    "Indigo Kanarie",
    "Cyaan Kanarie",
    "Magenta Kanarie",
    "Turkoois Kanarie",
    "Karmijn Kanarie",
)


@dataclass(frozen=True)
class Told:
    """`moderator` is NAMES[0], and so on."""

    traject: Traject
    goal: Goal
    action: Action
    people: tuple[str, ...]


def filled(traject: Traject) -> Told:
    mauve, lila, ocker, indigo, cyaan, magenta, turkoois, karmijn = NAMES
    milieu = Department.objects.create(organisation=traject.organisation, name="Dienst Milieu")
    moderator, lead = UserFactory(name=mauve), _member(traject, lila, milieu)
    owner, author = _member(traject, cyaan, milieu), _member(traject, magenta, milieu)
    gone, answered = UserFactory(name=turkoois), _member(traject, karmijn, milieu)
    ParticipantWithAccountFactory(traject=traject, user=moderator, part=Part.MODERATOR)
    ParticipantWithAccountFactory(
        traject=traject, user=lead, function="Milieuambtenaar", department=milieu
    )
    ParticipantFactory(traject=traject, part=Part.POLICY_MAKER, name=ocker, email="")
    guest = ParticipantFactory(
        traject=traject, part=Part.COLLEAGUE, name=indigo, function="Poetshulp", department=milieu
    )
    _scan(traject, answered, said=f"{karmijn} zoekt dit op.")
    theme = Theme.objects.get(number=7)
    candidate = CandidateFactory(traject=traject, name="Klimaat", short_name="Klimaat")
    candidate.themes.add(theme)
    ThemeChoiceFactory(candidate=candidate, because=f"{lila} rekende het na.", by=moderator)
    ThemeNoteFactory(candidate=candidate, text=f"{mauve} schrijft: {ocker} twijfelt.")
    parked = CandidateFactory(traject=traject, name="Water", short_name="Water")
    ThemeChoiceFactory(candidate=parked, chosen=False, because="Dat komt later.", by=moderator)
    session = session_of(traject)
    counted_round(session, {"Klimaat": (0, 1, 7, 0), "Water": (5, 2, 1, 0)})
    counted_round(session, {"Klimaat": (0, 0, 8, 0), "Water": (6, 1, 1, 0)}, number=2)
    GreenLightFactory(
        traject=traject,
        decision=Decision.CONDITIONS,
        decided_by="het college",
        remarks=f"{ocker} wil een raming.",
        recorded_by=moderator,
    )
    InitiativeFactory(
        traject=traject, title=f"Isolatie door {indigo}", themes=[theme], departments=[milieu]
    )
    _meetings(traject, moderator)
    _dreams(traject, candidate, author)
    goal = _goal(traject, candidate, lead=lead, author=author)
    action = _actions(goal, owner=owner, guest=guest, gone=gone, author=author)
    StepCompletionFactory(traject=traject, by=moderator)
    PlanTextFactory(
        traject=traject,
        summary=f"{lila} trekt dit plan.",
        follow_up="Elk kwartaal kijken we samen.",
        communication="We schrijven in het infoblad.",
        by=moderator,
    )
    PlanDecisionFactory(traject=traject, recorded_by=moderator, decided_on=ON)
    return Told(traject, goal, action, NAMES)


def _member(traject: Traject, name: str, department: Department) -> User:
    user = UserFactory(name=name)
    MembershipFactory(
        user=user,
        organisation=traject.organisation,
        role=Role.CONTRIBUTOR,
        department=department,
    )
    return user


def _scan(traject: Traject, by: User, *, said: str) -> None:
    link_scan(traject)
    Answer.objects.filter(respondent__scan=traject.scan).update(updated_by=by)
    first = Answer.objects.order_by("pk").first()
    Answer.objects.filter(pk=first.pk).update(remark=said)
    finish_scan(scan=traject.scan, by=by, at=LONG_AGO)
    traject.scan.refresh_from_db()


def _meetings(traject: Traject, by: User) -> None:
    MeetingFactory(
        traject=traject,
        title="Kennismaking",
        report=f"Verslag: {NAMES[1]} stelt zich voor.",
        notes=f"Notitie over {NAMES[2]}.",
    )
    MeetingFactory(
        traject=traject,
        title="Terugkomdag",
        step="follow_up",
        starts_at=AT + timedelta(days=90),
        ends_at=AT + timedelta(days=90, hours=2),
    )


def _dreams(traject: Traject, candidate: object, author: User) -> None:
    dream = DreamImageFactory(
        traject=traject, text=f"{NAMES[5]} fietst door het groen", author=author
    )
    DreamPlaceFactory(dream=dream, candidate=candidate)


def _goal(traject: Traject, candidate: object, *, lead: User, author: User) -> Goal:
    ThemeAmbitionFactory(candidate=candidate, step=3, because="Omdat het kan.", by=lead)
    goal = GoalFactory(
        traject=traject,
        candidate=candidate,
        sentence="Tegen eind 2029 daalt ons verbruik met 20 %.",
        carrier=NAMES[1],
        indicator="Verbruik",
        unit="kWh",
        baseline=100,
        target=80,
        due_on=date(2029, 12, 31),
        proposed_by=author,
    )
    adoption = GoalAdoptionFactory(goal=goal, recorded_by=lead, others=f"ook {NAMES[2]}")
    adoption.people.set(traject.participants.filter(part=Part.LEAD_GROUP))
    GoalRemarkFactory(goal=goal, text=f"Opmerking bij het doel over {NAMES[4]}.", author=author)
    return goal


def _actions(goal: Goal, *, owner: User, guest: object, gone: User, author: User) -> Action:
    action = ActionFactory(
        goal=goal,
        title="Het dak isoleren",
        what=f"{NAMES[4]} vraagt drie offertes.",
        because="Omdat de warmte eruit vliegt.",
        partners="De energiecoöperatie",
        starts_on=date(2026, 1, 1),
        due_on=date(2027, 6, 30),
        cost_once=38_000,
        cost_yearly=500,
        staff_days=12,
        indicator="Verbruik",
        unit="kWh",
        baseline=100,
        target=80,
        created_by=author,
    )
    ActionOwnerFactory(action=action, user=owner)
    ActionOwnerFactory(action=action, user=None, guest=guest)
    ActionOwnerFactory(action=action, user=gone)
    ActionStepFactory(action=action, text="Meten", done_on=date(2026, 2, 1))
    code = goal.traject.scan.statements().order_by("-code").first().code
    ActionStatementFactory(action=action, code=code)
    MeasurementFactory(action=action, value=95, on=date(2026, 4, 1), author=author)
    ProgressNoteFactory(
        action=action, text=f"Voortgang van {NAMES[6]}.", on=date(2026, 3, 1), author=author
    )
    late = ActionFactory(goal=goal, title="De ketel nakijken", due_on=date(2026, 3, 1))
    ActionNeedFactory(action=action, needed=late)
    return action
