"""What was made out of what, as numbers."""

from hypothesis import given
from hypothesis import strategies as st

from trajects.lineage import Lineage

# 4 was merged from 1 and 2; 5 and 6 are the parts of 4; 7 was merged from 5 and 3.
FAMILY = Lineage.of([(4, 1), (4, 2), (5, 4), (6, 4), (7, 5), (7, 3)])


def test_whole_is_everything_it_was_made_from():
    assert FAMILY.whole_of(7) == {7, 5, 4, 1, 2, 3}
    assert FAMILY.whole_of(6) == {6, 4, 1, 2}
    assert FAMILY.whole_of(1) == {1}
    assert FAMILY.whole_of(99) == {99}


def test_originals_stand_at_the_bottom():
    assert FAMILY.originals_of(7) == {1, 2, 3}
    assert FAMILY.originals_of(3) == {3}


def test_grown_from_goes_the_other_way():
    assert FAMILY.grown_from(1) == {1, 4, 5, 6, 7}
    assert FAMILY.grown_from(3) == {3, 7}
    assert FAMILY.grown_from(7) == {7}


def test_merged_has_several_sources_and_a_part_has_one():
    assert [one for one in range(1, 8) if FAMILY.is_merged(one)] == [4, 7]
    assert [one for one in range(1, 8) if FAMILY.is_part(one)] == [5, 6]


edges = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20).map(
    lambda pairs: [(max(pair), min(pair)) for pair in pairs if pair[0] != pair[1]]
)


@given(edges, st.integers(0, 9), st.integers(0, 9))
def test_both_ways_tell_the_same(found, one, other):
    lineage = Lineage.of(found)

    assert (other in lineage.whole_of(one)) == (one in lineage.grown_from(other))
    assert lineage.originals_of(one) <= lineage.whole_of(one)
    assert lineage.originals_of(one)
