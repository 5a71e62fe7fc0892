"""Two moderators who work with the same dream images at the same moment: real threads with
connections of their own."""

import pytest

from tests.at_once import at_once, names, overlapping
from tests.factories import LONG_AGO
from trajects.actions.candidates import leave_out_candidate
from trajects.actions.dreams.combining import merge_dreams, split_dream, undo_dream
from trajects.actions.dreams.leaving_out import leave_out_dream
from trajects.actions.dreams.placing import make_cluster, place_dream, rename_cluster
from trajects.errors import (
    CannotCombine,
    ChangedMeanwhile,
    DreamChanged,
    DreamMoved,
    SameName,
    ThemeInUse,
)
from trajects.models import DreamImage, DreamPlace, ThemeChoice

pytestmark = pytest.mark.django_db(transaction=True)


def merger(traject, by, *dreams):
    versions = {one.pk: one.version for one in dreams}
    return lambda: merge_dreams(traject=traject, dreams=versions, text="Samen", by=by, at=LONG_AGO)


def placer(dream, by, *themes):
    numbers = [one.pk for one in themes]
    return lambda: place_dream(dream=dream, themes=numbers, version=dream.version, by=by)


@pytest.fixture
def els_and_griet(transactional_db, els, griet):
    return els, griet


def test_two_who_merge_the_same_make_one(traject, els_and_griet, dreams):
    outcomes = at_once(*(merger(traject, by, *dreams) for by in els_and_griet))

    assert names(outcomes) == [CannotCombine.__name__, "DreamImage"]
    assert traject.dreams.standing().count() == 1


def test_who_merges_what_another_splits_is_refused(traject, els_and_griet, dreams):
    els, griet = els_and_griet

    first, second = overlapping(
        lambda: split_dream(dream=dreams[0], texts=["a", "b"], version=1, by=griet, at=LONG_AGO),
        merger(traject, els, *dreams[:2]),
    )

    assert len(first) == 2
    assert isinstance(second, CannotCombine)
    assert traject.dreams.standing().count() == 4


def test_who_leaves_out_what_another_merges_is_refused(traject, els_and_griet, dreams):
    els, griet = els_and_griet

    _made, second = overlapping(
        merger(traject, griet, *dreams),
        lambda: leave_out_dream(dream=dreams[0], because="Bestaat al", by=els, at=LONG_AGO),
    )

    assert isinstance(second, DreamMoved)
    assert not traject.dreams.left_out().exists()


def test_two_who_take_apart_do_it_once(traject, els_and_griet, dreams):
    made = merger(traject, els_and_griet[0], *dreams)()

    outcomes = at_once(*(lambda by=by: undo_dream(dream=made, by=by) for by in els_and_griet))

    assert names(outcomes) == ["TrajectGone", "list"]
    assert set(traject.dreams.all()) == set(dreams)


def test_two_who_place_do_not_undo_each_other(els_and_griet, theme, other_theme, dreams):
    els, griet = els_and_griet

    _first, second = overlapping(
        placer(dreams[0], griet, theme, other_theme), placer(dreams[0], els, other_theme)
    )

    assert isinstance(second, DreamChanged)
    assert DreamPlace.objects.filter(dream=dreams[0]).count() == 2
    assert DreamImage.objects.get(pk=dreams[0].pk).version == 2


def test_two_who_make_a_group_of_the_same_name_make_one(els_and_griet, theme, dreams):
    numbers = [one.pk for one in dreams]

    outcomes = at_once(
        *(
            lambda by=by: make_cluster(candidate=theme, name="Dichtbij", dreams=numbers, by=by)
            for by in els_and_griet
        )
    )

    assert names(outcomes) == ["DreamCluster", SameName.__name__]


def test_two_who_rename_see_each_other(els_and_griet, theme, dreams):
    els, griet = els_and_griet
    cluster = make_cluster(candidate=theme, name="A", dreams=[dreams[0].pk], by=els)

    _first, second = overlapping(
        lambda: rename_cluster(cluster=cluster, was="A", name="B", by=griet),
        lambda: rename_cluster(cluster=cluster, was="A", name="C", by=els),
    )

    assert isinstance(second, ChangedMeanwhile)
    assert theme.clusters.get().name == "B"


def test_theme_is_not_left_out_while_a_dream_image_goes_there(
    els_and_griet, theme, other_theme, dreams
):
    """Between the two the choice was taken back."""
    els, griet = els_and_griet

    def placed_and_parked():
        placer(dreams[0], griet, theme, other_theme)()
        ThemeChoice.objects.filter(candidate=other_theme).update(chosen=False)

    _first, second = overlapping(
        placed_and_parked,
        lambda: leave_out_candidate(candidate=other_theme, because="Nu niet", by=els, at=LONG_AGO),
    )

    assert isinstance(second, ThemeInUse)
