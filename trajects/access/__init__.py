"""Who may see and do what with a traject. What is not yours does not exist (404); what you may see
but not do is refused (403). Who somebody is, is read anew by every request."""

from trajects.access.people import (
    agreement_for_leading,
    agreement_for_ticking,
    meeting_for_leading,
    meeting_for_moderating,
    meeting_for_reading,
    participant_for_coordinating,
    participant_of_token,
)
from trajects.access.photo import (
    initiative_for_changing,
    initiative_for_deciding,
    initiative_for_reading,
    initiative_of_guest,
    may_change_initiative,
    photo_document_for_reading,
)
from trajects.access.seen import (
    Seen,
    organisation_for_starting,
    still_allowed,
    traject_for_contributing,
    traject_for_coordinating,
    traject_for_leading,
    traject_for_moderating,
    traject_for_reading,
)
from trajects.access.sessions import (
    check_desk,
    check_screen,
    seat_for_moderating,
    session_for_leading,
    session_for_moderating,
    session_round_for_moderating,
    theme_for_noting,
)
from trajects.access.themes import (
    candidate_for_leading,
    choice_document_for_reading,
    round_for_reading,
)

__all__ = [
    "Seen",
    "agreement_for_leading",
    "agreement_for_ticking",
    "candidate_for_leading",
    "check_desk",
    "check_screen",
    "choice_document_for_reading",
    "initiative_for_changing",
    "initiative_for_deciding",
    "initiative_for_reading",
    "initiative_of_guest",
    "may_change_initiative",
    "meeting_for_leading",
    "meeting_for_moderating",
    "meeting_for_reading",
    "organisation_for_starting",
    "participant_for_coordinating",
    "participant_of_token",
    "photo_document_for_reading",
    "round_for_reading",
    "seat_for_moderating",
    "session_for_leading",
    "session_for_moderating",
    "session_round_for_moderating",
    "still_allowed",
    "theme_for_noting",
    "traject_for_contributing",
    "traject_for_coordinating",
    "traject_for_leading",
    "traject_for_moderating",
    "traject_for_reading",
]
