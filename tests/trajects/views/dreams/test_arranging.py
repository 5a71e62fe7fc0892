"""The workplace of the moderator: tick dream images, then a button."""

import pytest
from django.utils.http import urlencode

from tests.factories import LONG_AGO
from tests.page import by_id, main_text, page_of, text_of
from tests.trajects.dream_factories import (
    DreamBoxFactory,
    DreamClusterFactory,
    DreamImageFactory,
    DreamPlaceFactory,
    DreamStarFactory,
    GoalDreamFactory,
    GoalFactory,
)
from tests.trajects.factories import CandidateFactory
from trajects.actions.dreams.leaving_out import leave_out_dream
from trajects.models import DreamPlace

WRITERS = [("els", 302), ("bram", 403), ("griet", 302), ("chaima", 404)]
OPENERS = [("els", 200), ("bram", 403), ("griet", 200), ("chaima", 404)]


@pytest.fixture
def url(traject, theme):
    return f"/trajecten/{traject.pk}/droombeelden/thema/{theme.pk}/ordenen/"


def ticked(*dreams, **changes):
    return {"dreams": [one.pk for one in dreams], "do": "group", "name": "Dichtbij"} | changes


def groups(theme):
    places = DreamPlace.objects.filter(candidate=theme).order_by("dream")
    return [place.cluster.name if place.cluster else "" for place in places]


@pytest.mark.parametrize(("person", "status"), OPENERS)
def test_who_leads_sees_the_workplace(url, dreams, client_of, request, person, status):
    response = client_of(request.getfixturevalue(person)).get(url)

    assert response.status_code == status
    if status == 200:
        labels = [text_of(label) for label in page_of(response).xpath("//li/div/label")]
        assert labels == ["Bomen", "Schaduw", "Banken"]


@pytest.mark.parametrize(("person", "status"), WRITERS)
def test_who_leads_puts_in_groups(url, theme, dreams, client_of, request, person, status):
    response = client_of(request.getfixturevalue(person)).post(url, ticked(*dreams[:2]))

    assert response.status_code == status
    names = ["Dichtbij", "Dichtbij", ""] if status == 302 else ["", "", ""]
    assert groups(theme) == names


def test_into_a_group_that_is_there_and_out_of_it(url, theme, dreams, els, english_of):
    cluster = DreamClusterFactory(candidate=theme, name="Ver")
    browser = english_of(els)

    put = browser.post(url, ticked(*dreams, group=cluster.pk, name=""), follow=True)
    taken = browser.post(url, ticked(dreams[0], do="ungroup"), follow=True)

    assert groups(theme) == ["", "Ver", "Ver"]
    assert "3 dream images are in the group “Ver” now." in text_of(page_of(put))
    assert "1 dream image is in no group now." in text_of(page_of(taken))


def test_merging_goes_to_the_page_where_they_stand_beside_each_other(
    url, traject, theme, dreams, els, client_of
):
    response = client_of(els).post(url, ticked(*dreams[:2], do="merge"))

    asked = urlencode({"d": [dreams[0].pk, dreams[1].pk], "thema": theme.pk}, doseq=True)
    assert response.headers["Location"] == (
        f"/trajecten/{traject.pk}/droombeelden/samenvoegen/?{asked}"
    )
    assert traject.dreams.standing().count() == 3


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"dreams": []}, "Tick at least one."),
        ({"do": "merge"}, "Tick at least two."),
        ({"name": ""}, "Give the new group a name, or choose a group."),
        ({"do": "burn"}, "Choose a button."),
        ({"group": 999_999}, "This group is gone. Choose another one."),
        ({"dreams": [999_999]}, "One of them is no longer in the list. Tick again."),
        ({"dreams": ["9" * 30]}, "One of them is no longer in the list. Tick again."),
    ],
)
def test_mistakes_are_said_and_nothing_is_lost(url, dreams, els, english_of, sent, said):
    response = english_of(els).post(url, ticked(dreams[0]) | sent)

    page = page_of(response)
    assert response.status_code == 422
    assert said in main_text(response)
    is_ticked = by_id(page, f"tick-{dreams[0].pk}").get("checked") == ""
    assert is_ticked == ("dreams" not in sent)
    assert by_id(page, "id_name").get("value") == (None if sent.get("name") == "" else "Dichtbij")


def test_name_that_is_taken_is_said(url, theme, dreams, els, english_of):
    DreamClusterFactory(candidate=theme, name="Dichtbij")

    response = english_of(els).post(url, ticked(dreams[0]))

    assert response.status_code == 422
    assert "has this name already" in main_text(response)


def test_dream_images_and_groups_of_another_theme_are_no_choice(
    url, traject, other_theme, dreams, els, client_of
):
    elsewhere = DreamImageFactory(traject=traject, themes=[other_theme])
    group = DreamClusterFactory(candidate=other_theme)
    browser = client_of(els)

    assert browser.post(url, ticked(elsewhere)).status_code == 422
    assert browser.post(url, ticked(dreams[0], group=group.pk)).status_code == 422
    assert groups(other_theme) == [""]


def test_theme_that_is_not_chosen_has_no_workplace(traject, els, client_of):
    parked = CandidateFactory(traject=traject)

    response = client_of(els).get(
        f"/trajecten/{traject.pk}/droombeelden/thema/{parked.pk}/ordenen/"
    )

    assert response.status_code == 404


def test_row_tells_where_else_it_lies_and_what_grows_from_it(
    url, theme, other_theme, dreams, els, bram, english_of
):
    DreamPlaceFactory(dream=dreams[0], candidate=other_theme)
    DreamStarFactory(dream=dreams[0], user=bram)
    GoalDreamFactory(goal=GoalFactory(candidate=theme), dream=dreams[0])

    page = page_of(english_of(els).get(url))

    row = text_of(by_id(page, f"d{dreams[0].pk}"))
    assert "★ 1" in row
    assert "Bram Claes also under Water a goal grows from it" in row
    assert "Leave out" not in row
    assert "without a name" in text_of(by_id(page, f"d{dreams[2].pk}"))


def test_empty_groups_and_what_was_left_out_and_what_waits_are_told(
    url, traject, theme, dreams, els, english_of
):
    DreamClusterFactory(candidate=theme, name="Leeg")
    DreamBoxFactory(traject=traject, bag=[["x", [theme.pk], "", "", ""]] * 2)
    leave_out_dream(dream=dreams[0], because="Bestaat al", by=els, at=LONG_AGO)

    words = main_text(english_of(els).get(url))

    assert "Leeg 0" in words
    assert "Nothing lies in this group." in words
    assert "In no group 2" in words
    assert "2 dream images without a name wait in the box." in words
    assert "Bomen Bestaat al · Els Boone" in words


def test_workplace_without_dream_images_says_so(url, els, english_of):
    assert "nothing to put in order yet" in main_text(english_of(els).get(url))


@pytest.mark.parametrize("number", [1, 3])
def test_workplace_costs_the_same_for_many(
    url, traject, theme, other_theme, els, client_of, django_assert_num_queries, number
):
    for _ in range(number):
        cluster = DreamClusterFactory(candidate=theme)
        dream = DreamImageFactory(traject=traject, themes=[theme, other_theme])
        DreamPlace.objects.filter(dream=dream, candidate=theme).update(cluster=cluster)
        DreamStarFactory(dream=dream)
        left = DreamImageFactory(traject=traject, themes=[theme])
        leave_out_dream(dream=left, because="Nee", by=els, at=LONG_AGO)
    browser = client_of(els)

    with django_assert_num_queries(17):
        browser.get(url)
