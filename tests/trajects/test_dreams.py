"""Nested points, the box and who opens it: rules without a database."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trajects.dreams import (
    FEWEST_SHOWN,
    Nameless,
    Point,
    in_box,
    may_open_box,
    pictures_in,
    points_of,
    put_in_box,
    shuffled,
)

SENT = st.builds(
    Nameless,
    text=st.text(min_size=1, max_size=12),
    themes=st.lists(st.integers(1, 5), unique=True, max_size=3).map(lambda one: tuple(sorted(one))),
    statement_code=st.sampled_from(["", "energie-1a"]),
    picture=st.sampled_from(["", "QUJD"]),
    picture_alt=st.sampled_from(["", "Een boom"]),
)


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("Zon op elk dak", [Point("Zon op elk dak")]),
        ("Zon\nWind", [Point("Zon"), Point("Wind")]),
        ("Zon\n- op de school\n- op de kerk", [Point("Zon", ("op de school", "op de kerk"))]),
        ("Zon\n  – op de school", [Point("Zon", ("op de school",))]),
        (
            "Zon\n• op de school\nWind\n* op zee",
            [Point("Zon", ("op de school",)), Point("Wind", ("op zee",))],
        ),
        ("- alleen een streepje", [Point("alleen een streepje")]),
        ("\n\nZon\n\n-\n   \n", [Point("Zon")]),
        ("Zon-energie", [Point("Zon-energie")]),
        ("", []),
    ],
)
def test_points_hang_under_the_line_above(text, points):
    assert list(points_of(text)) == points


@given(st.lists(st.text("abc -–•*\t", max_size=12), max_size=5))
def test_no_letter_of_a_text_is_lost(lines):
    said = "".join(word for one in points_of("\n".join(lines)) for word in (one.text, *one.points))

    assert [letter for letter in said if letter in "abc"] == [
        letter for letter in "".join(lines) if letter in "abc"
    ]


@given(st.lists(SENT, max_size=6), st.randoms())
def test_box_is_the_same_in_whatever_order_they_come(sent, chance):
    other = list(sent)
    chance.shuffle(other)

    assert filled(sent) == filled(other)


@given(st.lists(SENT, max_size=6))
def test_box_gives_back_each_once(sent):
    assert sorted(in_box(filled(sent))) == sorted(set(sent))


def test_same_sent_twice_lies_in_it_once():
    one, other = Nameless("Zon", (1,)), Nameless("Zon", (2,))

    assert len(filled([one, one, other])) == 2


def filled(sent):
    bag = []
    for one in sent:
        bag = put_in_box(bag, one)
    return bag


def test_shuffling_loses_nothing():
    sent = [Nameless(str(number), ()) for number in range(20)]

    assert sorted(shuffled(sent)) == sorted(sent)
    assert any(shuffled(sent) != sent for _try in range(5))


def test_pictures_are_counted():
    bag = filled([Nameless("a", ()), Nameless("b", (), "", "QUJD", "Een boom")])

    assert pictures_in(bag) == 1


@pytest.mark.parametrize(
    ("waiting", "is_collecting", "may"),
    [
        (0, True, False),
        (0, False, False),
        (1, True, False),
        (1, False, True),
        (FEWEST_SHOWN - 1, True, False),
        (FEWEST_SHOWN, True, True),
    ],
)
def test_box_opens_with_company_or_once_nobody_writes(waiting, is_collecting, may):
    assert may_open_box(waiting, is_collecting=is_collecting) is may
