"""Dream images go together and fall apart, and come back exactly as they were."""

import pytest

from tests.factories import LONG_AGO, UserFactory
from tests.trajects.dream_factories import (
    DreamClusterFactory,
    DreamImageFactory,
    DreamStarFactory,
    GoalDreamFactory,
    GoalFactory,
)
from tests.trajects.factories import ParticipantFactory
from trajects.actions.dreams.combining import merge_dreams, split_dream, undo_dream
from trajects.actions.dreams.leaving_out import bring_back_dream, leave_out_dream
from trajects.actions.dreams.placing import put_in_cluster
from trajects.errors import (
    CannotCombine,
    DreamChanged,
    DreamMoved,
    DreamUsed,
    NoLongerAllowed,
    TrajectGone,
)
from trajects.models import DreamImage, DreamPlace, DreamStar

PARTS = ["Bomen", "Gras\n- lang"]


def seen(*dreams):
    return {one.pk: one.version for one in dreams}


def merge(traject, by, *dreams, text="Samen"):
    return merge_dreams(traject=traject, dreams=seen(*dreams), text=text, by=by, at=LONG_AGO)


def split(dream, by, texts=PARTS):
    return split_dream(dream=dream, texts=texts, version=dream.version, by=by, at=LONG_AGO)


def standing(traject):
    return list(traject.dreams.standing())


def rows(traject):
    """Every dream image with its places."""
    places = DreamPlace.objects.filter(dream__traject=traject).order_by("pk")
    return [*traject.dreams.values(), *places.values()]


def stars(*dreams):
    found = DreamStar.objects.filter(dream__in=dreams).order_by("dream", "user", "guest")
    return list(found.values_list("dream", "user", "guest", "seat"))


def test_merged_one_stands_instead_of_its_sources(traject, els, dreams):
    bomen, _schaduw, banken = dreams
    before = rows(traject)

    made = merge(traject, els, bomen, banken, text="Bomen met banken")

    assert (made.text, made.written_at, made.called) == ("Bomen met banken", LONG_AGO, "")
    assert (made.is_nameless, made.statement_code, made.version) == (False, "", 1)
    assert list(made.sources.all()) == [bomen, banken]
    assert standing(traject) == [dreams[1], made]
    assert [row for row in rows(traject) if row in before] == before


def test_merged_one_is_about_a_statement_when_all_are(traject, els, theme):
    first, second = (
        DreamImageFactory(traject=traject, statement_code="energie-1a") for _ in range(2)
    )

    assert merge(traject, els, first, second).statement_code == "energie-1a"


def test_merged_one_lies_under_all_themes_of_its_sources(traject, els, theme, other_theme, dreams):
    bomen, schaduw, banken = dreams
    near, far = DreamClusterFactory(candidate=theme), DreamClusterFactory(candidate=theme)
    DreamPlace.objects.create(dream=schaduw, candidate=other_theme)
    put_in_cluster(cluster=near, dreams=[bomen.pk], by=els)

    in_one_group = merge(traject, els, bomen, schaduw)
    put_in_cluster(cluster=far, dreams=[banken.pk], by=els)
    in_two = merge(traject, els, in_one_group, banken)

    assert list(in_one_group.places.values_list("candidate", "cluster")) == [
        (theme.pk, near.pk),
        (other_theme.pk, None),
    ]
    assert list(in_two.places.values_list("candidate", "cluster")) == [
        (theme.pk, None),
        (other_theme.pk, None),
    ]


def test_one_or_of_another_traject_or_merged_already_does_not_merge(traject, els, dreams):
    bomen, schaduw, banken = dreams
    merge(traject, els, bomen, schaduw)

    for members in ([banken], [banken, DreamImageFactory()], [banken, bomen]):
        with pytest.raises(CannotCombine):
            merge(traject, els, *members)

    assert traject.dreams.count() == 4


def test_what_was_left_out_does_not_merge(traject, els, dreams):
    leave_out_dream(dream=dreams[0], because="Bestaat al", by=els, at=LONG_AGO)

    with pytest.raises(CannotCombine):
        merge(traject, els, *dreams)


def test_words_that_changed_meanwhile_are_read_first(traject, els, dreams):
    shown = seen(*dreams)
    DreamImage.objects.filter(pk=dreams[0].pk).update(text="Meer bomen", version=2)

    with pytest.raises(DreamChanged) as refused:
        merge_dreams(traject=traject, dreams=shown, text="Samen", by=els, at=LONG_AGO)
    with pytest.raises(DreamChanged):
        split(dreams[0], els)

    assert [one.text for one in refused.value.stored] == ["Meer bomen"]
    assert standing(traject) == dreams


