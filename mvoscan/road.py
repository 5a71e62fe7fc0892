"""The eight steps of an MVO traject, as the public page tells them. The rules of the road know
their order and which of them work."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trajects.labels import STEP_NAMES
from trajects.steps import STEPS, Key, Step


class Support(StrEnum):
    """How far the product helps with a step today."""

    TODAY = "today"
    COMING = "coming"


@dataclass(frozen=True)
class Text:
    what: Promise
    who: Promise
    how_long: Promise
    outcome: Promise


@dataclass(frozen=True)
class Stop:
    step: Step
    text: Text

    @property
    def number(self) -> int:
        return self.step.number

    @property
    def name(self) -> Promise:
        return STEP_NAMES[self.step.key]

    @property
    def support(self) -> Support:
        return Support.TODAY if self.step.built else Support.COMING

    @property
    def mark(self) -> str:
        """How it is drawn."""
        return "works" if self.support == Support.TODAY else "later"


TEXTS: Mapping[Key, Text] = {
    Key.START: Text(
        _(
            "You bring a lead group together: six to twenty-five people from all departments. "
            "They hear what MVO is, why it matters here and how the traject runs. "
            "Everybody says how well they know MVO and how far they think the organisation is. "
            "At the end you ask the same questions again."
        ),
        _("The MVO coordinator invites, a moderator leads the meeting."),
        _("One meeting of half a day."),
        _("A lead group with people from every department, agreements, and a start measurement."),
    ),
    Key.SCAN: Text(
        _(
            "The organisation looks in the mirror. Every statement gets yes, no, don’t know "
            "or not applicable, from whoever knows the subject."
        ),
        _("Contributors from all departments; the coordinator finishes the scan."),
        _("Two to four weeks, a few hours per department."),
        _("A score and a step per theme, and a list of what is not known yet."),
    ),
    Key.PHOTO: Text(
        _(
            "Every organisation does more than it thinks. You collect what runs and what is "
            "planned, per theme and per department, with evidence."
        ),
        _("The members of the lead group, each for their own department."),
        _("About a month, beside the daily work."),
        _("One overview of all initiatives, next to the goals of the multi-year plan."),
    ),
    Key.THEMES: Text(
        _(
            "The lead group lays scan and photo side by side and talks: where can we make the "
            "difference, who benefits, what holds us back? Then every member gives points in "
            "secret, until the group agrees. The policy makers give the green light."
        ),
        _("The lead group chooses, the moderator leads, the policy makers decide."),
        _("One meeting of half a day, and a place on the agenda of the college."),
        _("Usually three themes, with the reason. The others are kept for later."),
    ),
    Key.DREAMS: Text(
        _(
            "What would you like to see if everything were allowed and possible? Every member "
            "writes it down, for each chosen theme. The moderator puts together what belongs "
            "together."
        ),
        _("The lead group writes, the moderator clusters."),
        _("One meeting, and then a few weeks to add to it."),
        _("Per theme a handful of images of where you want to go."),
    ),
    Key.GOALS: Text(
        _(
            "You turn each image into a goal that can be checked: which result, how it is "
            "measured, from where to where, with whose support, with which means and by when."
        ),
        _("The lead group, with those who will carry the goal."),
        _("One to two months."),
        _(
            "Goals that are specific, measurable, acceptable, realistic and bound in time, with "
            "the code of your multi-year plan."
        ),
    ),
    Key.PLAN: Text(
        _(
            "Under every goal stands who does what by when, with which partners and which "
            "budget. An action without a name or a date is no action yet."
        ),
        _("The departments that carry it out; the management team and the college decide."),
        _("A month to six weeks."),
        _(
            "The MVO action plan, ready for the college and the council, and a building block "
            "for the multi-year plan."
        ),
    ),
    Key.FOLLOW_UP: Text(
        _(
            "You come back to it: what runs, what is stuck, what do we adjust? Every year the "
            "board hears how far it is, and so do the residents. At the end you ask the "
            "questions of the start again, and you scan once more."
        ),
        _("Whoever leads an action, the lead group and the coordinator."),
        _("A few return meetings a year, as long as the plan runs."),
        _("A yearly report, an adjusted plan and a second scan beside the first."),
    ),
}
STOPS = tuple(Stop(step, TEXTS[step.key]) for step in STEPS)
