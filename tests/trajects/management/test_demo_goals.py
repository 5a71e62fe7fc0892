"""The demo traject that made its goals."""

import json
from collections import Counter
from pathlib import Path

import pytest
import yaml
from PIL import Image

from accounts.models import Membership
from tests.trajects.management.loading import load, of_zavelbeke
from trajects.models import GoalChange, Traject, VotingRound
from trajects.pages.ambition import ambition_page
from trajects.pages.choice import choice_page
from trajects.pages.goal_smart import period_of, smart_of
from trajects.queries.carriers import carriers_of
from trajects.queries.dreams import gallery_of
from trajects.queries.facts import facts_of
from trajects.steps import Key, Light, Need, checks

pytestmark = pytest.mark.django_db

DATA = yaml.safe_load(Path("fixtures/demo_goals.yaml").read_text())


@pytest.fixture
def goals(demo) -> Traject:
    return of_zavelbeke()


def test_group_of_demo_adopted_its_goals(goals):
    facts = facts_of(goals)

    assert facts.done == set(list(Key)[:6])
    assert (facts.rounds, facts.chosen, facts.light) == (1, 4, Light.GIVEN)
    assert (facts.dreams, facts.in_box, facts.themes_dreamt) == (22, 0, 4)
    assert (facts.goals, facts.adopted, facts.remarks) == (5, 5, 0)
    assert (facts.ambitions, facts.themes_with_goal) == (4, 4)
    assert all(check.met for check in checks(Key.DREAMS, facts))
    unmet = [check.need for check in checks(Key.GOALS, facts) if not check.met]
    assert unmet == [Need.GOALS_SMART]  # counted only where somebody looks at that step


def test_themes_of_demo_were_chosen_by_a_counted_vote(goals):
    counted = VotingRound.objects.get()

    tallies = Counter()
    for tally in counted.tallies.all():
        tallies[tally.item] += tally.count
    assert set(tallies.values()) == {11}
    page = choice_page(goals)
    assert {row.candidate for row in page.chosen} == {row.candidate for row in page.rows[:4]}
    assert all(row.choice.because for row in page.rows)


def test_dream_images_of_demo_are_of_every_kind(goals):
    dreams = goals.dreams.all()

    assert dreams.filter(written_at=None).count() == 7
    assert dreams.originals().count() == 24
    assert dreams.left_out().count() == 1
    merged = dreams.exclude(sources=None).get(sources__written_at=None, sources__isnull=False)
    assert merged.sources.count() == 3
    gallery = gallery_of(goals)
    assert any(len(point.points) > 1 for card in gallery.cards for point in card.points)
    assert sum(len(theme.clusters) > 1 for theme in gallery.themes) == 3
    assert min(card.stars for card in gallery.cards) == 0
    assert max(card.stars for card in gallery.cards) >= 6
    assert any(card.dream.themes.count() == 2 for card in gallery.cards)


def test_pictures_of_demo_are_drawn_and_told(goals):
    pictured = goals.dreams.exclude(picture="")

    assert pictured.count() == 2
    for dream in pictured:
        with dream.picture.open() as file, Image.open(file) as picture:
            assert (picture.format, picture.size) == ("JPEG", (1200, 800))
        assert dream.picture_alt


def test_goals_of_demo_are_as_smart_as_the_file_says(goals):
    carriers, period = carriers_of(goals), period_of(goals)

    found = {goal.sentence: smart_of(goal, carriers, period).code for goal in goals.goals.all()}
    told = {goal["sentence"]: goal["smart"] for goal in DATA["goals"]}
    later = [*DATA["improved"], *DATA["changed"]]
    changed = {one["to"]["sentence"]: "SMART" for one in later}
    assert {**told, **changed, **found} == {**told, **changed}
    assert sorted(found.values()) == ["-M--T", "SMART", "SMART", "SMART", "SMART", "SMART"]


def test_one_adopted_goal_of_demo_was_changed_with_its_reason(goals):
    change = GoalChange.objects.get()

    assert change.because.startswith("De intercommunale telt")
    assert "90" in json.dumps(change.before)
    assert "95" in json.dumps(change.after)
    assert change.goal.adoption.people.count() == 7
    assert goals.goals.exclude(set_aside_at=None).count() == 1


def test_ambition_of_demo_is_a_shape(goals):
    page = ambition_page(goals)

    assert page.has_shape
    assert [(row.reached, row.wanted) for row in page.rows] == [(3, 4), (0, 2), (1, 3), (4, 5)]


def test_demo_goals_do_without_who_left_the_municipality(municipalities):
    Membership.objects.filter(user__email="fatima.elidrissi@zavelbeke.example").delete()

    load()

    facts = facts_of(of_zavelbeke())
    assert (facts.in_lead_group, facts.goals, facts.adopted, facts.actions) == (10, 5, 5, 30)
