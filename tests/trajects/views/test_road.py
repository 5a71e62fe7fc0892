from datetime import timedelta

import pytest
from django.utils.timezone import now

from accounts.models import Role
from tests.factories import DepartmentFactory, MembershipFactory, UserFactory
from tests.page import by_id, links, main_text, page_of, text_of
from tests.trajects.dream_factories import DreamImageFactory, GoalFactory
from tests.trajects.factories import (
    AgreementFactory,
    CandidateFactory,
    InitiativeFactory,
    MeetingFactory,
    MethodTextFactory,
    ParticipantFactory,
    ParticipantWithAccountFactory,
    StepCompletionFactory,
)
from tests.trajects.plan_factories import ActionFactory
from trajects.models import Part
from trajects.steps import Key


@pytest.fixture
def open_road(traject, client_of):
    def open_road(who):
        client = client_of(who)
        client.cookies["language"] = "en"
        return client.get(f"/trajecten/{traject.pk}/")

    return open_road


@pytest.mark.parametrize(
    ("person", "status"), [("els", 200), ("bram", 200), ("griet", 200), ("chaima", 404)]
)
def test_road_is_for_who_takes_part(open_road, request, person, status):
    assert open_road(request.getfixturevalue(person)).status_code == status


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ("griet", "Bring the lead group together"),
        ("els", "Plan the first meeting"),
        ("bram", "Nothing to do right now"),
    ],
)
def test_road_has_one_next_step_for_each(open_road, request, els, bram, person, expected):
    tree = page_of(open_road(request.getfixturevalue(person)))

    assert text_of(by_id(tree, "next-title")) == expected
    assert [one.get("class") for one in tree.iter("section")].count("next") == 1


def test_road_says_where_the_group_is(open_road, traject, griet):
    StepCompletionFactory(traject=traject, step=Key.START)
    InitiativeFactory.create_batch(2, traject=traject)
    candidate = CandidateFactory(traject=traject)
    DreamImageFactory.create_batch(3, traject=traject)
    goal = GoalFactory(candidate=candidate)
    ActionFactory.create_batch(4, goal=goal)

    tree = page_of(open_road(griet))

    stops = next(ol for ol in tree.iter("ol") if ol.get("class") == "stops")
    assert [(li.get("class"), text_of(li)) for li in stops.iter("li")] == [
        ("done", "Getting started done, 3 March"),
        ("now", "2 The scan you are here"),
        ("later", "3 The local photo 2 initiatives"),
        ("later", "4 Choosing themes 1 candidate"),
        ("later", "5 Dream images 3 dream images"),
        ("later", "6 Goals 1 goal"),
        ("later", "7 The action plan 4 actions"),
        ("later", "8 Follow-up coming"),
    ]
    assert [a.get("aria-current") for a in stops.iter("a")].index("step") == 1


def test_road_of_which_all_is_done_has_no_step_of_now(open_road, traject, griet):
    for key in Key:
        StepCompletionFactory(traject=traject, step=key)

    tree = page_of(open_road(griet))

    assert "All steps are done" in text_of(next(tree.iter("main")))
    assert "step" not in [a.get("aria-current") for a in tree.iter("a")]


def test_road_tells_who_is_on_it(open_road, traject, griet, els, bram):
    department = DepartmentFactory(organisation=traject.organisation)
    ParticipantFactory.create_batch(2, traject=traject, department=department)

    assert "Lead group of 3 colleagues from 1 department, guided by Els Boone." in main_text(
        open_road(griet)
    )


def test_road_without_people_says_so(open_road, griet):
    assert "There is no lead group yet." in main_text(open_road(griet))


def test_road_with_a_moderator_only_says_so(open_road, els, griet):
    text = main_text(open_road(griet))

    assert "There is no lead group yet. It will be guided by Els Boone." in text


def test_road_of_a_moderator_from_outside_leads_to_no_page_of_the_organisation(
    open_road, traject, els
):
    tree = page_of(open_road(els))

    assert "Gemeente Aalbeke" in text_of(next(tree.iter("main")))
    assert not any(link.startswith("/besturen/") for link in links(tree))
    assert f"/besturen/{traject.organisation_id}/" not in open_road(els).content.decode()


def test_road_shows_the_text_of_the_step_in_dutch_when_there_is_no_other(open_road, griet):
    MethodTextFactory(step=Key.START, what="Wat het is.\nEn meer.", why="Waarom.")

    tree = page_of(open_road(griet))

    guide = next(one for one in tree.iter("section") if one.get("class") == "guide")
    assert [text_of(p) for p in guide.iter("p") if p.get("lang") == "nl"] == [
        "Wat het is.",
        "Waarom.",
    ]


def test_road_takes_the_text_in_the_language_of_the_page(open_road, griet):
    MethodTextFactory(step=Key.START, what="Wat het is.")
    MethodTextFactory(step=Key.START, language="en", what="What it is.")

    text = main_text(open_road(griet))

    assert "What it is." in text
    assert "Wat het is." not in text


def test_road_ticks_what_is_ready(open_road, traject, griet, els):
    MeetingFactory(traject=traject)

    tree = page_of(open_road(griet))

    ready = next(ul for ul in tree.iter("ul") if ul.get("class") == "ready")
    assert [text_of(li) for li in ready.iter("li")] == [
        "Somebody moderates: yes",
        "The lead group has 6 to 25 members: not yet advice",
        "A first meeting is planned: yes",
        "Who collects what by when is agreed: not yet advice",
    ]


def test_road_at_a_step_that_is_still_to_be_built(open_road, traject, griet):
    for key in tuple(Key)[:7]:
        StepCompletionFactory(traject=traject, step=key)

    text = main_text(open_road(griet))

    assert "Step 8 in short The product does not help with this step yet." in text


@pytest.mark.parametrize(("number", "shown", "more"), [(0, 0, False), (6, 6, False), (7, 6, True)])
def test_road_shows_the_nearest_meetings(open_road, traject, griet, number, shown, more):
    for day in range(number):
        start = now() + timedelta(days=day + 1)
        MeetingFactory(traject=traject, starts_at=start, ends_at=start + timedelta(hours=3))

    tree = page_of(open_road(griet))

    found = [li for li in tree.iter("li") if (li.get("class") or "").startswith("meet")]
    assert len(found) == shown
    assert (f"/trajecten/{traject.pk}/bijeenkomsten/" in links(tree)) is more
    text = text_of(next(tree.iter("main")))
    assert ("No meeting is planned yet." in text) is (number == 0)


@pytest.mark.parametrize("number", [1, 3])
def test_road_costs_the_same_for_one_and_for_three(
    traject, griet, client_of, number, django_assert_num_queries
):
    for _number in range(number):
        member = UserFactory()
        MembershipFactory(user=member, organisation=traject.organisation, role=Role.CONTRIBUTOR)
        person = ParticipantWithAccountFactory(traject=traject, user=member)
        ParticipantWithAccountFactory(traject=traject, part=Part.MODERATOR)
        AgreementFactory(traject=traject, who=person)
        InitiativeFactory(traject=traject)
        MeetingFactory(traject=traject)
    client = client_of(griet)

    with django_assert_num_queries(18):
        client.get(f"/trajecten/{traject.pk}/")


def test_only_who_coordinates_can_start_another_traject(open_road, traject, griet, els, bram):
    start = f"/besturen/{traject.organisation_id}/trajecten/nieuw/"

    found = [start in links(page_of(open_road(who))) for who in (griet, els, bram)]

    assert found == [True, False, False]
