"""Dream images under themes and in groups."""

import pytest

from tests.factories import LONG_AGO
from tests.trajects.dreaming import chosen
from tests.trajects.factories import CandidateFactory
from trajects.actions.dreams.combining import merge_dreams
from trajects.actions.dreams.placing import (
    make_cluster,
    place_dream,
    put_in_cluster,
    remove_cluster,
    rename_cluster,
    take_out_of_clusters,
)
from trajects.errors import (
    ChangedMeanwhile,
    DreamChanged,
    DreamMoved,
    NoLongerAllowed,
    SameName,
    ThemeNotChosen,
    TrajectGone,
)
from trajects.models import DreamCluster, DreamPlace, ThemeChoice


def place(dream, by, *themes, version=1):
    numbers = [one.pk for one in themes]
    return place_dream(dream=dream, themes=numbers, version=version, by=by)


def places(*dreams):
    found = DreamPlace.objects.filter(dream__in=dreams).order_by("dream", "candidate")
    return list(found.values_list("dream", "candidate", "cluster"))


def numbers(dreams):
    return [one.pk for one in dreams]


@pytest.fixture
def cluster(theme, els, dreams):
    return make_cluster(candidate=theme, name="Dichtbij", dreams=numbers(dreams[:2]), by=els)


def test_one_idea_lies_under_several_themes(els, theme, other_theme, dreams):
    both = place(dreams[0], els, theme, other_theme)
    one = place(dreams[0], els, other_theme, version=2)

    assert (both.version, one.version) == (2, 3)
    assert places(dreams[0]) == [(dreams[0].pk, other_theme.pk, None)]


def test_group_stays_where_the_theme_stays(els, theme, other_theme, dreams, cluster):
    place(dreams[0], els, theme, other_theme)

    assert places(dreams[0]) == [
        (dreams[0].pk, theme.pk, cluster.pk),
        (dreams[0].pk, other_theme.pk, None),
    ]


def test_what_lies_there_already_is_right_whatever_the_version(els, theme, dreams):
    assert place(dreams[0], els, theme, version=7).version == 1


def test_stale_page_does_not_move_it(els, theme, other_theme, dreams):
    place(dreams[0], els, theme, other_theme)

    with pytest.raises(DreamChanged) as refused:
        place(dreams[0], els, other_theme)

    assert [one.version for one in refused.value.stored] == [2]


def test_only_chosen_themes_and_at_least_one(traject, els, theme, dreams):
    parked = CandidateFactory(traject=traject)
    stranger = CandidateFactory()

    for wanted in ([], [parked], [theme, stranger]):
        with pytest.raises(ThemeNotChosen):
            place(dreams[0], els, *wanted)

    assert places(dreams[0]) == [(dreams[0].pk, theme.pk, None)]


def test_place_under_a_theme_that_is_no_longer_chosen_stays(
    traject, els, theme, other_theme, dreams
):
    ThemeChoice.objects.filter(candidate=theme).update(chosen=False)

    place(dreams[0], els, other_theme)

    assert places(dreams[0]) == [
        (dreams[0].pk, theme.pk, None),
        (dreams[0].pk, other_theme.pk, None),
    ]


def test_what_was_merged_is_not_moved_and_not_put_in_a_group(traject, els, theme, dreams, cluster):
    versions = {one.pk: one.version for one in dreams}
    merge_dreams(traject=traject, dreams=versions, text="Samen", by=els, at=LONG_AGO)

    with pytest.raises(DreamMoved):
        place(dreams[0], els, theme)
    with pytest.raises(DreamMoved):
        put_in_cluster(cluster=cluster, dreams=numbers(dreams[:1]), by=els)
    with pytest.raises(DreamMoved):
        take_out_of_clusters(candidate=theme, dreams=numbers(dreams[:1]), by=els)


