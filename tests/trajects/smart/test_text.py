import pytest

from tests.trajects.smart.examples import CARRIERS, PLAN
from trajects.smart import Draft, Letter, check
from trajects.smart.quantities import Purpose
from trajects.smart.reading import read_goal
from trajects.smart.text import Phrases, Span, read


def reading(sentence):
    return read_goal(sentence, period=PLAN, carriers=CARRIERS)


def test_signs_in_numbers_and_words_are_no_ends():
    text = read("De SDG's: 1,2 of 15.000 m², t.o.v. CO2-uitstoot (één).")

    assert [token.text for token in text.tokens] == [
        *("De", "SDG's", ":", "1,2", "of", "15.000", "m²", ",", "t.o.v.", "CO2-uitstoot"),
        *("(", "één", ")", "."),
    ]


def test_text_says_what_was_written():
    text = read("Tegen  EIND 2028.")

    assert text.said(Span(0, 3)) == "Tegen  EIND 2028"
    assert text.folded(Span(0, 3)) == "tegen eind 2028"
    assert text.said(Span(1, 1)) == ""
    assert text.word(-1) == text.word(9) == ""


def test_longest_phrase_is_found():
    phrases = Phrases("eind", "eind van het plan", "plan")

    assert [*phrases.find(read("het eind van het plan, eind plan"))] == [
        *(Span(1, 5), Span(6, 7), Span(7, 8)),
    ]


PURPOSES = [
    ("We planten bomen voor € 5.000.", [Purpose.AIM]),
    ("We planten bomen met € 5.000.", [Purpose.MEANS]),
    ("De kosten dalen met 5.000 euro.", [Purpose.AIM]),
    ("We doen dit met een budget van 5.000 euro.", [Purpose.MEANS]),
    ("Elk bestek boven 5.000 euro telt.", [Purpose.LIMIT]),
    ("De kosten zakken tot onder 5.000 euro.", [Purpose.AIM]),
    ("Voor jongeren van 12 tot 18 jaar.", [Purpose.AIM, Purpose.WHILE]),
    ("Volgens artikel 4 en SDG 12.", [Purpose.NAME, Purpose.NAME]),
    ("Van 4 naar 2 liter.", [Purpose.START, Purpose.AIM]),
    ("Het afval daalt van 4 tot 2 liter.", [Purpose.START, Purpose.AIM]),
    ("We gaan 4 keer van huis naar 2 scholen.", [Purpose.AIM, Purpose.AIM]),
    ("We fietsen 4 km naar 2 scholen.", [Purpose.AIM, Purpose.AIM]),
    ("Er zijn 4 banken, tegenover 2 banken in 2025.", [Purpose.AIM, Purpose.START]),
    ("Er zijn 4 banken tegenover het station.", [Purpose.AIM]),
    ("Tegenover 2 banken in 2025 en nu 3 zijn er 4.", [Purpose.START, Purpose.START]),
]


@pytest.mark.parametrize(("sentence", "purposes"), PURPOSES)
def test_numbers_have_a_purpose(sentence, purposes):
    assert [each.purpose for each in reading(sentence).quantities][: len(purposes)] == purposes


def test_first_number_takes_the_scale_of_the_second():
    small, large, same = (
        reading(f"Het verbruik daalt van {pair} liter.").quantities
        for pair in ("1,2 naar 0,8 miljoen", "900.000 naar 1,2 miljoen", "2 miljoen naar 1 miljoen")
    )

    assert [int(each.value) for each in small] == [1_200_000, 800_000]
    assert [int(each.value) for each in large] == [900_000, 1_200_000]
    assert [int(each.value) for each in same] == [2_000_000, 1_000_000]


def test_relative_clause_without_a_verb_of_the_list_ends_with_its_clause():
    found = reading("Alle scholen die meezingen, krijgen tegen 2028 een prijs.")

    assert [verb.said for verb in found.verbs] == ["krijgen"]


def test_side_clauses_count_when_there_is_nothing_else():
    found = reading("Omdat we bomen planten.")

    assert [verb.said for verb in found.verbs] == ["planten"]


def test_smart_says_which_letters_it_has():
    smart = check(Draft("Tegen 2028 planten we 200 bomen."), period=PLAN, carriers=CARRIERS)

    assert (smart.code, smart.met, smart.missing, smart.is_smart) == (
        *("SM--T", (Letter.S, Letter.M, Letter.T), (Letter.A, Letter.R), False),
    )


def test_period_holds_its_years():
    assert [year in PLAN for year in (2025, 2026, 2031, 2032, "2028")] == [
        *(False, True, True, False, False)
    ]
