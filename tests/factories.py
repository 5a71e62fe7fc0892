"""One factory per model, flat; and the questionnaire and answers that most tests need."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import factory
from factory.django import DjangoModelFactory

from accounts.models import (
    Department,
    DepartmentKind,
    Invitation,
    Membership,
    Organisation,
    OrganisationType,
    Predecessor,
    Role,
    User,
)
from scans.models import (
    Answer,
    Depth,
    IsoSubject,
    ProfileFact,
    Questionnaire,
    QuestionnaireTheme,
    Reopening,
    Report,
    Respondent,
    Scan,
    Sdg,
    Statement,
    Subtheme,
    Theme,
    Variant,
)

LONG_AGO = datetime(2025, 3, 3, 9, 30, tzinfo=UTC)
RUNGS = [(step, track) for step in range(1, 6) for track in "abc"]


def kbo_number(number: int) -> str:
    """A KBO number with the right check digits."""
    first_eight = f"{number:08}"
    return f"{first_eight}{97 - number % 97:02}"


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"mens{n}@gemeente.example")
    name = factory.Sequence(lambda n: f"Mens {n}")


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = Organisation

    type = OrganisationType.MUNICIPALITY
    name = factory.Sequence(lambda n: f"Gemeente {n}")
    kbo_number = factory.Sequence(kbo_number)
    accent = "#0d5863"


class DepartmentFactory(DjangoModelFactory):
    class Meta:
        model = Department

    organisation = factory.SubFactory(OrganisationFactory)
    name = factory.Sequence(lambda n: f"Dienst {n}")


class MembershipFactory(DjangoModelFactory):
    class Meta:
        model = Membership

    user = factory.SubFactory(UserFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    role = Role.COORDINATOR


class InvitationFactory(DjangoModelFactory):
    class Meta:
        model = Invitation

    organisation = factory.SubFactory(OrganisationFactory)
    email = factory.Sequence(lambda n: f"gast{n}@gemeente.example")
    name = factory.Sequence(lambda n: f"Gast {n}")
    role = Role.CONTRIBUTOR
    token_hash = factory.Sequence(lambda n: f"{n:064x}")
    created_at = LONG_AGO
    created_by = factory.SubFactory(UserFactory)
    expires_at = LONG_AGO + timedelta(days=7)


class PredecessorFactory(DjangoModelFactory):
    class Meta:
        model = Predecessor

    organisation = factory.SubFactory(OrganisationFactory)
    name = factory.Sequence(lambda n: f"Vroegere gemeente {n}")


class SdgFactory(DjangoModelFactory):
    class Meta:
        model = Sdg
        django_get_or_create = ("number",)

    number = 12
    name = "Verantwoorde consumptie"


class IsoSubjectFactory(DjangoModelFactory):
    class Meta:
        model = IsoSubject
        django_get_or_create = ("code",)

    code = "6.2"
    name = "Behoorlijk bestuur"


class DepartmentKindFactory(DjangoModelFactory):
    class Meta:
        model = DepartmentKind
        django_get_or_create = ("code",)

    code = "directie"
    name = "Algemene directie"


class ThemeFactory(DjangoModelFactory):
    class Meta:
        model = Theme
        django_get_or_create = ("number",)

    number = factory.Sequence(lambda n: n + 1)
    code = factory.LazyAttribute(lambda theme: f"thema-{theme.number}")
    name = factory.LazyAttribute(lambda theme: f"Thema nummer {theme.number}")
    short_name = factory.LazyAttribute(lambda theme: f"Thema {theme.number}")


class QuestionnaireFactory(DjangoModelFactory):
    """A draft: its contents can still be made."""

    class Meta:
        model = Questionnaire

    variant = Variant.GOVERNMENT
    version = factory.Sequence(lambda n: n + 1)
    content_hash = "0" * 64


class ProfileFactFactory(DjangoModelFactory):
    class Meta:
        model = ProfileFact

    questionnaire = factory.SubFactory(QuestionnaireFactory)
    position = 1
    code = factory.Sequence(lambda n: f"feit-{n}")
    question = "Heeft u een eigen zwembad?"
    kind = ProfileFact.Kind.YES_NO
    help = "Ook samen met buren."
    why = "Een zwembad vraagt veel energie."


class QuestionnaireThemeFactory(DjangoModelFactory):
    class Meta:
        model = QuestionnaireTheme

    questionnaire = factory.SubFactory(QuestionnaireFactory)
    theme = factory.SubFactory(ThemeFactory)
    scope = "Waar het over gaat."
    intro = "Dit thema gaat over hoe u werkt."
    why = "Omdat het telt."
    tracks = factory.LazyFunction(lambda: {"a": "beleid", "b": "praktijk", "c": "mensen"})
    words = factory.LazyFunction(lambda: [{"word": "bestuur", "means": "wie beslist"}])


class SubthemeFactory(DjangoModelFactory):
    class Meta:
        model = Subtheme

    questionnaire_theme = factory.SubFactory(QuestionnaireThemeFactory)
    position = 1
    code = factory.Sequence(lambda n: f"deel-{n}")
    name = "Beleid"
    about = "Wat er op papier staat."


class StatementFactory(DjangoModelFactory):
    class Meta:
        model = Statement

    questionnaire_theme = factory.SubFactory(QuestionnaireThemeFactory)
    questionnaire = factory.SelfAttribute("questionnaire_theme.questionnaire")
    subtheme = factory.SubFactory(
        SubthemeFactory, questionnaire_theme=factory.SelfAttribute("..questionnaire_theme")
    )
    step = 1
    track = "a"
    code = factory.LazyAttribute(
        lambda own: f"{own.questionnaire_theme.theme.code}-{own.step}{own.track}"
    )
    text = factory.LazyAttribute(lambda own: f"Wij doen {own.code} helemaal.")
    help = "Het gaat om de hele organisatie."
    evidence = "Een besluit van de raad."
    example = "Een nota op de website."
    department_kind = factory.SubFactory(DepartmentKindFactory)
    light = factory.LazyAttribute(lambda own: own.track == "a")


class ScanFactory(DjangoModelFactory):
    class Meta:
        model = Scan
        skip_postgeneration_save = True

    organisation = factory.SubFactory(OrganisationFactory)
    questionnaire = factory.SubFactory(QuestionnaireFactory)
    depth = Depth.FULL
    year = 2026
    started_at = LONG_AGO
    started_by = factory.SubFactory(UserFactory)
    # The organisation itself answers.
    respondent = factory.RelatedFactory("tests.factories.RespondentFactory", "scan", user=None)


class RespondentFactory(DjangoModelFactory):
    class Meta:
        model = Respondent

    scan = factory.SubFactory(ScanFactory, respondent=None)
    user = factory.SubFactory(UserFactory)


class AnswerFactory(DjangoModelFactory):
    class Meta:
        model = Answer

    respondent = factory.SubFactory(RespondentFactory, user=None)
    statement = factory.SubFactory(StatementFactory)
    value = "yes"
    updated_at = LONG_AGO
    updated_by = factory.SubFactory(UserFactory)


class ReopeningFactory(DjangoModelFactory):
    class Meta:
        model = Reopening

    scan = factory.SubFactory(ScanFactory)
    at = LONG_AGO
    by = factory.SubFactory(UserFactory)
    reason = "We vergaten een dienst."
    undone_finish_at = LONG_AGO
    undone_finish_by = factory.SubFactory(UserFactory)


class ReportFactory(DjangoModelFactory):
    """Asked for; `is_ready` makes it made, with something for a file."""

    class Meta:
        model = Report

    class Params:
        is_ready = factory.Trait(
            finished_at=LONG_AGO + timedelta(seconds=5),
            file=factory.django.FileField(filename="klaar.pdf", data=b"%PDF-1.7 klaar"),
        )

    scan = factory.SubFactory(ScanFactory)
    slot = 1
    asked_at = LONG_AGO
    asked_by = factory.SubFactory(UserFactory)


def draft_questionnaire(*, themes: Iterable[int] = (1, 2), **fields) -> Questionnaire:
    """A draft with fifteen statements in each theme number; track a is in the light scan."""
    questionnaire = QuestionnaireFactory(**fields)
    for number in themes:
        theme = QuestionnaireThemeFactory(
            questionnaire=questionnaire, theme=ThemeFactory(number=number)
        )
        subtheme = SubthemeFactory(questionnaire_theme=theme)
        kind = DepartmentKindFactory()
        Statement.objects.bulk_create(
            StatementFactory.build(
                questionnaire=questionnaire,
                questionnaire_theme=theme,
                subtheme=subtheme,
                department_kind=kind,
                step=step,
                track=track,
            )
            for step, track in RUNGS
        )
    return questionnaire


def published_questionnaire(*, themes: Iterable[int] = (1, 2), **fields) -> Questionnaire:
    questionnaire = draft_questionnaire(themes=themes, **fields)
    questionnaire.published_at = LONG_AGO
    questionnaire.save()
    return questionnaire


def answer_all(scan: Scan, letters: str, *, by: User, at: datetime = LONG_AGO) -> list[Answer]:
    """One letter a statement, in order: j yes, n no, w don't know, x not applicable, - open."""
    values = {"j": "yes", "n": "no", "w": "unknown", "x": "not_applicable"}
    respondent = scan.respondents.get(user=None)
    return Answer.objects.bulk_create(
        Answer(
            respondent=respondent,
            statement=statement,
            value=values[letter],
            updated_at=at,
            updated_by=by,
        )
        for statement, letter in zip(scan.statements(), letters.replace(" ", ""), strict=False)
        if letter in values
    )
