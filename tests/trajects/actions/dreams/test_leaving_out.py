"""Dream images that the group does not go on with, and back."""

import pytest

from tests.factories import LONG_AGO
from tests.trajects.dream_factories import GoalDreamFactory, GoalFactory
from trajects.actions.dreams.combining import merge_dreams
from trajects.actions.dreams.leaving_out import bring_back_dream, leave_out_dream
from trajects.errors import DreamMoved, DreamUsed, NoLongerAllowed
from trajects.models import DreamImage


def leave_out(dream, by):
    return leave_out_dream(dream=dream, because="Bestaat al", by=by, at=LONG_AGO)


def test_left_out_with_a_reason_and_brought_back_as_it_was(traject, els, dreams):
    before = list(traject.dreams.values())

    leave_out(dreams[0], els)

    found = DreamImage.objects.get(pk=dreams[0].pk)
    assert (found.left_out_at, found.left_out_by) == (LONG_AGO, els)
    assert (found.left_out_because, found.text) == ("Bestaat al", "Bomen")
    assert list(traject.dreams.standing()) == dreams[1:]
    bring_back_dream(dream=dreams[0], by=els)
    assert list(traject.dreams.values()) == before


def test_nothing_is_left_out_or_brought_back_twice(els, dreams):
    with pytest.raises(DreamMoved):
        bring_back_dream(dream=dreams[0], by=els)
    leave_out(dreams[0], els)
    with pytest.raises(DreamMoved):
        leave_out(dreams[0], els)


def test_what_was_merged_is_not_left_out(traject, els, dreams):
    versions = {one.pk: one.version for one in dreams}
    merge_dreams(traject=traject, dreams=versions, text="Samen", by=els, at=LONG_AGO)

    with pytest.raises(DreamMoved):
        leave_out(dreams[0], els)


def test_what_a_goal_grows_from_is_not_left_out(els, theme, dreams):
    GoalDreamFactory(goal=GoalFactory(candidate=theme), dream=dreams[0])

    with pytest.raises(DreamUsed):
        leave_out(dreams[0], els)


def test_who_leads_leaves_out(griet, bram, dreams):
    with pytest.raises(NoLongerAllowed):
        leave_out(dreams[0], bram)
    leave_out(dreams[0], griet)
    with pytest.raises(NoLongerAllowed):
        bring_back_dream(dream=dreams[0], by=bram)
