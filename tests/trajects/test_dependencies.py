"""Which action waits for which, without circles."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from trajects.dependencies import circle_in


def test_circle_is_told_as_the_way_round():
    assert circle_in({1: [2], 2: [3], 3: [1]}, 1) == (1, 2, 3, 1)
    assert circle_in({1: [1]}, 1) == (1, 1)


def test_no_circle_through_this_action():
    assert circle_in({}, 1) == ()
    assert circle_in({1: [2, 3], 2: [4], 3: [4]}, 1) == ()
    assert circle_in({1: [2], 2: [3], 3: [2]}, 1) == ()


graphs = st.dictionaries(st.integers(0, 7), st.sets(st.integers(0, 7), max_size=4))


@given(graphs, st.integers(0, 7))
def test_way_is_a_way_and_nothing_is_missed(waits_for, start):
    way = circle_in(waits_for, start)

    reached, border = set(), {start}
    while border:
        border = {needed for one in border for needed in waits_for.get(one, ())} - reached
        reached |= border
    assert bool(way) == (start in reached)
    assert all(later in waits_for[one] for one, later in pairwise(way))
    assert way == () or way[0] == way[-1] == start
