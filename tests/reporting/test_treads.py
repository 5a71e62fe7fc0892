from reporting.geometry import Plate, Tread, theme_stairs


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
