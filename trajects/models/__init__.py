from trajects.models.agreement import Agreement
from trajects.models.initiative import Initiative, InitiativeStatus, Scope
from trajects.models.meeting import AgendaItem, Meeting
from trajects.models.method import MethodText
from trajects.models.participant import Part, Participant, PersonalLink
from trajects.models.traject import StepCompletion, Traject

__all__ = [
    "AgendaItem",
    "Agreement",
    "Initiative",
    "InitiativeStatus",
    "Meeting",
    "MethodText",
    "Part",
    "Participant",
    "PersonalLink",
    "Scope",
    "StepCompletion",
    "Traject",
]
