from hypothesis import example, given
from hypothesis import strategies as st

from reporting.geometry import Plate, Tread, theme_stairs

# The letters are 9.7 points high in a drawing that fits its room of 646 × 190.
WIDTH, HEIGHT, POINTS, SMALLEST = 646, 190, 9.7, 7.5


def names(*numbers: int) -> list[list[str]]:
    """As many names on each step."""
    return [[f"{step}.{place}" for place in range(number)] for step, number in enumerate(numbers)]


def test_stairs_rise_and_names_stand_on_their_step():
    stairs = theme_stairs([["1 Bestuur", "2 Energie"], [], ["3 Welzijn"]])

    assert (stairs.width, stairs.height) == (322, 75)
    assert stairs.treads == (
        Tread(step=0, x=0, y=51, width=106, height=24),
        Tread(step=1, x=108, y=37, width=106, height=38),
        Tread(step=2, x=216, y=23, width=106, height=52),
    )
    assert stairs.plates == (
        Plate("1 Bestuur", x=0, y=5, width=106, height=20),
        Plate("2 Energie", x=0, y=28, width=106, height=20),
        Plate("3 Welzijn", x=216, y=0, width=106, height=20),
    )


def test_stairs_without_names_are_as_high_as_the_last_step():
    stairs = theme_stairs([[], []])

    assert (stairs.height, stairs.plates) == (38, ())


def test_many_names_on_one_step_stand_beside_each_other_in_the_room_of_the_empty_steps():
    stairs = theme_stairs(names(0, 0, 0, 0, 0, 15))

    assert (stairs.width, stairs.height) == (645, 186)
    assert [tread.width for tread in stairs.treads] == [41, 41, 41, 41, 41, 430]
    top = [(plate.text, plate.x - stairs.treads[5].x, plate.y) for plate in stairs.plates[:5]]
    assert top == [
        ("5.0", 0, 0),
        ("5.1", 108, 0),
        ("5.2", 216, 0),
        ("5.3", 0, 23),
        ("5.4", 108, 23),
    ]


@given(st.lists(st.integers(0, 5), max_size=15))
@example([5] * 15)
@example([0] * 6 + [1, 2, 3] + [5] * 6)
def test_letters_stay_legible_however_the_themes_are_spread(steps):
    stairs = theme_stairs(names(*(steps.count(step) for step in range(6))))

    shrunk = max(stairs.width / WIDTH, stairs.height / HEIGHT, 1)
    assert POINTS / shrunk > SMALLEST
    assert len({(plate.x, plate.y) for plate in stairs.plates}) == len(steps)
    assert min((plate.y for plate in stairs.plates), default=0) >= 0
