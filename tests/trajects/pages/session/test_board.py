"""How dream images lie on a screen that nobody can scroll."""

from hypothesis import given
from hypothesis import strategies as st

from trajects.dreams import points_of
from trajects.models import Candidate, DreamCluster, DreamImage
from trajects.pages.session.board import COLUMNS, ROWS, TALL, _height, board_of
from trajects.queries.dreams import ClusterCards, DreamCard, Gallery, ThemeGallery

ENERGY = Candidate(name="Energie", short_name="Energie")


def card(text: str, picture: str = "") -> DreamCard:
    return DreamCard(DreamImage(text=text, picture=picture), points_of(text))


def group(name: str, *texts: str, picture: str = "") -> ClusterCards:
    cluster = DreamCluster(name=name) if name else None
    return ClusterCards(cluster, tuple(card(text, picture) for text in texts))


def board(*groups: ClusterCards):
    return board_of(Gallery((ThemeGallery(ENERGY, groups),)))


def laid(screens) -> list[list[tuple[str, int, int]]]:
    """Per screen its groups: name, columns, cards."""
    return [[(one.name, one.columns, len(one.cards)) for one in s.groups] for s in screens]


def test_six_cards_are_one_screen_and_seven_are_two():
    assert laid(board(group("", *"abcdef"))) == [[("", 3, 6)]]
    assert laid(board(group("", *"abcdefg"))) == [[("", 3, 6)], [("", 3, 1)]]


def test_groups_stand_beside_each_other_as_long_as_they_fit():
    screens = board(group("Zon", *"abc"), group("Wind", "d"), group("", "e"))

    assert laid(screens) == [[("Zon", 2, 3), ("Wind", 1, 1)], [("", 3, 1)]]
    assert [screen.has_names for screen in screens] == [True, False]


def test_theme_without_dream_images_has_a_screen_of_its_own():
    other = Candidate(name="Water", short_name="Water")
    full = ThemeGallery(ENERGY, (group("", "a"),))

    screens = board_of(Gallery((full, ThemeGallery(other, ()))))

    assert [(one.theme.candidate.name, len(one.groups)) for one in screens] == [
        ("Energie", 1),
        ("Water", 0),
    ]


def test_long_text_and_picture_take_a_whole_column():
    long = "woord " * 100
    (screen,) = board(group("", long, "kort", "kort", "kort"))

    assert [one.is_tall for one in screen.groups[0].cards] == [True, False, False, False]
    assert laid(board(group("", *"abcd", picture="x.jpg"))) == [[("", 3, 3)], [("", 3, 1)]]


def test_what_does_not_fit_is_cut_between_words_and_said():
    (screen,) = board(group("", "woord " * 333))
    ((shown,),) = (one.cards for one in screen.groups)

    assert shown.is_cut
    assert shown.points[0].text.endswith("woord")


def test_all_cards_of_a_screen_are_written_as_large_as_the_longest_allows():
    (short,) = board(group("", "a", "word " * 15), group("Zon", "b"))
    (middling,) = board(group("", "a", "word " * 30, "b", "c"))
    (long,) = board(group("", "a", "word " * 50, "b", "c"))

    assert [one.letter for one in (short, middling, long)] == ["large", "medium", ""]


def test_screen_without_cards_has_some_letter():
    (empty,) = board()

    assert empty.letter == "large"


def test_points_are_cut_whole():
    lines = "\n".join(["Punt", *(f"- onder {n}" for n in range(30))])
    (screen,) = board(group("", lines))
    ((shown,),) = (one.cards for one in screen.groups)

    assert shown.is_cut
    assert shown.points[0].points == tuple(f"onder {n}" for n in range(TALL - 1))


words = st.text("ab \n-", min_size=1, max_size=1500).filter(lambda text: text.strip(" \n-"))
groups_of = st.lists(
    st.tuples(st.sampled_from(["", "Zon", "Wind"]), st.lists(words, min_size=1, max_size=9)),
    max_size=4,
)


@given(groups_of)
def test_every_card_is_shown_once_and_fits(given_groups):
    given_cards = [group(name, *texts) for name, texts in given_groups]

    screens = board(*given_cards)

    shown = [one for screen in screens for part in screen.groups for one in part.cards]
    assert [one.card for one in shown] == [c for one in given_cards for c in one.cards]
    for screen in screens:
        assert sum(part.columns for part in screen.groups) <= COLUMNS
        for part in screen.groups:
            assert sum(one.places for one in part.cards) <= part.columns * ROWS
    assert all(_height(one.points) <= TALL for one in shown)
