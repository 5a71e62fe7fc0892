"""The goals of a traject, and what a goal grew from: dream images, statements, the vote."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, Q

from scans.models import Statement
from trajects.models import DreamImage, Goal, GoalDream, Traject, VotingRound
from trajects.queries.dreams import DreamCard, Family, card_in
from trajects.stages import Subject


@dataclass(frozen=True)
class GoalLine:
    """`open_remarks`: what the group did not talk about yet."""

    goal: Goal
    open_remarks: int


@dataclass(frozen=True)
class Trail:
    """Where a goal comes from. `dreams`: most stars first. `statements`: of the scan, that these
    dream images, or what they were made from, were written to. `voted`: the last round that was
    counted with its theme in it."""

    dreams: tuple[DreamCard, ...]
    statements: tuple[Statement, ...]
    voted: VotingRound | None

    @property
    def is_empty(self) -> bool:
        return not (self.dreams or self.statements or self.voted)

    @property
    def strongest(self) -> DreamCard | None:
        return next(iter(self.dreams), None)

    @property
    def others(self) -> int:
        return max(0, len(self.dreams) - 1)


def goals_of(traject: Traject) -> tuple[GoalLine, ...]:
    """By theme, then in their order; also what was set aside. One query."""
    unsettled = Count("remarks", filter=Q(remarks__settled_at=None))
    goals = traject.goals.with_theme().annotate(unsettled=unsettled)
    # A grouped query has no order of its own.
    ordered = goals.order_by("candidate__position", "candidate", "position", "pk")
    return tuple(GoalLine(goal, goal.unsettled) for goal in ordered)


def grown_from(traject: Traject) -> frozenset[int]:
    """The dream images that a goal on its feet grows from. One query."""
    roots = GoalDream.objects.filter(goal__traject=traject, goal__set_aside_at=None)
    return frozenset(roots.values_list("dream_id", flat=True))


def without_goal(
    cards: Collection[DreamCard], family: Family, grown: Collection[int]
) -> tuple[DreamCard, ...]:
    """Those that no goal grows from yet, neither from what they were made from."""
    return tuple(card for card in cards if family.lineage.whole_of(card.dream.pk).isdisjoint(grown))


def trail_of(goal: Goal, traject: Traject) -> Trail:
    """Six queries at most, whatever there is."""
    family = Family.of(traject)
    dreams = list(DreamImage.objects.filter(goals=goal).with_people())
    line = frozenset(pk for dream in dreams for pk in family.lineage.whole_of(dream.pk))
    cards = [card_in(family, dream) for dream in dreams]
    return Trail(
        dreams=tuple(sorted(cards, key=lambda card: (-card.stars, card.dream.pk))),
        statements=tuple(_statements(traject, line)) if line else (),
        voted=_voted(goal, traject),
    )


def _statements(traject: Traject, dreams: Collection[int]) -> list[Statement]:
    """In the words of the questionnaire of the scan; none without a scan."""
    if traject.scan is None:
        return []
    codes = DreamImage.objects.filter(pk__in=dreams).exclude(statement_code="")
    own = Statement.objects.filter(questionnaire=traject.scan.questionnaire_id)
    return list(own.filter(code__in=codes.values("statement_code")).order_by("code"))


def _voted(goal: Goal, traject: Traject) -> VotingRound | None:
    rounds = VotingRound.objects.real().counted().filter(session__traject=traject)
    about = rounds.filter(session__subject=Subject.THEMES).order_by("-closed_at", "-pk")
    key = f"k{goal.candidate_id}"
    return next((one for one in about if key in one.keys), None)
