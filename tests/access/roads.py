"""A traject at each of the two places, with one row of everything that an address can name."""

from datetime import timedelta

from django.utils.timezone import now

from accounts.models import Role
from accounts.tokens import token_hash
from tests.access.routes import Route
from tests.factories import DepartmentFactory, MembershipFactory, UserFactory
from tests.trajects.factories import (
    AgreementFactory,
    InitiativeFactory,
    MeetingFactory,
    ParticipantFactory,
    ParticipantWithAccountFactory,
    PersonalLinkFactory,
    PhotoDocumentFactory,
    TrajectFactory,
)
from tests.world import Place, World
from trajects.models import Part, Participant, Traject

TOKENS = {1_000_000: "van-de-gast-van-a", 2_000_000: "van-de-gast-van-b"}


def lay_roads(world: World) -> None:
    for place in (world.a, world.b):
        _lay_road(place)
    traject = traject_of(world.a)
    # From outside the organisation, and a reader of it.
    moderator, member = UserFactory(name="Moderator"), UserFactory(name="Kopgroeplid")
    MembershipFactory(user=member, organisation=world.a.organisation, role=Role.READER)
    ParticipantWithAccountFactory(traject=traject, user=moderator, part=Part.MODERATOR)
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
    else:
        return {}
    numbers = own | numbers_of(place)
    if "token" in own:  # a guest sees what they wrote themselves
        numbers["initiative_pk"] = numbers["other_pk"]
    return numbers


def numbers_of(place: Place) -> dict[str, object]:
    traject = traject_of(place)
    on_photo, waiting = traject.initiatives.order_by("pk")[:2]
    return {
        "participant_pk": guest_of(place).pk,
        "department_pk": place.organisation.departments.get(pk=place.organisation.pk + 103).pk,
        "meeting_pk": traject.meetings.get().pk,
        "agreement_pk": traject.agreements.get().pk,
        "initiative_pk": on_photo.pk,
        "other_pk": waiting.pk,
        "document_pk": traject.documents.get().pk,
    }


def token_of(place: Place) -> str:
    return TOKENS[place.organisation.pk]
