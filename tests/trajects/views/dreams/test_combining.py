"""Merging, splitting and undoing, on the pages."""

import pytest

from tests.factories import LONG_AGO
from tests.page import by_id, main_text, page_of
from tests.trajects.dream_factories import (
    DreamImageFactory,
    DreamStarFactory,
    GoalDreamFactory,
    GoalFactory,
)
from trajects.actions.dreams.leaving_out import leave_out_dream
from trajects.forms.arranging import read, seen
from trajects.models import DreamImage

WRITERS = [("els", 302), ("bram", 403), ("griet", 302), ("chaima", 404)]
OPENERS = [("els", 200), ("bram", 403), ("griet", 200), ("chaima", 404)]
PARTS = {"part_1": "Bomen", "part_2": "Gras\n- lang", "part_4": "Water", "version": "1"}


@pytest.fixture
def merging(base):
    return f"{base}samenvoegen/"


def asked(*dreams):
    return "&".join(f"d={one.pk}" for one in dreams)


def together(*dreams, **changes):
    return {"text": "Bomen met banken", "shown": seen(dreams)} | changes


def texts(traject):
    return [one.text for one in traject.dreams.standing()]


@pytest.mark.parametrize(("person", "status"), WRITERS)
def test_who_leads_merges_and_takes_apart(
    merging, base, traject, dreams, client_of, request, person, status
):
    browser = client_of(request.getfixturevalue(person))

    response = browser.post(merging, together(dreams[0], dreams[2]))

    assert response.status_code == status
    if status == 302:
        assert texts(traject) == ["Schaduw", "Bomen met banken"]
        made = traject.dreams.standing().last()
        assert response.headers["Location"].endswith(f"/ordenen/#d{made.pk}")
        assert browser.post(f"{base}{made.pk}/losmaken/").status_code == 302
    assert texts(traject) == ["Bomen", "Schaduw", "Banken"]


@pytest.mark.parametrize(("person", "status"), WRITERS)
def test_who_leads_splits_and_makes_whole(
    base, traject, dreams, client_of, request, person, status
):
    browser = client_of(request.getfixturevalue(person))

    response = browser.post(f"{base}{dreams[0].pk}/splitsen/", PARTS)

    assert response.status_code == status
    if status == 302:
        assert texts(traject) == ["Schaduw", "Banken", "Bomen", "Gras\n- lang", "Water"]
        part = traject.dreams.standing().last()
        assert browser.post(f"{base}{part.pk}/losmaken/").status_code == 302
    assert texts(traject) == ["Bomen", "Schaduw", "Banken"]


@pytest.mark.parametrize(("person", "status"), [("bram", 403), ("chaima", 404)])
def test_who_does_not_lead_undoes_nothing(
    base, traject, dreams, els, client_of, request, person, status
):
    client_of(els).post(f"{base}samenvoegen/", together(*dreams))
    made = traject.dreams.standing().get()

    response = client_of(request.getfixturevalue(person)).post(f"{base}{made.pk}/losmaken/")

    assert response.status_code == status
    assert texts(traject) == ["Bomen met banken"]


@pytest.mark.parametrize(("person", "status"), OPENERS)
def test_who_leads_opens_the_forms(merging, base, dreams, client_of, request, person, status):
    browser = client_of(request.getfixturevalue(person))

    assert browser.get(f"{merging}?{asked(*dreams)}").status_code == status
    assert browser.get(f"{base}{dreams[0].pk}/splitsen/").status_code == status


def test_merging_begins_with_the_words_of_everybody(merging, traject, dreams, els, client_of):
    long = DreamImageFactory(traject=traject, text="bomen\n- linden\nGras")

    page = page_of(client_of(els).get(f"{merging}?{asked(dreams[0], long)}"))

    assert by_id(page, "id_text").text.strip() == "Bomen\n- linden\nGras"


def test_splitting_begins_with_the_points(base, traject, els, client_of):
    dream = DreamImageFactory(traject=traject, text="Bomen\n- linden\nGras")

    page = page_of(client_of(els).get(f"{base}{dream.pk}/splitsen/"))

    found = [(by_id(page, f"id_part_{number}").text or "").strip() for number in (1, 2, 3)]
    assert found == ["Bomen\n- linden", "Gras", ""]


@pytest.mark.parametrize("text", ["", "  ", "-\n- "])
def test_merged_one_says_something(merging, traject, dreams, els, english_of, text):
    response = english_of(els).post(merging, together(*dreams, text=text))

    assert response.status_code == 422
    assert "Write at least one point." in main_text(response)
    assert len(texts(traject)) == 3


@pytest.mark.parametrize(
    "sent", [{"part_2": ""}, {"part_2": "--"}, {"part_1": "x" * 2_001}, {"version": "x"}]
)
def test_parts_say_something(base, traject, dreams, els, client_of, sent):
    response = client_of(els).post(f"{base}{dreams[0].pk}/splitsen/", PARTS | sent)

    assert response.status_code == 422
    assert by_id(page_of(response), "id_part_4").text.strip() == "Water"
    assert len(texts(traject)) == 3


