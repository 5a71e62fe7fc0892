"""Why an action is done: one page from the scan to what it brings."""

from datetime import date

import pytest

from tests.page import links, main_text, page_of, text_of
from tests.trajects.counted import voted
from tests.trajects.dream_factories import (
    DreamImageFactory,
    GoalAdoptionFactory,
    GoalDreamFactory,
    GoalFactory,
    ThemeAmbitionFactory,
)
from tests.trajects.factories import CandidateFactory, GreenLightFactory, ThemeChoiceFactory
from tests.trajects.photos import photo_of
from tests.trajects.plan_factories import (
    ActionFactory,
    ActionStatementFactory,
    ActionStepFactory,
    MeasurementFactory,
    ProgressNoteFactory,
)
from tests.trajects.scanned import link_scan
from tests.trajects.selecting import select

READERS = [("els", 200), ("bram", 200), ("griet", 200), ("chaima", 404)]


@pytest.fixture
def goal(traject):
    return GoalFactory(candidate=CandidateFactory(traject=traject, name="Groen", subtheme=""))


@pytest.fixture
def action(goal):
    return ActionFactory(goal=goal, title="Bomen planten", unit="bomen", because="Voor schaduw.")


@pytest.fixture
def why(traject, action):
    return f"/trajecten/{traject.pk}/actieplan/{action.pk}/waarom/"


@pytest.mark.parametrize(("person", "status"), READERS)
def test_who_takes_part_reads_why(why, client_of, request, person, status):
    assert client_of(request.getfixturevalue(person)).get(why).status_code == status


def test_action_of_another_traject_is_not_found(traject, els, client_of):
    other = ActionFactory()

    response = client_of(els).get(f"/trajecten/{traject.pk}/actieplan/{other.pk}/waarom/")

    assert response.status_code == 404


def treads(response) -> list[str]:
    return [text_of(tread) for tread in select(page_of(response), "li.why-tread")]


def test_bare_action_names_every_gap_in_its_thread(why, els, english_of):
    scan, choice, dreams, goal, action, told, effect = treads(english_of(els).get(why))

    assert scan.endswith("This theme does not come from the scan.")
    assert choice.endswith("It is not written down why the group chose this theme.")
    assert dreams.endswith("The goal does not grow from a dream image yet.")
    assert goal.startswith("Goal 1")
    assert "Voor schaduw. This action has no owner yet." in action
    assert told.endswith("Nobody told yet how it goes.")
    assert "does not say yet which statement of the scan becomes a yes" in effect


@pytest.fixture
def whole(traject, goal, action):
    """Everything that can hang on the thread; the code of the statement that it helps."""
    energy = photo_of(traject).themes[0]
    link_scan(traject, "jjj jnn nnn nnn nnn")
    scan = traject.scan
    scan.finished_at, scan.finished_by = scan.started_at, scan.started_by
    scan.save()
    goal.candidate.themes.set([energy])
    ThemeChoiceFactory(candidate=goal.candidate, chosen=True, because="Het is te warm.")
    ThemeAmbitionFactory(candidate=goal.candidate, step=3, because="We willen voorop.")
    GreenLightFactory(traject=traject, decided_by="het college", decided_on=date(2026, 5, 4))
    voted(traject, {"Groen": (0, 2, 10, 0), "Water": (8, 4, 0, 0)})
    GoalDreamFactory(goal=goal, dream=DreamImageFactory(traject=traject, text="Overal schaduw"))
    GoalAdoptionFactory(goal=goal, adopted_on=date(2026, 6, 1))
    ActionStepFactory(action=action, text="Plekken kiezen", done_on=date(2026, 9, 1))
    MeasurementFactory(action=action, value=40, on=date(2026, 12, 1))
    ProgressNoteFactory(action=action, text="De eerste rij staat.", on=date(2026, 12, 2))
    codes = list(scan.statements().order_by("step", "track").values_list("code", flat=True))
    ActionStatementFactory(action=action, code=codes[4])
    return codes[4]


def test_thread_runs_from_the_scan_to_what_it_brings(why, whole, traject, goal, els, english_of):
    response = english_of(els).get(why)

    scan, choice, dreams, aim, action, told, effect = treads(response)
    assert "step 1 of 5" in scan
    assert f"{whole}, your answer: no" in scan
    assert "Rank 1 in the last round" in choice
    assert "The group chose it, because: Het is te warm." in choice
    assert "The ambition is step 3. We willen voorop." in choice
    assert "Green light, het college, 4 May 2026." in choice
    assert "Overal schaduw" in dreams
    assert "Adopted on 1 June 2026." in aim
    assert "Plekken kiezen done on 1 September 2026" in action
    assert "1 December 2026: 40 bomen" in told
    assert "De eerste rij staat." in told
    assert "If this action works out, 1 statement becomes a yes." in effect
    assert "it stands on step 2" in effect
    assert f"/trajecten/{traject.pk}/doelen/{goal.pk}/" in links(page_of(response))


def test_parked_theme_says_so(why, whole, goal, els, english_of):
    goal.candidate.choice.chosen = False
    goal.candidate.choice.save()

    text = main_text(english_of(els).get(why))

    assert "The group parked it, because: Het is te warm." in text


def test_stopped_action_brings_nothing(why, whole, action, els, english_of):
    action.stopped_on, action.stopped_because = date(2026, 9, 9), "Te duur."
    action.save()

    *_before, effect = treads(english_of(els).get(why))

    assert "This action was stopped: it turns no statement to yes." in effect


@pytest.mark.parametrize("number", [1, 3])
def test_page_costs_the_same_for_any_number(
    why, whole, action, els, client_of, number, django_assert_num_queries
):
    for _number in range(number - 1):
        ActionStepFactory(action=action)
        MeasurementFactory(action=action)
        ProgressNoteFactory(action=action)
        ActionFactory(goal=action.goal)
    client = client_of(els)

    with django_assert_num_queries(41):
        client.get(why)
