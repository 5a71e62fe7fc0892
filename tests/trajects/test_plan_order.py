"""Which actions somebody asks for, and in which order they stand."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trajects.action_checks import Gap
from trajects.action_states import ActionState
from trajects.plan_order import NOBODY, ActionRow, Asked, Order, in_order, is_asked, plain

ROW = ActionRow(
    place=0,
    theme=1,
    goal=2,
    state=ActionState.LATE,
    title="Één bestek herschrijven",
    text="Met de dienst aankoop.",
    gaps=(Gap.NO_OWNER,),
    departments=("Aankoop",),
    owners=("u12",),
)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (Asked(), True),
        (Asked(theme=1), True),
        (Asked(theme=2), False),
        (Asked(goal=2), True),
        (Asked(goal=1), False),
        (Asked(department="Aankoop"), True),
        (Asked(department="Groen"), False),
        (Asked(department=NOBODY), False),
        (Asked(owner="u12"), True),
        (Asked(owner="g12"), False),
        (Asked(owner=NOBODY), False),
        (Asked(state=ActionState.LATE), True),
        (Asked(state=ActionState.DONE), False),
        (Asked(lacks=Gap.NO_OWNER), True),
        (Asked(lacks=Gap.VAGUE), False),
        (Asked(words="een BESTEK aankoop"), True),
        (Asked(words="bestek groen"), False),
        (Asked(theme=1, goal=1), False),
        (Asked(order=Order.NAME), True),
    ],
)
def test_what_is_asked_for(asked, expected):
    assert is_asked(ROW, asked) is expected


def test_what_nobody_carries_is_found_as_such():
    nobodys = ActionRow(place=0, theme=1, goal=2, state=ActionState.PLANNED, title="Iets")

    assert is_asked(nobodys, Asked(owner=NOBODY, department=NOBODY))
    assert not is_asked(nobodys, Asked(owner="u12"))


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (Asked(), True),
        (Asked(order=Order.COST), True),
        (Asked(words="  "), True),
        (Asked(words="bestek"), False),
        (Asked(lacks=Gap.VAGUE), False),
    ],
)
def test_everything_is_asked_for_whatever_the_order(asked, expected):
    assert asked.is_everything is expected


def row(place, state=ActionState.PLANNED, title="", due_on=None, cost=None):
    return ActionRow(place, 1, 1, state, title, due_on=due_on, cost=cost)


THREE = [
    row(0, ActionState.DONE, "beta", date(2029, 1, 1), None),
    row(1, ActionState.LATE, "Álfa", None, 0),
    row(2, ActionState.RUNNING, "alfa", date(2028, 1, 1), 900),
]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.GOAL, [0, 1, 2]),
        (Order.OWNER, [0, 1, 2]),
        (Order.DEADLINE, [2, 0, 1]),
        (Order.NAME, [1, 2, 0]),
        (Order.STATE, [1, 2, 0]),
        (Order.COST, [2, 1, 0]),
    ],
)
def test_order(order, expected):
    assert [one.place for one in in_order(THREE[::-1], order)] == expected


@given(
    st.lists(
        st.builds(
            row,
            st.integers(0, 50),
            st.sampled_from(ActionState),
            st.text(max_size=4),
            st.none() | st.dates(),
            st.none() | st.integers(0, 9),
        )
    ),
    st.sampled_from(Order),
)
def test_every_order_keeps_every_action(rows, order):
    found = in_order(rows, order)

    assert sorted(map(repr, found)) == sorted(map(repr, rows))
    assert in_order(found, order) == found


def test_plain_has_no_capitals_and_accents():
    assert plain("Één CAFÉ") == "een cafe"
