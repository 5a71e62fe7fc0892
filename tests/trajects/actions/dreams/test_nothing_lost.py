"""Merging, splitting, grouping, placing and leaving out, in any order: whatever was written is
still there, word for word, and can be reached from what the group works with."""

from collections import defaultdict

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from accounts.models import Role
from tests.factories import LONG_AGO, MembershipFactory, UserFactory
from tests.trajects.dream_factories import DreamImageFactory, DreamStarFactory
from tests.trajects.dreaming import chosen
from tests.trajects.factories import TrajectFactory
from trajects.actions.dreams.combining import merge_dreams, split_dream, undo_dream
from trajects.actions.dreams.leaving_out import bring_back_dream, leave_out_dream
from trajects.actions.dreams.placing import (
    make_cluster,
    place_dream,
    put_in_cluster,
    remove_cluster,
    take_out_of_clusters,
)
from trajects.errors import DreamMoved, DreamUsed
from trajects.lineage import Lineage
from trajects.models import DreamCluster, DreamImage, DreamSource, DreamStar

WORDS = ("text", "picture", "picture_alt", "statement_code", "written_at", "author_id")
MANY = st.integers(0, 10_000)


def lineage_of(traject):
    edges = DreamSource.objects.filter(dream__traject=traject)
    return Lineage.of(edges.values_list("dream", "source"))


class Workplace(RuleBasedStateMachine):
    """One traject with two chosen themes and five dream images."""

    @initialize()
    def lay_out(self):
        self.by = UserFactory()
        self.traject = TrajectFactory()
        organisation = self.traject.organisation
        MembershipFactory(user=self.by, organisation=organisation, role=Role.COORDINATOR)
        self.themes = [chosen(self.traject, name) for name in ("Energie", "Water")]
        self.people = [UserFactory() for _ in range(3)]
        own = {"traject": self.traject, "themes": self.themes[:1]}
        made = [
            DreamImageFactory(text="Bomen\n- linden", author=self.people[0], **own),
            DreamImageFactory(text="Schaduw", author=self.people[1], **own),
            DreamImageFactory(picture="dreams/a.jpg", picture_alt="Een plein", **own),
            *(DreamImageFactory(author=None, written_at=None, **own) for _ in range(2)),
        ]
        self.written = {one.pk for one in made}
        self.words = self.told()
        # Who starred what, as it was given; undoing adds to it and never takes away.
        self.given = defaultdict(set)

    def told(self):
        """What people wrote, with whose it is."""
        return list(DreamImage.objects.filter(pk__in=self.written).order_by("pk").values(*WORDS))

    @property
    def standing(self):
        return list(self.traject.dreams.standing())

    @property
    def made(self):
        return list(self.traject.dreams.standing().exclude(sources=None).distinct())

    def one(self, number):
        return self.standing[number % len(self.standing)]

    def of_theme(self, number):
        """Some that lie under one theme, with that theme."""
        theme = self.themes[number % len(self.themes)]
        return theme, [one.pk for one in theme.dreams.standing()][: 1 + number % 3]

    @precondition(lambda self: len(self.standing) > 1)
    @rule(first=MANY, second=MANY)
    def merge(self, first, second):
        one = self.one(first)
        others = [dream for dream in self.standing if dream != one]
        other = others[second % len(others)]
        versions = {dream.pk: dream.version for dream in (one, other)}
        merge_dreams(traject=self.traject, dreams=versions, text="Samen", by=self.by, at=LONG_AGO)

    @precondition(lambda self: self.standing)
    @rule(number=MANY, parts=st.integers(2, 5))
    def split(self, number, parts):
        dream = self.one(number)
        texts = [f"Deel {part}" for part in range(parts)]
        split_dream(dream=dream, texts=texts, version=dream.version, by=self.by, at=LONG_AGO)

    @precondition(lambda self: self.made)
    @rule(number=MANY)
    def undo(self, number):
        dream, lineage = self.made[number % len(self.made)], lineage_of(self.traject)
        sources = lineage.sources.get(dream.pk, ())
        gone = (
            {dream.pk}
            if len(sources) > 1
            else {part for source in sources for part in lineage.made[source]}
        )
        given = set().union(*(self.given[one] for one in gone))
        try:
            undo_dream(dream=dream, by=self.by)
        except (DreamMoved, DreamUsed):
            return
        for source in sources:
            self.given[source] |= given
        for one in gone:
            del self.given[one]

    @precondition(lambda self: self.standing)
    @rule(number=MANY, person=st.integers(0, 2))
    def give_star(self, number, person):
        """The newest first, so that what was made gets some."""
        dream, user = self.one(-1 - number % 3), self.people[person]
        if not DreamStar.objects.filter(dream=dream, user=user).exists():
            DreamStarFactory(dream=dream, user=user)
        self.given[dream.pk].add(user.pk)

    @precondition(lambda self: self.standing)
    @rule(number=MANY, which=st.sets(st.integers(0, 1), min_size=1))
    def place(self, number, which):
        dream = self.one(number)
        themes = [self.themes[index].pk for index in which]
        place_dream(dream=dream, themes=themes, version=dream.version, by=self.by)

    @rule(number=MANY, kind=st.sampled_from(["make", "put", "take", "remove"]))
    def group(self, number, kind):
        theme, dreams = self.of_theme(number)
        name, cluster = f"Groep {DreamCluster.objects.count()} {number}", theme.clusters.first()
        if kind == "make" and dreams and not theme.clusters.filter(name=name).exists():
            make_cluster(candidate=theme, name=name, dreams=dreams, by=self.by)
        if kind == "put" and dreams and cluster:
            put_in_cluster(cluster=cluster, dreams=dreams, by=self.by)
        if kind == "take" and dreams:
            take_out_of_clusters(candidate=theme, dreams=dreams, by=self.by)
        if kind == "remove" and cluster:
            remove_cluster(cluster=cluster, by=self.by)

    @precondition(lambda self: self.standing)
    @rule(number=MANY)
    def leave_out(self, number):
        leave_out_dream(dream=self.one(number), because="Bestaat al", by=self.by, at=LONG_AGO)

    @precondition(lambda self: self.traject.dreams.left_out().exists())
    @rule(number=MANY)
    def bring_back(self, number):
        found = list(self.traject.dreams.left_out())
        bring_back_dream(dream=found[number % len(found)], by=self.by)

    @invariant()
    def what_was_written_is_there_word_for_word(self):
        assert self.told() == self.words

    @invariant()
    def everything_written_can_be_reached(self):
        lineage = lineage_of(self.traject)
        ends = [*self.standing, *self.traject.dreams.left_out()]
        reached = set().union(*(lineage.originals_of(one.pk) for one in ends))
        assert reached == self.written

    @invariant()
    def nobody_loses_a_star(self):
        stored = defaultdict(set)
        for dream, user in DreamStar.objects.filter(dream__traject=self.traject).values_list(
            "dream", "user"
        ):
            stored[dream].add(user)
        given = {dream: people for dream, people in self.given.items() if people}
        assert dict(stored) == given

    @invariant()
    def what_stands_lies_under_a_theme(self):
        assert not self.traject.dreams.standing().filter(places=None).exists()


def test_nothing_is_lost_whatever_the_moderator_does(db):
    run_state_machine_as_test(
        Workplace,
        settings=settings(
            max_examples=20,
            stateful_step_count=15,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.deep
def test_nothing_is_lost_in_a_long_run(db):
    run_state_machine_as_test(
        Workplace,
        settings=settings(
            max_examples=300,
            stateful_step_count=40,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
