from datetime import date

import pytest

from accounts.models import Role
from tests.factories import MembershipFactory
from tests.page import by_id, links, main_text, page_of, text_of
from tests.trajects.factories import InitiativeFactory, MeetingFactory, TrajectFactory
from trajects.models import Traject

PERIOD = {
    "title": "MVO-traject 2026",
    "starts_on": "2026-09-01",
    "ends_on": "2027-12-31",
    "plan_from": "2026",
    "plan_to": "2031",
}


@pytest.fixture
def as_person(client_of):
    def as_person(user):
        client = client_of(user)
        client.cookies["language"] = "en"
        return client

    return as_person


# Begin


def test_coordinator_starts_a_traject(organisation, griet, as_person):
    response = as_person(griet).post(f"/besturen/{organisation.pk}/trajecten/nieuw/", PERIOD)

    made = Traject.objects.get()
    assert response.headers["Location"] == f"/trajecten/{made.pk}/"
    assert (made.organisation, made.title, made.created_by) == (
        organisation,
        "MVO-traject 2026",
        griet,
    )
    assert (made.starts_on, made.ends_on) == (date(2026, 9, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"title": " "}, "title", "Give the traject a title."),
        ({"starts_on": ""}, "starts_on", "Fill in when it starts."),
        ({"ends_on": "volgend jaar"}, "ends_on", "Fill in a date."),
        ({"ends_on": "2026-09-01"}, "ends_on", "The last day comes after the first day."),
        ({"ends_on": "2037-01-01"}, "ends_on", "That is longer than ten years. Check both years."),
        ({"starts_on": "0206-09-01"}, "starts_on", "greater than or equal to"),
        ({"ends_on": "9999-12-31"}, "ends_on", "less than or equal to"),
        ({"plan_from": ""}, "plan_from", "Fill in a year."),
        ({"plan_to": "1999"}, "plan_to", "greater than or equal to"),
        ({"plan_to": "2025"}, "plan_to", "The last year comes after the first year."),
    ],
)
def test_mistake_keeps_what_was_typed(organisation, griet, as_person, changes, field, message):
    url = f"/besturen/{organisation.pk}/trajecten/nieuw/"

    response = as_person(griet).post(url, {**PERIOD, **changes})

    tree = page_of(response)
    assert response.status_code == 422
    assert message in text_of(next(tree.iter("main")))
    assert by_id(tree, f"id_{field}").get("value", "").strip() == changes[field].strip()
    assert not Traject.objects.exists()


def test_form_proposes_a_title_and_a_period(organisation, griet, as_person, time_machine):
    time_machine.move_to("2026-11-22T10:00Z")

    tree = page_of(as_person(griet).get(f"/besturen/{organisation.pk}/trajecten/nieuw/"))

    assert [by_id(tree, f"id_{name}").get("value") for name in PERIOD] == [
        "MVO traject 2026–2027",
        "2026-11-22",
        "2028-12-31",
        "2026",
        "2031",
    ]


def test_form_of_a_leap_day_proposes_a_date_that_exists(
    organisation, griet, as_person, time_machine
):
    time_machine.move_to("2028-02-29T10:00Z")

    response = as_person(griet).get(f"/besturen/{organisation.pk}/trajecten/nieuw/")

    assert response.status_code == 200


# The trajects of an organisation


def test_page_of_no_traject_teaches_and_offers_to_start(organisation, griet, as_person):
    response = as_person(griet).get(f"/besturen/{organisation.pk}/trajecten/")

    assert "There is no traject yet" in main_text(response)
    assert f"/besturen/{organisation.pk}/trajecten/nieuw/" in links(page_of(response))


def test_page_of_no_traject_sends_a_reader_to_the_coordinator(organisation, bram, as_person):
    organisation.trajects.all().delete()

    response = as_person(bram).get(f"/besturen/{organisation.pk}/trajecten/")

    assert "Your MVO coordinator can start one." in main_text(response)
    assert f"/besturen/{organisation.pk}/trajecten/nieuw/" not in links(page_of(response))


def test_only_traject_is_opened_at_once(traject, bram, as_person):
    response = as_person(bram).get(f"/besturen/{traject.organisation_id}/trajecten/")

    assert response.headers["Location"] == f"/trajecten/{traject.pk}/"


