from fractions import Fraction

import pytest

from trajects.smart.numbers import numbers_in, value_of
from trajects.smart.text import read

WRITTEN = [
    ("60", Fraction(60)),
    ("1,2", Fraction(6, 5)),
    ("15.000", Fraction(15_000)),
    ("1.234.567", Fraction(1_234_567)),
    ("15.000,50", Fraction(30_001, 2)),
    ("1.5", Fraction(3, 2)),
    ("0,125", Fraction(1, 8)),
    ("1,2,3", None),
    ("1.23.4", None),
    ("1" * 16, None),
    ("", None),
    ("drie", None),
]

SENTENCES = [
    ("van 1,2 naar 0,8 miljoen vellen", [Fraction(6, 5), Fraction(800_000)]),
    ("een boom", []),
    ("één boom", [1]),
    ("minstens een boom", [1]),
    ("twaalf bomen", [12]),
    ("vijfendertig bomen, tweeëntwintig banken", [35, 22]),
    ("driehonderd bomen, vijfduizend struiken, honderd banken", [300, 5_000, 100]),
    ("dozijn bomen, miljoenen bijen, leenduizend", []),
    ("de helft van de bomen", [Fraction(1, 2)]),
    ("driekwart en een derde van de bomen", [Fraction(3, 4), Fraction(1, 3)]),
    ("twee vijfde van de bomen", [Fraction(2, 5)]),
    ("twee op de drie, 1 op 5", [Fraction(2, 3), Fraction(1, 5)]),
    ("2 op straat, 3 op 0, vier op", [2, 3, 0, 4]),
    ("een op zeven", [Fraction(1, 7)]),
    ("3 miljard", [3_000_000_000]),
]


@pytest.mark.parametrize(("written", "value"), WRITTEN)
def test_number_is_read_the_dutch_way(written, value):
    assert value_of(written) == value


@pytest.mark.parametrize(("sentence", "values"), SENTENCES)
def test_numbers_of_a_sentence(sentence, values):
    assert [number.value for number in numbers_in(read(sentence))] == values
