import pytest
from django.core import mail
from django.core.management import CommandError

from accounts.models import Membership, User
from scans.models import Scan, Theme
from tests.trajects.management.loading import load, of_elzenvoorde
from tests.world import domain_hash
from trajects.duplicates import Described, likely_duplicates
from trajects.models import Initiative, Meeting, Part, PersonalLink, Traject
from trajects.queries.facts import facts_of
from trajects.steps import Key, ScanState

pytestmark = pytest.mark.django_db


@pytest.fixture
def traject(demo) -> Traject:
    return of_elzenvoorde()


def test_demo_traject_is_halfway_its_local_photo(traject):
    facts = facts_of(traject)

    assert facts.done == {Key.START, Key.SCAN}
    assert (facts.moderators, facts.in_lead_group, facts.meetings) == (1, 14, 4)
    assert (facts.agreements, facts.agreements_open) == (7, 4)
    assert facts.scan == ScanState.FINISHED
    assert traject.scan.year == 2025
    assert (facts.on_photo, facts.waiting) == (60, 3)


def test_photo_of_demo_covers_every_theme_and_all_departments_but_one(traject):
    photo = traject.initiatives.on_photo()

    busy = photo.values("departments")
    assert set(photo.values_list("themes", flat=True)) == set(
        Theme.objects.values_list("pk", flat=True)
    )
    quiet = traject.organisation.departments.exclude(pk__in=busy)
    assert list(quiet.values_list("name", flat=True)) == ["ICT"]
    assert set(photo.values_list("status", flat=True)) == {"running", "planned", "stopped"}


def test_demo_traject_has_two_likely_duplicates_and_one_merged(traject):
    described = [
        Described(
            one.pk,
            one.title,
            frozenset(theme.pk for theme in one.themes.all()),
            frozenset(department.pk for department in one.departments.all()),
        )
        for one in traject.initiatives.on_photo().with_labels()
    ]

    titles = {one.pk: one.title for one in described}
    pairs = likely_duplicates(described)
    assert {(titles[pair.first], titles[pair.second]) for pair in pairs} == {
        ("Herstelcafé in de bib", "Herstelcafé in de bib elke eerste zaterdag"),
        ("Bermen maaien door een maatwerkbedrijf", "Maatwerkbedrijf maait de bermen"),
    }
    assert Initiative.objects.filter(merged_into__isnull=False).count() == 1


def test_meetings_of_demo_are_past_and_planned_on_working_days(traject):
    meetings = list(Meeting.objects.filter(traject=traject).order_by("starts_at"))

    assert [meeting.starts_at.date().isoformat() for meeting in meetings] == [
        "2026-02-18",
        "2026-03-12",
        "2026-05-19",
        "2026-06-25",
    ]
    assert [bool(meeting.report) for meeting in meetings] == [True, True, False, False]
    assert [bool(meeting.notes) for meeting in meetings] == [True, True, False, False]
    assert all(meeting.agenda.exists() for meeting in meetings)


def test_moderator_of_demo_signs_in_and_is_member_of_nothing(traject, client):
    els = traject.participants.get(part=Part.MODERATOR).user

    assert els.email in load()
    assert client.login(email=els.email, password="demo-stap-voor-stap") is True
    assert not Membership.objects.filter(user=els).exists()


def test_guests_of_demo_have_links_that_nobody_knows(traject):
    links = PersonalLink.objects.filter(participant__traject=traject)

    assert links.count() == 13
    assert list(links.filter(opened_at=None).values_list("participant__name", flat=True)) == [
        "Sofie Maertens"
    ]
    assert mail.outbox == []
    assert Initiative.objects.filter(added_by_guest__isnull=False).exists()


def test_demo_traject_loads_once(traject):
    before = domain_hash()

    load()

    assert domain_hash() == before


def test_demo_traject_is_left_out_once_somebody_opened_its_scan_again(municipalities):
    Scan.objects.update(finished_at=None, finished_by=None)

    said = load()

    assert said.count("No demo traject: its scan was opened again or deleted.\n") == 2
    assert Traject.objects.count() == 0


def test_demo_traject_stays_when_its_scan_is_opened_again(traject):
    Scan.objects.update(finished_at=None, finished_by=None)

    said = load()

    assert "els.boone@zuidrand.example" in said
    assert of_elzenvoorde() == traject


def test_demo_traject_does_without_who_left_the_municipality(municipalities):
    Membership.objects.filter(user__email="koen.dewilde@elzenvoorde.example").delete()

    load()

    facts = facts_of(of_elzenvoorde())
    assert (facts.in_lead_group, facts.agreements, facts.on_photo) == (13, 7, 61)


def test_demo_traject_needs_the_municipality(db):
    with pytest.raises(CommandError, match="load_demo first"):
        load()

    assert User.objects.count() == 0


def test_demo_traject_is_refused_where_others_can_reach_it(municipalities, settings):
    settings.HTTPS = True

    with pytest.raises(CommandError, match="HTTPS=off"):
        load()

    assert Traject.objects.count() == 0
