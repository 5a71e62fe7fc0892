import base64

import pytest

from tests.trajects.dream_factories import DreamBoxFactory
from tests.trajects.dreaming import box_with, collecting, over
from tests.trajects.factories import LONG_AGO, CandidateFactory
from trajects import dreams as rules
from trajects.actions.dreams import box as action
from trajects.actions.dreams.box import open_box
from trajects.errors import NoLongerAllowed, ThemeNotChosen, TooFewNameless
from trajects.models import DreamBox, DreamImage

JPEG = b"\xff\xd8\xff beeld"


def opened(traject, user):
    return open_box(traject=traject, by=user, at=LONG_AGO)


def test_what_was_in_it_is_shown_as_nobodys(traject, theme, els):
    collecting(traject)
    box_with(traject, "a", "b", "c", theme=theme)

    assert opened(traject, els) == 3

    rows = DreamImage.objects.values_list("text", "author", "guest", "seat", "written_at", "themes")
    assert sorted(rows) == [(text, None, None, None, None, theme.pk) for text in "abc"]
    assert DreamBox.objects.get().bag == []


def test_a_picture_becomes_a_file(traject, theme, els):
    sent = ["a", [theme.pk], "energie-1a", base64.b64encode(JPEG).decode(), "Een boom"]
    DreamBoxFactory(traject=traject, bag=[sent])

    opened(traject, els)

    shown = DreamImage.objects.get()
    with shown.picture.open() as file:
        assert file.read() == JPEG
    assert (shown.picture_alt, shown.statement_code) == ("Een boom", "energie-1a")


def test_they_come_out_in_an_order_by_chance(traject, theme, els, monkeypatch):
    monkeypatch.setattr(action, "shuffled", lambda sent: list(reversed(sent)))
    box_with(traject, "a", "b", "c", theme=theme)

    opened(traject, els)

    assert list(DreamImage.objects.values_list("text", flat=True)) == ["c", "b", "a"]
    assert rules.shuffled(list("abc")) in [
        list(one) for one in ("abc", "acb", "bac", "bca", "cab", "cba")
    ]


def test_under_a_theme_that_is_gone_nothing_is_lost(traject, theme, other_theme, els):
    gone = CandidateFactory(traject=traject)
    box_with(traject, "a", theme=gone)
    gone.delete()

    opened(traject, els)

    assert set(DreamImage.objects.get().themes.all()) == {theme, other_theme}


def test_without_any_chosen_theme_it_stays_shut(traject, els):
    box_with(traject, "a", theme=CandidateFactory(traject=traject))

    with pytest.raises(ThemeNotChosen):
        opened(traject, els)


@pytest.mark.parametrize("texts", [[], ["a"], ["a", "b"]])
def test_too_few_stay_in_it_while_the_group_writes(texts, traject, theme, els):
    collecting(traject)
    box_with(traject, *texts, theme=theme)

    with pytest.raises(TooFewNameless):
        opened(traject, els)


def test_one_comes_out_once_nobody_writes(traject, theme, els):
    over(traject)
    box_with(traject, "a", theme=theme)

    assert open_box(traject=traject, by=els, at=LONG_AGO.replace(year=2027)) == 1


def test_without_a_box_nothing_opens(traject, theme, els):
    with pytest.raises(TooFewNameless):
        opened(traject, els)


def test_the_lead_group_does_not_open_it(traject, theme, bram):
    with pytest.raises(NoLongerAllowed):
        opened(traject, bram)


def test_its_traces_are_wiped_once_it_is_certain(
    traject, theme, els, django_capture_on_commit_callbacks
):
    box_with(traject, "a", theme=theme)

    with django_capture_on_commit_callbacks() as after:
        opened(traject, els)

    assert after == [action.wipe_box]
