from trajects.models.action import Action, ActionOwner
from trajects.models.action_parts import ActionNeed, ActionStatement, ActionStep
from trajects.models.agreement import Agreement
from trajects.models.candidate import Candidate, ThemeNote
from trajects.models.choice import ChoiceDocument, Decision, GreenLight, ThemeChoice
from trajects.models.document import PhotoDocument
from trajects.models.dream import (
    DreamBox,
    DreamCluster,
    DreamCollection,
    DreamImage,
    DreamPlace,
    DreamSource,
    DreamStar,
)
from trajects.models.goal import (
    Goal,
    GoalAdoption,
    GoalChange,
    GoalDream,
    GoalRemark,
    MvoiGoal,
    ThemeAmbition,
)
from trajects.models.initiative import Initiative, InitiativeStatus, Scope
from trajects.models.live_session import LiveSession, Seat
from trajects.models.meeting import AgendaItem, Meeting, MeetingNotice
from trajects.models.method import MethodText
from trajects.models.participant import LinkState, Part, Participant, PersonalLink
from trajects.models.plan import Audience, Paper, PlanDecision, PlanDocument, PlanText
from trajects.models.progress import Measurement, ProgressNote
from trajects.models.told_apart import ToldApart
from trajects.models.traject import StepCompletion, Traject
from trajects.models.voting import Roll, Tally, Urn, VotingRound

__all__ = [
    "Action",
    "ActionNeed",
    "ActionOwner",
    "ActionStatement",
    "ActionStep",
    "AgendaItem",
    "Agreement",
    "Audience",
    "Candidate",
    "ChoiceDocument",
    "Decision",
    "DreamBox",
    "DreamCluster",
    "DreamCollection",
    "DreamImage",
    "DreamPlace",
    "DreamSource",
    "DreamStar",
    "Goal",
    "GoalAdoption",
    "GoalChange",
    "GoalDream",
    "GoalRemark",
    "GreenLight",
    "Initiative",
    "InitiativeStatus",
    "LinkState",
    "LiveSession",
    "Measurement",
    "Meeting",
    "MeetingNotice",
    "MethodText",
    "MvoiGoal",
    "Paper",
    "Part",
    "Participant",
    "PersonalLink",
    "PhotoDocument",
    "PlanDecision",
    "PlanDocument",
    "PlanText",
    "ProgressNote",
    "Roll",
    "Scope",
    "Seat",
    "StepCompletion",
    "Tally",
    "ThemeAmbition",
    "ThemeChoice",
    "ThemeNote",
    "ToldApart",
    "Traject",
    "Urn",
    "VotingRound",
]
