"""What the plan brings if its actions work out: the steps now, then and wanted, in shapes and in
sentences. Every sentence about later begins with "if"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reporting.geometry import Spoke
from trajects.models import Traject
from trajects.pages.ambition import FEWEST_FOR_A_RADAR
from trajects.queries.effects import ThemeEffect, effects_of
from trajects.queries.plan import Plan


@dataclass(frozen=True)
class EffectRow:
    effect: ThemeEffect

    @property
    def sentences(self) -> tuple[str, ...]:
        return sentences_about(self.effect)


@dataclass(frozen=True)
class EffectsPage:
    """`has_scan` is False without a finished scan: then nothing can be said. `unlinked`: going
    actions that say of no statement that it becomes a yes."""

    effects: tuple[ThemeEffect, ...]
    has_scan: bool
    unlinked: int

    @property
    def rows(self) -> tuple[EffectRow, ...]:
        return tuple(EffectRow(effect) for effect in self.effects)

    @property
    def has_shape(self) -> bool:
        """Enough themes for a radar, and something to draw in it."""
        known = any(effect.reached is not None for effect in self.effects)
        return known and len(self.effects) >= FEWEST_FOR_A_RADAR

    @property
    def spokes(self) -> tuple[Spoke, ...]:
        """Named, for a desk."""
        return tuple(_spokes((effect.short_name, effect) for effect in self.effects))

    @property
    def numbered_spokes(self) -> tuple[Spoke, ...]:
        return tuple(_spokes((str(effect.number), effect) for effect in self.effects))

    @property
    def headline(self) -> str:
        """How many themes would stand higher; empty where nothing can be said."""
        rising = sum(effect.rises for effect in self.effects)
        if not self.effects:
            return ""
        if not rising:
            return _("Also if all actions work out, no theme reaches a higher step yet.")
        return ngettext(
            "If the actions work out, %(number)d theme stands on a higher step than now.",
            "If the actions work out, %(number)d themes stand on a higher step than now.",
            rising,
        ) % {"number": rising}


def effects_page(traject: Traject, plan: Plan) -> EffectsPage:
    """As many queries as `effects_of`."""
    effects = effects_of(traject, plan)
    linked = {line.action.pk for effect in effects for line in effect.lines}
    going = [line for line in plan.lines if line.is_open]
    return EffectsPage(
        effects=effects,
        has_scan=traject.scan is not None and traject.scan.is_finished,
        unlinked=sum(line.action.pk not in linked for line in going),
    )


def sentences_about(effect: ThemeEffect) -> tuple[str, ...]:
    """Where it stands, where it would stand, and what that is beside the ambition."""
    return (_now(effect), _then(effect), *_aim(effect))


def _now(effect: ThemeEffect) -> str:
    if effect.reached is None:
        return _("Too few answers are known to say on which step this theme stands.")
    return _("Now this theme stands on step %(step)d.") % {"step": effect.reached}


def _then(effect: ThemeEffect) -> str:
    if not effect.helped:
        return _("No action turns a statement of this theme to yes yet.")
    number = len(effect.lines)
    if effect.would_reach is None:
        return _if_works_out(number, _("it is still not certain which step it reaches"))
    if effect.rises:
        step = {"step": effect.would_reach}
        return _if_works_out(number, _("it stands on step %(step)d") % step)
    turned = len(effect.helped)
    stays = ngettext(
        "%(number)d statement becomes a yes, and the step stays the same",
        "%(number)d statements become a yes, and the step stays the same",
        turned,
    )
    return _if_works_out(number, stays % {"number": turned})


def _if_works_out(number: int, then: str) -> str:
    sentence = ngettext(
        "If the action that helps it works out, %(then)s.",
        "If the %(number)d actions that help it work out, %(then)s.",
        number,
    )
    return sentence % {"number": number, "then": then}


def _aim(effect: ThemeEffect) -> Iterator[str]:
    if effect.wanted is None:
        yield _("You did not choose an ambition for it.")
        return
    yield _("Your ambition is step %(step)d.") % {"step": effect.wanted}
    if effect.is_enough:
        yield _("If everything works out, you get there with this plan.")
    elif effect.missing:
        number = len(effect.missing)
        sentence = ngettext(
            "If %(number)d more statement becomes a yes, you get there.",
            "If %(number)d more statements become a yes, you get there.",
            number,
        )
        yield sentence % {"number": number}


def _spokes(named: Iterable[tuple[str, ThemeEffect]]) -> Iterator[Spoke]:
    return (Spoke(name, one.reached, one.wanted, one.would_reach) for name, one in named)
