"""How a dossier speaks of people."""

import dataclasses

import pytest
from django.apps import apps
from django.db import DatabaseError, transaction
from django.db.models import CharField, Field, Model, TextField

from accounts.models import User
from tests.trajects.dossiers import AT, NAMES, ON, filled
from trajects.dossier import Choice, dossier_of
from trajects.dossier.voice import Known, Voice
from trajects.models import Audience, Participant, PlanText, Traject

# What is no text of people: made, counted, or looked up.
KEYS = ("token_hash", "step", "code", "example_code")

KNOWN = (
    Known("Koen De Wilde", "aankoper, aankoop"),
    Known("Koen De Wilde"),
    Known("An"),
    Known("Stijn Vermeulen", "gebouwbeheerder", is_close=True),
    Known("Ruth De Smet", "aankoper", is_close=True),
    Known("Ruth Peeters", "jurist", is_close=True),
    Known("Iris Maes", "bode", is_close=True),
    Known("Tom"),
    Known("Fatima", "poetshulp", is_close=True),
    Known("Lente", "bode", is_close=True),
    Known("College", is_close=True),
    Known("Nele Wouters", "schepen", address="Nele.Wouters@aalbeke.be"),
    Known("Els Boone"),
    Known("Els Boone-Maes", "griffier"),
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Koen De Wilde koopt.", "aankoper, aankoop koopt."),
        ("koen  de\nwilde koopt.", "aankoper, aankoop koopt."),
        ("Els Boone zwijgt.", "a colleague zwijgt."),
        ("Els Boone-Maes schrijft.", "griffier schrijft."),
        ("De Wilde Koen koopt.", "aankoper, aankoop koopt."),
        ("Koen De Wildes plan, Els Boone’s plan.", "aankoper, aankoop plan, a colleague plan."),
        ("Koen en De Wilde.", "Koen en De Wilde."),
        ("Stijn Vermeulen en Stijns ploeg.", "gebouwbeheerder en gebouwbeheerder ploeg."),
        ("Ruth leest het na.", "a colleague leest het na."),
        ("Iris en stijn en Koen en Tom.", "Iris en stijn en Koen en Tom."),
        ("An en de anderen.", "An en de anderen."),
        ("Fatima en Fatima’s ploeg.", "poetshulp en poetshulp ploeg."),
        ("In de Lente, fatima.", "In de Lente, fatima."),
        ("Het College besliste.", "Het College besliste."),
        ("Vraag het aan mevrouw Wouters.", "Vraag het aan schepen."),
        ("Mevr. De Wilde en dhr. Vermeulen.", "aankoper, aankoop en gebouwbeheerder."),
        ("Mevrouw Wouterse is een ander.", "Mevrouw Wouterse is een ander."),
        ("Mail nele.wouters@Aalbeke.be.", "Mail schepen."),
        ("Mail milieu@aalbeke.be.", "Mail milieu@aalbeke.be."),
        ("Koen De Wildeman is een ander.", "Koen De Wildeman is een ander."),
        ("", ""),
    ],
)
def test_full_name_within_a_text_becomes_an_office(text, said):
    assert Voice(False, KNOWN).text(text) == said


def test_with_names_nothing_changes():
    voice = Voice(True, KNOWN)

    assert voice.text("Koen De Wilde koopt.") == "Koen De Wilde koopt."
    assert voice.person("Koen De Wilde", "aankoper") == "Koen De Wilde"


def test_without_names_a_person_is_an_office():
    assert Voice(False).person("Koen De Wilde", "aankoper") == "aankoper"
    assert Voice(False).text("Koen De Wilde koopt.") == "Koen De Wilde koopt."


@pytest.mark.parametrize("audience", [Audience.COUNCIL, Audience.PUBLIC])
def test_no_name_of_anybody_is_in_a_dossier_without_names(traject, audience):
    told = filled(traject)
    choice = Choice(audience, with_remarks=True, with_notes=True)

    said = repr(dossier_of(told.traject, on=ON, at=AT, choice=choice))

    everybody = {*NAMES, *User.objects.values_list("name", flat=True)}
    everybody |= {one.called for one in Participant.objects.all()}
    assert [name for name in everybody if name.casefold() in said.casefold()] == []
    # The names do stand in what people wrote: they were put there to be found.
    named = dataclasses.replace(choice, with_names=True)
    told_all = repr(dossier_of(told.traject, on=ON, at=AT, choice=named))
    assert [name for name in NAMES if name not in told_all] == []


@pytest.mark.parametrize("with_names", [True, False])
def test_no_row_of_a_table_is_in_a_dossier(traject, with_names):
    """A row brings along whom it was made by."""
    told = filled(traject)
    choice = Choice(with_names=with_names, with_remarks=True, with_notes=True)

    found = list(_values(dossier_of(told.traject, on=ON, at=AT, choice=choice)))

    assert [one for one in found if isinstance(one, Model)] == []


def _values(value):
    yield value
    if dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _values(getattr(value, field.name))
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _values(one)
    elif isinstance(value, dict):
        for one in (*value, *value.values()):
            yield from _values(one)


def test_no_name_that_somebody_typed_anywhere_is_in_a_dossier_without_names(traject):
    """In a title, a unit, a function as well: in every column that takes words."""
    told = filled(traject)
    name = NAMES[0]
    written = [_write_into(model, name) for model in apps.get_app_config("trajects").get_models()]
    fresh = Traject.objects.get(pk=told.traject.pk)
    choice = Choice(Audience.PUBLIC, with_remarks=True, with_notes=True)

    said = list(_values(dossier_of(fresh, on=ON, at=AT, choice=choice)))

    assert [one for one in said if isinstance(one, str) and name in one] == []
    assert sum(written) > 30
    named = dataclasses.replace(choice, with_names=True)
    assert repr(dossier_of(fresh, on=ON, at=AT, choice=named)).count(name) > 30


def test_address_of_who_has_a_hand_in_it_is_not_in_a_dossier_without_names(traject):
    told = filled(traject)
    account, guest = User.objects.get(name=NAMES[1]), Participant.objects.get(name=NAMES[3])
    PlanText.objects.update(summary=f"Mail {account.email} of {guest.email}.")

    found = dossier_of(told.traject, on=ON, at=AT, choice=Choice())

    office = "Milieuambtenaar, Dienst Milieu"
    assert found.summary.written == f"Mail {office} of Poetshulp, Dienst Milieu."


def _write_into(model: type[Model], name: str) -> int:
    """Into how many columns. One that holds nothing but words of the house refuses."""
    columns = [one for one in model._meta.concrete_fields if type(one) in (CharField, TextField)]
    return sum(_write(model, one, name) for one in columns if one.name not in KEYS)


def _write(model: type[Model], column: Field, name: str) -> bool:
    try:
        with transaction.atomic():
            filled_in = model.objects.exclude(**{column.name: ""})
            filled_in.update(**{column.name: f"{name} leest"})
    except DatabaseError:
        return False
    return not column.choices
