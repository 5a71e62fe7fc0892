"""A sentence for a goal, made of answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.formatting import dutch_number
from trajects.goal_sentence import LONGEST, Answers, compose
from trajects.smart import Draft, Period, check

ALL = Answers(
    result="In elk bestek staat een duurzame eis.",
    indicator="Aandeel bestekken met een duurzame eis",
    unit="%",
    baseline=Decimal(20),
    baseline_on=date(2025, 6, 30),
    target=Decimal(60),
    carrier="dienst aankoop",
    due_on=date(2028, 12, 31),
    number=dutch_number,
)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (
            {},
            "De dienst aankoop zorgt ervoor dat het aandeel bestekken met een duurzame eis tegen "
            "31 december 2028 stijgt van 20 procent in 2025 naar 60 procent.",
        ),
        (
            {"carrier": ""},
            "Tegen 31 december 2028 stijgt het aandeel bestekken met een duurzame eis van "
            "20 procent in 2025 naar 60 procent.",
        ),
        (
            {"carrier": "", "due_on": None},
            "Het aandeel bestekken met een duurzame eis stijgt van 20 procent in 2025 naar "
            "60 procent.",
        ),
        (
            {"baseline": None, "due_on": None, "carrier": "OCMW"},
            "Het OCMW zorgt ervoor dat het aandeel bestekken met een duurzame eis 60 procent "
            "bedraagt.",
        ),
        (
            {
                "indicator": "papierverbruik",
                "unit": "miljoen vellen",
                "baseline": Decimal("1.2"),
                "baseline_on": None,
                "target": Decimal("0.8"),
                "carrier": "ICT",
                "due_on": date(2027, 1, 1),
            },
            "ICT zorgt ervoor dat het papierverbruik tegen 1 januari 2027 daalt van "
            "1,2 miljoen vellen naar 0,8 miljoen vellen.",
        ),
        (
            {"target": Decimal(20), "carrier": "", "due_on": None, "indicator": "De score."},
            "De score blijft 20 procent.",
        ),
        (
            {
                "indicator": "Stroomverbruik van de sporthal",
                "unit": "kWh",
                "baseline": Decimal(15000),
                "target": Decimal(9000),
                "carrier": "Woonzorgcentrum Ter Linde",
                "due_on": None,
            },
            "Het woonzorgcentrum Ter Linde zorgt ervoor dat het stroomverbruik van de sporthal "
            "daalt van 15.000 kWh in 2025 naar 9.000 kWh.",
        ),
        (
            {"indicator": "Fietsers op dinsdag", "carrier": "Els Boone", "due_on": None},
            "Els Boone zorgt ervoor dat fietsers op dinsdag stijgt van 20 procent in 2025 naar "
            "60 procent.",
        ),
        (
            {"target": None},
            "De dienst aankoop zorgt tegen 31 december 2028 voor dit resultaat: in elk bestek "
            "staat een duurzame eis.",
        ),
        (
            {"indicator": "", "carrier": ""},
            "Tegen 31 december 2028: in elk bestek staat een duurzame eis.",
        ),
        (
            {"indicator": "", "carrier": "", "due_on": None, "unit": ""},
            "In elk bestek staat een duurzame eis.",
        ),
        ({"indicator": "", "result": ""}, ""),
        ({"result": "x" * LONGEST, "target": None}, ""),
    ],
)
def test_sentence_says_what_was_answered(changed, sentence):
    assert compose(replace(ALL, **changed)) == sentence


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({}, "SMART"),
        ({"carrier": "OCMW"}, "SMART"),
        ({"unit": "", "indicator": "Aantal leden"}, "SMART"),
        ({"carrier": ""}, "SM-RT"),
        ({"due_on": None}, "SMAR-"),
        ({"baseline": None}, "SMA-T"),
    ],
)
def test_sentence_of_all_answers_is_smart_and_each_open_answer_costs_its_letter(changed, code):
    sentence = compose(replace(ALL, **changed))

    found = check(Draft(sentence), period=Period(2026, 2031), carriers=("dienst aankoop", "OCMW"))

    assert found.code == code


TEXTS = st.text(max_size=120)
NUMBERS = st.none() | st.decimals(
    min_value=-(10**10), max_value=10**10, places=3, allow_nan=False, allow_infinity=False
)


@given(TEXTS, TEXTS, TEXTS, TEXTS, NUMBERS, NUMBERS)
def test_sentence_fits_whatever_was_answered(result, indicator, unit, carrier, baseline, target):
    told = replace(
        ALL,
        result=result,
        indicator=indicator,
        unit=unit,
        carrier=carrier,
        baseline=baseline,
        target=target,
    )

    assert len(compose(told)) <= LONGEST
