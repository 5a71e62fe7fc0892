"""A traject in which everything that people type can be poisoned."""

from datetime import UTC, datetime

from django.utils.timezone import now

from accounts.models import Organisation, User
from accounts.tokens import token_hash
from scans.models import Scan, Sdg, Theme
from tests.accounts.invited import WEEK
from tests.scans.example_factories import ExampleActionFactory
from tests.trajects.dream_factories import (
    DreamClusterFactory,
    DreamCollectionFactory,
    DreamImageFactory,
    DreamPlaceFactory,
    DreamSourceFactory,
    GoalAdoptionFactory,
    GoalChangeFactory,
    GoalDreamFactory,
    GoalFactory,
    GoalRemarkFactory,
    ThemeAmbitionFactory,
)
from tests.trajects.factories import (
    AgendaItemFactory,
    AgreementFactory,
    CandidateFactory,
    GreenLightFactory,
    InitiativeFactory,
    LiveSessionFactory,
    MeetingFactory,
    MethodTextFactory,
    ParticipantFactory,
    ParticipantWithAccountFactory,
    PersonalLinkFactory,
    SeatFactory,
    TallyFactory,
    ThemeChoiceFactory,
    ThemeNoteFactory,
    TrajectFactory,
    VotingRoundFactory,
)
from tests.trajects.plan_factories import (
    ActionFactory,
    ActionNeedFactory,
    ActionOwnerFactory,
    ActionStepFactory,
    MeasurementFactory,
    PlanDecisionFactory,
    PlanDocumentFactory,
    PlanTextFactory,
    ProgressNoteFactory,
)
from trajects.models import Candidate, Part, Traject
from trajects.stages import Stage

# Breaks out of an attribute with either quote, and out of an element. Fits the shortest column.
PAYLOAD = "'\"><xss onxss=1>"
NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)


def lay_road(organisation: Organisation, scan: Scan, user: User) -> None:
    """A traject that the user coordinates and moderates, with a guest who has a personal link."""
    traject = TrajectFactory(
        organisation=organisation, created_by=user, scan=scan, scan_linked_at=NOW
    )
    ParticipantWithAccountFactory(traject=traject, user=user, part=Part.MODERATOR)
    guest = ParticipantFactory(traject=traject, department=organisation.departments.get())
    link = {"token_hash": token_hash("geheim"), "expires_at": now() + WEEK}
    PersonalLinkFactory(participant=guest, sent_at=NOW, **link)
    AgendaItemFactory(meeting=MeetingFactory(traject=traject))
    AgreementFactory(traject=traject, who=guest)
    MethodTextFactory()
    own = {
        "traject": traject,
        "themes": Theme.objects.all(),
        "departments": organisation.departments.all(),
    }
    for entry in (InitiativeFactory(**own), InitiativeFactory(**own)):
        entry.sdgs.set(Sdg.objects.all())
    InitiativeFactory(**own, accepted_at=None, added_by_guest=guest)
    lay_themes(traject, user)


def lay_themes(traject: Traject, user: User) -> None:
    """A session at its result, with what comes before and after a vote."""
    chosen, parked = CandidateFactory.create_batch(2, traject=traject)
    out = {"left_out_at": NOW, "left_out_by": user, "left_out_because": PAYLOAD}
    CandidateFactory(traject=traject, **out)
    ThemeNoteFactory(candidate=chosen)
    session = LiveSessionFactory(
        traject=traject,
        code="XSSXSS",
        opened_at=now(),
        opened_by=user,
        stage=Stage.RESULT,
        candidate=chosen,
    )
    SeatFactory(session=session, admitted_at=None)
    counted = VotingRoundFactory(session=session, opened_by=user, closed_at=NOW, closed_by=user)
    for option, count in (("3", 5), ("2", 1), ("1", 1), ("0", 0)):
        TallyFactory(round=counted, option=option, count=count)
    ThemeChoiceFactory(candidate=chosen, by=user)
    ThemeChoiceFactory(candidate=parked, by=user, chosen=False)
    GreenLightFactory(traject=traject, recorded_by=user)
    lay_dreams(traject, chosen, user)
    lay_goals(traject, chosen, user)
    lay_actions(traject, user)


def lay_dreams(traject: Traject, chosen: Candidate, user: User) -> None:
    """One of the user and one of a guest in a group, one that was merged from a third."""
    DreamCollectionFactory(traject=traject, opened_by=user)
    cluster = DreamClusterFactory(candidate=chosen)
    guest = traject.participants.get(user=None)
    own = {"traject": traject}
    for dream in (
        DreamImageFactory(**own, author=user),
        DreamImageFactory(**own, author=None, guest=guest),
        DreamSourceFactory(
            dream=DreamImageFactory(**own, author=None),
            source=DreamImageFactory(**own, author=user),
        ).dream,
    ):
        DreamPlaceFactory(dream=dream, candidate=chosen, cluster=cluster)


def lay_goals(traject: Traject, chosen: Candidate, user: User) -> None:
    """One that was adopted and changed, one that is set aside."""
    ThemeAmbitionFactory(candidate=chosen, by=user)
    goal = GoalFactory(candidate=chosen, proposed_by=user, mvoi_goal="climate")
    GoalDreamFactory(goal=goal, dream=traject.dreams.first())
    guest = traject.participants.get(user=None)
    GoalRemarkFactory(goal=goal, author=None, guest=guest, settled_at=NOW, settled_by=user)
    GoalAdoptionFactory(goal=goal, recorded_by=user).people.add(guest)
    GoalChangeFactory(goal=goal, by=user)
    aside = {"set_aside_at": NOW, "set_aside_by": user, "set_aside_because": PAYLOAD}
    GoalFactory(candidate=chosen, proposed_by=user, **aside)


def lay_actions(traject: Traject, user: User) -> None:
    """One that runs and one that was stopped and waits for it; what was told and decided."""
    goal, guest = traject.goals.standing().get(), traject.participants.get(user=None)
    department = traject.organisation.departments.get()
    running = ActionFactory(goal=goal, created_by=user, department=department, starts_on=NOW.date())
    over = {"stopped_on": NOW.date(), "stopped_because": PAYLOAD, "ended_by": PAYLOAD}
    stopped = ActionFactory(goal=goal, created_by=user, example_code="actie-werking-99", **over)
    ActionNeedFactory(action=stopped, needed=running)
    for action, owner in ((running, {"user": user}), (stopped, {"user": None, "guest": guest})):
        ActionOwnerFactory(action=action, **owner)
        ActionStepFactory(action=action)
        ProgressNoteFactory(action=action, author=None, guest=guest)
        MeasurementFactory(action=action, author=user)
    PlanTextFactory(traject=traject, by=user)
    PlanDecisionFactory(traject=traject, recorded_by=user, remarks=PAYLOAD)
    PlanDocumentFactory(traject=traject, asked_by=user, slot=9)
    ExampleActionFactory(code="actie-werking-99")
