"""One dream image and its stars."""

import pytest

from accounts.models import Role
from tests.factories import MembershipFactory
from tests.page import main_text
from tests.trajects.dream_factories import (
    DreamImageFactory,
    DreamSourceFactory,
    DreamStarFactory,
    GoalDreamFactory,
    GoalFactory,
)
from trajects.models import DreamImage, DreamStar


@pytest.fixture
def dream(traject, theme, griet):
    return DreamImageFactory(traject=traject, text="Veel bomen", author=griet, themes=[theme])


@pytest.mark.parametrize(("who", "status"), [("els", 200), ("bram", 200), ("chaima", 404)])
def test_who_sees_the_traject_reads_a_dream_image(who, status, request, client_of, base, dream):
    user = request.getfixturevalue(who)

    assert client_of(user).get(f"{base}{dream.pk}/").status_code == status


@pytest.mark.parametrize(("in_group", "offered"), [(True, True), (False, False)])
def test_a_goal_is_made_of_it(in_group, offered, english_of, bram, base, dream, traject):
    reader = MembershipFactory(organisation=traject.organisation, role=Role.READER).user

    page = english_of(bram if in_group else reader).get(f"{base}{dream.pk}/").content.decode()

    assert (f"/trajecten/{traject.pk}/doelen/nieuw/?droom={dream.pk}" in page) is offered


def test_a_dream_image_tells_where_it_comes_from(english_of, bram, base, traject, theme, griet):
    merged = DreamImageFactory(traject=traject, text="Groen", author=None, themes=[theme])
    part = DreamImageFactory(traject=traject, text="Bomen", author=griet)
    whole = DreamImageFactory(traject=traject, text="Bomen\nWater", author=griet)
    nameless = DreamImageFactory(traject=traject, text="Gras", author=None, written_at=None)
    DreamSourceFactory(dream=merged, source=part)
    DreamSourceFactory(dream=merged, source=nameless)
    DreamSourceFactory(dream=part, source=whole)
    GoalDreamFactory(goal=GoalFactory(candidate=theme, sentence="Tien bomen."), dream=merged)

    text = main_text(english_of(bram).get(f"{base}{merged.pk}/"))

    assert "Made while arranging, on" in text
    assert "from 2 dream images" in text
    _before, _title, sources = text.partition("Where it comes from")
    assert "Gras without a name" in sources
    assert "BomenWater Griet Maes" in sources
    assert "Bomen Griet Maes part of a dream image" in sources
    assert "Goals that grow from itTien bomen." in text
    below = main_text(english_of(bram).get(f"{base}{whole.pk}/"))
    assert "something else was made of this." in below
    assert "Goals that grow from itTien bomen." in below


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ({"text": "Met naam"}, "Written by Griet Maes on 3 March 2025."),
        ({"author": None, "written_at": None}, "Sent without a name: nobody knows who wrote it"),
    ],
)
def test_a_dream_image_tells_whose_it_is(own, said, english_of, els, base, traject, griet):
    dream = DreamImageFactory(traject=traject, **{"author": griet, **own})

    assert said in main_text(english_of(els).get(f"{base}{dream.pk}/"))


def test_what_was_left_out_tells_why_to_who_leads(english_of, els, bram, base, dream):
    DreamImage.objects.update(
        left_out_because="Staat er al.", left_out_by=els, left_out_at=dream.written_at
    )

    assert "Left outStaat er al." in main_text(english_of(els).get(f"{base}{dream.pk}/"))
    assert english_of(bram).get(f"{base}{dream.pk}/").status_code == 403


def test_a_part_that_was_left_out_is_read_by_who_leads_only(
    english_of, els, bram, base, traject, dream
):
    left = {"left_out_because": "Nee.", "left_out_by": els, "left_out_at": dream.written_at}
    for own in ({"text": "Linden"}, {"text": "Een geheim", **left}):
        part = DreamImageFactory(traject=traject, author=None, **own)
        DreamSourceFactory(dream=part, source=dream)

    shown = [main_text(english_of(one).get(f"{base}{dream.pk}/")) for one in (els, bram)]

    assert ["Een geheim" in text for text in shown] == [True, False]
    assert ["Linden" in text for text in shown] == [True, True]


def test_who_wrote_it_finds_how_to_change_it(english_of, griet, bram, base, dream):
    assert "Take it back" in main_text(english_of(griet).get(f"{base}{dream.pk}/"))
    assert "Take it back" not in main_text(english_of(bram).get(f"{base}{dream.pk}/"))


@pytest.mark.parametrize(("who", "status"), [("els", 302), ("bram", 302), ("chaima", 404)])
def test_the_lead_group_gives_stars(who, status, request, client_of, base, dream):
    user = request.getfixturevalue(who)

    response = client_of(user).post(f"{base}{dream.pk}/ster/", {"on": "1"})

    assert response.status_code == status
    given = [star.user for star in DreamStar.objects.all()]
    assert given == ([user] if status == 302 else [])


def test_a_star_is_taken_back(english_of, bram, base, dream):
    DreamStarFactory(dream=dream, user=bram)

    response = english_of(bram).post(f"{base}{dream.pk}/ster/", {"on": "0"}, follow=True)

    assert "Your star is taken back." in main_text(response)
    assert DreamStar.objects.count() == 0


def test_a_star_leads_back_to_the_gallery_it_was_given_in(client_of, bram, base, dream, theme):
    client = client_of(bram)

    def after(query: str) -> str:
        return client.post(f"{base}{dream.pk}/ster/{query}", {"on": "1"})["Location"]

    assert after("") == f"{base}{dream.pk}/"
    assert after(f"?thema={theme.pk}") == f"{base}thema/{theme.pk}/#d{dream.pk}"
    assert after("?thema=999999") == f"{base}{dream.pk}/"
    assert after(f"?thema={'9' * 30}") == f"{base}{dream.pk}/"
    assert after("?thema=https://elders.example") == f"{base}{dream.pk}/"


@pytest.mark.parametrize("theme_asked", ["x", "9" * 30, "9" * 5_000])
def test_a_star_from_no_gallery_leads_back_to_the_dream_image(
    client_of, bram, base, dream, theme_asked
):
    given = client_of(bram).post(f"{base}{dream.pk}/ster/?thema={theme_asked}", {"on": "1"})

    assert given.headers["Location"] == f"{base}{dream.pk}/"


def test_a_fourth_star_is_refused_in_words(english_of, bram, base, traject, theme, dream):
    for one in DreamImageFactory.create_batch(3, traject=traject, themes=[theme]):
        DreamStarFactory(dream=one, user=bram)

    response = english_of(bram).post(f"{base}{dream.pk}/ster/", {"on": "1"}, follow=True)

    assert "You gave all your stars for this theme." in main_text(response)
    assert dream.stars.count() == 0


@pytest.mark.parametrize("number", [1, 3])
def test_a_dream_image_costs_the_same_whatever_it_was_made_from(
    number, client_of, bram, base, traject, theme, dream, django_assert_num_queries
):
    for source in DreamImageFactory.create_batch(number, traject=traject):
        DreamSourceFactory(dream=dream, source=source)
        DreamStarFactory(dream=source)
    client = client_of(bram)

    with django_assert_num_queries(12):
        client.get(f"{base}{dream.pk}/")
