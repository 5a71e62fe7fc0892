"""What an action lacks."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trajects.action_checks import ActionFacts, Gap, gaps_of, vague_words

WHOLE = ActionFacts(
    title="Schrijf eisen voor vijf soorten aankopen",
    because="Een tekst die klaarstaat, wordt gebruikt.",
    owners=1,
    due_on=date(2028, 6, 30),
)


@pytest.mark.parametrize(
    ("changed", "gaps"),
    [
        ({}, ()),
        ({"is_draft": True}, (Gap.DRAFT,)),
        ({"owners": 0}, (Gap.NO_OWNER,)),
        ({"due_on": None}, (Gap.NO_DEADLINE,)),
        ({"because": "  "}, (Gap.NO_REASON,)),
        ({"due_on": date(2032, 1, 1)}, (Gap.OUTSIDE,)),
        ({"due_on": date(2025, 12, 31)}, (Gap.OUTSIDE,)),
        ({"due_on": date(2031, 12, 31)}, ()),
        ({"title": "Onderzoeken of zonnepanelen kunnen"}, (Gap.VAGUE,)),
        ({"title": "Fietsen stimuleren", "owners": 0}, (Gap.VAGUE, Gap.NO_OWNER)),
    ],
)
def test_gaps_are_named_in_order(changed, gaps):
    assert gaps_of(replace(WHOLE, **changed), first_year=2026, last_year=2031) == gaps


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Eventueel een fietspomp plaatsen", ("Eventueel",)),
        ("Fietspomp plaatsen, indien mogelijk", ("indien mogelijk",)),
        ("Zo veel mogelijk hergebruiken en proberen te sorteren", ("Zo veel mogelijk", "proberen")),
        ("Mogelijkheden op een rij zetten in juni", ()),
        ("Onderzoek de kelder op vocht", ()),
        ("Plaats drie fietspompen", ()),
        ("Aangifte vanuit huis mogelijk maken", ()),
        ("Meer zitbanken plaatsen als het kan", ("als het kan",)),
        ("", ()),
    ],
)
def test_vague_words_are_told(title, words):
    assert vague_words(title) == words


@given(st.text(max_size=200))
def test_words_found_stand_in_the_title(title):
    plain = " ".join(title.split()).casefold()

    assert all(word.casefold() in plain for word in vague_words(title))
