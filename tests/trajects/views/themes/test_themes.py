"""The page of the fourth step: where it stands, and the one next thing."""

from datetime import timedelta

import pytest

from tests.factories import LONG_AGO
from tests.page import links, main_text, page_of
from tests.trajects.factories import (
    CandidateFactory,
    GreenLightFactory,
    LiveSessionFactory,
    MeetingFactory,
    StepCompletionFactory,
    ThemeChoiceFactory,
    VotingRoundFactory,
)
from trajects.models import Decision
from trajects.steps import Key

READERS = [("els", 200), ("bram", 200), ("griet", 200), ("chaima", 404)]


@pytest.fixture
def url(traject):
    return f"/trajecten/{traject.pk}/themas/"


@pytest.mark.parametrize(("person", "status"), READERS)
def test_who_takes_part_reads_where_it_stands(url, client_of, request, person, status):
    assert client_of(request.getfixturevalue(person)).get(url).status_code == status


def stages(response):
    """(class, is it the current one) of each."""
    tree = page_of(response)
    four = next(one for one in tree.iter("ol") if one.get("class") == "four")
    return [(li.get("class"), li.get("aria-current")) for li in four if li.tag == "li"]


def next_link(response):
    tree = page_of(response)
    return next((a.get("href") for a in tree.iter("a") if "btn-hero" in a.get("class", "")), None)


def test_new_step_begins_with_the_candidates(url, traject, els, bram, english_of):
    response = english_of(els).get(url)

    assert stages(response) == [("now", "step"), *[("later", None)] * 3]
    assert next_link(response) == f"/trajecten/{traject.pk}/themas/kandidaten/"
    assert next_link(english_of(bram).get(url)) is None


def test_each_stage_follows_on_the_one_before(url, traject, els, griet, english_of):
    browser = english_of(els)
    candidate = CandidateFactory(traject=traject, name="Energie")
    response = browser.get(url)
    assert [mark for mark, _now in stages(response)] == ["done", "now", "later", "later"]
    assert next_link(response) == f"/trajecten/{traject.pk}/bijeenkomsten/nieuw/?stap=themas"

    MeetingFactory(traject=traject, step=Key.THEMES)
    assert next_link(browser.get(url)) == f"/trajecten/{traject.pk}/sessies/"

    session = LiveSessionFactory(traject=traject, ended_at=LONG_AGO, ended_by=griet)
    VotingRoundFactory(session=session, closed_at=LONG_AGO, closed_by=griet)
    response = browser.get(url)
    assert [mark for mark, _now in stages(response)] == ["done", "done", "now", "later"]
    assert "The group voted once." in main_text(response)
    assert next_link(response) == f"/trajecten/{traject.pk}/themas/keuze/"

    ThemeChoiceFactory(candidate=candidate)
    ThemeChoiceFactory(candidate=CandidateFactory(traject=traject), chosen=False)
    response = browser.get(url)
    assert [mark for mark, _now in stages(response)] == ["done", "done", "done", "now"]
    assert "Energie 1 theme is parked for a later traject." in main_text(response)
    assert next_link(response) == f"/trajecten/{traject.pk}/themas/groen-licht/"

    GreenLightFactory(traject=traject, decision=Decision.NOT_AWAITED, remarks="Na de zomer")
    response = browser.get(url)
    assert [mark for mark, _now in stages(response)] == ["done"] * 4
    assert next_link(response) is None


def test_choice_without_a_vote_waits_for_no_vote(url, traject, els, english_of):
    ThemeChoiceFactory(candidate=CandidateFactory(traject=traject))

    marks = [mark for mark, _now in stages(english_of(els).get(url))]

    assert marks == ["done", "later", "done", "now"]


def test_step_is_closed_here_once_themes_are_chosen(url, traject, els, english_of):
    for key in (Key.START, Key.SCAN, Key.PHOTO):
        StepCompletionFactory(traject=traject, step=key)
    browser = english_of(els)
    assert "This step is done" not in main_text(browser.get(url))

    ThemeChoiceFactory(candidate=CandidateFactory(traject=traject))

    assert "This step is done" in main_text(browser.get(url))
    browser.post(f"/trajecten/{traject.pk}/stappen/themas/klaar/")
    assert traject.completions.filter(step=Key.THEMES).exists()


def test_session_that_is_open_is_joined_from_here(url, traject, bram, english_of, time_machine):
    LiveSessionFactory(traject=traject, code="ABCDEF", opened_at=LONG_AGO)
    browser = english_of(bram)

    time_machine.move_to(LONG_AGO + timedelta(hours=23), tick=False)
    browser.force_login(bram)
    response = browser.get(url)
    assert next_link(response) == "/sessie/ABCDEF/"
    assert "/sessie/ABCDEF/" in links(page_of(response))

    time_machine.move_to(LONG_AGO + timedelta(hours=24), tick=False)
    browser.force_login(bram)
    response = browser.get(url)
    assert next_link(response) is None
    assert "/sessie/ABCDEF/" not in links(page_of(response))


@pytest.mark.parametrize("number", [1, 3])
def test_page_costs_the_same_for_one_and_for_three(
    url, traject, griet, english_of, number, django_assert_num_queries
):
    for _each in range(number):
        ThemeChoiceFactory(candidate=CandidateFactory(traject=traject))
    browser = english_of(griet)

    with django_assert_num_queries(17):
        browser.get(url)
