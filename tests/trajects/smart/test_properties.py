"""What holds for every goal: parts only add, and no text is too strange."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.trajects.smart.examples import CARRIERS, PLAN
from tests.trajects.smart.table import ALL
from trajects.smart import Draft, Letter, check
from trajects.smart.text import LONGEST, read

KNOWN = st.sampled_from([sentence for sentence, _ in ALL])
WORDS = st.sampled_from(sorted({word for sentence, _ in ALL for word in sentence.split()}))
# Words of real goals in any order, or any signs at all.
ANYTHING = st.one_of(
    KNOWN,
    st.lists(WORDS, max_size=40).map(" ".join),
    st.text(max_size=300),
)
AMOUNTS = st.decimals(min_value=0, max_value=10**6, places=2)


def letters(draft):
    return set(check(draft, period=PLAN, carriers=CARRIERS).met)


@given(ANYTHING, ANYTHING, ANYTHING)
def test_every_text_gets_five_verdicts_with_words(sentence, result, other):
    smart = check(
        Draft(sentence, result=result, carrier=other, support=result, means=other),
        period=PLAN,
        carriers=CARRIERS,
    )

    assert [verdict.letter for verdict in smart] == [*Letter]
    assert all(verdict.found for verdict in smart)
    assert [letter == sign for letter, sign in zip(Letter, smart.code, strict=True)] == [
        verdict.met for verdict in smart
    ]


@given(ANYTHING)
def test_carrier_never_loses_another_letter(sentence):
    plain = Draft(sentence)

    assert letters(replace(plain, carrier="Technische dienst")) == letters(plain) | {Letter.A}


@given(ANYTHING, st.dates(date(2026, 1, 1), date(2031, 12, 31)))
def test_date_inside_the_plan_never_loses_another_letter(sentence, due_on):
    plain = Draft(sentence)

    assert letters(replace(plain, due_on=due_on)) == letters(plain) | {Letter.T}


@given(ANYTHING, AMOUNTS, st.sampled_from(["", "%", "vellen", "kg"]))
def test_starting_value_never_loses_another_letter(sentence, baseline, unit):
    plain = Draft(sentence, unit=unit)

    with_baseline = letters(replace(plain, baseline=baseline))

    assert letters(plain) - {Letter.R} <= with_baseline


@given(ANYTHING)
def test_target_and_means_never_lose_another_letter(sentence):
    plain = Draft(sentence)

    assert letters(replace(plain, means="Eén dag per week")) >= letters(plain)
    assert letters(replace(plain, target=Decimal(3), unit="banken")) >= letters(plain)


@given(ANYTHING)
def test_result_in_its_field_never_loses_a_letter(sentence):
    plain = Draft(sentence)

    assert letters(replace(plain, result="Banken langs de straat")) >= letters(plain)


@given(KNOWN, st.sampled_from(CARRIERS))
def test_name_of_a_list_the_sentence_does_not_use_changes_nothing(sentence, name):
    others = [*CARRIERS, f"Kabinet van {name}straat"]

    assert check(Draft(sentence), period=PLAN, carriers=others) == check(
        Draft(sentence), period=PLAN, carriers=CARRIERS
    )


@pytest.mark.parametrize(("sentence", "code"), ALL)
def test_spaces_capitals_and_accents_are_no_matter(sentence, code):
    loose = "  " + sentence.replace(" ", "   ") + "\n"
    apart = sentence.replace("é", "e\u0301")

    for written in (loose, apart, sentence[0].lower() + sentence[1:]):
        assert check(Draft(written), period=PLAN, carriers=CARRIERS).code == code


@pytest.mark.parametrize(("sentence", "code"), ALL)
def test_without_names_there_is_no_carrier(sentence, code):
    smart = check(Draft(sentence), period=PLAN, carriers=())

    assert smart.code == code.replace("A", "-")


@pytest.mark.parametrize(
    "word", ["zetten in op ", "van 1 naar ", "tegen 2028 ", "om te ", "1", "a.", "(", "en koopt "]
)
def test_long_text_is_read_in_no_time(word):
    long = Draft(word * 20_000)
    start = perf_counter()

    check(long, period=PLAN, carriers=CARRIERS)

    assert perf_counter() - start < 3
    assert len(read(long.sentence).source) == LONGEST
