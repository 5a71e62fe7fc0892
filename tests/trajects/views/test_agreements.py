"""One agreement: changed, ticked off and removed."""

import pytest

from tests.page import by_id, main_text, page_of
from tests.trajects.factories import AgreementFactory, ParticipantFactory
from trajects.models import Agreement

AGREED = {"what": "Energiecijfers verzamelen", "who": "", "due_on": "2026-12-01"}
LEADERS = [("els", 302), ("bram", 403), ("griet", 302), ("chaima", 404)]


@pytest.fixture
def as_person(client_of):
    def as_person(user):
        client = client_of(user)
        client.cookies["language"] = "en"
        return client

    return as_person


@pytest.fixture
def url(traject):
    return f"/trajecten/{traject.pk}/start/"


@pytest.fixture
def agreement(traject):
    return AgreementFactory(traject=traject, what="Oud", due_on="2026-10-01")


@pytest.mark.parametrize(("person", "status"), LEADERS)
def test_who_leads_changes_an_agreement(url, agreement, as_person, request, person, status):
    client = as_person(request.getfixturevalue(person))

    response = client.post(f"{url}afspraken/{agreement.pk}/", AGREED)

    agreement.refresh_from_db()
    assert response.status_code == status
    assert (agreement.what == "Energiecijfers verzamelen") is (status == 302)


def test_mistake_in_a_change_changes_nothing(url, agreement, griet, as_person):
    response = as_person(griet).post(f"{url}afspraken/{agreement.pk}/", {**AGREED, "what": ""})

    agreement.refresh_from_db()
    assert (response.status_code, agreement.what) == (422, "Oud")


def test_form_has_what_is_stored(url, agreement, griet, as_person):
    tree = page_of(as_person(griet).get(f"{url}afspraken/{agreement.pk}/"))

    stored = [by_id(tree, f"id_{name}").get("value") for name in ("what", "due_on")]
    assert stored == ["Oud", "2026-10-01"]


@pytest.mark.parametrize("page", ["", "klaar/", "weg/"])
def test_agreement_of_another_traject_does_not_exist(url, griet, as_person, page):
    other = AgreementFactory()

    response = as_person(griet).post(f"{url}afspraken/{other.pk}/{page}", AGREED)

    assert response.status_code == 404
    assert Agreement.objects.get().what == other.what


@pytest.mark.parametrize(("person", "status"), LEADERS)
def test_who_leads_ticks_an_agreement(url, agreement, as_person, request, person, status):
    user = request.getfixturevalue(person)

    response = as_person(user).post(f"{url}afspraken/{agreement.pk}/klaar/", {"done": "yes"})

    agreement.refresh_from_db()
    assert response.status_code == status
    assert agreement.done_by == (user if status == 302 else None)


def test_whose_it_is_ticks_it_and_takes_that_back(url, agreement, traject, bram, as_person):
    agreement.who = traject.participants.get(user=bram)
    agreement.save()
    client = as_person(bram)

    client.post(f"{url}afspraken/{agreement.pk}/klaar/", {"done": "yes"})
    agreement.refresh_from_db()
    assert agreement.done_by == bram

    client.post(f"{url}afspraken/{agreement.pk}/klaar/", {"done": "no"})
    agreement.refresh_from_db()
    assert (agreement.done_at, agreement.done_by) == (None, None)


@pytest.mark.parametrize(("person", "status"), LEADERS)
def test_who_leads_removes_an_agreement(url, agreement, as_person, request, person, status):
    client = as_person(request.getfixturevalue(person))

    response = client.post(f"{url}afspraken/{agreement.pk}/weg/")

    assert response.status_code == status
    assert Agreement.objects.exists() is (status != 302)


def test_older_page_shows_both_and_a_second_save_wins(url, agreement, traject, griet, as_person):
    who = ParticipantFactory(traject=traject, name="Koen")
    client, place = as_person(griet), f"{url}afspraken/{agreement.pk}/"
    shown = by_id(page_of(client.get(place)), "id_shown").get("value")
    client.post(place, {**AGREED, "what": "Van een collega", "who": who.pk, "shown": shown})

    response = client.post(place, {**AGREED, "shown": shown})

    tree = page_of(response)
    assert response.status_code == 409
    assert "A colleague changed this meanwhile" in main_text(response)
    assert "Van een collega, Koen, by 1 December 2026" in main_text(response)
    assert by_id(tree, "id_what").get("value") == AGREED["what"]
    assert Agreement.objects.get().what == "Van een collega"

    again = client.post(place, {**AGREED, "shown": by_id(tree, "id_shown").get("value")})
    assert (again.status_code, Agreement.objects.get().what) == (302, AGREED["what"])
    assert client.post(place, {**AGREED, "shown": shown}).status_code == 302  # stored already
