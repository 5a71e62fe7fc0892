"""What to talk about at a meeting, per step: a proposal to start from, with minutes; and when each
item begins."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trajects.entries import AgendaEntry
from trajects.steps import Key


@dataclass(frozen=True)
class Proposal:
    title: Promise
    items: tuple[tuple[Promise, int], ...]

    @property
    def minutes(self) -> int:
        return sum(minutes for _text, minutes in self.items)

    @property
    def agenda(self) -> list[AgendaEntry]:
        """In the language of who asks now."""
        return [AgendaEntry(str(text), minutes) for text, minutes in self.items]


PROPOSALS: Mapping[Key, Proposal] = {
    Key.START: Proposal(
        _("Getting to know each other"),
        (
            (_("Welcome and round of names"), 20),
            (_("What MVO and the SDGs are, and why they matter here"), 40),
            (_("How the traject runs, in eight steps"), 20),
            (_("Break"), 15),
            (_("What each of us expects of the traject"), 30),
            (_("Agreements: who collects what by when"), 40),
            (_("Round-off and next meeting"), 15),
        ),
    ),
    Key.SCAN: Proposal(
        _("Going through the result of the scan"),
        (
            (_("Welcome and aim of today"), 10),
            (_("The result as a whole: what stands out"), 30),
            (_("In pairs: one strong and one weak theme"), 40),
            (_("Break"), 15),
            (_("Statements on which answers differ, and what nobody knew"), 35),
            (_("What we take along, and next meeting"), 20),
        ),
    ),
    Key.PHOTO: Proposal(
        _("Laying the local photo together"),
        (
            (_("Welcome and aim of today"), 10),
            (_("Round: each department shows what it does"), 60),
            (_("Break"), 15),
            (_("What is on the photo twice, and what belongs together"), 25),
            (_("Where nothing happens yet"), 40),
            (_("What must still be added by whom, and next meeting"), 15),
        ),
    ),
    Key.THEMES: Proposal(
        _("Choosing themes"),
        (
            (_("Welcome and aim of today"), 10),
            (_("Summary of the scan and the local photo"), 30),
            (_("Conversation: where we can make the difference"), 60),
            (_("Break"), 15),
            (_("Voting, and looking at the result together"), 40),
            (_("The choice, with the reason for it"), 20),
            (_("What the policy makers get to see, and next meeting"), 5),
        ),
    ),
    Key.DREAMS: Proposal(
        _("Sharing dream images"),
        (
            (_("Welcome and aim of today"), 10),
            (_("In silence: what we would like to see if everything were possible"), 25),
            (_("Sharing per theme"), 60),
            (_("Break"), 15),
            (_("Putting together what belongs together"), 45),
            (_("What touches us most"), 15),
            (_("Round-off and next meeting"), 10),
        ),
    ),
    Key.GOALS: Proposal(
        _("From dream images to goals"),
        (
            (_("Welcome and aim of today"), 10),
            (_("What makes a goal a good one"), 20),
            (_("Per theme in small groups: write goals"), 60),
            (_("Break"), 15),
            (_("Reading each other’s goals and asking questions"), 50),
            (_("What still needs figures, and who looks them up"), 15),
            (_("Round-off and next meeting"), 10),
        ),
    ),
    Key.PLAN: Proposal(
        _("Drawing up the action plan"),
        (
            (_("Welcome and aim of today"), 10),
            (_("Per goal in small groups: who does what by when"), 70),
            (_("Break"), 15),
            (_("The whole plan on one time line: is it feasible"), 40),
            (_("What goes into the multi-year plan"), 25),
            (_("Round-off and how we celebrate this"), 20),
        ),
    ),
    Key.FOLLOW_UP: Proposal(
        _("Return meeting"),
        (
            (_("Welcome and aim of today"), 10),
            (_("Round of the actions: what went well, what sticks"), 50),
            (_("Adjusting: what we change, stop or add"), 30),
            (_("Break"), 10),
            (_("What we tell colleagues and residents"), 15),
            (_("Round-off and next return meeting"), 5),
        ),
    ),
}


@dataclass(frozen=True)
class Timed:
    """An item with the moment at which it begins."""

    starts_at: datetime
    text: str
    minutes: int


def timed(agenda: Iterable[AgendaEntry], *, starts_at: datetime) -> list[Timed]:
    """One after the other, from the beginning of the meeting."""
    shown, begins = [], starts_at
    for item in agenda:
        shown.append(Timed(begins, item.text, item.minutes))
        begins += timedelta(minutes=item.minutes)
    return shown


def minutes_over(agenda: Sequence[AgendaEntry], *, starts_at: datetime, ends_at: datetime) -> int:
    """How much longer the agenda is than the meeting; negative when there is time to spare."""
    planned = sum(item.minutes for item in agenda)
    return planned - int((ends_at - starts_at).total_seconds()) // 60
