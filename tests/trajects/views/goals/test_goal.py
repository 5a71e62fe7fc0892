"""The page of one goal: the five letters, figures, where it comes from, remarks, changes."""

import pytest

from scans.models import Statement
from tests.page import by_id, links, main_text, page_of, text_of
from tests.trajects.dream_factories import (
    GoalAdoptionFactory,
    GoalChangeFactory,
    GoalDreamFactory,
    GoalFactory,
    GoalRemarkFactory,
)
from tests.trajects.factories import LONG_AGO, CandidateFactory
from tests.trajects.scanned import link_scan
from tests.trajects.selecting import select
from tests.trajects.views.goals.room import SENTENCE, set_aside
from trajects.models import GoalRemark

READERS = [("els", 200), ("bram", 200), ("griet", 200), ("chaima", 404)]
SAYERS = [("els", 302), ("bram", 302), ("griet", 302), ("chaima", 404), ("reader", 403)]


@pytest.mark.parametrize(("person", "status"), READERS)
def test_who_takes_part_reads_a_goal(url, client_of, request, person, status):
    assert client_of(request.getfixturevalue(person)).get(url).status_code == status


def test_goal_of_another_traject_does_not_exist(traject, els, client_of):
    other = GoalFactory()

    assert client_of(els).get(f"/trajecten/{traject.pk}/doelen/{other.pk}/").status_code == 404


def test_page_tells_what_is_known(url, els, english_of):
    tree = page_of(english_of(els).get(url))

    facts = text_of(next(tree.iter("aside")))
    assert text_of(next(tree.iter("h1"))) == SENTENCE
    for words in (
        "step not known yet, ambition 3",
        "Koen De Wilde, aankoop",
        "12 Verantwoorde",
        "AP-4.2",
        "Dat ik kan zien waarom.",
        "Dream image, 2 stars",
        "And also 1 dream image and the vote of 3 March 2025.",
    ):
        assert words in facts
    assert SENTENCE not in facts


def test_figures_are_drawn_and_told(url, els, english_of):
    tree = page_of(english_of(els).get(url))

    (drawing,) = select(tree, "svg.indicator")
    told = text_of(next(drawing.iter("title"))).replace("\N{NO-BREAK SPACE}", " ")
    assert told == "Aandeel bestekken met een duurzame eis: 18 % in 2026, target 60 % in 2029"


@pytest.mark.parametrize(
    "change",
    [
        {"baseline": None},
        {"target": None},
        {"due_on": None},
        {"baseline_on": None},
        {"baseline_on": "2030-01-01"},
    ],
)
def test_without_figures_there_is_no_drawing(url, goal, els, english_of, change):
    type(goal).objects.update(**change)

    assert select(page_of(english_of(els).get(url)), "svg.indicator") == []


def test_values_with_a_unit_in_words_have_it_below(url, goal, els, english_of):
    type(goal).objects.update(unit="bestekken", indicator="")

    tree = page_of(english_of(els).get(url))

    (drawing,) = select(tree, "svg.indicator")
    assert "start 18 aim 60" in " ".join(text_of(drawing).split()).replace("  ", " ")
    assert text_of(next(tree.iter("figcaption"))) == f"{SENTENCE} (bestekken)"


def test_trail_leads_to_dream_images_statements_and_the_vote(url, goal, traject, els, english_of):
    link_scan(traject)
    statement = Statement.objects.first()
    dreams = list(goal.dreams.order_by("pk"))
    type(dreams[0]).objects.filter(pk=dreams[0].pk).update(statement_code=statement.code)

    tree = page_of(english_of(els).get(url))

    (trail,) = select(tree, "details.trail")
    assert statement.text in text_of(trail)
    voted = traject.live_sessions.get().rounds.get()
    base = f"/trajecten/{traject.pk}"
    assert links(trail) == [
        f"{base}/droombeelden/{dreams[1].pk}/",
        f"{base}/droombeelden/{dreams[0].pk}/",
        f"{base}/themas/rondes/{voted.pk}/",
    ]


def test_goal_that_grows_from_nothing_says_so(traject, els, english_of):
    goal = GoalFactory(candidate=CandidateFactory(traject=traject))

    text = main_text(english_of(els).get(f"/trajecten/{traject.pk}/doelen/{goal.pk}/"))

    assert "This goal does not grow from a dream image yet." in text
    assert "Step of the theme" not in text


@pytest.mark.parametrize(
    ("person", "is_adopted", "may"),
    [("bram", False, True), ("bram", True, False), ("els", True, True), ("reader", False, False)],
)
def test_who_may_still_change_it_finds_the_form(
    url, goal, english_of, request, person, is_adopted, may
):
    if is_adopted:
        GoalAdoptionFactory(goal=goal)

    found = links(page_of(english_of(request.getfixturevalue(person)).get(url)))

    assert (f"{url}wijzigen/" in found) is may
    assert (f"{url}opzij/" in found) is (person == "els")


