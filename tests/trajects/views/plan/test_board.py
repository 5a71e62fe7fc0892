"""The plan as a board: a column for every state, and cards that move by a button."""

import pytest
from django.utils.timezone import localdate

from tests.factories import MembershipFactory
from tests.page import by_id, main_text, page_of, text_of
from tests.trajects.selecting import select
from tests.trajects.views.plan.room import a_goal, an_action

READERS = [("els", 200), ("bram", 200), ("griet", 200), ("chaima", 404)]


@pytest.fixture
def url(traject):
    return f"/trajecten/{traject.pk}/actieplan/bord/"


@pytest.fixture
def goal(traject):
    return a_goal(traject)


@pytest.mark.parametrize(("person", "status"), READERS)
def test_who_takes_part_sees_the_board(url, goal, client_of, request, person, status):
    an_action(goal, "Bestekken herschrijven")

    assert client_of(request.getfixturevalue(person)).get(url).status_code == status


def test_every_action_stands_in_the_column_of_its_state(url, goal, els, english_of):
    an_action(goal, "Later", days=90)
    an_action(goal, "Loopt nog lang", days=80, starts_on=localdate())
    an_action(goal, "Loopt bijna af", days=8, starts_on=localdate())
    an_action(goal, "Zonder einde", days=None, starts_on=localdate())
    an_action(goal, "Te laat", days=-8)
    an_action(goal, "Gestopt", stopped_on=localdate(), stopped_because="Geen geld.")

    columns = select(page_of(english_of(els).get(url)), ".board-column")

    assert [text_of(select(one, "h2")[0]) for one in columns] == [
        "Planned 1",
        "Under way 3",
        "Late 1",
        "Done 0",
        "Stopped 1",
    ]
    cards = [[text_of(a) for a in select(one, "li p a")] for one in columns]
    running = ["Loopt bijna af", "Loopt nog lang", "Zonder einde"]
    assert cards == [["Later"], running, ["Te laat"], [], ["Gestopt"]]


def moves(page):
    """Of every card where its buttons lead."""
    return [
        [
            (one.get("formaction") or one.get("href")).removeprefix("/trajecten/")
            for one in select(card, ".moves")[0]
        ]
        for card in select(page, ".plan-cards li")
        if select(card, ".moves")
    ]


def test_card_moves_by_what_can_happen_to_it(url, traject, goal, els, english_of):
    planned = an_action(goal, "Later").pk
    late = an_action(goal, "Te laat", days=-8).pk
    done = an_action(goal, "Klaar", done_on=localdate()).pk

    found = moves(page_of(english_of(els).get(url)))

    start = f"{traject.pk}/actieplan/"
    assert found == [
        [
            f"{start}{planned}/begonnen/",
            f"{start}{planned}/klaar/",
            f"{start}{planned}/stoppen/?next=board",
        ],
        [f"{start}{late}/klaar/", f"{start}{late}/stoppen/?next=board"],
        [f"{start}{done}/heropenen/"],
    ]


def test_owner_moves_what_is_theirs(url, traject, goal, english_of):
    reader = MembershipFactory(organisation=traject.organisation, role="reader").user
    an_action(goal, "Van een ander")
    own = an_action(goal, "Van mij", by=reader)

    page = page_of(english_of(reader).get(url))

    assert len(moves(page)) == 1
    assert select(by_id(page, f"a{own.pk}"), ".moves")


def test_without_actions_it_leads_to_the_plan(url, els, english_of):
    assert "There is nothing on the board yet" in main_text(english_of(els).get(url))


@pytest.mark.parametrize("number", [1, 3])
def test_board_costs_the_same_for_one_and_three(
    url, goal, els, griet, english_of, django_assert_num_queries, number
):
    for title in range(number):
        an_action(goal, f"Actie {title}", by=griet)
    browser = english_of(els)

    with django_assert_num_queries(12):
        browser.get(url)
