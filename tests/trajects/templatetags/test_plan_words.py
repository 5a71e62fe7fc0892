from django.template.loader import render_to_string
from django.utils.html import strip_tags
from django.utils.translation import override

from trajects.action_checks import Gap
from trajects.action_states import ActionState


def words_in(template, **given):
    with override("en"):
        return " ".join(strip_tags(render_to_string(template, given)).split())


def test_the_chip_of_every_state_says_its_own_word():
    said = [words_in("trajects/plan/_state.html", state=state) for state in ActionState]

    assert said == ["planned", "under way", "late", "done", "stopped"]


def test_the_chip_has_an_icon_beside_the_word():
    drawn = render_to_string("trajects/plan/_state.html", {"state": ActionState.LATE})

    assert 'class="chip chip-danger"' in drawn
    assert "#warning" in drawn


def test_every_gap_is_named_in_a_list():
    said = words_in("trajects/plan/_gaps.html", gaps=tuple(Gap))

    assert said == (
        "still an example not concrete yet no owner yet no deadline yet no reason yet "
        "outside the years of the plan"
    )


def test_where_nothing_is_missing_nothing_is_drawn():
    assert words_in("trajects/plan/_gaps.html", gaps=()) == ""
