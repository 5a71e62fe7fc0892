from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.models import Membership, Organisation, User
from scans.models import Scan
from scans.queries import scan_tallies
from tests.world import domain_hash

pytestmark = pytest.mark.django_db


@pytest.fixture
def content() -> None:
    call_command("load_taxonomy", stdout=StringIO())
    call_command("load_questionnaire", "fixtures/questionnaires/overheid-2", stdout=StringIO())


def load() -> str:
    out = StringIO()
    call_command("load_demo", stdout=out)
    return out.getvalue()


def test_demo_has_two_municipalities_with_three_people_each(content):
    load()

    roles = Membership.objects.order_by("organisation__name", "role")
    assert list(roles.values_list("organisation__name", "role")) == [
        ("Gemeente Elzenvoorde (fictief)", "contributor"),
        ("Gemeente Elzenvoorde (fictief)", "coordinator"),
        ("Gemeente Elzenvoorde (fictief)", "reader"),
        ("Gemeente Zavelbeke (fictief)", "contributor"),
        ("Gemeente Zavelbeke (fictief)", "coordinator"),
        ("Gemeente Zavelbeke (fictief)", "reader"),
    ]


def test_demo_has_a_finished_scan_of_last_year_and_a_half_filled_one(content, time_machine):
    time_machine.move_to("2026-05-04 09:00+0000")

    load()

    for organisation in Organisation.objects.all():
        last, current = organisation.scans.order_by("year")
        tally = scan_tallies([current])[current.pk]
        assert (last.year, last.is_finished) == (2025, True)
        assert (current.year, current.is_finished) == (2026, False)
        assert 0 < tally.answered < tally.asked


def test_demo_loads_once(content):
    load()
    before = domain_hash()

    load()

    assert domain_hash() == before


def test_demo_prints_sign_ins_that_work(content, client):
    said = load()

    password = said.strip().splitlines()[-1].split(": ")[1]
    for email in User.objects.values_list("email", flat=True):
        assert email in said
        assert client.login(email=email, password=password) is True


def test_demo_is_refused_where_others_can_reach_it(content, settings):
    settings.HTTPS = True

    with pytest.raises(CommandError, match="HTTPS=off"):
        load()

    assert (Organisation.objects.count(), Scan.objects.count(), User.objects.count()) == (0, 0, 0)
