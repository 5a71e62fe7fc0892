"""What each person does next, by examples; and that everybody always has one thing."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.trajects.test_steps import facts
from trajects.labels import TASK_WORDS
from trajects.next_tasks import Task, Viewer, next_task, theme_task
from trajects.pages.tasks import PLACES
from trajects.steps import Facts, Key, Light, OpenSession, ScanState

COORDINATOR = Viewer(coordinates=True, contributes=True, answers=True)
MODERATOR = Viewer(moderates=True, contributes=True)
MEMBER = Viewer(contributes=True)
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
    (Facts(done=THEMED, on_photo=20), COORDINATOR, Task.READ_PHOTO),
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


def test_every_task_is_somebodys():
    assert {task for _facts, _viewer, task in CASES} == set(Task)


def test_every_task_has_words_and_a_place():
    assert set(TASK_WORDS) == set(PLACES) == set(Task)


def test_reading_and_waiting_are_nothing_to_do():
    assert {task for task in Task if not task.is_to_do} == {Task.READ_PHOTO, Task.WAIT}


viewers = st.builds(
    Viewer,
    coordinates=st.booleans(),
    moderates=st.booleans(),
    contributes=st.booleans(),
    answers=st.booleans(),
    joins=st.booleans(),
    promised=st.integers(0, 2),
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
}
OF_MODERATORS = {Task.OPEN_SESSION, Task.LEAD_SESSION}


@given(facts, viewers)
def test_nobody_is_sent_to_what_they_may_not_do(found, viewer):
    task = next_task(found, viewer)

    assert viewer.coordinates or task not in OF_COORDINATORS
    assert viewer.leads or task not in OF_LEADERS
    assert viewer.moderates or task not in OF_MODERATORS
    assert viewer.joins or task != Task.JOIN_SESSION
    assert viewer.answers or task != Task.FILL_IN_SCAN
    assert viewer.promised or task != Task.DO_AGREEMENT
