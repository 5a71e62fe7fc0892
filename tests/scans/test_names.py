import json

from scans.names import Names, ThemeNames

TODAY = ThemeNames(1, "Nu", "Nu")
THEN = ThemeNames(1, "Toen", "Toen", (12, 13), ("6.2",))
NAMES = Names(
    themes={"a": THEN},
    departments={"aankoop": "Aankoopdienst"},
    sdgs={12: "Verantwoorde consumptie", 13: "Klimaatactie"},
    iso_subjects={"6.2": "behoorlijk bestuur"},
)


def test_names_come_back_as_they_were_stored():
    assert Names.from_stored(json.loads(json.dumps(NAMES.stored))) == NAMES


def test_name_of_then_goes_before_the_one_of_today():
    assert NAMES.theme("a", TODAY) == THEN
    assert NAMES.department("aankoop", "Inkoop") == "Aankoopdienst"


def test_what_is_not_frozen_goes_by_its_name_of_today():
    assert Names().theme("a", TODAY) == TODAY
    assert NAMES.department("ict", "ICT") == "ICT"
