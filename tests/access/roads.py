"""A traject at each of the two places, with one row of everything that an address can name."""

from datetime import timedelta

from django.core.files.base import ContentFile
from django.utils.timezone import now

from accounts.models import Role
from accounts.tokens import token_hash
from tests.access.plan_world import EXAMPLE, lay_catalogue, lay_plan
from tests.access.routes import Route
from tests.factories import DepartmentFactory, MembershipFactory, UserFactory
from tests.trajects.dream_factories import (
    DreamBoxFactory,
    DreamClusterFactory,
    DreamCollectionFactory,
    DreamImageFactory,
    DreamPlaceFactory,
    GoalDreamFactory,
    GoalFactory,
    GoalRemarkFactory,
)
from tests.trajects.factories import (
    AgreementFactory,
    CandidateFactory,
    ChoiceDocumentFactory,
    InitiativeFactory,
    LiveSessionFactory,
    MeetingFactory,
    ParticipantFactory,
    ParticipantWithAccountFactory,
    PersonalLinkFactory,
    PhotoDocumentFactory,
    SeatFactory,
    TallyFactory,
    ThemeChoiceFactory,
    TrajectFactory,
    VotingRoundFactory,
)
from tests.world import Place, World
from trajects.actions.rounds import open_round
from trajects.models import Candidate, LiveSession, Part, Participant, Traject
from trajects.stages import Stage
from trajects.voting import Item

TOKENS = {1_000_000: "van-de-gast-van-a", 2_000_000: "van-de-gast-van-b"}
# What one types on a phone to come into the session.
CODES = {1_000_000: "AAAAAA", 2_000_000: "BBBBBB"}


def lay_roads(world: World) -> None:
    lay_catalogue()
    for place in (world.a, world.b):
        _lay_road(place)
    traject = traject_of(world.a)
    member = UserFactory(name="Kopgroeplid")
    MembershipFactory(user=member, organisation=world.a.organisation, role=Role.READER)
    ParticipantWithAccountFactory(traject=traject, user=member, part=Part.LEAD_GROUP)


def _lay_road(place: Place) -> None:
    """Numbers far apart, as those of the world."""
    organisation, at = place.organisation, now()
    number = organisation.pk + 100
    traject = TrajectFactory(
        pk=number,
        organisation=organisation,
        created_by=place.coordinator,
        scan=place.finished,
        scan_linked_at=at,
        starts_on=at.date(),
        ends_on=at.date() + timedelta(days=730),
    )
    guest = ParticipantFactory(pk=number + 1, traject=traject, name="Gast van het traject")
    PersonalLinkFactory(
        pk=number + 2,
        participant=guest,
        token_hash=token_hash(TOKENS[organisation.pk]),
        created_at=at,
        sent_at=at,
        opened_at=at,
        expires_at=at + timedelta(days=60),
        created_by=place.coordinator,
    )
    department = DepartmentFactory(pk=number + 3, organisation=organisation, name="Dienst Groen")
    MeetingFactory(pk=number + 4, traject=traject)
    AgreementFactory(pk=number + 5, traject=traject)
    InitiativeFactory(pk=number + 6, traject=traject, departments=[department])
    # Waits, so that it can be accepted and refused; written by the guest.
    InitiativeFactory(pk=number + 7, traject=traject, accepted_at=None, added_by_guest=guest)
    PhotoDocumentFactory(pk=number + 8, traject=traject, asked_by=place.coordinator)
    _lay_session(place, traject, number)


def _lay_session(place: Place, traject: Traject, number: int) -> None:
    """A session with a round that is open, and one that was counted."""
    at = now()
    # From outside the organisation.
    opener = UserFactory(name="Moderator" if place.organisation.pk == 1_000_000 else "Buur")
    ParticipantWithAccountFactory(traject=traject, user=opener, part=Part.MODERATOR)
    first = CandidateFactory(pk=number + 10, traject=traject, name="Energie", short_name="Energie")
    second = CandidateFactory(pk=number + 11, traject=traject, name="Water", short_name="Water")
    ThemeChoiceFactory(pk=number + 30, candidate=second, at=at, by=opener)
    ChoiceDocumentFactory(pk=number + 31, traject=traject, asked_by=opener)
    session = LiveSessionFactory(
        pk=number + 12,
        traject=traject,
        code=CODES[place.organisation.pk],
        opened_at=at,
        opened_by=opener,
        stage=Stage.VOTING,
        candidate=first,
    )
    for place_of, name in enumerate(("Aya", "Ben", "Cas")):
        SeatFactory(pk=number + 13 + place_of, session=session, name=name, asked_at=at)
    items = [Item(f"k{one.pk}", one.name, one.short_name) for one in (first, second)]
    counted = VotingRoundFactory(
        pk=number + 20,
        session=session,
        items=[item._asdict() for item in items],
        minimum=3,
        opened_at=at,
        opened_by=opener,
        closed_at=at,
        closed_by=opener,
    )
    for item in items:
        for option, count in zip("1230", (0, 1, 2, 0), strict=True):
            TallyFactory(round=counted, item=item.key, option=option, count=count)
    open_round(session=session, items=items, minimum=3, by=opener, at=at)
    _lay_dreams(place, traject, number, chosen=second)