def test_adopted_goal_says_when_and_by_whom(url, goal, guest, els, english_of):
    adoption = GoalAdoptionFactory(goal=goal, others="het managementteam")
    adoption.people.add(guest)

    text = main_text(english_of(els).get(url))

    assert "The group adopted this goal on 3 March 2025." in text
    assert "PresentKoen Also agreedhet managementteam" in text


def test_changes_are_told_old_and_new_with_their_reason(url, goal, els, english_of):
    before = {"sentence": "Eerst zo.", "target": "50", "due_on": None, "sdgs": [7]}
    after = {"sentence": "Eerst zo.", "target": "60.5", "due_on": "2029-12-31", "sdgs": [7, 12]}
    GoalChangeFactory(goal=goal, before=before, after=after, because="Er is meer geld.", by=els)
    GoalChangeFactory(
        goal=goal,
        before={"adopted_on": "2026-03-02", "theme": [1, "Water"], "dreams": [[3, "Groen"]]},
        after={"adopted_on": None, "theme": [2, "Aankopen"], "mvoi_goal": "climate"},
    )

    tree = page_of(english_of(els).get(url))

    told = text_of(select(tree, "ol.changes")[0])
    assert "Els Boone" in told
    assert "Er is meer geld." in told
    assert "Target5060,5" in told
    assert "By whenopen31 December 2029" in told
    assert "SDGs77, 12" in told
    assert "adoption withdrawn" in told
    assert "Adopted on2 March 2026open" in told
    assert "ThemeWaterAankopen" in told
    assert "Dream imagesGroenopen" in told
    assert "climate" in told
    assert "Eerst zo." not in told


def test_goal_that_is_set_aside_says_why_and_comes_back(url, goal, els, bram, english_of):
    set_aside(goal)

    response = english_of(els).get(url)

    assert "Dit doet de regio al." in main_text(response)
    assert f"{url}terug/" in [form.get("action") for form in page_of(response).iter("form")]
    assert select(page_of(english_of(bram).get(url)), "main form") == []


@pytest.mark.parametrize(("person", "status"), SAYERS)
def test_group_says_something_about_it(url, client_of, request, person, status):
    user = request.getfixturevalue(person)

    response = client_of(user).post(f"{url}opmerkingen/", {"text": "Goed zo"})

    written = list(GoalRemark.objects.filter(text="Goed zo").values_list("author", flat=True))
    assert response.status_code == status
    assert written == ([user.pk] if status == 302 else [])


def test_empty_remark_is_a_mistake(url, els, english_of):
    response = english_of(els).post(f"{url}opmerkingen/", {"text": " "})

    assert response.status_code == 422
    assert "Write down what you want to say." in main_text(response)
    assert GoalRemark.objects.count() == 1


def test_remark_about_what_was_set_aside_meanwhile_is_kept_on_the_page(url, goal, bram, english_of):
    set_aside(goal)

    response = english_of(bram).post(f"{url}opmerkingen/", {"text": "Toch doen"})

    assert response.status_code == 409
    assert by_id(page_of(response), "id_text").text.strip() == "Toch doen"
    assert not GoalRemark.objects.filter(text="Toch doen").exists()


SETTLERS = [("els", 302), ("bram", 403), ("griet", 302), ("chaima", 404)]


@pytest.mark.parametrize(("person", "status"), SETTLERS)
def test_who_leads_ticks_a_remark_off_and_back(url, goal, client_of, request, person, status):
    user = request.getfixturevalue(person)
    remark = goal.remarks.get()
    browser = client_of(user)

    response = browser.post(f"{url}opmerkingen/{remark.pk}/besproken/", {"settled": "yes"})
    remark.refresh_from_db()
    first = remark.settled_by
    browser.post(f"{url}opmerkingen/{remark.pk}/besproken/", {"settled": "no"})
    remark.refresh_from_db()

    assert response.status_code == status
    assert first == (user if status == 302 else None)
    assert remark.settled_by is None


def test_discussed_remark_says_so(url, goal, els, english_of):
    GoalRemarkFactory(goal=goal, text="Klaar", settled_at=LONG_AGO, settled_by=els, author=None)

    response = english_of(els).get(url)

    said = text_of(select(page_of(response), "ol.remarks")[0])
    assert "discussed Els Boone, 3 March 2025" in said
    assert "Somebody who left" in said
    assert "1 remark to discuss" in main_text(response)


@pytest.mark.parametrize("number", [1, 3])
def test_page_costs_the_same_for_one_and_three(
    url, goal, els, english_of, django_assert_num_queries, number
):
    GoalRemarkFactory.create_batch(number, goal=goal)
    GoalChangeFactory.create_batch(number, goal=goal)
    for root in GoalDreamFactory.create_batch(number - 1, goal=goal):
        root.dream.traject = goal.traject
        root.dream.save()
    browser = english_of(els)

    with django_assert_num_queries(26):
        browser.get(url)
