"""What themes come to if the actions work out."""

from datetime import date

import pytest

from tests.trajects.dream_factories import GoalFactory, ThemeAmbitionFactory
from tests.trajects.factories import CandidateFactory, ThemeChoiceFactory
from tests.trajects.photos import photo_of
from tests.trajects.plan_factories import ActionFactory, ActionStatementFactory
from tests.trajects.scanned import link_scan
from trajects.models import Traject
from trajects.queries.effects import effects_of
from trajects.queries.plan import plan_of

TODAY = date(2027, 5, 10)


@pytest.fixture
def energy(traject):
    """Theme 7, on step 1: two statements of three miss on step 2, all on steps 3 to 5."""
    photo = photo_of(traject)
    finish(traject, "jjj jnn nnn nnn nnn")
    return photo.themes[0]


def finish(traject, letters: str) -> None:
    link_scan(traject, letters)
    scan = traject.scan
    scan.finished_at, scan.finished_by = scan.started_at, scan.started_by
    scan.save()


@pytest.fixture
def goal(traject, energy):
    candidate = CandidateFactory(traject=traject, themes=[energy])
    ThemeChoiceFactory(candidate=candidate, chosen=True)
    ThemeAmbitionFactory(candidate=candidate, step=3)
    return GoalFactory(candidate=candidate)


def helping(goal, *codes, **own):
    action = ActionFactory(goal=goal, **own)
    for code in codes:
        ActionStatementFactory(action=action, code=code)
    return action


def effects(traject):
    return effects_of(traject, plan_of(traject, on=TODAY))


def statement_codes(traject) -> list[str]:
    rows = traject.scan.statements().order_by("step", "track")
    return list(rows.values_list("code", flat=True))


def test_theme_rises_if_its_actions_work_out(traject, energy, goal):
    codes = statement_codes(traject)
    action = helping(goal, codes[4], codes[0])

    (found,) = effects(traject)

    assert (found.number, found.code, found.name) == (energy.number, energy.code, energy.name)
    assert (found.reached, found.would_reach, found.wanted) == (1, 2, 3)
    assert found.codes == (codes[4],)
    assert [line.action for line in found.lines] == [action]
    assert [one.code for one in found.missing] == codes[6:8]
    assert (found.rises, found.is_enough) == (True, False)


def test_enough_actions_bring_it_where_the_group_wants(traject, goal):
    codes = statement_codes(traject)
    helping(goal, codes[4], codes[6], codes[7])

    (found,) = effects(traject)

    assert (found.would_reach, found.missing, found.is_enough) == (3, (), True)


def test_stopped_action_helps_nothing(traject, goal):
    codes = statement_codes(traject)
    helping(goal, codes[4], stopped_on=TODAY, stopped_because="Geen geld.")

    (found,) = effects(traject)

    assert (found.would_reach, found.helped, found.rises) == (1, (), False)


def test_statement_that_several_actions_help_names_each_once(traject, goal):
    codes = statement_codes(traject)
    second = helping(goal, codes[5], codes[4], position=2)
    first = helping(goal, codes[4], position=1)

    (found,) = effects(traject)

    assert [[line.action for line in one.lines] for one in found.helped] == [
        [first, second],
        [second],
    ]
    assert [line.number for line in found.lines] == ["1.1", "1.2"]


def test_theme_that_nobody_chose_is_there_when_an_action_helps_it(traject, energy):
    goal = GoalFactory(candidate=CandidateFactory(traject=traject))
    assert effects(traject) == ()

    helping(goal, statement_codes(traject)[4])

    (found,) = effects(traject)
    assert (found.number, found.wanted, found.missing) == (energy.number, None, ())
    assert found.is_enough is False


def test_highest_ambition_of_the_themes_that_came_from_it_counts(traject, energy, goal):
    for step in (4, 2):
        candidate = CandidateFactory(traject=traject, themes=[energy])
        ThemeChoiceFactory(candidate=candidate, chosen=True)
        ThemeAmbitionFactory(candidate=candidate, step=step)

    (found,) = effects(traject)

    assert found.wanted == 4


def test_theme_without_ambition_says_so(traject, goal):
    goal.candidate.ambition.delete()

    (found,) = effects(traject)

    assert (found.wanted, found.would_reach) == (None, 1)


def test_too_few_answers_claim_no_step(traject):
    photo = photo_of(traject)
    finish(traject, "jjj www www www www")
    goal = GoalFactory(candidate=CandidateFactory(traject=traject, themes=[photo.themes[0]]))
    helping(goal, statement_codes(traject)[3])

    (found,) = effects(traject)

    assert (found.reached, found.would_reach, found.rises) == (None, None, False)


@pytest.mark.parametrize("is_linked", [True, False])
def test_without_a_finished_scan_nothing_is_claimed(traject, is_linked):
    if is_linked:
        link_scan(traject)
    helping(GoalFactory(candidate=CandidateFactory(traject=traject)), "werking-1a")

    assert effects(traject) == ()


def test_theme_of_a_dropped_statement_is_left_out(traject, energy):
    """The code stands in another questionnaire."""
    goal = GoalFactory(candidate=CandidateFactory(traject=traject))
    helping(goal, "afval-9z")

    assert effects(traject) == ()


@pytest.mark.parametrize("number", [1, 3])
def test_effects_cost_the_same_for_any_number(traject, goal, number, django_assert_num_queries):
    for _number in range(number):
        helping(goal, *statement_codes(traject)[3:9])
    found = Traject.objects.with_scan().get(pk=traject.pk)
    plan = plan_of(found, on=TODAY)

    with django_assert_num_queries(10):
        effects_of(found, plan)