def test_several_trajects_are_listed_newest_first(traject, griet, as_person):
    newer = TrajectFactory(organisation=traject.organisation, starts_on="2026-01-01")
    TrajectFactory()  # of somebody else
    newer.refresh_from_db()

    response = as_person(griet).get(f"/besturen/{traject.organisation_id}/trajecten/")

    found = [link for link in links(page_of(response)) if link.startswith("/trajecten/")]
    assert found == [f"/trajecten/{newer.pk}/", f"/trajecten/{traject.pk}/"]


@pytest.mark.parametrize("number", [2, 4])
def test_list_costs_the_same_for_two_and_for_four(
    traject, griet, as_person, number, django_assert_num_queries
):
    TrajectFactory.create_batch(number - 1, organisation=traject.organisation)
    client = as_person(griet)

    with django_assert_num_queries(4):
        client.get(f"/besturen/{traject.organisation_id}/trajecten/")


# Change and delete


@pytest.mark.parametrize(
    ("person", "status"), [("els", 403), ("bram", 403), ("griet", 200), ("chaima", 404)]
)
@pytest.mark.parametrize("page", ["gegevens", "verwijderen"])
def test_only_the_coordinator_changes_and_deletes(
    traject, as_person, request, person, status, page
):
    client = as_person(request.getfixturevalue(person))

    assert client.get(f"/trajecten/{traject.pk}/{page}/").status_code == status


def test_coordinator_changes_title_and_period(traject, griet, as_person):
    response = as_person(griet).post(f"/trajecten/{traject.pk}/gegevens/", PERIOD)

    traject.refresh_from_db()
    assert response.headers["Location"] == f"/trajecten/{traject.pk}/"
    assert (traject.title, str(traject.ends_on)) == ("MVO-traject 2026", "2027-12-31")


def test_older_page_shows_both_and_a_second_save_wins(traject, griet, as_person):
    client, url = as_person(griet), f"/trajecten/{traject.pk}/gegevens/"
    shown = by_id(page_of(client.get(url)), "id_shown").get("value")
    client.post(url, {**PERIOD, "title": "Van een collega", "shown": shown})

    response = client.post(url, {**PERIOD, "shown": shown})

    tree = page_of(response)
    assert response.status_code == 409
    assert "A colleague changed this meanwhile" in main_text(response)
    assert "Van een collega, 1 September 2026 to 31 December 2027" in main_text(response)
    assert by_id(tree, "id_title").get("value") == PERIOD["title"]
    traject.refresh_from_db()
    assert traject.title == "Van een collega"

    again = client.post(url, {**PERIOD, "shown": by_id(tree, "id_shown").get("value")})
    traject.refresh_from_db()
    assert (again.status_code, traject.title) == (302, PERIOD["title"])
    assert client.post(url, {**PERIOD, "shown": shown}).status_code == 302  # stored already


def test_mistake_in_a_change_changes_nothing(traject, griet, as_person):
    response = as_person(griet).post(f"/trajecten/{traject.pk}/gegevens/", {**PERIOD, "title": ""})

    assert response.status_code == 422
    assert Traject.objects.get().title == traject.title


def test_empty_traject_is_deleted_after_asking(traject, griet, as_person):
    MeetingFactory(traject=traject)
    client, url = as_person(griet), f"/trajecten/{traject.pk}/verwijderen/"

    refused = client.post(url)
    assert (refused.status_code, Traject.objects.count()) == (422, 1)

    deleted = client.post(url, {"sure": "on"})
    assert deleted.headers["Location"] == "/"
    assert not Traject.objects.exists()


def test_traject_with_work_in_it_stays(traject, griet, as_person):
    InitiativeFactory(traject=traject)
    client = as_person(griet)

    response = client.post(f"/trajecten/{traject.pk}/verwijderen/", {"sure": "on"})

    assert response.status_code == 409
    assert "Somebody's work is in this traject" in main_text(response)
    assert Traject.objects.filter(pk=traject.pk).exists()
    edit = page_of(client.get(f"/trajecten/{traject.pk}/gegevens/"))
    assert f"/trajecten/{traject.pk}/verwijderen/" not in links(edit)


def test_who_is_no_coordinator_any_more_starts_nothing(organisation, griet, as_person):
    MembershipFactory(organisation=organisation, role=Role.COORDINATOR)
    client = as_person(griet)
    griet.memberships.update(role=Role.READER)

    response = client.post(f"/besturen/{organisation.pk}/trajecten/nieuw/", PERIOD)

    assert response.status_code == 403
    assert not Traject.objects.exists()
