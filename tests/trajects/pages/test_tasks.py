"""Every next thing leads to a page that opens for who is sent there."""

from datetime import timedelta

import pytest

from tests.factories import LONG_AGO
from tests.trajects.dream_factories import DreamCollectionFactory
from tests.trajects.dreaming import box_with, chosen
from tests.trajects.factories import LiveSessionFactory, StepCompletionFactory
from tests.trajects.scanned import link_scan
from trajects.next_tasks import Task
from trajects.pages.tasks import PLACES, NextTask, dream_task_in, goal_task_in, is_collecting
from trajects.queries.facts import facts_of
from trajects.queries.standing import standing_of
from trajects.stages import Stage, Subject
from trajects.steps import BY_KEY, Collection, Facts, Key

NEEDS_MORE = {Task.JOIN_SESSION, Task.WAIT}


@pytest.mark.parametrize("task", sorted(set(PLACES) - NEEDS_MORE))
def test_place_of_a_task_opens(traject, griet, els, client_of, task):
    link_scan(traject)
    who = els if task in (Task.LEAD_SESSION, Task.OPEN_SESSION, Task.OPEN_DREAMS) else griet
    if task == Task.WRITE_DREAM:
        DreamCollectionFactory(traject=traject)

    response = client_of(who).get(NextTask(traject, task, BY_KEY[Key.DREAMS]).url)

    assert response.status_code == 200


def test_meeting_that_is_planned_to_dream_has_its_agenda(traject):
    url = NextTask(traject, Task.PLAN_DREAMS, BY_KEY[Key.DREAMS]).url

    assert url.endswith("?stap=droombeelden")


@pytest.mark.parametrize(
    ("person", "dreams", "goals"),
    [
        ("griet", Task.PLAN_DREAMS, Task.ASK_GREEN_LIGHT),
        ("els", Task.PLAN_DREAMS, Task.ASK_GREEN_LIGHT),
        ("bram", None, None),
    ],
)
def test_task_of_a_step_is_that_of_the_person(traject, request, person, dreams, goals):
    standing = standing_of(request.getfixturevalue(person), traject)
    facts = facts_of(traject)

    found = [
        task_in(traject, facts, standing, at=LONG_AGO) for task_in in (dream_task_in, goal_task_in)
    ]

    assert [one and one.task for one in found] == [dreams, goals]
    assert [one.step.key for one in found if one] == ([Key.DREAMS, Key.GOALS] if dreams else [])


def test_member_writes_while_the_collection_is_open(traject, bram):
    DreamCollectionFactory(traject=traject)
    for key in tuple(Key)[:4]:
        StepCompletionFactory(traject=traject, step=key)

    found = dream_task_in(traject, facts_of(traject), standing_of(bram, traject), at=LONG_AGO)

    assert found is not None
    assert found.task == Task.WRITE_DREAM


@pytest.mark.parametrize(("days", "task"), [(0, Task.PLAN_DREAMS), (2, Task.OPEN_BOX)])
def test_few_in_the_box_wait_while_a_session_may_add(traject, els, days, task):
    """Of one alone, people would know whose it is: the action refuses it as well."""
    box_with(traject, "Bomen", theme=chosen(traject, "Energie"))
    opened_at = LONG_AGO - timedelta(days=days)
    asking = {"subject": Subject.DREAMS, "stage": Stage.DREAMING, "opened_at": opened_at}
    LiveSessionFactory(traject=traject, **asking)
    for key in tuple(Key)[:4]:
        StepCompletionFactory(traject=traject, step=key)

    found = dream_task_in(traject, facts_of(traject), standing_of(els, traject), at=LONG_AGO)

    assert found is not None
    assert found.task == task


def test_nothing_is_collected_without_a_collection_or_after_its_last_day():
    day = LONG_AGO.date()

    assert not is_collecting(Facts(), LONG_AGO)
    assert is_collecting(Facts(collection=Collection(day)), LONG_AGO)
    assert not is_collecting(Facts(collection=Collection(day.replace(day=1))), LONG_AGO)


def test_session_of_dreams_is_joined_by_its_code(traject, bram):
    LiveSessionFactory(traject=traject, code="ABCDEF", opened_at=LONG_AGO)

    url = NextTask(traject, Task.JOIN_SESSION, None, facts_of(traject).session.code).url

    assert url == "/sessie/ABCDEF/"
