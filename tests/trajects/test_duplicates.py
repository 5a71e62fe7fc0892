from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trajects.duplicates import (
    ALIKE,
    COMMON,
    Described,
    Pair,
    likely_duplicates,
    likeness,
    title_words,
    trigrams,
    worth_comparing,
)

ONE, TWO = frozenset({1}), frozenset({2})
titles = st.text("abcdé -", max_size=12)
described = st.lists(titles, max_size=12).map(
    lambda found: [Described(pk, title) for pk, title in enumerate(found)]
)


def pairs_of(first, second, *, first_themes=ONE, second_themes=TWO):
    return likely_duplicates(
        [Described(1, first, first_themes), Described(2, second, second_themes)]
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Repaircafé", "Repaircafe"),
        ("Het repaircafé in de bib", "Repaircafé bib"),
        ("Fietsleasing voor het personeel", "Fietsleasing personeel"),
        ("Aankoop van elektrische wagens", "Elektrische wagens aankopen"),
    ],
)
def test_titles_that_tell_the_same_are_found(first, second):
    (pair,) = pairs_of(first, second)

    assert (pair.first, pair.second) == (1, 2)
    assert pair.likeness >= ALIKE


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Repaircafé", "Fietsleasing"),
        ("Zonnepanelen op de school", "Zonnepanelen op het zwembad van Elzenvoorde"),
        ("", ""),
        ("?", "!"),
    ],
)
def test_titles_that_tell_something_else_are_not(first, second):
    assert pairs_of(first, second) == ()


def test_a_theme_or_department_in_common_lowers_the_bar():
    first, second = "Zonnepanelen school", "Zonnepanelen op het zwembad"

    apart = pairs_of(first, second)
    theme = pairs_of(first, second, second_themes=ONE)
    department = likely_duplicates(
        [Described(1, first, departments=ONE), Described(2, second, departments=ONE)]
    )

    assert apart == ()
    assert theme == department == (Pair(1, 2, theme[0].likeness),)


def test_same_titles_are_each_paired_with_the_first():
    many = [Described(pk, "Repaircafé") for pk in range(40)]

    assert likely_duplicates(many) == tuple(Pair(0, pk, Fraction(1)) for pk in range(1, 40))


def test_words_that_say_nothing_count_only_when_there_are_no_others():
    assert title_words("Het café van de bib") == {"cafe", "bib"}
    assert title_words("Van de") == {"van", "de"}


@given(described, st.randoms())
def test_order_of_what_comes_in_makes_no_difference(entries, random):
    shuffled = list(entries)
    random.shuffle(shuffled)

    assert likely_duplicates(shuffled) == likely_duplicates(entries)


@given(described)
def test_every_pair_is_alike_and_named_once(entries):
    pairs = likely_duplicates(entries)

    assert all(pair.first < pair.second and pair.likeness >= ALIKE for pair in pairs)
    assert len({(pair.first, pair.second) for pair in pairs}) == len(pairs)


@given(described)
def test_few_titles_are_all_compared(entries):
    """Below what counts as common nothing is passed over."""
    words = {entry.pk: title_words(entry.title) for entry in entries}
    distinct = [
        pk for pk, own in words.items() if own not in [words[low] for low in words if low < pk]
    ]

    wanted = {
        (first, second)
        for first, second in combinations(distinct, 2)
        if likeness(trigrams(words[first]), trigrams(words[second])) >= ALIKE
    }

    found = {(pair.first, pair.second) for pair in likely_duplicates(entries)}
    assert wanted <= found


@given(titles, titles)
def test_likeness_is_a_share_and_does_not_know_left_from_right(first, second):
    one, other = trigrams(title_words(first)), trigrams(title_words(second))

    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, other) == likeness(other, one)


@given(st.lists(st.lists(st.sampled_from("abcdefg"), min_size=1, max_size=6), max_size=120))
def test_what_is_compared_grows_with_the_number_and_not_with_its_square(words):
    signs = {pk: trigrams(own) for pk, own in enumerate(words)}

    compared = worth_comparing(signs)

    groups = sum(map(len, signs.values()))
    assert len(compared) <= groups * (COMMON - 1) / 2


def test_a_word_that_all_have_makes_nobody_compared():
    signs = {pk: trigrams({"duurzaam"}) for pk in range(COMMON + 1)}

    assert worth_comparing(signs) == set()


def test_what_was_told_apart_is_no_pair_and_others_of_the_same_title_are():
    three = [Described(pk, "Repaircafé") for pk in (1, 2, 3)]
    same = Fraction(1)

    assert likely_duplicates(three) == (Pair(1, 2, same), Pair(1, 3, same))
    assert likely_duplicates(three, {(1, 2)}) == (Pair(1, 3, same),)
    assert likely_duplicates(three, {(1, 3)}) == (Pair(1, 2, same), Pair(2, 3, same))
    alike = [Described(1, "Fietsleasing personeel", ONE), Described(2, "Fietsleasing", ONE)]
    assert likely_duplicates(alike)
    assert likely_duplicates(alike, {(1, 2)}) == ()


def test_titles_of_nothing_are_not_alike():
    assert likeness(frozenset(), frozenset({" fi"})) == likeness(frozenset({" fi"}), ()) == 0
