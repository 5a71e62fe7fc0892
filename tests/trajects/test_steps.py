"""The rules of the road, by examples and by properties."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trajects.steps import (
    BY_KEY,
    STEPS,
    Collection,
    Facts,
    Key,
    Light,
    Need,
    OpenSession,
    ScanState,
    State,
    checks,
    current,
    may_complete,
    may_reopen,
    progress,
)

START, SCAN, PHOTO = Key.START, Key.SCAN, Key.PHOTO
BEFORE = frozenset({START, SCAN, PHOTO})
FINISHED = Facts(scan=ScanState.FINISHED)
THEMED = BEFORE | {Key.THEMES}
DREAMT = THEMED | {Key.DREAMS}
AIMED = Facts(
    done=DREAMT,
    light=Light.GIVEN,
    chosen=2,
    ambitions=2,
    goals=3,
    themes_with_goal=2,
    adopted=3,
    smart=3,
)
PLANNED = replace(AIMED, done=DREAMT | {Key.GOALS}, actions=3, goals_with_action=3)
GOAL_NEEDS = (
    *(Need.EARLIER_STEPS, Need.GREEN_LIGHT, Need.AMBITIONS, Need.GOALS, Need.THEMES_WITH_GOAL),
    *(Need.GOALS_SMART, Need.GOALS_ADOPTED),
)

facts = st.builds(
    Facts,
    done=st.frozensets(st.sampled_from(Key)),
    moderators=st.integers(0, 3),
    in_lead_group=st.integers(0, 30),
    meetings=st.integers(0, 3),
    agreements=st.integers(0, 3),
    scan=st.sampled_from(ScanState),
    on_photo=st.integers(0, 30),
    waiting=st.integers(0, 3),
    candidates=st.integers(0, 20),
    theme_meetings=st.integers(0, 2),
    rounds=st.integers(0, 3),
    chosen=st.integers(0, 3),
    light=st.sampled_from(Light),
    session=st.none() | st.just(OpenSession("ABCDEF", datetime(2026, 11, 2, 9, tzinfo=UTC))),
    dream_meetings=st.integers(0, 1),
    collection=st.none() | st.builds(Collection, st.just(date(2026, 11, 2)), st.booleans()),
    dreams=st.integers(0, 2),
    in_box=st.integers(0, 4),
    is_arranged=st.booleans(),
    themes_dreamt=st.integers(0, 3),
    ambitions=st.integers(0, 3),
    goals=st.integers(0, 3),
    themes_with_goal=st.integers(0, 3),
    adopted=st.integers(0, 3),
    remarks=st.integers(0, 1),
    smart=st.integers(0, 3),
    actions=st.integers(0, 3),
    goals_with_action=st.integers(0, 3),
    unready=st.integers(0, 2),
    drafts=st.integers(0, 2),
    has_plan_text=st.booleans(),
    documents=st.integers(0, 1),
    is_decided=st.booleans(),
)


def test_steps_are_numbered_and_need_only_what_comes_before():
    assert [step.number for step in STEPS] == list(range(1, 9))
    assert {step.key for step in STEPS} == set(Key)
    assert all(BY_KEY[need].number < step.number for step in STEPS for need in step.needs)
    assert all(step.doers for step in STEPS)


@pytest.mark.parametrize(
    ("done", "marks"),
    [
        ((), "n......."),
        ((START,), "dn......"),
        ((START, SCAN), "ddn....."),
        ((SCAN,), "nd......"),
        ((START, PHOTO), "dnd....."),
        ((START, SCAN, PHOTO), "dddn...."),
        (tuple(Key), "dddddddd"),
    ],
)
def test_progress(done, marks):
    words = {"d": State.DONE, "n": State.NOW, ".": State.LATER}

    stages = progress(Facts(done=frozenset(done)))

    assert [stage.state for stage in stages] == [words[mark] for mark in marks]


@given(facts)
def test_progress_names_each_step_once_and_one_of_them_now(found):
    stages = progress(found)

    now = [stage.step for stage in stages if stage.state == State.NOW]
    assert tuple(stage.step for stage in stages) == STEPS
    assert now == ([current(found)] if current(found) else [])
    assert {stage.step.key for stage in stages if stage.state == State.DONE} == found.done


@pytest.mark.parametrize(
    ("key", "found", "expected"),
    [
        (START, Facts(), "moderator- lead_group- meeting- agreements-"),
        (
            START,
            Facts(moderators=1, in_lead_group=6, meetings=1, agreements=1),
            "moderator+ lead_group+ meeting+ agreements+",
        ),
        (START, Facts(in_lead_group=25), "moderator- lead_group+ meeting- agreements-"),
        (START, Facts(in_lead_group=26), "moderator- lead_group- meeting- agreements-"),
        (SCAN, Facts(), "scan_linked- scan_finished- scan_unmoved-"),
        (SCAN, Facts(scan=ScanState.RUNNING), "scan_linked+ scan_finished- scan_unmoved+"),
        (SCAN, FINISHED, "scan_linked+ scan_finished+ scan_unmoved+"),
        (SCAN, Facts(scan=ScanState.MOVED), "scan_linked+ scan_finished- scan_unmoved-"),
        (PHOTO, Facts(waiting=1), "earlier_steps- initiatives- all_decided-"),
        (
            PHOTO,
            Facts(done=frozenset({START}), on_photo=1),
            "earlier_steps+ initiatives+ all_decided+",
        ),
        (
            Key.THEMES,
            Facts(done=frozenset({START, SCAN})),
            "earlier_steps- candidates- round_counted- themes_chosen- green_light-",
        ),
        (
            Key.THEMES,
            Facts(done=BEFORE, candidates=1, rounds=1, chosen=1, light=Light.GIVEN),
            "earlier_steps+ candidates+ round_counted+ themes_chosen+ green_light+",
        ),
        (
            Key.DREAMS,
            Facts(done=BEFORE, chosen=2, in_box=1),
            "earlier_steps- dreams- themes_dreamt- box_empty-",
        ),
        (
            Key.DREAMS,
            Facts(done=THEMED, chosen=2, dreams=3, themes_dreamt=1),
            "earlier_steps+ dreams+ themes_dreamt- box_empty+",
        ),
        (
            Key.DREAMS,
            Facts(done=THEMED, chosen=2, dreams=3, themes_dreamt=2),
            "earlier_steps+ dreams+ themes_dreamt+ box_empty+",
        ),
        (
            Key.GOALS,
            Facts(light=Light.REFUSED),
            "earlier_steps- green_light- ambitions- goals- themes_with_goal- goals_smart- "
            "goals_adopted-",
        ),
        (
            Key.GOALS,
            Facts(light=Light.NOT_AWAITED, chosen=2, ambitions=1, goals=2, themes_with_goal=1),
            "earlier_steps- green_light+ ambitions- goals+ themes_with_goal- goals_smart- "
            "goals_adopted-",
        ),
        (Key.GOALS, AIMED, " ".join(f"{need}+" for need in GOAL_NEEDS)),
        (
            Key.PLAN,
            AIMED,
            "earlier_steps- goals_adopted+ actions- goals_with_action- actions_ready- no_drafts- "
            "plan_decided-",
        ),
        (
            Key.PLAN,
            replace(PLANNED, adopted=2, goals_with_action=2, unready=1, drafts=1),
            "earlier_steps+ goals_adopted- actions+ goals_with_action- actions_ready- no_drafts- "
            "plan_decided-",
        ),
        (
            Key.PLAN,
            replace(PLANNED, is_decided=True),
            "earlier_steps+ goals_adopted+ actions+ goals_with_action+ actions_ready+ no_drafts+ "
            "plan_decided+",
        ),
    ],
)
def test_checks(key, found, expected):
    shown = " ".join(f"{one.need}{'+' if one.met else '-'}" for one in checks(key, found))

    assert shown == expected


@pytest.mark.parametrize(
    ("key", "found", "expected"),
    [
        (START, Facts(), True),
        (START, Facts(done=frozenset({START})), False),
        (SCAN, Facts(), False),
        (SCAN, Facts(scan=ScanState.RUNNING), False),
        (SCAN, Facts(scan=ScanState.MOVED), False),
        (SCAN, FINISHED, True),
        (PHOTO, Facts(on_photo=1), False),
        (PHOTO, Facts(done=frozenset({START})), False),
        (PHOTO, Facts(done=frozenset({START}), on_photo=1, waiting=3), True),
        (Key.THEMES, Facts(done=BEFORE), False),
        (Key.THEMES, Facts(done=BEFORE, candidates=15, rounds=2, light=Light.GIVEN), False),
        (Key.THEMES, Facts(done=frozenset({START, SCAN}), chosen=3), False),
        (Key.THEMES, Facts(done=BEFORE, chosen=3), True),
        (Key.DREAMS, Facts(done=THEMED, in_box=3), False),
        (Key.DREAMS, Facts(done=THEMED, dreams=1, in_box=3), True),
        (Key.DREAMS, Facts(done=BEFORE, dreams=1), False),
        (Key.GOALS, Facts(done=DREAMT, light=Light.GIVEN), False),
        (Key.GOALS, Facts(done=DREAMT, goals=1), False),
        (Key.GOALS, Facts(done=DREAMT, light=Light.GIVEN, goals=1), True),
        (Key.PLAN, AIMED, False),
        (Key.PLAN, replace(AIMED, actions=1), False),
        (Key.PLAN, replace(AIMED, done=DREAMT | {Key.GOALS}), False),
        (Key.PLAN, Facts(done=DREAMT | {Key.GOALS}, actions=1), True),
        (Key.FOLLOW_UP, Facts(done=frozenset(Key) - {Key.FOLLOW_UP}), False),
    ],
)
def test_may_complete(key, found, expected):
    assert may_complete(key, found) is expected


@pytest.mark.parametrize(
    ("key", "done", "expected"),
    [
        (START, (), False),
        (START, (START,), True),
        (START, (START, SCAN), True),
        (START, (START, PHOTO), False),
        (PHOTO, (START, PHOTO), True),
        (SCAN, (SCAN, Key.THEMES), False),
    ],
)
def test_may_reopen(key, done, expected):
    assert may_reopen(key, Facts(done=frozenset(done))) is expected


@given(facts, st.sampled_from(Key))
def test_what_is_completed_can_be_taken_back_at_once_unless_something_rests_on_it(found, key):
    if may_complete(key, found):
        done = replace(found, done=found.done | {key})

        rests = any(key in step.needs and step.key in found.done for step in STEPS)
        assert not may_complete(key, done)
        assert may_reopen(key, done) is not rests


@given(facts, st.sampled_from(Key))
def test_a_step_is_never_completed_with_something_required_missing(found, key):
    missing = [check for check in checks(key, found) if check.required and not check.met]

    assert not (missing and may_complete(key, found))
    assert len({check.need for check in checks(key, found)}) == len(checks(key, found))


def test_goals_take_a_green_light_and_the_choice_takes_none():
    required = {
        key: [check.need for check in checks(key, Facts()) if check.required]
        for key in (Key.THEMES, Key.GOALS, Key.PLAN)
    }

    assert required == {
        Key.THEMES: [Need.EARLIER_STEPS, Need.THEMES_CHOSEN],
        Key.GOALS: [Need.EARLIER_STEPS, Need.GREEN_LIGHT, Need.GOALS],
        Key.PLAN: [Need.EARLIER_STEPS, Need.ACTIONS],
    }


def test_every_need_belongs_to_a_step():
    found = {check.need for key in Key for check in checks(key, Facts())}

    assert found == set(Need)


@pytest.mark.parametrize(
    ("closed", "day", "expected"), [(False, 2, True), (False, 3, False), (True, 1, False)]
)
def test_collection_is_open_through_its_last_day_unless_closed(closed, day, expected):
    collection = Collection(date(2026, 11, 2), is_closed=closed)

    assert collection.is_open(date(2026, 11, day)) is expected