def _lay_dreams(place: Place, traject: Traject, number: int, *, chosen: Candidate) -> None:
    """Two dream images in a cluster, one of the guest, and a goal that grows from the first."""
    at, author = now(), place.coordinator
    DreamCollectionFactory(pk=number + 40, traject=traject, opened_by=author)
    DreamBoxFactory(traject=traject)
    cluster = DreamClusterFactory(pk=number + 41, candidate=chosen, name="Wat dichtbij kan")
    own = {"traject": traject, "written_at": at}
    dreams = [
        DreamImageFactory(pk=number + 42, author=author, **own),
        DreamImageFactory(pk=number + 43, author=author, **own),
        DreamImageFactory(pk=number + 44, author=None, guest=guest_of(place), **own),
    ]
    for dream in dreams:
        dream.picture_alt = "Een boom"
        dream.picture.save("boom.jpg", ContentFile(b"beeld"))
    for shift, dream in enumerate(dreams):
        DreamPlaceFactory(pk=number + 45 + shift, dream=dream, candidate=chosen, cluster=cluster)
    goal = GoalFactory(pk=number + 50, candidate=chosen, proposed_by=author)
    GoalDreamFactory(pk=number + 51, goal=goal, dream=dreams[0])
    GoalRemarkFactory(pk=number + 52, goal=goal, author=author)
    lay_plan(place, goal, number, guest=guest_of(place))


def traject_of(place: Place) -> Traject:
    return place.organisation.trajects.get()


def guest_of(place: Place) -> Participant:
    """Of the lead group, without an account, with a link that works."""
    return traject_of(place).participants.get(user=None)


def road_arguments(route: Route, place: Place) -> dict[str, object]:
    """What the address of a page of the road holds."""
    if route.pattern.startswith("meedoen/"):
        own: dict[str, object] = {"token": token_of(place)}
    elif route.pattern.startswith("trajecten/"):
        own = {"pk": traject_of(place).pk, "slug": "start"}
    elif route.pattern.startswith("sessie/"):
        own = {"code": CODES[place.organisation.pk]}
    else:
        return {"example_code": EXAMPLE}
    numbers = own | numbers_of(place)
    if "token" in own:  # a guest sees what they wrote themselves
        numbers["initiative_pk"] = numbers["other_pk"]
        numbers["dream_pk"] = numbers["guest_dream_pk"]
        numbers["action_pk"] = numbers["other_action_pk"]
        numbers["step_pk"] = traject_of(place).organisation_id + 165
    if "/droombeelden/" in route.pattern or "/doelen/" in route.pattern:  # of a chosen theme
        numbers["candidate_pk"] = numbers["chosen_pk"]
    if "themas/rondes/" in route.pattern:  # only what was counted can be read
        numbers["round_pk"] = numbers["counted_pk"]
    if "droombeelden/thema/" in route.pattern:  # only what was chosen is dreamt about
        numbers["candidate_pk"] = numbers["chosen_pk"]
    if "/actieplan/document/" in route.pattern:
        numbers["document_pk"] = numbers["plan_document_pk"]
    if "themas/nota/" in route.pattern:
        numbers["document_pk"] = numbers["note_pk"]
    return numbers


def numbers_of(place: Place) -> dict[str, object]:
    traject = traject_of(place)
    on_photo, waiting = traject.initiatives.order_by("pk")[:2]
    session = session_of(place)
    return {
        "participant_pk": guest_of(place).pk,
        "department_pk": place.organisation.departments.get(pk=place.organisation.pk + 103).pk,
        "meeting_pk": traject.meetings.get().pk,
        "agreement_pk": traject.agreements.get().pk,
        "initiative_pk": on_photo.pk,
        "other_pk": waiting.pk,
        "document_pk": traject.documents.get().pk,
        "note_pk": traject.choice_documents.get().pk,
        "candidate_pk": traject.candidates.first().pk,
        "chosen_pk": traject.organisation_id + 111,
        "session_pk": session.pk,
        "seat_pk": session.seats.first().pk,
        "round_pk": session.rounds.still_open().get().pk,
        "dream_pk": traject.organisation_id + 142,
        "other_dream_pk": traject.organisation_id + 143,
        "guest_dream_pk": traject.organisation_id + 144,
        "cluster_pk": traject.organisation_id + 141,
        "goal_pk": traject.organisation_id + 150,
        "remark_pk": traject.organisation_id + 152,
        "action_pk": traject.organisation_id + 160,
        "other_action_pk": traject.organisation_id + 161,
        "step_pk": traject.organisation_id + 164,
        "progress_pk": traject.organisation_id + 166,
        "measurement_pk": traject.organisation_id + 168,
        "plan_document_pk": traject.organisation_id + 171,
        "example_code": EXAMPLE,
        "counted_pk": session.rounds.counted().get().pk,
    }


def session_of(place: Place) -> LiveSession:
    """Open, with people in it, in the middle of a round."""
    return traject_of(place).live_sessions.get()


def token_of(place: Place) -> str:
    return TOKENS[place.organisation.pk]
