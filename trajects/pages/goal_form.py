"""What stands beside the questions about a goal: dream images, the steps of the themes, who could
pull it, and how SMART it is so far."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from reporting.formatting import dutch_number
from scans.models import Sdg
from trajects.actions.goals.snapshots import COLUMNS, entry_of
from trajects.entries import GoalEntry
from trajects.errors import (
    DreamMoved,
    GoalAdopted,
    GoalSetAside,
    ReasonMissing,
    ThemeNotChosen,
    TrajectError,
)
from trajects.goal_sentence import Answers, compose
from trajects.models import Candidate, DreamImage, Goal, MvoiGoal, Traject
from trajects.pages.goal_smart import SmartLine, SmartPanel, panel_of, period_of
from trajects.queries.ambitions import ThemeSteps, theme_steps
from trajects.queries.carriers import carriers_of
from trajects.queries.dreams import DreamCard, Family, Gallery, card_in, gallery_of
from trajects.smart import Draft, Letter, Period

# The theme of the scan that has goals of its own (MVOI).
PURCHASING = "aankopen"
BLANK = Draft("")

# What happened between opening the page and saving it.
REFUSALS: Mapping[type[TrajectError], Promise] = {
    DreamMoved: _(
        "One of the dream images was merged, split or left out meanwhile. Tick again from which "
        "ones the goal grows; nothing else was lost."
    ),
    GoalAdopted: _(
        "The group adopted this goal meanwhile: from now on who leads the traject changes it. What "
        "you typed still stands here. Copy it, or write it as a remark."
    ),
    GoalSetAside: _(
        "This goal was set aside meanwhile. Bring it back first; what you typed still stands here."
    ),
    ReasonMissing: _(
        "The group adopted this goal meanwhile. Write down why it changes, and save again."
    ),
    ThemeNotChosen: _("The group does not go on with this theme any more. Choose another one."),
}


@dataclass(frozen=True)
class ThemeDreams:
    """A theme that the group chose, with its dream images. `steps` None: not chosen any more."""

    candidate: Candidate
    cards: tuple[DreamCard, ...]
    steps: ThemeSteps | None


@dataclass(frozen=True)
class Checked:
    """What the answers so far come to. `smart` None while there is nothing to look at; `proposal`:
    a sentence made of them, empty while there are too few."""

    smart: SmartPanel | None
    proposal: str

    @property
    def states(self) -> tuple[tuple[Letter, SmartLine | None], ...]:
        """Each letter with how it stands."""
        lines = self.smart.lines if self.smart else (None,) * len(Letter)
        return tuple(zip(Letter, lines, strict=True))


@dataclass(frozen=True)
class GoalFormPage:
    """`goal`: the one that changes; `theme` and `asked`: what a new one starts from."""

    goal: Goal | None
    theme: int | None
    asked: tuple[int, ...]
    galleries: tuple[ThemeDreams, ...]
    # Under none of these themes, but the goal grew from them.
    others: tuple[DreamCard, ...]
    carriers: tuple[str, ...]
    period: Period

    @property
    def is_adopted(self) -> bool:
        return self.goal is not None and hasattr(self.goal, "adoption")

    @property
    def themes(self) -> tuple[Candidate, ...]:
        return tuple(one.candidate for one in self.galleries)

    @cached_property
    def cards(self) -> tuple[DreamCard, ...]:
        """Each once."""
        every = [*(card for one in self.galleries for card in one.cards), *self.others]
        return tuple({card.dream.pk: card for card in every}.values())

    @property
    def purchasing(self) -> frozenset[int]:
        """The themes that are about it."""
        return frozenset(
            one.candidate.pk
            for one in self.galleries
            if one.steps and any(origin.code == PURCHASING for origin in one.steps.origins)
        )

    @property
    def has_mvoi(self) -> bool:
        """Whether to ask for the goals of purchasing; what was filled in stays readable."""
        return bool(self.purchasing) or bool(self.goal and self.goal.mvoi_goal)

    def steps_of(self, theme: Any) -> ThemeSteps | None:
        """`theme`: its number, as it was typed."""
        found = (one.steps for one in self.galleries if str(one.candidate.pk) == str(theme))
        return next(found, None)

    def cards_of(self, pks: Collection[int]) -> tuple[DreamCard, ...]:
        return tuple(card for card in self.cards if card.dream.pk in pks)

    def checked(self, draft: Draft) -> Checked:
        return _checked(draft, self.carriers, self.period)


def goal_form_page(
    traject: Traject,
    *,
    goal: Goal | None = None,
    theme: int | None = None,
    dreams: Collection[int] = (),
) -> GoalFormPage:
    """A fixed number of queries, and two more when a dream image of the goal was merged, split or
    left out since. What is asked for and is not there is left out."""
    steps = {one.candidate.pk: one for one in theme_steps(traject)}
    gallery = gallery_of(traject)
    galleries = [
        ThemeDreams(t.candidate, t.cards, steps.get(t.candidate.pk)) for t in gallery.themes
    ]
    if goal and gallery.of(goal.candidate) is None:
        galleries.append(ThemeDreams(goal.candidate, (), None))
    there = {card.dream.pk for card in gallery.cards}
    asked = tuple(pk for pk in dict.fromkeys(dreams) if pk in there)
    return GoalFormPage(
        goal=goal,
        theme=_theme(gallery, theme, asked),
        asked=asked,
        galleries=tuple(galleries),
        others=_others(goal, there) if goal else (),
        carriers=carriers_of(traject),
        period=period_of(traject),
    )


def checked_draft(traject: Traject, draft: Draft) -> Checked:
    """Two queries."""
    return _checked(draft, carriers_of(traject), period_of(traject))


def _checked(draft: Draft, carriers: Collection[str], period: Period) -> Checked:
    smart = panel_of(draft, carriers, period) if draft != BLANK else None
    return Checked(smart, _proposal(draft))


def _proposal(draft: Draft) -> str:
    return compose(
        Answers(
            result=draft.result,
            indicator=draft.indicator,
            unit=draft.unit,
            baseline=draft.baseline,
            baseline_on=draft.baseline_on,
            target=draft.target,
            carrier=draft.carrier,
            due_on=draft.due_on,
            number=dutch_number,
        )
    )


@dataclass(frozen=True)
class Difference:
    """One field, in the words of both; empty text for what was left open."""

    name: str
    typed: str
    stored: str


def differences(typed: GoalEntry, stored: Goal) -> tuple[Difference, ...]:
    """Between what somebody typed and what a colleague stored meanwhile, in the order of the
    form."""
    kept = entry_of(stored)
    fields = ("candidate", *COLUMNS, "sdgs", "dreams")
    rows = (Difference(_name(one), _words(one, typed), _words(one, kept)) for one in fields)
    return tuple(row for row in rows if row.typed != row.stored)


def _theme(gallery: Gallery, wanted: int | None, asked: Collection[int]) -> int | None:
    """What was asked for, else the only one where all dream images stand, else the only one."""
    pks = [one.candidate.pk for one in gallery.themes]
    if wanted in pks:
        return wanted
    under = [
        one.candidate.pk
        for one in gallery.themes
        if {card.dream.pk for card in one.cards}.issuperset(asked)
    ]
    found = under if asked else pks
    return found[0] if len(found) == 1 else None


def _others(goal: Goal, there: Collection[int]) -> tuple[DreamCard, ...]:
    gone = DreamImage.objects.filter(goals=goal).exclude(pk__in=there).with_people()
    dreams = list(gone.order_by("pk"))
    if not dreams:
        return ()
    family = Family.of(goal.traject)
    return tuple(card_in(family, dream) for dream in dreams)


def _name(field: str) -> str:
    return str(Goal._meta.get_field(field).verbose_name)  # type: ignore[union-attr]


def _words(field: str, entry: GoalEntry) -> str:
    value: Any = getattr(entry, field)
    if field == "candidate":
        return str(Candidate.objects.get(pk=value))
    if field == "sdgs":
        return "; ".join(str(sdg) for sdg in Sdg.objects.filter(number__in=value))
    if field == "dreams":
        found = DreamImage.objects.filter(pk__in=value)
        return "; ".join(str(dream) for dream in found)
    if field == "mvoi_goal" and value:
        return str(MvoiGoal(value).label)
    if field in ("baseline", "target"):
        return dutch_number(value)
    return "" if value is None else str(value)