def test_who_changed_words_meanwhile_is_read_first(merging, traject, dreams, els, english_of):
    sent = together(*dreams)
    DreamImage.objects.filter(pk=dreams[0].pk).update(text="Meer bomen", version=2)
    browser = english_of(els)

    response = browser.post(merging, sent)

    page, words = page_of(response), main_text(response)
    assert response.status_code == 409
    assert "changed meanwhile" in words
    assert "Meer bomen" in words
    assert by_id(page, "id_text").text.strip() == "Bomen met banken"
    again = by_id(page, "id_shown").get("value")
    assert browser.post(merging, sent | {"shown": again}).status_code == 302
    assert texts(traject) == ["Bomen met banken"]


def test_stale_split_is_read_first(base, traject, dreams, els, english_of):
    DreamImage.objects.filter(pk=dreams[0].pk).update(text="Meer bomen", version=2)
    url, browser = f"{base}{dreams[0].pk}/splitsen/", english_of(els)

    response = browser.post(url, PARTS)

    assert response.status_code == 409
    assert "Meer bomen" in main_text(response)
    assert by_id(page_of(response), "id_part_2").text.strip() == "Gras\n- lang"
    again = by_id(page_of(response), "id_version").get("value")
    assert browser.post(url, PARTS | {"version": again}).status_code == 302


def test_what_left_the_list_does_not_merge_and_nothing_typed_is_lost(
    merging, traject, dreams, els, english_of
):
    leave_out_dream(dream=dreams[0], because="Nee", by=els, at=LONG_AGO)

    response = english_of(els).post(merging, together(*dreams[:2]))

    words = main_text(response)
    assert response.status_code == 409
    assert "Choose at least two" in words
    assert "Bomen met banken" in words
    assert texts(traject) == ["Schaduw", "Banken"]


@pytest.mark.parametrize("left", [3, 2])
def test_what_its_author_took_back_meanwhile_takes_no_typed_text_along(
    merging, traject, dreams, els, english_of, left
):
    browser, sent = english_of(els), together(*dreams[:left])
    dreams[0].delete()

    response = browser.post(merging, sent)

    assert response.status_code == 409
    assert "Bomen met banken" in main_text(response)
    if left == 3:
        again = by_id(page_of(response), "id_shown").get("value")
        assert browser.post(merging, sent | {"shown": again}).status_code == 302
        assert texts(traject) == ["Bomen met banken"]


def test_fewer_than_two_are_not_merged(merging, traject, dreams, els, english_of):
    browser = english_of(els)

    assert "Choose at least two" in main_text(browser.get(merging))
    assert "Choose at least two" in main_text(browser.get(f"{merging}?{asked(dreams[0])}"))
    assert browser.post(merging, {"text": "x", "shown": ""}).status_code == 409


@pytest.mark.parametrize("number", ["0", "x", "9" * 18, "9" * 30, "-1"])
def test_what_is_no_dream_image_here_is_not_found(merging, dreams, els, client_of, number):
    browser = client_of(els)

    assert browser.get(f"{merging}?{asked(*dreams)}&d={number}").status_code == 404


def test_dream_image_of_another_traject_is_not_found(merging, dreams, els, client_of):
    other, browser = DreamImageFactory(text="Van elders"), client_of(els)

    assert browser.get(f"{merging}?{asked(other, *dreams)}").status_code == 404
    refused = browser.post(merging, together(other, *dreams))
    assert refused.status_code == 409
    assert "Van elders" not in main_text(refused)
    assert not other.made_into.exists()


def test_what_a_goal_grows_from_is_not_undone(
    merging, base, traject, theme, dreams, els, english_of
):
    browser = english_of(els)
    browser.post(merging, together(*dreams))
    made = traject.dreams.standing().get()
    GoalDreamFactory(goal=GoalFactory(candidate=theme), dream=made)

    response = browser.post(f"{base}{made.pk}/losmaken/", follow=True)

    assert "A goal or another dream image grows from this" in main_text(response)
    assert texts(traject) == ["Bomen met banken"]


def test_moderator_comes_back_where_they_came_from(
    base, theme, other_theme, traject, dreams, els, client_of
):
    both = DreamImageFactory(traject=traject, themes=[theme, other_theme])
    browser = client_of(els)

    there = browser.post(f"{base}{both.pk}/splitsen/?thema={other_theme.pk}", PARTS)
    elsewhere = browser.post(f"{base}{dreams[0].pk}/splitsen/?thema={other_theme.pk}", PARTS)

    assert there.headers["Location"].startswith(f"{base}thema/{other_theme.pk}/ordenen/#d")
    assert elsewhere.headers["Location"].startswith(f"{base}thema/{theme.pk}/ordenen/#d")


def test_dream_image_under_no_chosen_theme_leads_to_the_hub(base, traject, els, client_of):
    lost = DreamImageFactory(traject=traject)

    response = client_of(els).post(f"{base}{lost.pk}/splitsen/", PARTS)

    assert response.headers["Location"].startswith(f"{base}#d")


@pytest.mark.parametrize("number", [2, 4])
def test_merging_costs_the_same_for_many(
    merging, traject, theme, els, client_of, django_assert_num_queries, number
):
    dreams = [DreamImageFactory(traject=traject, themes=[theme]) for _ in range(number)]
    for dream in dreams:
        DreamStarFactory(dream=dream)
    browser = client_of(els)

    with django_assert_num_queries(10):
        browser.get(f"{merging}?{asked(*dreams)}")


def test_what_the_page_showed_is_read_back(dreams):
    assert read(seen(dreams)) == {one.pk: 1 for one in dreams}
    assert read("") == {}
    assert read("1:2 3") == {}
    assert read("1:2 <script>") == {}
