from trajects.models.agreement import Agreement
from trajects.models.document import PhotoDocument
from trajects.models.initiative import Initiative, InitiativeStatus, Scope
from trajects.models.meeting import AgendaItem, Meeting, MeetingNotice
from trajects.models.method import MethodText
from trajects.models.participant import LinkState, Part, Participant, PersonalLink
from trajects.models.told_apart import ToldApart
from trajects.models.traject import StepCompletion, Traject

__all__ = [
    "AgendaItem",
    "Agreement",
    "Initiative",
    "InitiativeStatus",
    "LinkState",
    "Meeting",
    "MeetingNotice",
    "MethodText",
    "Part",
    "Participant",
    "PersonalLink",
    "PhotoDocument",
    "Scope",
    "StepCompletion",
    "ToldApart",
    "Traject",
]
