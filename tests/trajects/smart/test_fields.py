"""What is written in the fields of a goal counts just as well as its sentence."""

from datetime import date
from decimal import Decimal

import pytest

from tests.trajects.smart.examples import CARRIERS, PLAN
from trajects.smart import Draft, Finding, Found, Letter, check

VAGUE = "We zetten in op duurzaam aankopen."
PLAIN = "We verminderen het papierverbruik van onze diensten."
RISING = "Het aandeel bestekken met een duurzame eis stijgt."

ALL_FIELDS = {
    "result": "Bestekken boven 30.000 euro met een milieucriterium",
    "indicator": "Aandeel bestekken in het contractenregister",
    "unit": "%",
    "baseline": Decimal(18),
    "baseline_on": date(2026, 3, 1),
    "target": Decimal(60),
    "carrier": "Koen De Wilde, aankoop",
    "means": "Eén dag per week bij aankoop",
    "due_on": date(2029, 12, 31),
}

FIELDS = [
    (VAGUE, {}, "-----"),
    (VAGUE, ALL_FIELDS, "SMART"),
    (PLAIN, {}, "S----"),
    # S
    (VAGUE, {"result": "Een duurzame eis in elk bestek"}, "S----"),
    (VAGUE, {"result": "Meer aandacht besteden aan duurzaamheid"}, "-----"),
    (VAGUE, {"result": "Een opleiding organiseren"}, "-----"),
    (VAGUE, {"result": "?"}, "-----"),
    ("Indien mogelijk planten we bomen.", {"result": "Bomen langs de straat"}, "-----"),
    # M
    (PLAIN, {"target": Decimal(800_000)}, "S----"),
    (PLAIN, {"unit": "vellen"}, "S----"),
    (PLAIN, {"target": Decimal(800_000), "unit": "vellen"}, "SM---"),
    ("Tegen 2029 ligt het papierverbruik 30 procent lager.", {"baseline": Decimal(9)}, "SM-RT"),
    ("Tegen 2030 zijn al onze gebouwen toegankelijk.", {"indicator": "Checklist Inter"}, "SM--T"),
    # A
    (PLAIN, {"carrier": "Sofie Janssens"}, "S-A--"),
    (PLAIN, {"carrier": "iedereen"}, "S----"),
    (PLAIN, {"carrier": "nog te bepalen"}, "S----"),
    (PLAIN, {"support": "Besproken met aankoop en financiën."}, "S-A--"),
    (PLAIN, {"support": "Iedereen is enthousiast."}, "S----"),
    # R
    (PLAIN, {"means": "Eén dag per week bij ICT"}, "S--R-"),
    (PLAIN, {"means": "geen"}, "S----"),
    (PLAIN, {"baseline": Decimal("1.2")}, "S--R-"),
    (RISING, {"baseline": Decimal(60), "target": Decimal(60), "unit": "%"}, "SM---"),
    (RISING, {"baseline": Decimal(60), "target": Decimal(50), "unit": "%"}, "SM---"),
    (RISING, {"baseline": Decimal(50), "target": Decimal(60), "unit": "%"}, "SM-R-"),
    (PLAIN, {"baseline": Decimal(50), "target": Decimal(60), "unit": "%"}, "SM---"),
    (PLAIN, {"baseline": Decimal(60), "target": Decimal(60), "means": "5 uur per week"}, "S----"),
    (
        "Tegen 2030 bevat 40 procent van de bestekken een duurzame eis.",
        {"baseline": Decimal(40), "unit": "%"},
        "SM--T",
    ),
    (
        "Tegen 2030 bevat 40 procent van de bestekken een duurzame eis.",
        {"baseline": Decimal(40), "unit": "bestekken"},
        "SM-RT",
    ),
    (
        "Tegen 2030 bevat een deel van de bestekken een duurzame eis, nu 20 procent.",
        {"target": Decimal(20), "unit": "procent"},
        "SM--T",
    ),
    # T
    (PLAIN, {"due_on": date(2026, 1, 1)}, "S---T"),
    (PLAIN, {"due_on": date(2031, 12, 31)}, "S---T"),
    (PLAIN, {"due_on": date(2032, 1, 1)}, "S----"),
    (PLAIN, {"due_on": date(2025, 12, 31)}, "S----"),
    ("Tegen 2028 planten we 200 bomen.", {"due_on": date(2040, 1, 1)}, "SM---"),
]


@pytest.mark.parametrize(("sentence", "fields", "code"), FIELDS)
def test_fields_count(sentence, fields, code):
    assert check(Draft(sentence, **fields), period=PLAN, carriers=CARRIERS).code == code


