import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404

from accounts.models import Role
from scans.access import (
    existing,
    may_answer,
    may_coordinate,
    scan_for_answering,
    scan_for_coordinating,
    scan_for_reading,
)
from scans.actions.answers import save_answers
from scans.actions.scans import delete_scan, finish_scan, reopen_scan
from scans.models import Scan
from tests.factories import LONG_AGO, MembershipFactory, UserFactory

LOADERS = (scan_for_reading, scan_for_answering, scan_for_coordinating)
PEOPLE = ("els", "bram", "rita")


def outcome(load, user, scan) -> str:
    try:
        return "gets it" if load(user, scan.pk) == scan else "gets another"
    except PermissionDenied:
        return "403"
    except Http404:
        return "404"


@pytest.mark.parametrize(
    ("load", "state", "expected"),
    [
        (scan_for_reading, "running", ("gets it", "gets it", "403")),
        (scan_for_reading, "finished", ("gets it", "gets it", "gets it")),
        (scan_for_answering, "running", ("gets it", "gets it", "403")),
        (scan_for_answering, "finished", ("gets it", "gets it", "403")),
        (scan_for_coordinating, "running", ("gets it", "403", "403")),
        (scan_for_coordinating, "finished", ("gets it", "403", "403")),
    ],
)
def test_role_decides_what_a_member_gets(world, load, state, expected):
    scan = getattr(world.a, state)

    assert tuple(outcome(load, world.person(name), scan) for name in PEOPLE) == expected


@pytest.mark.parametrize("load", LOADERS)
@pytest.mark.parametrize("state", ["running", "finished"])
def test_scan_of_others_does_not_exist(world, load, state):
    scan = getattr(world.a, state)
    strangers = (world.chaima, UserFactory(is_superuser=True), AnonymousUser())

    assert [outcome(load, user, scan) for user in strangers] == ["404"] * 3


@pytest.mark.parametrize("load", LOADERS)
def test_scan_of_an_organisation_without_members_does_not_exist(world, load):
    """Somebody without number is not the missing member of such an organisation."""
    world.a.organisation.memberships.all().delete()

    assert [outcome(load, user, world.a.finished) for user in (AnonymousUser(), world.els)] == [
        "404",
        "404",
    ]


def test_role_of_this_organisation_counts(world):
    MembershipFactory(user=world.rita, organisation=world.b.organisation, role=Role.COORDINATOR)

    assert outcome(scan_for_coordinating, world.rita, world.a.finished) == "403"
    assert outcome(scan_for_coordinating, world.rita, world.b.finished) == "gets it"


@pytest.mark.parametrize("load", LOADERS)
def test_loading_costs_one_query(world, load, django_assert_num_queries):
    with django_assert_num_queries(1):
        scan = load(world.els, world.a.running.pk)
        _ = scan.organisation_respondent_pk


@pytest.mark.parametrize(
    ("person", "state", "answers", "coordinates"),
    [
        ("els", "running", True, True),
        ("els", "finished", False, True),
        ("bram", "running", True, False),
        ("bram", "finished", False, False),
        ("rita", "finished", False, False),
    ],
)
def test_page_offers_what_the_member_may(world, person, state, answers, coordinates):
    scan = scan_for_reading(world.person(person), getattr(world.a, state).pk)

    assert (may_answer(scan), may_coordinate(scan)) == (answers, coordinates)


def test_each_scan_comes_with_its_own_respondent(world):
    found = Scan.objects.with_respondent().order_by("pk")

    assert [scan.organisation_respondent_pk for scan in found] == [
        scan.respondents.get(user=None).pk for scan in found
    ]


def test_finished_scans_are_the_closed_ones(world):
    assert set(Scan.objects.finished()) == {world.a.finished, world.b.finished}


def save(scan, by):
    save_answers(scan=scan, changes=[], by=by, at=LONG_AGO)


def finish(scan, by):
    finish_scan(scan=scan, by=by, at=LONG_AGO)


def reopen(scan, by):
    reopen_scan(scan=scan, reason="Te vroeg.", by=by, at=LONG_AGO)


def delete(scan, by):
    delete_scan(scan=scan)


@pytest.mark.parametrize("act", [save, finish, reopen, delete])
def test_scan_that_is_deleted_meanwhile_does_not_exist(world, act):
    scan = scan_for_coordinating(world.els, world.a.running.pk)
    Scan.objects.filter(pk=scan.pk).delete()

    with pytest.raises(Http404), existing():
        act(scan, world.els)
