"""A local photo of three themes, three departments and six initiatives, for who tests what is made
of it."""

from dataclasses import dataclass

from accounts.models import Department
from scans.models import Sdg, Theme
from tests.factories import ThemeFactory
from tests.trajects.factories import InitiativeFactory
from trajects.models import Initiative, InitiativeStatus, Scope, Traject


@dataclass(frozen=True)
class Photo:
    traject: Traject
    themes: tuple[Theme, ...]
    departments: tuple[Department, ...]
    sdgs: tuple[Sdg, ...]


def photo_of(traject: Traject) -> Photo:
    """Energy has two that run and one that is planned, water one that stopped, people nothing."""
    energy, water, _people = themes = (
        ThemeFactory(number=7, code="energie", name="Energie en klimaat", short_name="Energie"),
        ThemeFactory(number=10, code="water", name="Water en afval", short_name="Water"),
        ThemeFactory(number=4, code="rechten", name="Gelijke kansen", short_name="Kansen"),
    )
    technical, social, staff = departments = tuple(
        Department.objects.create(organisation=traject.organisation, name=name)
        for name in ("Technische dienst", "Sociale dienst", "Personeel")
    )
    climate, clean = sdgs = tuple(
        Sdg.objects.update_or_create(number=number, defaults={"name": name})[0]
        for number, name in ((13, "Klimaatactie"), (6, "Schoon water"))
    )

    def add(title: str, theme: list[Theme], own: list[Department], **fields: object) -> Initiative:
        return InitiativeFactory(
            traject=traject, title=title, themes=theme, departments=own, **fields
        )

    add("Zonnepanelen", [energy], [technical], description="Op elk dak.", since=2019).sdgs.add(
        climate
    )
    add("Energiehuis", [energy, water], [technical, social], scope=Scope.OWN_WORKING).sdgs.add(
        climate, clean
    )
    add("Warmtenet", [energy], [technical], status=InitiativeStatus.PLANNED)
    add("Regenton", [water], [technical], status=InitiativeStatus.STOPPED)
    add("Zonder iets", [], [])
    add("Wacht nog", [energy], [staff], accepted_at=None)
    return Photo(traject, themes, departments, sdgs)
