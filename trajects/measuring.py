"""The questions of the measurement in words: at the start, and again at the end."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Levels = tuple[Promise, Promise, Promise, Promise, Promise]


@dataclass(frozen=True)
class MeasuringWords:
    """`short` stands in tables, `question` where one answers; `levels` are the words of 1 to 5."""

    short: Promise
    question: Promise
    levels: Levels


MEASURING_WORDS: Mapping[str, MeasuringWords] = {
    "knowledge": MeasuringWords(
        _("Knowledge"),
        _("How much do you know about sustainable, responsible public management?"),
        (
            pgettext_lazy("knowledge", "almost nothing"),
            pgettext_lazy("knowledge", "a little"),
            pgettext_lazy("knowledge", "the main lines"),
            pgettext_lazy("knowledge", "a lot"),
            pgettext_lazy("knowledge", "I can explain it to others"),
        ),
    ),
    "importance": MeasuringWords(
        _("Importance"),
        _("How important is it to you in your own work?"),
        (
            pgettext_lazy("importance", "not important"),
            pgettext_lazy("importance", "a little important"),
            pgettext_lazy("importance", "important"),
            pgettext_lazy("importance", "very important"),
            pgettext_lazy("importance", "part of all I do"),
        ),
    ),
    "maturity": MeasuringWords(
        _("Maturity"),
        _("How far is our organisation with it?"),
        (
            pgettext_lazy("maturity", "not started yet"),
            pgettext_lazy("maturity", "first separate actions"),
            pgettext_lazy("maturity", "on the way"),
            pgettext_lazy("maturity", "a fixed part of our work"),
            pgettext_lazy("maturity", "an example for others"),
        ),
    ),
}
