"""Who can pull a goal: the names by which the sentence of a goal may call them."""

from __future__ import annotations

from accounts.models import Department
from trajects.models import Part, Traject

# The bodies that every Flemish local government has or knows; content, so in Dutch.
BODIES = (
    "gemeenteraad",
    "college van burgemeester en schepenen",
    "college",
    "schepencollege",
    "burgemeester",
    "schepen",
    "vast bureau",
    "bijzonder comité",
    "managementteam",
    "algemeen directeur",
    "financieel directeur",
    "OCMW",
    "OCMW-raad",
    "woonzorgcentrum",
    "zorgbedrijf",
    "lokale politie",
    "politiezone",
    "brandweer",
    "hulpverleningszone",
    "adviesraad",
    "jeugdraad",
    "milieuraad",
    "seniorenraad",
    "sportraad",
    "cultuurraad",
    "GECORO",
    "kopgroep",
    "leidende groep",
    "kerngroep",
    "stuurgroep",
    "werkgroep",
)


def carriers_of(traject: Traject) -> tuple[str, ...]:
    """The departments, what people of the lead group are, and the usual bodies; each once. Two
    queries."""
    departments = Department.objects.filter(organisation=traject.organisation_id)
    group = traject.participants.filter(part=Part.LEAD_GROUP).exclude(function="")
    own = [*departments.values_list("name", flat=True)]
    functions = [*group.order_by("pk").values_list("function", flat=True)]
    once: dict[str, str] = {}
    for name in (*own, *functions, *BODIES):
        once.setdefault(name.casefold(), name)
    return tuple(once.values())
