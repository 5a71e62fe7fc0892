"""A questionnaire of full size, and organisations that are busy filling it in."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.conf import settings

from accounts.actions.organisations import create_organisation
from accounts.models import Organisation, OrganisationType, User
from scans.actions.answers import save_answers
from scans.actions.questionnaires import load_questionnaire
from scans.actions.scans import finish_scan, start_scan
from scans.entries import Change, Entry
from scans.models import Depth, Scan, Theme
from scans.questionnaire_files import ThemeFile, read_questionnaire, read_taxonomy
from scans.scoring import AnswerValue

FIXTURES = settings.BASE_DIR / "fixtures"
# What every seven statements are answered with, over and over; the last two stay open.
ANSWERS = [
    Entry(AnswerValue.YES),
    Entry(AnswerValue.NO, interesting=True),
    Entry(AnswerValue.YES, remark="Zie de nota van mei, met de cijfers per dienst."),
    Entry(AnswerValue.UNKNOWN),
    Entry(AnswerValue.NOT_APPLICABLE, reason="Wij hebben geen eigen wagenpark."),
    None,
    None,
]


@dataclass(frozen=True)
class Town:
    """A municipality with a running scan of this year and a finished one of last year."""

    organisation: Organisation
    running: Scan
    finished: Scan


def load_generated(*, version: int, themes: int, at: datetime) -> None:
    """Publishes as many themes of 15 statements; each has the texts of the last shipped theme."""
    taxonomy = read_taxonomy(FIXTURES / "taxonomy.yaml")
    shipped = read_questionnaire(FIXTURES / "questionnaires" / "overheid-1", taxonomy=taxonomy)
    copies = (_copy(shipped.themes[-1], theme) for theme in Theme.objects.all()[:themes])
    load_questionnaire(source=replace(shipped, version=version, themes=tuple(copies)), at=at)


def _copy(source: ThemeFile, theme: Theme) -> ThemeFile:
    statements = (
        replace(one, code=f"{theme.code}-{one.step}{one.track}", condition=None)
        for one in source.statements
    )
    return replace(source, number=theme.number, code=theme.code, statements=tuple(statements))


def make_town(number: int, user: User, *, at: datetime) -> Town:
    """Coordinated by `user`; its scans have the newest questionnaire."""
    organisation = create_organisation(
        organisation=Organisation(
            type=OrganisationType.OTHER, name=f"Bestuur {number}", kbo_number=kbo_number(number)
        ),
        coordinator=user,
    )
    running, finished = (
        _filled_scan(organisation, year, user, at=at) for year in (at.year, at.year - 1)
    )
    return Town(organisation, running, finish_scan(scan=finished, by=user, at=at))


def kbo_number(number: int) -> str:
    """A number with valid check digits."""
    digits = 2_000_000 + number
    return f"{digits:08d}{97 - digits % 97:02d}"


def _filled_scan(organisation: Organisation, year: int, user: User, *, at: datetime) -> Scan:
    scan = start_scan(organisation=organisation, depth=Depth.FULL, year=year, by=user, at=at)
    statements = scan.statements().order_by("pk").values_list("pk", flat=True)
    changes = [
        Change(pk, 0, entry)
        for place, pk in enumerate(statements)
        if (entry := ANSWERS[place % len(ANSWERS)])
    ]
    save_answers(scan=scan, changes=changes, by=user, at=at)
    return scan