def found_in(letter, sentence, **fields):
    smart = check(Draft(sentence, **fields), period=PLAN, carriers=CARRIERS)
    return next(verdict.found for verdict in smart if verdict.letter == letter)


def advice_on(sentence, **fields):
    return check(Draft(sentence, **fields), period=PLAN, carriers=CARRIERS).advice


FOUND = [
    (Letter.S, "We zetten sterk in op fietsen.", {}, Found(Finding.VAGUE_VERB, "zetten in op")),
    (Letter.S, "We organiseren een dag.", {}, Found(Finding.ACTIVITY, "organiseren")),
    (Letter.S, "", {}, Found(Finding.NOTHING_WRITTEN)),
    (Letter.S, "Waarom fietsen we niet?", {}, Found(Finding.QUESTION)),
    (Letter.S, "Een groene gemeente.", {}, Found(Finding.NO_RESULT)),
    (Letter.S, "Onze gemeente wordt groener.", {}, Found(Finding.VAGUE_STATE, "groener")),
    (Letter.S, "Misschien planten we bomen.", {}, Found(Finding.HEDGE, "Misschien")),
    (
        Letter.S,
        "We planten bomen en vervangen de lampen.",
        {},
        Found(Finding.TWO_GOALS, "en vervangen de lampen"),
    ),
    (Letter.S, PLAIN, {}, Found(Finding.RESULT, "verminderen")),
    (Letter.S, VAGUE, {"result": "Banken"}, Found(Finding.RESULT_WRITTEN, "Banken")),
    (Letter.M, PLAIN, {}, Found(Finding.NO_NUMBER)),
    (Letter.M, "We planten 17 bomen.", {}, Found(Finding.AMOUNT, "17 bomen")),
    (Letter.M, "We gebruiken alleen LED.", {}, Found(Finding.EVERY_CASE, "alleen LED")),
    (Letter.M, "We kennen de 17 SDG's.", {}, Found(Finding.NUMBER_OF_NAME, "17 SDG's")),
    (Letter.M, "We planten veel bomen.", {}, Found(Finding.VAGUE_AMOUNT, "veel")),
    (Letter.M, "We halen 17.", {}, Found(Finding.NO_UNIT, "17")),
    (Letter.M, PLAIN, {"target": Decimal("0.80")}, Found(Finding.NO_UNIT, "0,8")),
    (
        Letter.M,
        PLAIN,
        {"target": Decimal("15000"), "unit": "vellen"},
        Found(Finding.AMOUNT_WRITTEN, "15.000 vellen"),
    ),
    (
        Letter.M,
        "Het papierverbruik daalt met 30 procent.",
        {},
        Found(Finding.NO_REFERENCE, "30 procent"),
    ),
    (Letter.M, "We halen 30 %.", {}, Found(Finding.PERCENTAGE_OF_WHAT, "30 %")),
    (
        Letter.M,
        "Elk gebouw is klimaatneutraal.",
        {},
        Found(Finding.UNDEFINED_WORD, "klimaatneutraal"),
    ),
    (Letter.A, "Het papier verdwijnt.", {}, Found(Finding.NO_CARRIER)),
    (Letter.A, PLAIN, {}, Found(Finding.NOBODY_IN_PARTICULAR, "We")),
    (Letter.A, PLAIN, {"carrier": "iedereen"}, Found(Finding.NOBODY_IN_PARTICULAR, "iedereen")),
    (Letter.A, "De dienst klimaat fietst.", {}, Found(Finding.UNKNOWN_NAME, "dienst klimaat")),
    (Letter.A, "De technische dienst fietst.", {}, Found(Finding.CARRIER, "technische dienst")),
    (Letter.A, PLAIN, {"carrier": "An"}, Found(Finding.CARRIER_WRITTEN, "An")),
    (
        Letter.A,
        PLAIN,
        {"support": "de burgemeester en ICT"},
        Found(Finding.SUPPORT_WRITTEN, "ICT"),
    ),
    (Letter.R, PLAIN, {}, Found(Finding.NO_GROUNDS)),
    (Letter.R, "We planten bomen met 500 euro.", {}, Found(Finding.MEANS, "500 euro")),
    (Letter.R, PLAIN, {"means": "5 uur"}, Found(Finding.MEANS_WRITTEN, "5 uur")),
    (Letter.R, "Nu zijn er 60 fietsen.", {}, Found(Finding.START_VALUE, "60 fietsen")),
    (
        Letter.R,
        PLAIN,
        {"baseline": Decimal("1.20"), "unit": "ton"},
        Found(Finding.START_VALUE_WRITTEN, "1,2 ton"),
    ),
    (
        Letter.R,
        "De stroom stijgt van 60 naar 50 procent.",
        {},
        Found(Finding.RISES_TO_LESS, "stijgt", ("50", "60")),
    ),
    (
        Letter.R,
        "Het afval neemt af van 1,2 naar 1,5 ton.",
        {},
        Found(Finding.FALLS_TO_MORE, "neemt af", ("1,5", "1,2")),
    ),
    (
        Letter.R,
        "40 procent van het papier is gerecycleerd, nu 40 procent.",
        {},
        Found(Finding.ALREADY_REACHED, "40", ("40", "40")),
    ),
    (Letter.T, PLAIN, {}, Found(Finding.NO_DATE)),
    (Letter.T, "Tegen eind 2028 fietsen we.", {}, Found(Finding.END_DATE, "eind 2028")),
    (Letter.T, PLAIN, {"due_on": date(2028, 7, 1)}, Found(Finding.DATE_WRITTEN, "01-07-2028")),
    (Letter.T, "Tegen 2035 fietsen we.", {}, Found(Finding.AFTER_PLAN, "2035")),
    (Letter.T, "Tegen 2024 fietsen we.", {}, Found(Finding.BEFORE_PLAN, "2024")),
    (Letter.T, "Volgend jaar fietsen we.", {}, Found(Finding.MOVING_DATE, "Volgend jaar")),
    (Letter.T, "Het plan 2026-2031 telt.", {}, Found(Finding.YEARS_OF_PLAN, "2026-2031")),
    (Letter.T, "Sinds 2024 fietsen we.", {}, Found(Finding.YEAR_OF_START, "2024")),
]


