"""Who may see and do what with a traject. What is not yours does not exist (404); what you may see
but not do is refused (403). Who somebody is, is read anew by every request."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404

from accounts.access import organisation_for_coordinating
from accounts.models import Organisation, User
from trajects.errors import NoLongerAllowed, TrajectGone
from trajects.models import (
    Agreement,
    Candidate,
    ChoiceDocument,
    Initiative,
    LiveSession,
    Meeting,
    Participant,
    PhotoDocument,
    Seat,
    Traject,
    VotingRound,
)
from trajects.queries.people import guest_of_link
from trajects.queries.photo import of_guest
from trajects.queries.standing import Standing, standing_at, standing_of


@dataclass(frozen=True)
class Seen:
    """A traject with what the person who looks at it is in it."""

    traject: Traject
    standing: Standing

    def frame(self, section: str = "traject") -> dict[str, object]:
        """What every page of a traject hands to the header. Who moderates from outside sees nothing
        of the organisation but its name: no link to its pages, and not its logo."""
        organisation = self.traject.organisation if self.standing.role else None
        return {
            "traject": self.traject,
            "standing": self.standing,
            "organisation": organisation,
            "section": section,
        }


@contextmanager
def still_allowed() -> Iterator[None]:
    """Who loses the right, or the traject, between looking up and locking gets the answer of a
    moment later."""
    try:
        yield
    except TrajectGone as gone:
        raise Http404 from gone
    except NoLongerAllowed as refused:
        raise PermissionDenied from refused


def organisation_for_starting(user: User, organisation_pk: int) -> Organisation:
    """Where this person may begin a traject."""
    return organisation_for_coordinating(user, organisation_pk)


def traject_for_reading(user: User, pk: int) -> Seen:
    """Members of the organisation, in every role, and moderators from outside."""
    traject = get_object_or_404(Traject.objects.with_organisation(), pk=pk)
    standing = standing_of(user, traject)
    if not standing.may_read:
        raise Http404
    return Seen(traject, standing)


def traject_for_coordinating(user: User, pk: int) -> Seen:
    seen = traject_for_reading(user, pk)
    return _allowed(seen, seen.standing.may_coordinate)


def traject_for_leading(user: User, pk: int) -> Seen:
    seen = traject_for_reading(user, pk)
    return _allowed(seen, seen.standing.may_lead)


def traject_for_contributing(user: User, pk: int) -> Seen:
    seen = traject_for_reading(user, pk)
    return _allowed(seen, seen.standing.may_contribute)


def participant_for_coordinating(user: User, pk: int, participant_pk: int) -> Participant:
    """Somebody of this very traject."""
    traject = traject_for_coordinating(user, pk).traject
    people = traject.participants.with_people().select_related("link", "traject__organisation")
    return get_object_or_404(people, pk=participant_pk)


def agreement_for_leading(user: User, pk: int, agreement_pk: int) -> tuple[Seen, Agreement]:
    seen = traject_for_leading(user, pk)
    return seen, get_object_or_404(seen.traject.agreements.all(), pk=agreement_pk)


def agreement_for_ticking(user: User, pk: int, agreement_pk: int) -> Agreement:
    """Who leads, and whose it is."""
    seen = traject_for_reading(user, pk)
    found = seen.traject.agreements.select_related("who")
    agreement = get_object_or_404(found, pk=agreement_pk)
    is_mine = agreement.who is not None and agreement.who.user_id == user.pk
    _allowed(seen, is_mine or seen.standing.may_lead)
    return agreement


def participant_of_token(token: str, *, at: datetime) -> Participant:
    """Who comes by a personal link, without an account: of the lead group, or a colleague. With the
    traject and its organisation. Raises LinkUnusable, whatever is wrong (`doors.guest_page`)."""
    return guest_of_link(token, at=at)


def meeting_for_reading(user: User, pk: int, meeting_pk: int) -> tuple[Seen, Meeting]:
    """With the notes only for who may read them."""
    seen = traject_for_reading(user, pk)
    meetings = seen.traject.meetings.all()
    if not seen.standing.may_moderate:
        meetings = meetings.without_notes()
    return seen, get_object_or_404(meetings, pk=meeting_pk)


def meeting_for_leading(user: User, pk: int, meeting_pk: int) -> tuple[Seen, Meeting]:
    seen, meeting = meeting_for_reading(user, pk, meeting_pk)
    return _allowed(seen, seen.standing.may_lead), meeting


def meeting_for_moderating(user: User, pk: int, meeting_pk: int) -> tuple[Seen, Meeting]:
    seen, meeting = meeting_for_reading(user, pk, meeting_pk)
    return _allowed(seen, seen.standing.may_moderate), meeting


def initiative_for_reading(user: User, pk: int, initiative_pk: int) -> tuple[Seen, Initiative]:
    """What is on the photo; what is not there yet only for who decides about it, or wrote it."""
    seen = traject_for_reading(user, pk)
    found = seen.traject.initiatives.with_people().with_labels().with_decisions()
    initiative = get_object_or_404(found, pk=initiative_pk)
    shown = initiative.accepted_at or seen.standing.may_lead or initiative.added_by == user
    return _allowed(seen, bool(shown)), initiative


def initiative_for_changing(
    user: User, pk: int, initiative_pk: int, *, typed: bool = False
) -> tuple[Seen, Initiative]:
    """Who coordinates changes all; who wrote one, until it is accepted or left out. Who `typed`
    until then still comes in: the action refuses it, and the page gives the text back."""
    seen, initiative = initiative_for_reading(user, pk, initiative_pk)
    is_own = initiative.added_by == user and seen.standing.may_contribute
    late = typed and (is_own or seen.standing.may_coordinate)
    may_change = may_change_initiative(user, seen.standing, initiative)
    return _allowed(seen, may_change or late), initiative


def may_change_initiative(user: User, standing: Standing, initiative: Initiative) -> bool:
    """What was merged stays as it was written."""
    own = initiative.added_by == user and initiative.is_waiting and standing.may_contribute
    return not initiative.merged_into_id and (standing.may_coordinate or own)


def initiative_of_guest(participant: Participant, initiative_pk: int) -> Initiative:
    """One that this very guest wrote, whatever became of it."""
    return get_object_or_404(of_guest(participant), pk=initiative_pk)


def initiative_for_deciding(user: User, pk: int, initiative_pk: int) -> tuple[Seen, Initiative]:
    seen, initiative = initiative_for_reading(user, pk, initiative_pk)
    return _allowed(seen, seen.standing.may_coordinate), initiative


def photo_document_for_reading(
    user: User, pk: int, document_pk: int
) -> tuple[Traject, PhotoDocument]:
    """A document that is made, of a photo that this person may see."""
    traject = traject_for_reading(user, pk).traject
    made = PhotoDocument.objects.ready().filter(traject=traject)
    return traject, get_object_or_404(made, pk=document_pk)


def traject_for_moderating(user: User, pk: int) -> Seen:
    seen = traject_for_reading(user, pk)
    return _allowed(seen, seen.standing.may_moderate)


def candidate_for_leading(user: User, pk: int, candidate_pk: int) -> tuple[Seen, Candidate]:
    """Coordinators and moderators prepare what the group chooses from."""
    seen = traject_for_leading(user, pk)
    candidates = seen.traject.candidates.with_origins()
    return seen, get_object_or_404(candidates, pk=candidate_pk)


def session_for_leading(user: User, pk: int, session_pk: int) -> tuple[Seen, LiveSession]:
    """The projector: it shows nothing but what the whole room may see."""
    seen, session = _session_of(user, pk, session_pk)
    return _allowed(seen, seen.standing.may_lead), session


def session_for_moderating(user: User, pk: int, session_pk: int) -> tuple[Seen, LiveSession]:
    """Opening, admitting, closing: moderators only."""
    seen, session = _session_of(user, pk, session_pk)
    return _allowed(seen, seen.standing.may_moderate), session


def _session_of(user: User, pk: int, session_pk: int) -> tuple[Seen, LiveSession]:
    """For who may read its traject. With organisation and scan: one query, two for the standing."""
    sessions = LiveSession.objects.select_related("traject__organisation", "traject__scan")
    session = get_object_or_404(sessions, pk=session_pk, traject=pk)
    standing = standing_of(user, session.traject)
    if not standing.may_read:
        raise Http404
    return Seen(session.traject, standing), session


def check_desk(user: User, pk: int, session_pk: int) -> None:
    """Who may have the desk of this session; as `session_for_moderating`, in one small query."""
    _check(_standing_at(user, pk, session_pk).may_moderate)


def check_screen(user: User, pk: int, session_pk: int) -> None:
    """As `session_for_leading`, in one small query."""
    _check(_standing_at(user, pk, session_pk).may_lead)


def _standing_at(user: User, pk: int, session_pk: int) -> Standing:
    standing = standing_at(user, traject_pk=pk, session_pk=session_pk)
    if standing is None or not standing.may_read:
        raise Http404
    return standing


def seat_for_moderating(user: User, pk: int, session_pk: int, seat_pk: int) -> Seat:
    """With its session."""
    _seen, session = session_for_moderating(user, pk, session_pk)
    return get_object_or_404(session.seats.select_related("session", "user"), pk=seat_pk)


def session_round_for_moderating(
    user: User, pk: int, session_pk: int, round_pk: int
) -> tuple[Seen, VotingRound]:
    """A round of this very session, whatever became of it."""
    seen, session = session_for_moderating(user, pk, session_pk)
    return seen, get_object_or_404(session.rounds.select_related("session"), pk=round_pk)


def theme_for_noting(
    user: User, pk: int, session_pk: int, candidate_pk: int
) -> tuple[Seen, LiveSession, Candidate]:
    """What moderators write about a candidate theme, only they read. A practice keeps nothing."""
    seen, session = session_for_moderating(user, pk, session_pk)
    if session.is_practice:
        raise Http404
    candidates = seen.traject.candidates.select_related("note")
    return seen, session, get_object_or_404(candidates, pk=candidate_pk)


def round_for_reading(user: User, pk: int, round_pk: int) -> tuple[Seen, VotingRound]:
    """A counted round; a practice only for who moderates. Of others there is nothing to read."""
    seen = traject_for_reading(user, pk)
    rounds = VotingRound.objects.counted().filter(session__traject=seen.traject)
    if not seen.standing.may_moderate:
        rounds = rounds.real()
    return seen, get_object_or_404(rounds.select_related("session"), pk=round_pk)


def choice_document_for_reading(
    user: User, pk: int, document_pk: int
) -> tuple[Traject, ChoiceDocument]:
    """A note that is made, of a traject that this person may see."""
    traject = traject_for_reading(user, pk).traject
    made = ChoiceDocument.objects.ready().filter(traject=traject)
    return traject, get_object_or_404(made, pk=document_pk)


def _allowed(seen: Seen, allowed: bool) -> Seen:
    _check(allowed)
    return seen


def _check(allowed: bool) -> None:
    if not allowed:
        raise PermissionDenied