def test_group_gets_what_is_put_in_it_and_loses_what_is_taken_out(els, theme, dreams, cluster):
    far = make_cluster(candidate=theme, name="Ver", dreams=numbers(dreams[1:]), by=els)
    put_in_cluster(cluster=cluster, dreams=numbers(dreams[2:]), by=els)
    take_out_of_clusters(candidate=theme, dreams=numbers(dreams[:1]), by=els)

    assert [row[2] for row in places(*dreams)] == [None, far.pk, cluster.pk]


def test_group_of_nothing_or_of_what_lies_elsewhere_is_no_group(
    traject, els, theme, other_theme, dreams
):
    for candidate, which in ((theme, []), (other_theme, dreams)):
        with pytest.raises(DreamMoved):
            make_cluster(candidate=candidate, name="A", dreams=numbers(which), by=els)

    assert not DreamCluster.objects.exists()


def test_groups_are_for_chosen_themes(traject, els, theme, dreams, cluster):
    ThemeChoice.objects.filter(candidate=theme).update(chosen=False)

    for action in (
        lambda: make_cluster(candidate=theme, name="A", dreams=numbers(dreams), by=els),
        lambda: put_in_cluster(cluster=cluster, dreams=numbers(dreams), by=els),
        lambda: take_out_of_clusters(candidate=theme, dreams=numbers(dreams), by=els),
    ):
        with pytest.raises(ThemeNotChosen):
            action()


def test_two_groups_of_a_theme_are_not_called_the_same(traject, els, theme, dreams, cluster):
    other = make_cluster(candidate=theme, name="Ver", dreams=numbers(dreams[2:]), by=els)

    with pytest.raises(SameName):
        make_cluster(candidate=theme, name="DICHTBIJ", dreams=numbers(dreams), by=els)
    with pytest.raises(SameName):
        rename_cluster(cluster=other, was="Ver", name="dichtbij", by=els)

    elsewhere = chosen(traject, "Groen")
    place(dreams[0], els, theme, elsewhere)
    make_cluster(candidate=elsewhere, name="Dichtbij", dreams=numbers(dreams[:1]), by=els)


def test_group_gets_another_name_unless_a_colleague_was_first(els, cluster):
    assert rename_cluster(cluster=cluster, was="Dichtbij", name="dichtbij", by=els).name == (
        "dichtbij"
    )
    assert rename_cluster(cluster=cluster, was="Ver", name="dichtbij", by=els).name == "dichtbij"

    with pytest.raises(ChangedMeanwhile):
        rename_cluster(cluster=cluster, was="Dichtbij", name="Ver", by=els)


def test_without_its_heading_everything_stays(els, theme, dreams, cluster):
    remove_cluster(cluster=cluster, by=els)

    assert [row[1:] for row in places(*dreams)] == [(theme.pk, None)] * 3


def test_group_that_is_gone_is_not_found(els, dreams, cluster):
    DreamCluster.objects.all().delete()

    for action in (
        lambda: put_in_cluster(cluster=cluster, dreams=numbers(dreams), by=els),
        lambda: rename_cluster(cluster=cluster, was="Dichtbij", name="Ver", by=els),
        lambda: remove_cluster(cluster=cluster, by=els),
    ):
        with pytest.raises(TrajectGone):
            action()


def test_who_leads_arranges(griet, bram, theme, other_theme, dreams, cluster):
    for action in (
        lambda by: place(dreams[0], by, theme, other_theme),
        lambda by: make_cluster(candidate=theme, name="A", dreams=numbers(dreams), by=by),
        lambda by: put_in_cluster(cluster=cluster, dreams=numbers(dreams), by=by),
        lambda by: take_out_of_clusters(candidate=theme, dreams=numbers(dreams), by=by),
        lambda by: rename_cluster(cluster=cluster, was="Dichtbij", name="Ver", by=by),
        lambda by: remove_cluster(cluster=cluster, by=by),
    ):
        with pytest.raises(NoLongerAllowed):
            action(bram)
        action(griet)
