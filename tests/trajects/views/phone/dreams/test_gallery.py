"""The dream images on a phone, with stars."""

from django.utils.timezone import now

from tests.page import main_text
from tests.trajects.dream_factories import (
    DreamClusterFactory,
    DreamImageFactory,
    DreamPlaceFactory,
    DreamStarFactory,
)
from tests.trajects.views.phone.dreams.sending import DREAMS, chosen, picture, sent, to
from tests.trajects.views.phone.phones import URL, phone, seat_of, told
from trajects.actions.dreams.starring import star
from trajects.models import DreamImage, DreamStar
from trajects.models.writer import Writer
from trajects.stages import Stage


def test_who_looks_on_writes_nothing_and_reads_the_gallery(session, theme):
    seat_of(session, "Aya", observes=True)
    dream = DreamImageFactory(traject=session.traject, themes=[theme])

    writing = told(phone("Aya"))
    to(session, Stage.GALLERY)
    looking = phone("Aya").get(URL)

    assert "The group writes dream images" in writing
    assert dream.text in main_text(looking)
    assert "/ster/" not in looking.content.decode()


def test_gallery_by_theme_and_group(session, seats, theme):
    water = chosen(session.traject, "Water")
    cluster = DreamClusterFactory(candidate=theme, name="Op het dak")
    first, second = DreamImageFactory.create_batch(2, traject=session.traject)
    DreamPlaceFactory(dream=first, candidate=theme, cluster=cluster)
    DreamPlaceFactory(dream=second, candidate=theme)
    nameless = DreamImageFactory(traject=session.traject, written_at=None, author=None)
    DreamPlaceFactory(dream=nameless, candidate=water)
    to(session, Stage.GALLERY)

    whole = told(phone("Aya"))
    to(session, Stage.GALLERY, candidate=water)
    one = told(phone("Aya"))

    order = ["Energie", "Op het dak", first.text, "In no group yet", second.text, "Water"]
    assert [whole.index(words) for words in order] == sorted(whole.index(words) for words in order)
    assert "without a name" in one
    assert "Energie" not in one


def test_theme_that_is_no_longer_chosen_gives_way(session, seats, theme):
    chosen(session.traject, "Water")
    to(session, Stage.GALLERY, candidate=theme)
    theme.choice.delete()

    text = told(phone("Aya"))

    assert "Water" in text
    assert "No theme is chosen any more." not in text


def test_gallery_takes_as_many_queries_for_one_as_for_three(
    session, seats, theme, django_assert_num_queries
):
    DreamImageFactory(traject=session.traject, themes=[theme])
    to(session, Stage.GALLERY, candidate=theme)
    client = phone("Aya")

    with django_assert_num_queries(8):
        client.get(URL)
    for dream in DreamImageFactory.create_batch(3, traject=session.traject, themes=[theme]):
        DreamStarFactory(dream=dream)
    with django_assert_num_queries(8):
        client.get(URL)


def test_star_is_given_and_taken_back(session, seats, theme):
    dream = DreamImageFactory(traject=session.traject, themes=[theme])
    to(session, Stage.GALLERY)
    client = phone("Aya")

    answer = client.post(f"{DREAMS}{dream.pk}/ster/", {"on": "1"})
    given = told(client)
    stars = list(DreamStar.objects.values_list("dream", "seat"))
    client.post(f"{DREAMS}{dream.pk}/ster/", {"on": "0"})

    assert answer.headers["Location"] == f"{URL}#d{dream.pk}"
    assert stars == [(dream.pk, seats[0].pk)]
    assert "You have 2 stars left." in given
    assert "You gave a star. Take it back" in given
    assert DreamStar.objects.count() == 0


def test_fourth_star_is_refused_in_words(session, seats, theme):
    dreams = DreamImageFactory.create_batch(4, traject=session.traject, themes=[theme])
    for dream in dreams[:3]:
        star(dream=dream, writer=Writer.of_seat(seats[0]), at=now())
    to(session, Stage.GALLERY)

    response = phone("Aya").post(f"{DREAMS}{dreams[3].pk}/ster/", {"on": "1"})

    assert response.status_code == 409
    assert "You gave all your stars for this theme." in main_text(response)
    assert response.content.decode().count(">Give a star<") == 0
    assert DreamStar.objects.count() == 3


def test_stars_wait_for_the_gallery(session, seats, theme):
    dream = DreamImageFactory(traject=session.traject, themes=[theme])

    response = phone("Aya").post(f"{DREAMS}{dream.pk}/ster/", {"on": "1"})

    assert response.headers["Location"] == URL
    assert DreamStar.objects.count() == 0


def test_dream_image_of_elsewhere_has_no_star_and_no_picture(session, seats, theme):
    to(session, Stage.GALLERY)
    other = DreamImageFactory()

    assert phone("Aya").post(f"{DREAMS}{other.pk}/ster/", {"on": "1"}).status_code == 404
    assert phone("Aya").get(f"{DREAMS}{other.pk}/beeld/").status_code == 404


def test_picture_is_shown_in_the_gallery_only(session, seats, theme):
    phone("Aya").post(DREAMS, sent(theme, picture=picture(), picture_alt="Een dak"))
    dream = DreamImage.objects.get()
    url = f"{DREAMS}{dream.pk}/beeld/"

    before = phone("Aya").get(url)
    to(session, Stage.GALLERY)
    page = phone("Aya").get(URL).content.decode()
    shown = phone("Aya").get(url)
    stranger = phone().get(url)

    assert (before.status_code, stranger.status_code, shown.status_code) == (404, 404, 200)
    assert f'src="{url}" alt="Een dak"' in page
    assert shown.headers["Content-Type"] == "image/jpeg"
    assert shown.headers["X-Content-Type-Options"] == "nosniff"
    assert shown.headers["Content-Disposition"].startswith("attachment")
    dream.picture.delete()


def state(client):
    return client.get(f"{URL}stand/").json()["screen"]


def test_phone_that_writes_stays_as_it_is_while_others_send(session, seats, theme):
    before = state(phone("Ben"))
    phone("Aya").post(DREAMS, sent(theme))

    assert state(phone("Ben")) == before


def test_phone_follows_the_gallery_but_not_every_star(session, seats, theme):
    dream = DreamImageFactory(traject=session.traject, themes=[theme])
    to(session, Stage.GALLERY)
    before = state(phone("Ben"))
    star(dream=dream, writer=Writer.of_seat(seats[0]), at=now())
    starred = state(phone("Ben"))
    DreamImageFactory(traject=session.traject, themes=[theme])

    assert starred == before
    assert state(phone("Ben")) != before
