"""The read-model of the fourth step: from candidate themes to green light, in four stages."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from trajects.models import GreenLight, ThemeChoice, Traject
from trajects.models.live_session import CODE_WORKS_FOR
from trajects.next_tasks import Task
from trajects.pages.road import StepPage, step_page
from trajects.pages.tasks import NextTask, theme_task_in
from trajects.queries.standing import Standing
from trajects.steps import Facts, Key


class Part(StrEnum):
    CANDIDATES = "candidates"
    SESSION = "session"
    CHOICE = "choice"
    GREEN_LIGHT = "green_light"


@dataclass(frozen=True)
class ThemesPage:
    """`next` is the one thing this person does now about the themes; None when there is nothing
    but closing the step. `light` is what the policy makers said last."""

    step: StepPage
    next: NextTask | None
    chosen: tuple[ThemeChoice, ...]
    parked: int
    light: GreenLight | None
    code: str

    @property
    def facts(self) -> Facts:
        return self.step.facts

    @property
    def done(self) -> frozenset[Part]:
        facts = self.facts
        found = {
            Part.CANDIDATES: facts.candidates > 0,
            Part.SESSION: facts.rounds > 0,
            Part.CHOICE: facts.chosen > 0,
            Part.GREEN_LIGHT: facts.light.lets_pass,
        }
        return frozenset(part for part, done in found.items() if done)

    @property
    def now(self) -> Part | None:
        """The first that is not done; what was skipped is not waited for."""
        done = [part for part in Part if part in self.done]
        later = list(Part)[list(Part).index(done[-1]) + 1 :] if done else list(Part)
        return later[0] if later else None


def themes_page(traject: Traject, *, standing: Standing, at: datetime, language: str) -> ThemesPage:
    """Twelve queries, whatever the number of candidates, sessions and choices."""
    step = step_page(traject, Key.THEMES, standing=standing, language=language)
    choices = ThemeChoice.objects.filter(candidate__traject=traject).select_related("candidate")
    decided = list(choices)
    task = theme_task_in(traject, step.facts, standing, at=at)
    session = step.facts.session
    joinable = session is not None and at - session.opened_at < CODE_WORKS_FOR
    return ThemesPage(
        step=step,
        next=None if task and task.task == Task.FINISH_THEMES else task,
        chosen=tuple(choice for choice in decided if choice.chosen),
        parked=sum(not choice.chosen for choice in decided),
        light=traject.green_lights.first(),
        code=session.code if session and joinable else "",
    )
