"""What the forms begin with when dream images go together or fall apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trajects.dreams import MOST_PARTS, joined, parts_of, points_of, written

words = st.text("abcdeé -–", min_size=1, max_size=8)
texts = st.lists(words, max_size=8).map("\n".join)


@pytest.mark.parametrize(
    ("given_texts", "found"),
    [
        (["Bomen", "Schaduw"], "Bomen\nSchaduw"),
        (["Bomen\n- linden", "bomen\n- Linden\n- eiken"], "Bomen\n- linden\n- eiken"),
        (["Bomen\n- linden", "Gras", "Bomen"], "Bomen\n- linden\nGras"),
        (["  \n", "- los"], "los"),
        ([], ""),
    ],
)
def test_joined_text_has_every_point_once(given_texts, found):
    assert joined(given_texts) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bomen\n- linden\nGras", ("Bomen\n- linden", "Gras")),
        ("Bomen", ("Bomen",)),
        ("a\nb\nc\nd\ne", ("a", "b", "c", "d", "e")),
        ("a\nb\nc\nd\ne\n- f\ng", ("a", "b", "c", "d", "e\n- f\ng")),
        ("\n", ()),
    ],
)
def test_every_point_is_a_part_and_the_last_holds_the_rest(text, found):
    assert parts_of(text) == found


@given(texts)
def test_parts_together_are_the_whole(text):
    parts = parts_of(text)

    assert len(parts) <= MOST_PARTS
    assert points_of("\n".join(parts)) == points_of(text)
    assert points_of(written(points_of(text))) == points_of(text)


@given(st.lists(texts, max_size=4))
def test_joining_loses_no_words_and_twice_is_once(some):
    def said(text):
        return {
            words.casefold() for point in points_of(text) for words in (point.text, *point.points)
        }

    together = joined(some)

    assert said(together) == set().union(*(said(text) for text in some))
    assert joined([together, *some]) == together
