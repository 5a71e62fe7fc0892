"""Who can pull a goal."""

from tests.factories import DepartmentFactory
from tests.trajects.factories import ParticipantFactory
from trajects.models import Part
from trajects.queries.carriers import BODIES, carriers_of


def test_own_departments_come_first_then_functions_then_the_usual_bodies(
    traject, django_assert_num_queries
):
    DepartmentFactory(organisation=traject.organisation, name="Technische dienst")
    DepartmentFactory(organisation=traject.organisation, name="Aankoop")
    DepartmentFactory(name="Van een ander")
    group = {"traject": traject, "part": Part.LEAD_GROUP}
    ParticipantFactory(**group, function="Duurzaamheidsambtenaar")
    ParticipantFactory(**group, function="aankoop")
    ParticipantFactory(**group, function="")
    ParticipantFactory(traject=traject, part=Part.COLLEAGUE, function="Onthaal")

    with django_assert_num_queries(2):
        found = carriers_of(traject)

    assert found == ("Aankoop", "Technische dienst", "Duurzaamheidsambtenaar", *BODIES)
