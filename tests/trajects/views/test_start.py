from datetime import date

import pytest

from accounts.models import Role
from tests.factories import LONG_AGO
from tests.page import by_id, links, main_text, page_of, text_of
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


@pytest.mark.parametrize(
    ("person", "status"), [("els", 200), ("bram", 200), ("griet", 200), ("chaima", 404)]
)
def test_who_takes_part_reads_the_start(url, as_person, request, person, status):
    assert as_person(request.getfixturevalue(person)).get(url).status_code == status


@pytest.mark.parametrize(("person", "status"), LEADERS)
def test_who_leads_adds_an_agreement(url, traject, as_person, request, person, status):
    who = ParticipantFactory(traject=traject)
    client = as_person(request.getfixturevalue(person))

    response = client.post(url, {**AGREED, "who": who.pk})

    rows = list(Agreement.objects.values_list("traject", "what", "who", "due_on"))
    kept = [(traject.pk, "Energiecijfers verzamelen", who.pk, date(2026, 12, 1))]
    assert response.status_code == status
    assert rows == (kept if status == 302 else [])


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"what": ""}, "Write down what is agreed."),
        ({"due_on": ""}, "An agreement without a date is soon forgotten."),
        ({"due_on": "morgen"}, "Fill in a date."),
    ],
)
def test_mistake_keeps_what_was_typed(url, griet, as_person, changes, message):
    response = as_person(griet).post(url, {**AGREED, **changes})

    tree = page_of(response)
    assert response.status_code == 422
    assert message in text_of(next(tree.iter("main")))
    assert by_id(tree, "id_what").get("value", "") == {**AGREED, **changes}["what"]
    assert not Agreement.objects.exists()


def test_somebody_of_another_traject_cannot_be_chosen(url, griet, as_person):
    response = as_person(griet).post(url, {**AGREED, "who": ParticipantFactory().pk})

    assert response.status_code == 422
    assert not Agreement.objects.exists()


def test_start_without_agreements_teaches(url, griet, bram, as_person):
    assert "Nothing is agreed yet" in main_text(as_person(griet).get(url))
    text = main_text(as_person(bram).get(url))
    assert "The moderator or the MVO coordinator writes them down here." in text
    assert "Add an agreement" not in text


def test_what_is_open_stands_first_and_what_is_late_is_named(
    url, traject, bram, as_person, time_machine
):
    time_machine.move_to("2026-11-22T10:00Z")
    own = traject.participants.get(user=bram)
    AgreementFactory(traject=traject, what="Klaar", due_on="2026-10-01", done_at=LONG_AGO)
    AgreementFactory(traject=traject, what="Te laat", due_on="2026-11-21")
    AgreementFactory(traject=traject, what="Van mij", due_on="2026-11-22", who=own)

    tree = page_of(as_person(bram).get(url))

    rows = next(ul for ul in tree.iter("ul") if ul.get("class") == "agreements").iter("li")
    assert [text_of(row) for row in rows] == [
        "Te laat nobody yet · by 21 November 2026 date has passed",
        "Van mij Bram Claes · by 22 November 2026 yours This is done: Van mij",
        "Klaar nobody yet · done on 3 March 2025 done",
    ]


def test_start_has_a_mail_with_the_public_page(url, griet, as_person):
    tree = page_of(as_person(griet).get(url))

    mail = by_id(tree, "mail-text").text
    assert "http://testserver/mvo-en-sdgs/" in mail
    assert "Gemeente Aalbeke" in mail
    assert "Griet Maes" in mail
    assert "/mvo-en-sdgs/" in links(tree)


@pytest.mark.parametrize("number", [1, 3])
def test_start_costs_the_same_for_one_and_for_three(
    url, traject, griet, as_person, number, django_assert_num_queries
):
    for _number in range(number):
        AgreementFactory(traject=traject, who=ParticipantFactory(traject=traject))
    client = as_person(griet)

    with django_assert_num_queries(17):
        client.get(url)


def test_who_lost_the_right_to_lead_adds_nothing(url, griet, as_person):
    client = as_person(griet)
    griet.memberships.update(role=Role.CONTRIBUTOR)

    assert client.post(url, AGREED).status_code == 403
    assert not Agreement.objects.exists()
