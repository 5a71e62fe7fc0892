"""The whole plan as one page."""

import re
from datetime import date
from itertools import pairwise

import pytest

from accounts.models import Role
from tests.factories import MembershipFactory, UserFactory
from tests.page import main_text, page_of
from tests.scans.views.conftest import NOW
from tests.trajects.dossiers import NAMES, filled
from tests.trajects.plan_factories import ActionFactory
from tests.trajects.selecting import select

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def url(traject) -> str:
    filled(traject)
    return f"/trajecten/{traject.pk}/actieplan/volledig/"


@pytest.fixture
def reader(traject):
    user = UserFactory(name="Lena Lezer")
    MembershipFactory(user=user, organisation=traject.organisation, role=Role.READER)
    return user


@pytest.mark.parametrize(
    ("person", "status"), [("els", 200), ("griet", 200), ("bram", 200), ("chaima", 404)]
)
def test_everybody_of_the_traject_reads_it(english_of, request, url, person, status):
    assert english_of(request.getfixturevalue(person)).get(url).status_code == status


def test_page_tells_every_part_of_the_plan(griet, english_of, url):
    response = english_of(griet).get(url)

    text = main_text(response)
    for said in (
        "CSR action plan 2026–2031 of Gemeente Aalbeke",
        "Approved by de gemeenteraad",
        "2 actions until 2031",
        "Goal 1. Tegen eind 2029 daalt ons verbruik met 20 %.",
        "38.000 euro once, 500 euro a year",
        "Omdat de warmte eruit vliegt.",
        "Elk kwartaal kijken we samen.",
        "Dat komt later.",
        "het college",
        "Round 2,",
    ):
        assert said in text
    tree = page_of(response)
    links = [one.get("href") for one in select(tree, ".dossier-contents a")]
    ids = {f"#{one.get('id')}" for one in select(tree, "[id]")}
    assert set(links) <= ids


def test_amounts_that_stand_in_no_year_are_told(griet, english_of, traject, url):
    goal = traject.goals.get()
    ActionFactory(goal=goal, cost_once=1_200, due_on=None)
    ActionFactory(goal=goal, cost_yearly=450, starts_on=date(2033, 1, 1), due_on=None)

    text = main_text(english_of(griet).get(url))

    assert "1 action has no date: 1.200 euro stands in no year yet." in text
    assert "450 euro falls before or after the years of the plan." in text


def test_headings_go_down_one_level_at_a_time(griet, english_of, url):
    tree = page_of(english_of(griet).get(url))

    (main,) = select(tree, "main")
    levels = [int(one.tag[1]) for one in main.iter() if re.fullmatch(r"h\d", one.tag)]
    assert levels[0] == 1
    assert [pair for pair in pairwise(levels) if pair[1] - pair[0] > 1] == []


def test_who_only_reads_sees_no_names_and_no_remarks(griet, reader, english_of, url):
    own, theirs = (main_text(english_of(one).get(url)) for one in (griet, reader))

    assert NAMES[4] in own
    assert "Voortgang van" in own
    assert [name for name in NAMES if name in theirs] == []
    assert "Voortgang van" not in theirs
    assert "Poetshulp" in theirs
    assert "This page names functions and departments in the place of people." in theirs


def test_notes_of_the_moderator_are_never_on_the_page(els, english_of, url):
    assert "Notitie over" not in main_text(english_of(els).get(url))


def test_empty_plan_says_so(traject, griet, english_of):
    text = main_text(english_of(griet).get(f"/trajecten/{traject.pk}/actieplan/volledig/"))

    assert "There are no goals yet." in text
    assert NOW.strftime("%-d %B %Y") in text
