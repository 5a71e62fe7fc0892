"""The chapters of a dossier in their order; page and PDF make their contents of them."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Heading:
    """`id` is where it stands in the document."""

    id: str
    title: str | Promise


@dataclass(frozen=True)
class Chapter(Heading):
    """`parts` stand under it in the contents."""

    template: str
    parts: tuple[Heading, ...] = ()


CHAPTERS = (
    Chapter("summary", _("The plan on one page"), "trajects/plan/dossier/_summary.html"),
    Chapter("process", _("How this plan came about"), "trajects/plan/dossier/_process.html"),
    Chapter("mirror", _("Where we stand"), "trajects/plan/dossier/_mirror.html"),
    Chapter("photo", _("What we do already"), "trajects/plan/dossier/_photo.html"),
    Chapter("votes", _("What the group chose"), "trajects/plan/dossier/_votes.html"),
    Chapter("dreams", _("What the group dreams of"), "trajects/plan/dossier/_dreams.html"),
    Chapter("goals", _("Goals and actions"), "trajects/plan/dossier/_goals.html"),
    Chapter("timeline", _("Timeline"), "trajects/plan/dossier/_timeline.html"),
    Chapter("budget", _("What it costs"), "trajects/plan/dossier/_budget.html"),
    Chapter("effects", _("Now, and if it works out"), "trajects/plan/dossier/_effects.html"),
    Chapter("parked", _("Themes for later"), "trajects/plan/dossier/_parked.html"),
    Chapter("following", _("How we follow it up"), "trajects/plan/dossier/_following.html"),
    Chapter("answers", _("All answers of the scan"), "trajects/plan/dossier/_answers.html"),
    Chapter("method", _("How the figures are made"), "trajects/plan/dossier/_method.html"),
    Chapter(
        "privacy", _("What this document says about people"), "trajects/plan/dossier/_privacy.html"
    ),
)
