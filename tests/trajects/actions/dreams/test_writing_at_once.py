"""People who write, star and open the box at the same moment: real threads with connections of
their own."""

from collections.abc import Callable

import pytest
from django.utils.timezone import now

from tests.at_once import at_once, names, overlapping
from tests.trajects.dream_factories import DreamImageFactory
from tests.trajects.dreaming import box_with, collecting, entry
from trajects.actions.dreams.box import open_box
from trajects.actions.dreams.collecting import close_collection
from trajects.actions.dreams.starring import star
from trajects.actions.dreams.writing import change_dream, send_nameless
from trajects.models import DreamBox, DreamImage, DreamStar
from trajects.models.writer import Writer

pytestmark = pytest.mark.django_db(transaction=True)
NOW = now()


@pytest.fixture
def open_theme(transactional_db, traject, theme):
    collecting(traject)
    return theme


def sender(traject, theme, user, text: str) -> Callable[[], object]:
    writer, said = Writer(user=user), entry(theme, text=text)
    return lambda: send_nameless(traject=traject, writer=writer, entry=said, at=NOW)


def opener(traject, user) -> Callable[[], object]:
    return lambda: open_box(traject=traject, by=user, at=NOW)


def in_box() -> list[str]:
    return [line[0] for line in DreamBox.objects.get().bag]


def test_who_sends_at_once_loses_nothing(traject, open_theme, bram, els, griet):
    tasks = [sender(traject, open_theme, one, one.name) for one in (bram, els, griet)]

    assert at_once(*tasks) == [None, None, None]
    assert in_box() == sorted(one.name for one in (bram, els, griet))


def test_two_who_open_the_box_show_it_once(traject, open_theme, els, griet):
    box_with(traject, "a", "b", "c", theme=open_theme)

    outcomes = at_once(opener(traject, els), opener(traject, griet))

    assert names(outcomes) == ["TooFewNameless", "int"]
    assert sorted(DreamImage.objects.values_list("text", flat=True)) == ["a", "b", "c"]


def test_what_is_sent_while_the_box_opens_stays_in_it(traject, open_theme, els, bram):
    box_with(traject, "a", "b", "c", theme=open_theme)

    outcomes = overlapping(opener(traject, els), sender(traject, open_theme, bram, "d"))

    assert outcomes == [3, None]
    assert (DreamImage.objects.count(), in_box()) == (3, ["d"])


def test_what_is_sent_while_it_closes_is_refused(traject, open_theme, els, bram):
    outcomes = overlapping(
        lambda: close_collection(traject=traject, by=els, at=NOW),
        sender(traject, open_theme, bram, "d"),
    )

    assert names(outcomes) == ["DreamCollection", "NotCollecting"]
    assert DreamBox.objects.count() == 0


def test_two_screens_of_one_person_make_one_star(traject, open_theme, bram):
    dream = DreamImageFactory(traject=traject, themes=[open_theme])

    def give() -> None:
        star(dream=dream, writer=Writer(user=bram), at=NOW)

    assert at_once(give, give, give) == [None, None, None]
    assert DreamStar.objects.count() == 1


def test_of_two_changes_from_one_version_one_is_stale(traject, open_theme, bram):
    dream = DreamImageFactory(traject=traject, author=bram, themes=[open_theme])

    def change(text: str) -> Callable[[], object]:
        said = entry(open_theme, text=text)
        writer = Writer(user=bram)
        return lambda: change_dream(dream=dream, writer=writer, entry=said, version=1, at=NOW)

    outcomes = at_once(change("Eerst"), change("Dan"))

    assert names(outcomes) == ["DreamChanged", "DreamImage"]
    assert DreamImage.objects.get().version == 2
