"""What is dreamt for one theme, and the box."""

import pytest

from tests.factories import MembershipFactory, UserFactory
from tests.page import main_text, page_of
from tests.trajects.dream_factories import (
    DreamClusterFactory,
    DreamImageFactory,
    DreamPlaceFactory,
    DreamStarFactory,
)
from tests.trajects.dreaming import box_with, over
from tests.trajects.factories import CandidateFactory
from tests.trajects.selecting import select
from tests.trajects.views.dreams.test_writing import scanned
from trajects.models import DreamBox, DreamImage

__all__ = ["scanned"]


@pytest.mark.parametrize(("who", "status"), [("els", 200), ("bram", 200), ("chaima", 404)])
def test_who_sees_the_traject_sees_the_gallery(who, status, request, client_of, base, theme):
    client = client_of(request.getfixturevalue(who))

    assert client.get(f"{base}thema/{theme.pk}/").status_code == status


def test_a_theme_that_was_not_chosen_has_no_gallery(client_of, bram, base, traject):
    other = CandidateFactory(traject=traject)

    assert client_of(bram).get(f"{base}thema/{other.pk}/").status_code == 404


def test_the_gallery_shows_groups_points_and_stars(english_of, bram, base, traject, theme):
    own = {"traject": traject, "author": bram}
    grouped = DreamImageFactory(text="Bomen\n- bij de school\n- langs de weg", **own)
    cluster = DreamClusterFactory(candidate=theme, name="Groen")
    DreamPlaceFactory(dream=grouped, candidate=theme, cluster=cluster)
    alone = DreamImageFactory(text="Water", themes=[theme], **own)
    DreamStarFactory(dream=grouped)
    DreamStarFactory(dream=alone, user=bram)

    response = english_of(bram).get(f"{base}thema/{theme.pk}/")

    text = main_text(response)
    assert "Groen Bomenbij de schoollangs de weg Bram Claes" in text
    assert "In no group yet Water" in text
    assert "You have 2 stars left for this theme." in text
    assert "Give a star. 1 star for: Bomen" in text
    assert "Take your star back. 1 star for: Water" in text
    addresses = [one.get("action") for one in select(page_of(response), ".dream-star")]
    assert addresses == [f"{base}{one.pk}/ster/?thema={theme.pk}" for one in (grouped, alone)]


def test_who_reads_only_sees_the_stars(english_of, organisation, base, traject, theme):
    reader = MembershipFactory(organisation=organisation, role="reader").user
    DreamStarFactory(dream=DreamImageFactory(traject=traject, themes=[theme]))

    response = english_of(reader).get(f"{base}thema/{theme.pk}/")

    assert select(page_of(response), ".dream-star") == []
    assert "1 star" in main_text(response)


def test_no_stars_left_is_said(english_of, bram, base, traject, theme):
    for dream in DreamImageFactory.create_batch(3, traject=traject, themes=[theme]):
        DreamStarFactory(dream=dream, user=bram)

    text = main_text(english_of(bram).get(f"{base}thema/{theme.pk}/"))

    assert "You gave all your stars for this theme." in text


def test_an_empty_theme_asks_for_the_first(english_of, bram, base, theme, collection):
    text = main_text(english_of(bram).get(f"{base}thema/{theme.pk}/"))

    assert "Nobody wrote anything here yet." in text
    assert "Write a dream image" in text


def test_the_gallery_offers_what_the_scan_says(
    english_of, bram, base, traject, theme, collection, scanned
):
    client = english_of(bram)
    address = f"{base}thema/{theme.pk}/"

    response = client.get(address)

    links = [one.get("href") for one in select(page_of(response), ".take .btn")]
    assert links == [f"{base}schrijven/?stelling={scanned.code}"]
    DreamImageFactory(traject=traject, statement_code=scanned.code)
    assert "To begin with: what the scan says" not in main_text(client.get(address))


@pytest.mark.parametrize("number", [1, 3])
def test_the_gallery_costs_the_same_whatever_is_in_it(
    number, client_of, bram, base, traject, theme, django_assert_num_queries
):
    for dream in DreamImageFactory.create_batch(number, traject=traject, author=UserFactory()):
        cluster = DreamClusterFactory(candidate=theme)
        DreamPlaceFactory(dream=dream, candidate=theme, cluster=cluster)
        DreamStarFactory(dream=dream)
    client = client_of(bram)

    with django_assert_num_queries(12):
        client.get(f"{base}thema/{theme.pk}/")


@pytest.mark.parametrize(
    ("who", "status"), [("els", 302), ("griet", 302), ("bram", 403), ("chaima", 404)]
)
def test_who_leads_opens_the_box(who, status, request, client_of, base, traject, theme, collection):
    box_with(traject, "a", "b", "c", theme=theme)

    response = client_of(request.getfixturevalue(who)).post(f"{base}doos/")

    assert response.status_code == status
    shown = sorted(DreamImage.objects.values_list("text", "author", "written_at"))
    came = [("a", None, None), ("b", None, None), ("c", None, None)]
    assert shown == (came if status == 302 else [])


def test_two_alone_stay_in_the_box_while_the_group_writes(
    english_of, els, base, traject, theme, collection
):
    box_with(traject, "a", "b", theme=theme)

    response = english_of(els).post(f"{base}doos/", follow=True)

    assert "Too few wait in the box" in main_text(response)
    assert len(DreamBox.objects.get().bag) == 2


def test_the_box_says_how_many_came_out(english_of, els, base, traject, theme):
    over(traject)
    box_with(traject, "a", theme=theme)

    response = english_of(els).post(f"{base}doos/", follow=True)

    assert "The box is open: 1 dream image came out." in main_text(response)
