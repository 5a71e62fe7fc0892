"""One factory per model of a traject, flat."""

from collections.abc import Iterable
from datetime import timedelta

import factory
from factory.django import DjangoModelFactory

from accounts.models import Department
from scans.models import Theme
from tests.factories import LONG_AGO, OrganisationFactory, UserFactory
from trajects.models import (
    AgendaItem,
    Agreement,
    Candidate,
    ChoiceDocument,
    Decision,
    GreenLight,
    Initiative,
    InitiativeStatus,
    LiveSession,
    Meeting,
    MeetingNotice,
    MethodText,
    Part,
    Participant,
    PersonalLink,
    PhotoDocument,
    Roll,
    Scope,
    Seat,
    StepCompletion,
    Tally,
    ThemeChoice,
    ThemeNote,
    Traject,
    Urn,
    VotingRound,
)
from trajects.stages import Stage, Subject
from trajects.steps import Key


class TrajectFactory(DjangoModelFactory):
    class Meta:
        model = Traject

    organisation = factory.SubFactory(OrganisationFactory)
    title = factory.Sequence(lambda n: f"MVO-traject {n}")
    starts_on = LONG_AGO.date()
    ends_on = LONG_AGO.date() + timedelta(days=730)
    created_at = LONG_AGO
    created_by = factory.SubFactory(UserFactory)


class StepCompletionFactory(DjangoModelFactory):
    class Meta:
        model = StepCompletion

    traject = factory.SubFactory(TrajectFactory)
    step = Key.START
    at = LONG_AGO
    by = factory.SubFactory(UserFactory)


class ParticipantFactory(DjangoModelFactory):
    """Somebody of the lead group without an account."""

    class Meta:
        model = Participant

    traject = factory.SubFactory(TrajectFactory)
    part = Part.LEAD_GROUP
    name = factory.Sequence(lambda n: f"Deelnemer {n}")
    email = factory.Sequence(lambda n: f"deelnemer{n}@gemeente.example")
    added_at = LONG_AGO


class ParticipantWithAccountFactory(DjangoModelFactory):
    class Meta:
        model = Participant

    traject = factory.SubFactory(TrajectFactory)
    part = Part.LEAD_GROUP
    user = factory.SubFactory(UserFactory)
    added_at = LONG_AGO


class PersonalLinkFactory(DjangoModelFactory):
    class Meta:
        model = PersonalLink

    participant = factory.SubFactory(ParticipantFactory)
    token_hash = factory.Sequence(lambda n: f"{n:064x}")
    created_at = LONG_AGO
    expires_at = LONG_AGO + timedelta(days=60)


class MeetingFactory(DjangoModelFactory):
    class Meta:
        model = Meeting

    traject = factory.SubFactory(TrajectFactory)
    step = Key.START
    title = factory.Sequence(lambda n: f"Bijeenkomst {n}")
    starts_at = LONG_AGO
    ends_at = LONG_AGO + timedelta(hours=3)


class AgendaItemFactory(DjangoModelFactory):
    class Meta:
        model = AgendaItem

    meeting = factory.SubFactory(MeetingFactory)
    position = factory.Sequence(lambda n: n + 1)
    text = factory.Sequence(lambda n: f"Agendapunt {n}")
    minutes = 30


class MeetingNoticeFactory(DjangoModelFactory):
    """Sent."""

    class Meta:
        model = MeetingNotice

    meeting = factory.SubFactory(MeetingFactory)
    participant = factory.SubFactory(ParticipantFactory)
    sequence = 0
    begun_at = LONG_AGO
    sent_at = LONG_AGO


class AgreementFactory(DjangoModelFactory):
    class Meta:
        model = Agreement

    traject = factory.SubFactory(TrajectFactory)
    what = factory.Sequence(lambda n: f"Cijfers van gebouw {n} verzamelen")
    due_on = LONG_AGO.date() + timedelta(days=30)


class MethodTextFactory(DjangoModelFactory):
    class Meta:
        model = MethodText
        django_get_or_create = ("step", "language")

    step = Key.START
    language = "nl"
    what = "Wat deze stap is."
    why = "Waarom u die zet."
    how = "Hoe u het aanpakt."
    tips = "Wat anderen leerden."


class PhotoDocumentFactory(DjangoModelFactory):
    """Made, with something for a file."""

    class Meta:
        model = PhotoDocument

    traject = factory.SubFactory(TrajectFactory)
    slot = 1
    asked_at = LONG_AGO
    asked_by = factory.SubFactory(UserFactory)
    finished_at = LONG_AGO + timedelta(seconds=5)
    file = factory.django.FileField(filename="foto.pdf", data=b"%PDF-1.7 foto")


