import pytest

from reporting.geometry import road

EIGHT = ["later"] * 8


def test_road_passes_through_every_stop():
    drawn = road(EIGHT)

    assert drawn.path.startswith("M-30 211C-12.3 207.3 33 190.8 76 189C")
    assert drawn.path.endswith("1236 108")
    assert drawn.path.count("C") == 9
    assert all(f" {stop.x} {stop.y}" in drawn.path for stop in drawn.stops)
    assert [stop.number for stop in drawn.stops] == list(range(1, 9))


@pytest.mark.parametrize(
    ("marks", "end", "bends"),
    [
        (["now"] + ["later"] * 7, "76 189", 1),
        (["done", "done", "now"] + ["later"] * 5, "380 163", 3),
        (["now", "done"] + ["later"] * 6, "228 200", 2),
        (["done"] * 8, "1140 122", 8),
    ],
)
def test_travelled_ends_where_the_group_is(marks, end, bends):
    drawn = road(marks)

    assert drawn.travelled.endswith(end)
    assert drawn.travelled.count("C") == bends
    assert drawn.path.startswith(drawn.travelled)


def test_nothing_is_travelled_at_the_very_beginning():
    assert road(EIGHT).travelled == ""
    assert road(["works"] * 8).travelled == ""


def test_road_has_eight_stops():
    with pytest.raises(ValueError, match="zip"):
        road(["later"] * 7)
