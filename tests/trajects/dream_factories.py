"""Dream images, ambitions and goals."""

from collections.abc import Iterable
from datetime import date

import factory
from factory.django import DjangoModelFactory

from tests.factories import UserFactory
from tests.trajects.factories import LONG_AGO, CandidateFactory, TrajectFactory
from trajects.models import (
    Candidate,
    DreamBox,
    DreamCluster,
    DreamCollection,
    DreamImage,
    DreamPlace,
    DreamSource,
    DreamStar,
    Goal,
    GoalAdoption,
    GoalChange,
    GoalDream,
    GoalRemark,
    ThemeAmbition,
)


class DreamCollectionFactory(DjangoModelFactory):
    """Open for years."""

    class Meta:
        model = DreamCollection

    traject = factory.SubFactory(TrajectFactory)
    opened_at = LONG_AGO
    opened_by = factory.SubFactory(UserFactory)
    last_day = date(2999, 12, 31)


class DreamBoxFactory(DjangoModelFactory):
    class Meta:
        model = DreamBox

    traject = factory.SubFactory(TrajectFactory)
    bag = factory.LazyFunction(list)


class DreamImageFactory(DjangoModelFactory):
    """Under a name; `themes=[candidate]` puts it somewhere."""

    class Meta:
        model = DreamImage
        skip_postgeneration_save = True

    traject = factory.SubFactory(TrajectFactory)
    text = factory.Sequence(lambda n: f"Droom {n}")
    written_at = LONG_AGO
    author = factory.SubFactory(UserFactory)

    @factory.post_generation
    def themes(
        self, create: bool, extracted: Iterable[Candidate] | None, **_kwargs: object
    ) -> None:
        for candidate in extracted or ():
            DreamPlace.objects.create(dream=self, candidate=candidate)


class DreamClusterFactory(DjangoModelFactory):
    class Meta:
        model = DreamCluster

    candidate = factory.SubFactory(CandidateFactory)
    name = factory.Sequence(lambda n: f"Groep {n}")


class DreamPlaceFactory(DjangoModelFactory):
    class Meta:
        model = DreamPlace

    dream = factory.SubFactory(DreamImageFactory)
    candidate = factory.SubFactory(CandidateFactory)


class DreamSourceFactory(DjangoModelFactory):
    class Meta:
        model = DreamSource

    dream = factory.SubFactory(DreamImageFactory)
    source = factory.SubFactory(DreamImageFactory)


class DreamStarFactory(DjangoModelFactory):
    """Of an account."""

    class Meta:
        model = DreamStar

    dream = factory.SubFactory(DreamImageFactory)
    user = factory.SubFactory(UserFactory)


class ThemeAmbitionFactory(DjangoModelFactory):
    class Meta:
        model = ThemeAmbition

    candidate = factory.SubFactory(CandidateFactory)
    step = 3
    at = LONG_AGO
    by = factory.SubFactory(UserFactory)


class GoalFactory(DjangoModelFactory):
    """Proposed, with nothing but a sentence. `candidate` decides of which traject."""

    class Meta:
        model = Goal

    candidate = factory.SubFactory(CandidateFactory)
    traject = factory.SelfAttribute("candidate.traject")
    position = factory.Sequence(lambda n: n + 1)
    sentence = factory.Sequence(lambda n: f"We doen het {n} keer beter.")
    proposed_at = LONG_AGO
    proposed_by = factory.SubFactory(UserFactory)


class GoalDreamFactory(DjangoModelFactory):
    class Meta:
        model = GoalDream

    goal = factory.SubFactory(GoalFactory)
    dream = factory.SubFactory(DreamImageFactory)


class GoalRemarkFactory(DjangoModelFactory):
    class Meta:
        model = GoalRemark

    goal = factory.SubFactory(GoalFactory)
    text = "Wie meet dit?"
    at = LONG_AGO
    author = factory.SubFactory(UserFactory)


class GoalAdoptionFactory(DjangoModelFactory):
    class Meta:
        model = GoalAdoption

    goal = factory.SubFactory(GoalFactory)
    adopted_on = LONG_AGO.date()
    recorded_at = LONG_AGO
    recorded_by = factory.SubFactory(UserFactory)


class GoalChangeFactory(DjangoModelFactory):
    class Meta:
        model = GoalChange

    goal = factory.SubFactory(GoalFactory)
    at = LONG_AGO
    by = factory.SubFactory(UserFactory)
    because = "De meting bleek anders."
    before = factory.LazyFunction(lambda: {"sentence": "Eerst zo."})
    after = factory.LazyFunction(lambda: {"sentence": "Nu zo."})
