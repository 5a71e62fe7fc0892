"""Dream images laid out, and who may write now."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.factories import UserFactory
from tests.trajects.dream_factories import (
    DreamClusterFactory,
    DreamCollectionFactory,
    DreamImageFactory,
    DreamPlaceFactory,
    DreamSourceFactory,
    DreamStarFactory,
)
from tests.trajects.dreaming import box_with, chosen, collecting
from tests.trajects.factories import (
    LONG_AGO,
    CandidateFactory,
    LiveSessionFactory,
    ParticipantFactory,
)
from trajects.models.live_session import CODE_WORKS_FOR
from trajects.models.writer import Writer
from trajects.queries.dreams import (
    Family,
    card_in,
    collection_of,
    gallery_of,
    is_open,
    may_write,
    stars_left,
    waiting_in_box,
)
from trajects.stages import Stage, Subject

NOON = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)


@pytest.fixture
def theme(traject):
    return chosen(traject, "Energie")


def card_alone(dream, writer=None):
    return card_in(Family.of(dream.traject), dream, writer)


def dream_in(traject, *themes, **own):
    return DreamImageFactory(traject=traject, themes=themes, **own)


def test_the_gallery_has_groups_first_and_the_rest_last(traject, theme):
    loose = dream_in(traject, theme)
    later, first = DreamClusterFactory(candidate=theme), DreamClusterFactory(candidate=theme)
    grouped = [dream_in(traject) for _number in range(3)]
    for dream, cluster in zip(grouped, (first, later, later), strict=True):
        DreamPlaceFactory(dream=dream, candidate=theme, cluster=cluster)

    (shown,) = gallery_of(traject).themes

    laid = [(one.cluster, [card.dream for card in one.cards]) for one in shown.clusters]
    assert laid == [(later, grouped[1:]), (first, grouped[:1]), (None, [loose])]
    assert [card.dream for card in shown.cards] == [*grouped[1:], grouped[0], loose]


def test_the_gallery_shows_what_stands_under_chosen_themes(traject, theme, griet):
    other = chosen(traject, "Water")
    both = dream_in(traject, theme, other, CandidateFactory(traject=traject))
    source = dream_in(traject, theme)
    DreamSourceFactory(dream=both, source=source)
    out = {"left_out_at": LONG_AGO, "left_out_by": griet, "left_out_because": "x"}
    dream_in(traject, theme, **out)

    gallery = gallery_of(traject)

    assert [one.candidate for one in gallery.themes] == [theme, other]
    assert [card.dream for card in gallery.cards] == [both]
    assert gallery.of(other) == gallery_of(traject, candidate=other).themes[0]
    assert gallery.of(CandidateFactory()) is None


def test_stars_stay_with_what_a_dream_image_was_made_from(traject, theme):
    whole, beside = dream_in(traject), dream_in(traject)
    part, merged = dream_in(traject), dream_in(traject, theme)
    for dream, source in ((part, whole), (merged, part), (merged, beside)):
        DreamSourceFactory(dream=dream, source=source)
    fan = UserFactory()
    for dream in (whole, part, beside):
        DreamStarFactory(dream=dream, user=fan)
    DreamStarFactory(dream=beside)
    guest = ParticipantFactory(traject=traject)
    DreamStarFactory(dream=merged, user=None, guest=guest)

    (card,) = gallery_of(traject, writer=Writer(user=fan)).cards

    assert (card.stars, card.is_starred, card.number_of_sources) == (3, True, 2)
    assert (card.is_merged, card.is_part) == (True, False)
    assert card_alone(part).is_part
    assert not card_alone(whole, Writer(guest=guest)).is_starred
    assert card_alone(merged, Writer(guest=guest)).is_starred
    assert stars_left(traject, theme.pk, Writer(user=fan)) == 2
    assert stars_left(traject, theme.pk, Writer(user=UserFactory())) == 3


def test_stars_left_are_those_of_who_asks(traject, theme):
    fan = UserFactory()
    for dream in (dream_in(traject, theme), dream_in(traject, theme)):
        DreamStarFactory(dream=dream, user=fan)

    def left(writer: Writer | None) -> int:
        return gallery_of(traject, writer=writer).themes[0].stars_left

    assert (left(Writer(user=fan)), left(Writer(user=UserFactory())), left(None)) == (1, 3, 0)
    assert gallery_of(traject).themes[0].stars == 2


def test_the_newest_came_under_a_name(traject, theme):
    assert gallery_of(traject).themes[0].newest is None
    newest = dream_in(traject, theme, written_at=NOON)
    dream_in(traject, theme)
    dream_in(traject, theme, author=None, written_at=None)

    card = gallery_of(traject).themes[0].newest

    assert card is not None
    assert card.dream == newest


def test_a_card_without_points_is_called_as_it_is_written(traject):
    assert card_alone(dream_in(traject, text=" - ")).title == " - "
    assert card_alone(dream_in(traject, text="Bomen\nGras")).title == "Bomen"


@pytest.mark.parametrize("number", [1, 3])
def test_a_gallery_costs_four_queries(number, traject, django_assert_num_queries):
    for one in range(number):
        theme = chosen(traject, f"Thema {one}")
        for dream in DreamImageFactory.create_batch(number, traject=traject, themes=[theme]):
            DreamStarFactory(dream=dream)

    with django_assert_num_queries(4):
        assert len(gallery_of(traject).cards) == number * number


@pytest.mark.parametrize(
    ("own", "open_then"),
    [
        ({"last_day": NOON.date()}, True),
        ({"last_day": NOON.date() - timedelta(days=1)}, False),
        ({"closed_at": LONG_AGO}, False),
    ],
)
def test_the_collection_is_open_through_its_last_day(own, open_then, traject):
    if "closed_at" in own:
        own = {**own, "closed_by": traject.created_by}
    collecting(traject, **own)

    assert is_open(collection_of(traject), NOON) is open_then
    assert may_write(traject, NOON) is open_then


def test_the_last_day_ends_at_midnight_on_the_clock_on_the_wall(traject):
    collection = DreamCollectionFactory(traject=traject, last_day=NOON.date())
    before = datetime(2026, 5, 4, 21, 59, tzinfo=UTC)  # 23.59 in Brussels

    assert is_open(collection, before)
    assert not is_open(collection, before + timedelta(minutes=1))


@pytest.mark.parametrize(
    ("own", "may"),
    [
        ({}, True),
        ({"is_practice": True}, False),
        ({"subject": Subject.THEMES}, False),
        ({"opened_at": NOON - CODE_WORKS_FOR}, False),
    ],
)
def test_a_session_about_dreams_opens_the_form(own, may, traject):
    session = {"subject": Subject.DREAMS, "stage": Stage.DREAMING, "opened_at": NOON, **own}
    LiveSessionFactory(traject=traject, **session)

    assert may_write(traject, NOON) is may


def test_of_a_box_only_the_number_is_told(traject, theme):
    assert (waiting_in_box(traject), collection_of(traject)) == (0, None)
    box_with(traject, "a", "b", theme=theme)

    assert waiting_in_box(traject) == 2
