"""A dossier as a whole, and how it is put together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from trajects.dossier.chapters import CHAPTERS, Chapter, Heading
from trajects.dossier.choice import Choice
from trajects.dossier.dreams import Dreams, dreams_of
from trajects.dossier.following import FollowUp, follow_up_of
from trajects.dossier.front import Cover, Summary, cover_of, summary_of
from trajects.dossier.goals import Goals, goals_of
from trajects.dossier.knowing import voice_of
from trajects.dossier.mirror import Mirror, mirror_of
from trajects.dossier.outlook import (
    Effects,
    Money,
    Timeline,
    effects_part,
    money_part,
    timeline_part,
)
from trajects.dossier.photo import Photo, photo_of
from trajects.dossier.process import Process, process_of
from trajects.dossier.votes import Votes, votes_of
from trajects.models import PlanText, Traject
from trajects.queries.ambitions import theme_steps
from trajects.queries.plan import plan_of


@dataclass(frozen=True)
class Dossier:
    """The action plan with everything that it rests on, as it is on one day: values, no models. A
    part is None when there is nothing of it. What was not chosen is nowhere in it."""

    choice: Choice
    cover: Cover
    summary: Summary
    process: Process
    mirror: Mirror | None
    photo: Photo | None
    votes: Votes
    dreams: Dreams | None
    goals: Goals
    timeline: Timeline | None
    money: Money | None
    effects: Effects | None
    follow_up: FollowUp

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """Those with something to say, in their order; appendices last."""
        themes = (Heading(f"theme-{at}", one.name) for at, one in enumerate(self.goals.themes, 1))
        empty = {
            "mirror": self.mirror is None,
            "photo": self.photo is None,
            "dreams": self.dreams is None,
            "timeline": self.timeline is None,
            "budget": self.money is None,
            "effects": self.effects is None,
            "parked": not self.votes.parked,
            "answers": self.mirror is None,
        }
        parts = {"goals": tuple(themes)}
        return tuple(
            replace(one, parts=parts.get(one.id, ())) for one in CHAPTERS if not empty.get(one.id)
        )


def dossier_of(traject: Traject, *, on: date, at: datetime, choice: Choice) -> Dossier:
    """A fixed number of queries, whatever there is. `on` is the day that states are of, `at` the
    moment that it is asked for. Words are in the language of this moment."""
    voice = voice_of(traject, choice)
    plan, steps = plan_of(traject, on=on), theme_steps(traject)
    written = PlanText.objects.filter(traject=traject).first()
    goals = goals_of(traject, plan, steps, voice, choice)
    money = money_part(traject, plan, voice)
    follow_up = follow_up_of(traject, written, voice, at=at)
    return Dossier(
        choice=choice,
        cover=cover_of(traject, follow_up.decisions, voice, choice.audience, on=on, at=at),
        summary=summary_of(traject, goals, money, written, voice),
        process=process_of(traject, voice, choice, at=at),
        mirror=mirror_of(traject, voice, choice),
        photo=photo_of(traject, steps, voice),
        votes=votes_of(traject, voice, choice),
        dreams=dreams_of(traject, voice),
        goals=goals,
        timeline=timeline_part(traject, plan, steps, voice),
        money=money,
        effects=effects_part(traject, plan, voice),
        follow_up=follow_up,
    )