class InitiativeFactory(DjangoModelFactory):
    """On the photo, without a theme."""

    class Meta:
        model = Initiative
        skip_postgeneration_save = True

    traject = factory.SubFactory(TrajectFactory)
    title = factory.Sequence(lambda n: f"Initiatief {n}")
    status = InitiativeStatus.RUNNING
    scope = Scope.RESIDENTS
    added_at = LONG_AGO
    accepted_at = LONG_AGO
    merged_into = None
    merged_at = factory.LazyAttribute(lambda made: LONG_AGO if made.merged_into else None)

    @factory.post_generation
    def themes(self, create: bool, extracted: Iterable[Theme] | None, **_kwargs: object) -> None:
        self.themes.add(*(extracted or ()))

    @factory.post_generation
    def departments(
        self, create: bool, extracted: Iterable[Department] | None, **_kwargs: object
    ) -> None:
        self.departments.add(*(extracted or ()))


class CandidateFactory(DjangoModelFactory):
    """One that the group thought up itself."""

    class Meta:
        model = Candidate
        skip_postgeneration_save = True

    traject = factory.SubFactory(TrajectFactory)
    position = factory.Sequence(lambda n: n + 1)
    name = factory.Sequence(lambda n: f"Kandidaat {n}")
    short_name = factory.Sequence(lambda n: f"K{n}")

    @factory.post_generation
    def themes(self, create: bool, extracted: Iterable[Theme] | None, **_kwargs: object) -> None:
        self.themes.add(*(extracted or ()))


class ThemeNoteFactory(DjangoModelFactory):
    class Meta:
        model = ThemeNote

    candidate = factory.SubFactory(CandidateFactory)
    text = "Wat de groep erover zei."


class LiveSessionFactory(DjangoModelFactory):
    """Open, to choose themes."""

    class Meta:
        model = LiveSession

    traject = factory.SubFactory(TrajectFactory)
    subject = Subject.THEMES
    code = factory.Sequence(lambda n: f"K{n:05d}".replace("0", "A").replace("1", "B"))
    opened_at = LONG_AGO
    opened_by = factory.SubFactory(UserFactory)
    stage = Stage.WELCOME


class SeatFactory(DjangoModelFactory):
    """Admitted, of a guest."""

    class Meta:
        model = Seat

    session = factory.SubFactory(LiveSessionFactory)
    name = factory.Sequence(lambda n: f"Gast {n}")
    token_hash = factory.Sequence(lambda n: f"{n:064x}")
    asked_at = LONG_AGO
    admitted_at = LONG_AGO


class SeatWithAccountFactory(DjangoModelFactory):
    class Meta:
        model = Seat

    session = factory.SubFactory(LiveSessionFactory)
    user = factory.SubFactory(UserFactory)
    asked_at = LONG_AGO
    admitted_at = LONG_AGO


class VotingRoundFactory(DjangoModelFactory):
    """Open, over two themes, without roll or urn: `open_round` makes a whole one."""

    class Meta:
        model = VotingRound

    session = factory.SubFactory(LiveSessionFactory)
    number = 1
    items = factory.LazyFunction(
        lambda: [
            {"key": "k1", "name": "Energie", "short_name": "Energie"},
            {"key": "k2", "name": "Water", "short_name": "Water"},
        ]
    )
    opened_at = LONG_AGO
    opened_by = factory.SubFactory(UserFactory)


class RollFactory(DjangoModelFactory):
    class Meta:
        model = Roll

    round = factory.SubFactory(VotingRoundFactory)
    seat = factory.SubFactory(SeatFactory)


class UrnFactory(DjangoModelFactory):
    class Meta:
        model = Urn

    round = factory.SubFactory(VotingRoundFactory)
    bag = factory.LazyFunction(list)


class TallyFactory(DjangoModelFactory):
    class Meta:
        model = Tally

    round = factory.SubFactory(VotingRoundFactory)
    item = "k1"
    option = "3"
    count = 1


class ThemeChoiceFactory(DjangoModelFactory):
    class Meta:
        model = ThemeChoice

    candidate = factory.SubFactory(CandidateFactory)
    chosen = True
    because = "Hier maken we het meeste verschil."
    at = LONG_AGO
    by = factory.SubFactory(UserFactory)


class GreenLightFactory(DjangoModelFactory):
    class Meta:
        model = GreenLight

    traject = factory.SubFactory(TrajectFactory)
    decision = Decision.GRANTED
    decided_by = "college van burgemeester en schepenen"
    decided_on = LONG_AGO.date()
    recorded_at = LONG_AGO
    recorded_by = factory.SubFactory(UserFactory)


class ChoiceDocumentFactory(DjangoModelFactory):
    """Made, with something for a file."""

    class Meta:
        model = ChoiceDocument

    traject = factory.SubFactory(TrajectFactory)
    slot = 1
    asked_at = LONG_AGO
    asked_by = factory.SubFactory(UserFactory)
    finished_at = LONG_AGO + timedelta(seconds=5)
    file = factory.django.FileField(filename="nota.pdf", data=b"%PDF-1.7 nota")
