"""What each person does next, by examples; and that everybody always has one thing."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.trajects.test_steps import facts
from trajects.next_tasks import (
    Task,
    Viewer,
    dream_task,
    goal_task,
    next_task,
    plan_task,
    theme_task,
)
from trajects.pages.tasks import PLACES
from trajects.steps import Collection, Facts, Key, Light, OpenSession, ScanState
from trajects.task_words import TASK_WORDS

COORDINATOR = Viewer(coordinates=True, contributes=True, answers=True, dreams=True, proposes=True)
MODERATOR = Viewer(moderates=True, contributes=True, dreams=True, proposes=True)
MEMBER = Viewer(contributes=True, dreams=True, proposes=True)
GUEST = Viewer(contributes=True, dreams=True)
WRITER = replace(GUEST, writes=True)
LEADING_WRITER = replace(MODERATOR, writes=True)
CONTRIBUTOR = Viewer(contributes=True, answers=True)
READER = Viewer()

NEW = Facts()
GATHERED = Facts(moderators=1, in_lead_group=6)
READY = Facts(moderators=1, in_lead_group=6, meetings=1, agreements=1)
STARTED = frozenset({Key.START})
SCANNED = frozenset({Key.START, Key.SCAN})
PHOTOGRAPHED = frozenset({Key.START, Key.SCAN, Key.PHOTO})
THEMED = PHOTOGRAPHED | {Key.THEMES}
OPEN = OpenSession("ABCDEF", datetime(2026, 11, 2, 9, tzinfo=UTC))
LISTED = Facts(done=PHOTOGRAPHED, candidates=15)
INVITED = Facts(done=PHOTOGRAPHED, candidates=15, theme_meetings=1)
VOTED = Facts(done=PHOTOGRAPHED, candidates=15, rounds=2)
CHOSEN = Facts(done=PHOTOGRAPHED, candidates=15, rounds=2, chosen=3)
JOINER = Viewer(joins=True)
COLLECTED = Facts(done=THEMED, chosen=2, collection=Collection(date(2026, 11, 2)))
DREAMT = replace(COLLECTED, dreams=3, on_photo=20)
LIT = Facts(done=THEMED | {Key.DREAMS}, chosen=2, light=Light.GIVEN, on_photo=20)
AIMING = replace(LIT, ambitions=2)
AIMED = replace(AIMING, goals=3, themes_with_goal=2)
PLANNING = replace(AIMED, done=THEMED | {Key.DREAMS, Key.GOALS}, adopted=3)
PLANNED = replace(PLANNING, actions=3, goals_with_action=3)
TOLD = replace(PLANNED, has_plan_text=True)
DECIDED = replace(TOLD, is_decided=True)
OWNER = Viewer(carries=1)

CASES = [
    (NEW, COORDINATOR, Task.INVITE_LEAD_GROUP),
    (Facts(in_lead_group=6), COORDINATOR, Task.FIND_MODERATOR),
    (GATHERED, COORDINATOR, Task.PLAN_MEETING),
    (Facts(moderators=1, in_lead_group=6, meetings=1), COORDINATOR, Task.AGREE),
    (READY, COORDINATOR, Task.FINISH_START),
    (NEW, MODERATOR, Task.PLAN_MEETING),
    (Facts(meetings=1), MODERATOR, Task.AGREE),
    (Facts(meetings=1, agreements=1), MODERATOR, Task.FINISH_START),
    (NEW, MEMBER, Task.WAIT),
    (NEW, READER, Task.WAIT),
    (Facts(done=STARTED), COORDINATOR, Task.LINK_SCAN),
    (Facts(done=STARTED), MODERATOR, Task.START_PHOTO),
    (Facts(done=STARTED), MEMBER, Task.ADD_TO_PHOTO),
    (Facts(done=STARTED), READER, Task.WAIT),
    (Facts(done=STARTED, scan=ScanState.RUNNING), COORDINATOR, Task.FILL_IN_SCAN),
    (Facts(done=STARTED, scan=ScanState.RUNNING), CONTRIBUTOR, Task.FILL_IN_SCAN),
    (Facts(done=SCANNED, scan=ScanState.RUNNING), CONTRIBUTOR, Task.ADD_TO_PHOTO),
    (Facts(scan=ScanState.RUNNING), CONTRIBUTOR, Task.FILL_IN_SCAN),
    (Facts(done=STARTED, scan=ScanState.FINISHED), COORDINATOR, Task.FINISH_SCAN),
    (Facts(done=STARTED, scan=ScanState.FINISHED), MODERATOR, Task.FINISH_SCAN),
    (Facts(done=SCANNED, scan=ScanState.MOVED), COORDINATOR, Task.LOOK_AGAIN),
    (Facts(done=SCANNED), COORDINATOR, Task.START_PHOTO),
    (Facts(done=SCANNED, on_photo=1), COORDINATOR, Task.GROW_PHOTO),
    (Facts(done=SCANNED, on_photo=20), COORDINATOR, Task.FINISH_PHOTO),
    (Facts(done=SCANNED, on_photo=20, waiting=1), COORDINATOR, Task.DECIDE),
    (Facts(done=SCANNED, on_photo=20, waiting=1), MODERATOR, Task.GROW_PHOTO),
    (Facts(done=SCANNED, on_photo=20), READER, Task.READ_PHOTO),
    (Facts(on_photo=20), READER, Task.WAIT),
    (Facts(done=THEMED, on_photo=20), READER, Task.READ_PHOTO),
    (Facts(done=THEMED), COORDINATOR, Task.PLAN_DREAMS),
    (Facts(done=THEMED, dream_meetings=1), COORDINATOR, Task.OPEN_COLLECTION),
    (Facts(done=THEMED, dream_meetings=1), MODERATOR, Task.OPEN_DREAMS),
    (Facts(done=THEMED, dreams=3), MODERATOR, Task.OPEN_COLLECTION),
    (Facts(done=THEMED, in_box=3, dreams=3), MODERATOR, Task.OPEN_BOX),
    (COLLECTED, LEADING_WRITER, Task.WRITE_DREAM),
    (COLLECTED, WRITER, Task.WRITE_DREAM),
    (COLLECTED, MODERATOR, Task.OPEN_COLLECTION),
    (COLLECTED, GUEST, Task.WAIT),
    (replace(COLLECTED, in_box=2), LEADING_WRITER, Task.WRITE_DREAM),
    (replace(COLLECTED, in_box=3), LEADING_WRITER, Task.OPEN_BOX),
    (replace(COLLECTED, in_box=1), MODERATOR, Task.OPEN_BOX),
    (replace(COLLECTED, in_box=3), WRITER, Task.WRITE_DREAM),
    (DREAMT, LEADING_WRITER, Task.WRITE_DREAM),
    (DREAMT, MODERATOR, Task.ARRANGE_DREAMS),
    (replace(DREAMT, is_arranged=True), COORDINATOR, Task.FINISH_DREAMS),
    (DREAMT, GUEST, Task.STAR_DREAMS),
    (DREAMT, replace(MEMBER, promised=1), Task.DO_AGREEMENT),
    (DREAMT, READER, Task.READ_PHOTO),
    (LIT, COORDINATOR, Task.SET_AMBITIONS),
    (replace(LIT, light=Light.NONE), MODERATOR, Task.ASK_GREEN_LIGHT),
    (replace(LIT, light=Light.REFUSED), MODERATOR, Task.CHOOSE_AGAIN),
    (replace(LIT, light=Light.REFUSED), MEMBER, Task.READ_PHOTO),
    (LIT, MEMBER, Task.PROPOSE_GOAL),
    (AIMING, COORDINATOR, Task.PROPOSE_GOAL),
    (AIMING, GUEST, Task.READ_PHOTO),
    (replace(AIMED, themes_with_goal=1), MODERATOR, Task.PROPOSE_GOAL),
    (AIMED, MEMBER, Task.DISCUSS_GOALS),
    (AIMED, GUEST, Task.DISCUSS_GOALS),
    (replace(AIMED, remarks=1), MODERATOR, Task.DISCUSS_GOALS),
    (AIMED, MODERATOR, Task.ADOPT_GOALS),
    (replace(AIMED, adopted=3), COORDINATOR, Task.FINISH_GOALS),
    (replace(AIMED, adopted=3), MEMBER, Task.READ_PHOTO),
    (PLANNING, COORDINATOR, Task.TAKE_EXAMPLES),
    (PLANNING, MEMBER, Task.TAKE_EXAMPLES),
    (PLANNING, GUEST, Task.READ_PHOTO),
    (replace(PLANNING, actions=1, goals_with_action=1), MEMBER, Task.MAKE_ACTIONS),
    (replace(PLANNED, unready=1), MODERATOR, Task.FILL_GAPS),
    (replace(PLANNED, drafts=1), MEMBER, Task.FILL_GAPS),
    (replace(PLANNED, drafts=1), replace(MEMBER, carries=1), Task.DO_ACTIONS),
    (replace(PLANNED, drafts=1), replace(COORDINATOR, carries=1), Task.FILL_GAPS),
    (PLANNED, COORDINATOR, Task.WRITE_PLAN),
    (PLANNED, MEMBER, Task.READ_PHOTO),
    (TOLD, COORDINATOR, Task.ASK_PLAN),
    (replace(TOLD, documents=1), MODERATOR, Task.RECORD_DECISION),
    (DECIDED, COORDINATOR, Task.FINISH_PLAN),
    (replace(DECIDED, drafts=1), COORDINATOR, Task.FILL_GAPS),
    (replace(DECIDED, done=DECIDED.done | {Key.PLAN}), COORDINATOR, Task.READ_PLAN),
    (replace(DECIDED, done=DECIDED.done | {Key.PLAN}), READER, Task.READ_PLAN),
    (replace(DECIDED, done=DECIDED.done | {Key.PLAN}), OWNER, Task.DO_ACTIONS),
    (PLANNED, replace(OWNER, promised=1), Task.DO_AGREEMENT),
    (Facts(done=STARTED, scan=ScanState.RUNNING), replace(OWNER, answers=True), Task.DO_ACTIONS),
    (Facts(done=PHOTOGRAPHED, on_photo=20), MEMBER, Task.READ_PHOTO),
    (Facts(done=PHOTOGRAPHED, on_photo=20), COORDINATOR, Task.PREPARE_CANDIDATES),
    (Facts(done=PHOTOGRAPHED), MODERATOR, Task.PREPARE_CANDIDATES),
    (LISTED, COORDINATOR, Task.PLAN_SESSION),
    (LISTED, MODERATOR, Task.PLAN_SESSION),
    (LISTED, MEMBER, Task.WAIT),
    (INVITED, COORDINATOR, Task.WAIT),
    (INVITED, MODERATOR, Task.OPEN_SESSION),
    (VOTED, COORDINATOR, Task.WRITE_CHOICE),
    (VOTED, MODERATOR, Task.WRITE_CHOICE),
    (VOTED, READER, Task.WAIT),
    (replace(CHOSEN, rounds=0), MODERATOR, Task.ASK_GREEN_LIGHT),
    (CHOSEN, COORDINATOR, Task.ASK_GREEN_LIGHT),
    (replace(CHOSEN, light=Light.REFUSED), COORDINATOR, Task.CHOOSE_AGAIN),
    (replace(CHOSEN, light=Light.GIVEN), MODERATOR, Task.FINISH_THEMES),
    (replace(CHOSEN, light=Light.NOT_AWAITED), MODERATOR, Task.FINISH_THEMES),
    (Facts(session=OPEN), MODERATOR, Task.LEAD_SESSION),
    (Facts(session=OPEN), Viewer(moderates=True, joins=True), Task.LEAD_SESSION),
    (Facts(session=OPEN, waiting=1), Viewer(coordinates=True, joins=True), Task.JOIN_SESSION),
    (Facts(session=OPEN, scan=ScanState.RUNNING), JOINER, Task.JOIN_SESSION),
    (Facts(session=OPEN), COORDINATOR, Task.INVITE_LEAD_GROUP),
    (Facts(session=OPEN), MEMBER, Task.WAIT),
    (Facts(done=frozenset(Key), on_photo=20), READER, Task.READ_PHOTO),
    (Facts(agreements_open=1), Viewer(contributes=True, promised=1), Task.DO_AGREEMENT),
    (Facts(done=STARTED), Viewer(contributes=True, promised=1), Task.DO_AGREEMENT),
    (Facts(done=SCANNED), Viewer(coordinates=True, promised=1), Task.START_PHOTO),
    (Facts(done=SCANNED, on_photo=1), Viewer(coordinates=True, promised=1), Task.DO_AGREEMENT),
    (Facts(done=SCANNED, on_photo=1), Viewer(moderates=True, promised=1), Task.DO_AGREEMENT),
]


@pytest.mark.parametrize(("found", "viewer", "expected"), CASES)
def test_next_task(found, viewer, expected):
    assert next_task(found, viewer) == expected


@pytest.mark.parametrize(
    ("found", "viewer", "expected"),
    [
        (Facts(), COORDINATOR, Task.PREPARE_CANDIDATES),
        (Facts(session=OPEN), MODERATOR, Task.LEAD_SESSION),
        (Facts(), MEMBER, None),
        (Facts(session=OPEN), JOINER, Task.JOIN_SESSION),
        (INVITED, COORDINATOR, None),
        (replace(CHOSEN, done=THEMED), MODERATOR, None),
    ],
)
def test_theme_task_does_not_wait_for_the_steps_before(found, viewer, expected):
    assert theme_task(found, viewer) == expected


@pytest.mark.parametrize(
    ("task_of", "found", "viewer", "expected"),
    [
        (dream_task, Facts(), MODERATOR, Task.PLAN_DREAMS),
        (dream_task, Facts(session=OPEN), GUEST, None),
        (dream_task, Facts(done=frozenset({Key.DREAMS}), dreams=1), GUEST, None),
        (goal_task, Facts(light=Light.GIVEN), MEMBER, Task.PROPOSE_GOAL),
        (goal_task, Facts(done=frozenset({Key.GOALS}), goals=1), MEMBER, None),
        (plan_task, Facts(), MEMBER, Task.TAKE_EXAMPLES),
        (plan_task, PLANNED, MEMBER, None),
        (plan_task, PLANNED, OWNER, Task.DO_ACTIONS),
        (plan_task, replace(DECIDED, done=frozenset({Key.PLAN})), COORDINATOR, None),
    ],
)
def test_task_of_a_step_does_not_wait_for_the_steps_before(task_of, found, viewer, expected):
    assert task_of(found, viewer) == expected


def test_every_task_is_somebodys():
    assert {task for _facts, _viewer, task in CASES} == set(Task)


def test_every_task_has_words_and_a_place():
    assert set(TASK_WORDS) == set(PLACES) == set(Task)


def test_reading_and_waiting_are_nothing_to_do():
    quiet = {Task.READ_PLAN, Task.READ_PHOTO, Task.WAIT}

    assert {task for task in Task if not task.is_to_do} == quiet


viewers = st.builds(
    Viewer,
    coordinates=st.booleans(),
    moderates=st.booleans(),
    contributes=st.booleans(),
    answers=st.booleans(),
    joins=st.booleans(),
    promised=st.integers(0, 2),
    carries=st.integers(0, 2),
    dreams=st.booleans(),
    writes=st.booleans(),
    proposes=st.booleans(),
)
OF_COORDINATORS = {
    Task.INVITE_LEAD_GROUP,
    Task.FIND_MODERATOR,
    Task.LINK_SCAN,
    Task.LOOK_AGAIN,
    Task.DECIDE,
}
OF_LEADERS = OF_COORDINATORS | {
    Task.PLAN_MEETING,
    Task.AGREE,
    Task.FINISH_START,
    Task.FINISH_SCAN,
    Task.START_PHOTO,
    Task.GROW_PHOTO,
    Task.FINISH_PHOTO,
    Task.PREPARE_CANDIDATES,
    Task.PLAN_SESSION,
    Task.WRITE_CHOICE,
    Task.ASK_GREEN_LIGHT,
    Task.CHOOSE_AGAIN,
    Task.FINISH_THEMES,
    Task.PLAN_DREAMS,
    Task.OPEN_COLLECTION,
    Task.OPEN_BOX,
    Task.ARRANGE_DREAMS,
    Task.FINISH_DREAMS,
    Task.SET_AMBITIONS,
    Task.ADOPT_GOALS,
    Task.FINISH_GOALS,
    Task.WRITE_PLAN,
    Task.ASK_PLAN,
    Task.RECORD_DECISION,
    Task.FINISH_PLAN,
}
OF_MAKERS = {Task.PROPOSE_GOAL, Task.TAKE_EXAMPLES, Task.MAKE_ACTIONS, Task.FILL_GAPS}
OF_MODERATORS = {Task.OPEN_SESSION, Task.OPEN_DREAMS, Task.LEAD_SESSION}


@given(facts, viewers)
def test_nobody_is_sent_to_what_they_may_not_do(found, viewer):
    task = next_task(found, viewer)

    assert viewer.coordinates or task not in OF_COORDINATORS
    assert viewer.leads or task not in OF_LEADERS
    assert viewer.moderates or task not in OF_MODERATORS
    assert viewer.joins or task != Task.JOIN_SESSION
    assert viewer.answers or task != Task.FILL_IN_SCAN
    assert viewer.promised or task != Task.DO_AGREEMENT
    assert viewer.writes or task != Task.WRITE_DREAM
    assert viewer.carries or task != Task.DO_ACTIONS
    assert viewer.proposes or task not in OF_MAKERS
    assert viewer.dreams or viewer.leads or task not in {Task.STAR_DREAMS, Task.DISCUSS_GOALS}
    assert found.light.lets_pass or task != Task.PROPOSE_GOAL
