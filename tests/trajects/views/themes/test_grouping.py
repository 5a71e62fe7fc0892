"""Candidate themes go together or fall apart, on the pages."""

import pytest

from tests.page import by_id, main_text, page_of, text_of
from tests.trajects.factories import (
    CandidateFactory,
    LiveSessionFactory,
    ThemeChoiceFactory,
    VotingRoundFactory,
)
from trajects.actions.grouping import group_candidates, split_candidate
from trajects.entries import CandidateEntry

LEADERS = [("els", 302), ("bram", 403), ("griet", 302), ("chaima", 404)]
OPENERS = [("els", 200), ("bram", 403), ("griet", 200), ("chaima", 404)]
PIECES = {"name_1": "Isoleren", "name_2": "Stoken", "short_name_2": "Vuur", "name_4": "Zon"}


@pytest.fixture
def url(traject):
    return f"/trajecten/{traject.pk}/themas/kandidaten/"


def names(traject):
    return [one.full_name for one in traject.candidates.running()]


def together(*candidates, **changes):
    return {"candidates": [one.pk for one in candidates], "name": "Buiten"} | changes


@pytest.mark.parametrize(("person", "status"), LEADERS)
def test_who_leads_puts_together_and_takes_apart(
    url, traject, energy, own, client_of, request, person, status
):
    browser = client_of(request.getfixturevalue(person))

    response = browser.post(f"{url}groeperen/", together(energy, own))

    assert response.status_code == status
    if status == 302:
        assert names(traject) == ["Buiten"]
        group = traject.candidates.running().get()
        assert browser.post(f"{url}{group.pk}/losmaken/").status_code == 302
    assert names(traject) == ["Energie en klimaat", "Zwerfvuil"]


@pytest.mark.parametrize(("person", "status"), LEADERS)
def test_who_leads_splits_and_makes_whole(url, traject, own, client_of, request, person, status):
    browser = client_of(request.getfixturevalue(person))

    response = browser.post(f"{url}{own.pk}/splitsen/", PIECES)

    assert response.status_code == status
    if status == 302:
        found = [(one.name, one.short_name) for one in traject.candidates.running()]
        assert found == [("Isoleren", "Isoleren"), ("Stoken", "Vuur"), ("Zon", "Zon")]
    assert browser.post(f"{url}{own.pk}/samen/").status_code == status
    assert names(traject) == ["Zwerfvuil"]


@pytest.mark.parametrize(("person", "status"), [("bram", 403), ("chaima", 404)])
def test_who_does_not_lead_takes_no_group_apart(
    url, traject, energy, own, griet, client_of, request, person, status
):
    entry = CandidateEntry("Buiten", "Buiten")
    group = group_candidates(traject=traject, candidates=[energy, own], entry=entry, by=griet)

    response = client_of(request.getfixturevalue(person)).post(f"{url}{group.pk}/losmaken/")

    assert response.status_code == status
    assert names(traject) == ["Buiten"]


@pytest.mark.parametrize("page", ["groeperen/", "{pk}/splitsen/"])
@pytest.mark.parametrize(("person", "status"), OPENERS)
def test_who_leads_opens_the_forms(url, own, client_of, request, page, person, status):
    browser = client_of(request.getfixturevalue(person))

    assert browser.get(url + page.format(pk=own.pk)).status_code == status


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"name": ""}, "Give it a name."),
        ({"candidates": []}, "Tick at least two."),
        ({"candidates": ["first"]}, "Tick at least two."),
        ({"candidates": ["9" * 30]}, "One of them is no longer in the running. Tick again."),
        ({"name": "Groen"}, "Another candidate theme has this name already."),
    ],
)
def test_mistake_in_a_group_keeps_what_was_typed(
    url, traject, energy, own, els, english_of, changes, message
):
    CandidateFactory(traject=traject, position=3, name="Groen")
    sent = together(energy, own) | changes
    sent["candidates"] = [energy.pk if one == "first" else one for one in sent["candidates"]]

    response = english_of(els).post(f"{url}groeperen/", sent)

    tree = page_of(response)
    ticked = [one for one in tree.iter("input") if one.get("checked") is not None]
    assert response.status_code == 422
    assert message in text_of(next(tree.iter("main")))
    assert by_id(tree, "id_name").get("value", "") == sent["name"]
    assert len(ticked) == len([one for one in sent["candidates"] if one in (energy.pk, own.pk)])
    assert len(names(traject)) == 3


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"name_2": "", "short_name_2": ""}, "Give this part a name."),
        ({"short_name_3": "Los"}, "Give this part a name."),
        ({"name_3": "Een naam van meer dan twintig letters"}, "Write a short name of at most 20"),
        ({"name_2": "isoleren"}, "Another candidate theme has this name already."),
    ],
)
def test_mistake_in_a_split_keeps_what_was_typed(
    url, traject, own, els, english_of, changes, message
):
    response = english_of(els).post(f"{url}{own.pk}/splitsen/", PIECES | changes)

    tree = page_of(response)
    assert response.status_code == 422
    assert message in text_of(next(tree.iter("main")))
    assert by_id(tree, "id_name_1").get("value") == "Isoleren"
    assert names(traject) == ["Zwerfvuil"]


def test_round_that_is_open_locks_groups_and_pieces(
    url, traject, energy, own, griet, els, english_of
):
    entries = [CandidateEntry("Papier", "Papier"), CandidateEntry("Blik", "Blik")]
    split_candidate(candidate=own, entries=entries, by=griet, at=own.traject.created_at)
    before = names(traject)
    browser = english_of(els)
    VotingRoundFactory(session=LiveSessionFactory(traject=traject))

    grouped = browser.post(f"{url}groeperen/", together(*traject.candidates.running()))
    divided = browser.post(f"{url}{energy.pk}/splitsen/", PIECES)
    joined = browser.post(f"{url}{own.pk}/samen/", follow=True)
    apart = browser.post(f"{url}{energy.pk}/losmaken/", follow=True)

    for response in (grouped, divided):
        assert response.status_code == 409
        assert "A voting round is open." in main_text(response)
    for response in (joined, apart):
        assert "A voting round is open." in text_of(page_of(response))
    assert names(traject) == before


def test_what_cannot_be_done_any_more_is_said(url, traject, energy, own, els, english_of):
    ThemeChoiceFactory(candidate=energy)
    browser = english_of(els)

    split = browser.post(f"{url}{energy.pk}/splitsen/", PIECES)
    apart = browser.post(f"{url}{own.pk}/losmaken/", follow=True)
    whole = browser.post(f"{url}{own.pk}/samen/", follow=True)

    assert split.status_code == 409
    assert "Change the choice first." in main_text(split)
    for response in (apart, whole):
        assert "Something changed meanwhile" in text_of(page_of(response))