def test_parts_stand_instead_of_the_whole(traject, els, theme, dreams):
    cluster = DreamClusterFactory(candidate=theme)
    put_in_cluster(cluster=cluster, dreams=[dreams[2].pk], by=els)

    parts = split(dreams[2], els)

    assert [(one.text, one.called, one.is_nameless) for one in parts] == [
        ("Bomen", "", False),
        ("Gras\n- lang", "", False),
    ]
    assert [list(one.sources.all()) for one in parts] == [[dreams[2]]] * 2
    assert [one.places.get().cluster for one in parts] == [cluster, cluster]
    assert standing(traject) == [*dreams[:2], *parts]


def test_one_part_is_no_split_six_are_too_many_and_nothing_is_split_twice(traject, els, dreams):
    for texts in (PARTS[:1], [*PARTS, *PARTS, *PARTS]):
        with pytest.raises(CannotCombine):
            split(dreams[0], els, texts)
    split(dreams[0], els)
    with pytest.raises(DreamMoved):
        split(dreams[0], els)


def test_merged_one_comes_apart_as_it_was(traject, els, dreams):
    before = rows(traject)

    sources = undo_dream(dream=merge(traject, els, *dreams), by=els)

    assert sources == dreams
    assert rows(traject) == before


def test_split_one_is_whole_again_from_any_of_its_parts(traject, els, dreams):
    before = rows(traject)

    for place in (0, 1):
        parts = split(dreams[0], els)
        assert undo_dream(dream=parts[place], by=els) == [dreams[0]]

        assert rows(traject) == before


def test_stars_given_meanwhile_go_to_the_sources(traject, els, bram, dreams):
    guest = ParticipantFactory(traject=traject)
    bomen, schaduw, _banken = dreams
    DreamStarFactory(dream=bomen, user=bram)
    made = merge(traject, els, bomen, schaduw)
    DreamStarFactory(dream=made, user=bram)
    DreamStarFactory(dream=made, user=None, guest=guest)

    undo_dream(dream=made, by=els)

    assert sorted(stars(bomen, schaduw), key=str) == sorted(
        [
            (bomen.pk, bram.pk, None, None),
            (bomen.pk, None, guest.pk, None),
            (schaduw.pk, bram.pk, None, None),
            (schaduw.pk, None, guest.pk, None),
        ],
        key=str,
    )


def test_star_on_two_parts_is_one_star_on_the_whole(els, bram, dreams):
    parts = split(dreams[0], els)
    for part in parts:
        DreamStarFactory(dream=part, user=bram)

    undo_dream(dream=parts[0], by=els)

    assert stars(dreams[0]) == [(dreams[0].pk, bram.pk, None, None)]


def test_what_was_not_made_is_not_undone(els, dreams):
    with pytest.raises(DreamMoved):
        undo_dream(dream=dreams[0], by=els)


def test_what_a_goal_or_a_dream_image_grows_from_stays(traject, els, theme, dreams):
    made = merge(traject, els, *dreams[:2])
    parts = split(dreams[2], els)
    GoalDreamFactory(goal=GoalFactory(candidate=theme), dream=parts[1])
    merge(traject, els, made, parts[0])
    before = rows(traject)

    for one in (made, *parts):
        with pytest.raises(DreamUsed):
            undo_dream(dream=one, by=els)

    assert rows(traject) == before


def test_whole_waits_for_a_part_that_is_left_out(traject, els, dreams):
    parts = split(dreams[0], els)
    leave_out_dream(dream=parts[1], because="Nu niet", by=els, at=LONG_AGO)

    with pytest.raises(DreamMoved):
        undo_dream(dream=parts[0], by=els)
    bring_back_dream(dream=parts[1], by=els)
    undo_dream(dream=parts[0], by=els)

    assert standing(traject) == dreams


def test_who_leads_combines(traject, griet, bram, dreams):
    for nobody in (bram, UserFactory()):
        with pytest.raises(NoLongerAllowed):
            merge(traject, nobody, *dreams)
        with pytest.raises(NoLongerAllowed):
            split(dreams[0], nobody)
    made = merge(traject, griet, *dreams)
    with pytest.raises(NoLongerAllowed):
        undo_dream(dream=made, by=bram)

    assert standing(traject) == [made]


def test_what_is_gone_is_not_found(els, dreams):
    DreamImage.objects.filter(pk=dreams[0].pk).delete()

    for action in (split, lambda dream, by: undo_dream(dream=dream, by=by)):
        with pytest.raises(TrajectGone):
            action(dreams[0], els)
