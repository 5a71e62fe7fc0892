"""Dream images for who comes by a personal link."""

import pytest

from tests.page import main_text
from tests.trajects.dream_factories import DreamImageFactory, DreamStarFactory
from tests.trajects.dreaming import box_with, chosen, over, typed
from tests.trajects.views.dreams.conftest import guest_of
from trajects.dreams import MOST_IN_BOX
from trajects.models import DreamBox, DreamImage, DreamStar, Part

PAGES = ("", "schrijven/", "verstuurd/")


@pytest.fixture
def own(traject, theme, guest, collection):
    return DreamImageFactory(
        traject=traject, text="Veel bomen", author=None, guest=guest, themes=[theme]
    )


@pytest.mark.parametrize("path", PAGES)
def test_a_guest_of_the_lead_group_comes_in(path, page, door, collection):
    assert page.get(f"{door}{path}").status_code == 200


@pytest.mark.parametrize("path", [*PAGES, "1/beeld/"])
def test_a_colleague_for_the_photo_is_refused(path, page, traject, collection):
    guest_of(traject, Part.COLLEAGUE, "van-een-collega")

    assert page.get(f"/meedoen/van-een-collega/droombeelden/{path}").status_code == 403


@pytest.mark.parametrize("path", PAGES)
def test_a_link_that_does_not_work_opens_nothing(path, page, collection):
    assert page.get(f"/meedoen/verzonnen/droombeelden/{path}").status_code == 404


def test_a_guest_writes_under_their_name(page, door, theme, guest, collection):
    response = page.post(f"{door}schrijven/", typed(theme), follow=True)

    assert DreamImage.objects.get().guest == guest
    assert "Your dream image is sent." in main_text(response)
    assert "Elke school een bosmet een vijver Koen" in main_text(response)


def test_a_guest_writes_without_a_name(page, door, theme, collection):
    response = page.post(f"{door}schrijven/", typed(theme, name="nameless"))

    assert (response.status_code, response["Location"]) == (303, f"{door}verstuurd/")
    assert (DreamImage.objects.count(), len(DreamBox.objects.get().bag)) == (0, 1)


@pytest.mark.parametrize(("sent", "status"), [({"text": ""}, 422), ({"name": "nameless"}, 409)])
def test_what_a_guest_typed_stays(sent, status, page, door, traject, theme, collection):
    box_with(traject, *(f"Droom {number}" for number in range(MOST_IN_BOX)), theme=theme)

    response = page.post(f"{door}schrijven/", typed(theme, picture_alt="Boom", **sent))

    assert response.status_code == status
    assert "Boom" in response.content.decode()


def test_a_guest_reads_everything_and_changes_their_own(page, door, traject, theme, own, bram):
    other = DreamImageFactory(traject=traject, text="Water", author=bram, themes=[theme])
    chosen(traject, "Afval")

    response = page.get(door)

    text = main_text(response)
    assert "Veel bomen Koen" in text
    assert "Water Bram Claes" in text
    assert "Afval Nobody wrote anything here yet." in text
    html = response.content.decode()
    assert f"{door}{own.pk}/wijzigen/" in html
    assert f"{door}{other.pk}/wijzigen/" not in html


def test_a_guest_is_told_that_it_is_closed(page, door, traject, theme):
    over(traject)

    assert "the collection is not open" in main_text(page.get(door))


def test_a_guest_changes_what_they_wrote(page, door, theme, own):
    sent = {"text": "Meer bomen", "themes": [theme.pk], "version": "1"}

    assert page.get(f"{door}{own.pk}/wijzigen/").status_code == 200
    assert page.post(f"{door}{own.pk}/wijzigen/", sent).status_code == 302
    stale = page.post(f"{door}{own.pk}/wijzigen/", {**sent, "text": "Nog meer"})
    assert stale.status_code == 409
    assert "Meer bomen" in stale.content.decode()
    assert page.post(f"{door}{own.pk}/wijzigen/", {"text": ""}).status_code == 422
    own.refresh_from_db()
    assert own.text == "Meer bomen"


def test_a_guest_does_not_change_what_was_left_out(page, door, theme, own, griet):
    DreamImage.objects.update(
        left_out_because="dubbel", left_out_by=griet, left_out_at=own.written_at
    )
    sent = {"text": "Meer bomen", "themes": [theme.pk], "version": "1"}

    assert page.post(f"{door}{own.pk}/wijzigen/", sent).status_code == 409


@pytest.mark.parametrize("path", ["wijzigen/", "intrekken/"])
def test_what_another_wrote_is_not_theirs(path, page, door, traject, bram):
    other = DreamImageFactory(traject=traject, author=bram)

    assert page.post(f"{door}{other.pk}/{path}").status_code == 404


def test_a_guest_takes_back_what_they_wrote(page, door, own, traject):
    made = DreamImageFactory(traject=traject)
    made.sources.add(own)
    used = page.post(f"{door}{own.pk}/intrekken/", follow=True)
    made.delete()

    gone = page.post(f"{door}{own.pk}/intrekken/", follow=True)

    assert "A goal or another dream image grows from this one" in main_text(used)
    assert "Your dream image is taken back." in main_text(gone)
    assert DreamImage.objects.count() == 0


def test_a_guest_gives_and_takes_back_stars(page, door, traject, theme, own, guest):
    first = page.post(f"{door}{own.pk}/ster/", {"on": "1"})

    assert first["Location"] == f"{door}#d{own.pk}"
    assert [star.guest for star in DreamStar.objects.all()] == [guest]
    page.post(f"{door}{own.pk}/ster/", {"on": "0"})
    assert DreamStar.objects.count() == 0
    for one in DreamImageFactory.create_batch(3, traject=traject, themes=[theme]):
        DreamStarFactory(dream=one, user=None, guest=guest)
    refused = page.post(f"{door}{own.pk}/ster/", {"on": "1"}, follow=True)
    assert "You gave all your stars for this theme." in main_text(refused)


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_of_a_guest_costs_the_same_whatever_is_in_it(
    number, page, door, traject, theme, collection, django_assert_num_queries
):
    for dream in DreamImageFactory.create_batch(number, traject=traject, themes=[theme]):
        DreamStarFactory(dream=dream)

    with django_assert_num_queries(6):
        page.get(door)


def test_the_own_page_of_a_guest_leads_to_the_dream_images(page, door, traject):
    before = page.get(door.removesuffix("droombeelden/")).content.decode()
    chosen(traject, "Energie")

    after = page.get(door.removesuffix("droombeelden/")).content.decode()

    assert (f'href="{door}"' in before, f'href="{door}"' in after) == (False, True)
