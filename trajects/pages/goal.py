"""The read-model of one goal: how SMART it is, where it stands, where it comes from, what the group
says about it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reporting.formatting import NO_BREAK_SPACE
from reporting.geometry import Indicator, Reading, indicator
from scans.models import Sdg
from trajects.models import Goal, GoalAdoption, GoalRemark, Traject
from trajects.pages.goal_history import Change, changes_of
from trajects.pages.goal_smart import SIGNS, SmartPanel, amount, period_of, smart_of
from trajects.queries.ambitions import ThemeSteps, theme_steps
from trajects.queries.carriers import carriers_of
from trajects.queries.goals import Trail, trail_of
from trajects.queries.standing import Standing


@dataclass(frozen=True)
class Figures:
    """The chart with the same figures in words."""

    chart: Indicator
    words: str


@dataclass(frozen=True)
class GoalPage:
    """`steps` is None when the group does not go on with the theme of this goal."""

    goal: Goal
    panel: SmartPanel
    figures: Figures | None
    steps: ThemeSteps | None
    sdgs: tuple[Sdg, ...]
    trail: Trail
    remarks: tuple[GoalRemark, ...]
    adoption: GoalAdoption | None
    people: tuple[str, ...]
    changes: tuple[Change, ...]

    @property
    def mvoi(self) -> str | Promise:
        return self.goal.get_mvoi_goal_display()

    @property
    def trail_words(self) -> str:
        """What there is besides the dream image that stands on the page."""
        return told_of(self.trail)

    @property
    def open_remarks(self) -> int:
        return sum(one.settled_at is None for one in self.remarks)


@dataclass(frozen=True)
class GoalRights:
    """What this person may do with a goal. After it is adopted only who leads changes it."""

    may_change: bool
    may_remark: bool
    may_lead: bool


def goal_page(goal: Goal, traject: Traject) -> GoalPage:
    """A fixed number of queries, whatever the number of dream images, remarks and changes."""
    adoption = adoption_of(goal)
    chosen = (one for one in theme_steps(traject) if one.candidate.pk == goal.candidate_id)
    return GoalPage(
        goal=goal,
        panel=smart_of(goal, carriers_of(traject), period_of(traject)),
        figures=figures_of(goal),
        steps=next(chosen, None),
        sdgs=tuple(goal.sdgs.all()),
        trail=trail_of(goal, traject),
        remarks=tuple(goal.remarks.select_related("author", "guest__user", "settled_by")),
        adoption=adoption,
        people=_names(adoption) if adoption else (),
        changes=changes_of(goal),
    )


def rights_of(standing: Standing, goal: Goal) -> GoalRights:
    stands = goal.set_aside_at is None
    may = standing.may_lead if adoption_of(goal) else standing.may_dream
    return GoalRights(stands and may, stands and standing.may_dream, standing.may_lead)


def adoption_of(goal: Goal) -> GoalAdoption | None:
    """Fetched along by with_theme."""
    return getattr(goal, "adoption", None)


def figures_of(goal: Goal) -> Figures | None:
    """None unless start and target both have a value and a year, the start first."""
    if goal.baseline is None or goal.target is None or not goal.baseline_on or not goal.due_on:
        return None
    start = Reading(goal.baseline_on.year, goal.baseline)
    target = Reading(goal.due_on.year, goal.target)
    if target.year < start.year:
        return None
    sign = f"{NO_BREAK_SPACE}{goal.unit}" if goal.unit in SIGNS else ""
    told = {
        "what": goal.indicator or goal.sentence,
        "start": amount(goal.baseline, goal.unit),
        "first": start.year,
        "target": amount(goal.target, goal.unit),
        "last": target.year,
    }
    words = _("%(what)s: %(start)s in %(first)s, target %(target)s in %(last)s") % told
    return Figures(indicator(start, target, sign), words)


def _names(adoption: GoalAdoption) -> tuple[str, ...]:
    return tuple(sorted((one.called for one in adoption.people.with_people()), key=str.casefold))


def told_of(trail: Trail) -> str:
    """One sentence; empty when the strongest dream image is all there is."""
    parts = []
    if trail.others:
        said = ngettext("%(number)s dream image", "%(number)s dream images", trail.others)
        parts.append(said % {"number": trail.others})
    if trail.statements:
        number = len(trail.statements)
        said = ngettext(
            "%(number)s statement of the scan", "%(number)s statements of the scan", number
        )
        parts.append(said % {"number": number})
    if trail.voted and trail.voted.closed_at:
        day = date_format(trail.voted.closed_at.astimezone(get_current_timezone()), "j F Y")
        parts.append(_("the vote of %(day)s") % {"day": day})
    if not parts:
        return ""
    listed = get_text_list(parts, _("and"))
    told = _("And also %(parts)s.") if trail.dreams else _("From %(parts)s.")
    return told % {"parts": listed}