@pytest.mark.parametrize(("letter", "sentence", "fields", "found"), FOUND)
def test_first_finding_says_what_it_is_about(letter, sentence, fields, found):
    assert found_in(letter, sentence, **fields)[0] == found


def test_beginning_of_what_returns_every_year_is_no_end():
    found = found_in(Letter.T, "Vanaf 2027 planten we elk jaar 200 bomen.")

    assert Found(Finding.ONLY_BEGINNING, "Vanaf 2027") in found


def test_every_finding_is_seen_somewhere():
    seen = {found.finding for _, _, _, found in FOUND} | {Finding.ONLY_BEGINNING}
    seen |= {found.finding for _, _, advice in ADVICE for found in advice}

    assert seen == {*Finding}


RISES = "Het aandeel stijgt van 32 procent naar 50 procent."
SHARE = {"unit": "%", "indicator": "Aandeel"}
ADVICE = [
    (PLAIN, {}, ()),
    ("We vervangen alle lampen.", {}, (Found(Finding.SINGLE_JOB, "vervangen"),)),
    ("We vervangen 50 lampen, nu 10 lampen.", {}, ()),
    (
        "De poetsdienst koopt en gebruikt alleen zeep met Ecolabel.",
        {},
        (Found(Finding.MAYBE_TWO_GOALS, "koopt en gebruikt"),),
    ),
    (
        "Tegen 2029 ligt het papierverbruik 30 procent lager dan in 2025.",
        {},
        (Found(Finding.REFERENCE_WITHOUT_NUMBER, "dan in 2025"),),
    ),
    (
        PLAIN,
        {"target": Decimal(30), "unit": "%"},
        (Found(Finding.PERCENTAGE_OF_WHAT, "30 %"),),
    ),
    (PLAIN, {"target": Decimal(30), "unit": "%", "indicator": "Aandeel"}, ()),
    (
        "In 2027 planten we bomen, tegen 2030 nog meer.",
        {},
        (Found(Finding.SEVERAL_DATES, "2027, 2030"),),
    ),
    (
        "Tegen 2028 planten we bomen.",
        {"due_on": date(2029, 1, 1)},
        (Found(Finding.DATES_DIFFER, "2028"),),
    ),
    ("Tegen 2028 planten we bomen.", {"due_on": date(2028, 1, 1)}, ()),
    (RISES, {"target": Decimal(55), **SHARE}, (Found(Finding.TARGETS_DIFFER, "50 procent"),)),
    (RISES, {"target": Decimal(50), **SHARE}, ()),
    (RISES, {"target": Decimal(55), "unit": "kWh"}, ()),
    ("Het aandeel stijgt met 20 procent.", {"target": Decimal(52), **SHARE}, ()),
]


@pytest.mark.parametrize(("sentence", "fields", "advice"), ADVICE)
def test_advice_costs_no_letter(sentence, fields, advice):
    assert advice_on(sentence, **fields) == advice
