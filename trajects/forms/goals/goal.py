"""A goal with all that belongs to it: the ladder, the theme, dream images, and where it counts."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from accounts.fields import LineField, length_of
from scans.labels import STEP_NAMES
from scans.models import Sdg
from trajects.actions.goals.snapshots import COLUMNS, entry_of
from trajects.entries import GoalEntry
from trajects.forms.goals.ladder import LadderForm, line_of, rungs_of
from trajects.forms.initiatives import LabelTicks
from trajects.forms.ticks import NUMBER
from trajects.models import GoalChange, MvoiGoal
from trajects.models.goal import HIGHEST_STEP, LOWEST_STEP
from trajects.pages.goal_form import GoalFormPage

MVOI = ("mvoi_goal", "mvoi_now", "mvoi_wanted")


def _step(label: Any, lowest: int) -> forms.TypedChoiceField:
    steps = range(lowest, HIGHEST_STEP + 1)
    named = [(step, f"{step} {STEP_NAMES[step]}" if step else "0") for step in steps]
    return forms.TypedChoiceField(
        label=label,
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", _("not filled in")), *named],
        widget=forms.Select(attrs={"class": "half"}),
    )


class GoalForm(LadderForm):
    """`because`, for an adopted goal: why it changes. `version` is that of what the page showed."""

    candidate = forms.TypedChoiceField(
        label=_("Under which theme?"),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a theme.")},
    )
    dreams = forms.TypedMultipleChoiceField(
        label=_("From which dream images does it grow?"),
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": _(
                "One of the dream images was merged, split or left out meanwhile. Tick again."
            )
        },
    )
    sdgs = LabelTicks(queryset=Sdg.objects.none(), label=_("SDGs"), required=False)
    mvoi_goal = forms.ChoiceField(
        label=_("Goal of sustainable purchasing"),
        required=False,
        choices=[("", _("none")), *MvoiGoal.choices],
    )
    mvoi_now = _step(_("Step now"), 0)
    mvoi_wanted = _step(_("Step wanted"), LOWEST_STEP)
    bbc_code = line_of(
        "bbc_code",
        _("Code in the multi-year plan"),
        _("The code in your BBC, if it has one."),
    )
    bbc_code.widget.attrs["class"] = "half"
    because = LineField(
        label=_("Why does the goal change?"),
        help_text=_("The group adopted it. The reason stays readable beside what it said before."),
        max_length=length_of(GoalChange, "because"),
        error_messages={"required": _("Write down why. One sentence is enough.")},
    )
    version = forms.IntegerField(
        required=False, min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput
    )

    def __init__(
        self, data: QueryDict | None = None, *, page: GoalFormPage, is_check: bool = False
    ) -> None:
        super().__init__(data, initial=initial_of(page), is_check=is_check)
        self.page, self.replaced = page, ""
        self._offer("candidate", [(one.pk, _dutch(one.full_name)) for one in page.themes])
        self._offer("dreams", _by_theme(page))
        self.fields["sdgs"].queryset = Sdg.objects.all()  # type: ignore[attr-defined]
        if not page.has_mvoi:
            for name in MVOI:
                del self.fields[name]
        if not page.is_adopted:
            del self.fields["because"]
        if is_check:
            self._ask_nothing()

    def clean(self) -> dict[str, Any]:
        """What is about purchasing belongs with a theme that is; steps belong to a goal of it."""
        cleaned: dict[str, Any] = self.cleaned_data
        steps = [cleaned.get(name) is not None for name in MVOI[1:]]
        if any(steps) and cleaned.get("mvoi_goal") == "":
            self.add_error("mvoi_goal", _("Choose which goal these steps belong to."))
        theme = cleaned.get("candidate")
        if cleaned.get("mvoi_goal") and theme and theme not in self.page.purchasing:
            self.add_error("mvoi_goal", _("This belongs with a theme about purchasing only."))
        return cleaned

    @property
    def entry(self) -> GoalEntry:
        """Of a form that is valid."""
        cleaned = self.cleaned_data
        told = {name: cleaned[name] for name in COLUMNS if name in cleaned}
        return GoalEntry(
            candidate=cleaned["candidate"],
            **told,
            sdgs=frozenset(sdg.number for sdg in cleaned["sdgs"]),
            dreams=frozenset(cleaned["dreams"]),
        )

    def take_over(self, sentence: str) -> None:
        """Instead of what was typed, which stays readable as `replaced`."""
        before = self.cleaned_data.get("sentence", "")
        if not sentence or sentence == before:
            return
        data = cast(QueryDict, self.data).copy()
        data["sentence"] = sentence
        self.data, self.replaced = data, before
        self.full_clean()

    @property
    def more_errors(self) -> bool:
        """In what the page folds away."""
        return bool({"sdgs", "bbc_code", *MVOI} & self.errors.keys())

    @property
    def shown(self) -> dict[str, Any]:
        """What the page draws."""
        checked = self.page.checked(self.draft)
        for field in self.needed:  # read by now: the page tells again what saving asks
            field.required = True
        return {
            "form": self,
            "page": self.page,
            "goal": self.page.goal,
            "checked": checked,
            "rungs": rungs_of(self, checked),
            "asked": self.page.cards_of(self.ticked),
            "steps": self.page.steps_of(self["candidate"].value()),
        }

    @property
    def reason(self) -> str:
        """Why an adopted goal changes; empty for a proposal."""
        return str(self.cleaned_data.get("because", ""))

    @property
    def seen_version(self) -> int:
        return int(self.cleaned_data["version"] or 0)

    @property
    def ticked(self) -> frozenset[int]:
        """The dream images that are ticked now."""
        typed = self["dreams"].value() or ()
        return frozenset(int(one) for one in typed if NUMBER.fullmatch(str(one)))

    def _offer(self, name: str, choices: Iterable[tuple[Any, Any]]) -> None:
        self.fields[name].choices = list(choices)  # type: ignore[attr-defined]


def started_from(query: QueryDict) -> dict[str, Any]:
    """What an address names to begin with: dream images, a theme."""
    themes = _numbers(query, "thema")
    return {"dreams": _numbers(query, "droom"), "theme": themes[0] if themes else None}


def _numbers(query: QueryDict, name: str) -> list[int]:
    return [int(typed) for typed in query.getlist(name) if NUMBER.fullmatch(typed)]


def initial_of(page: GoalFormPage) -> dict[str, Any]:
    """What the form shows of what is stored, or of where one starts from."""
    goal = page.goal
    if goal is None:
        return {"candidate": page.theme, "dreams": list(page.asked)}
    entry = entry_of(goal)
    # LabelTicks compares primary keys.
    sdgs = [sdg.pk for sdg in Sdg.objects.filter(number__in=entry.sdgs)]
    return {**vars(entry), "sdgs": sdgs, "dreams": list(entry.dreams), "version": goal.version}


def _by_theme(page: GoalFormPage) -> list[tuple[Any, Any]]:
    """Each dream image once, under the first theme where it stands."""
    once: dict[int, str] = {}
    groups: list[tuple[Any, Any]] = []
    for one in page.galleries:
        new = {card.dream.pk: card.title for card in one.cards if card.dream.pk not in once}
        once.update(new)
        if new:
            groups.append((_dutch(one.candidate.full_name), _named(new)))
    gone = _named({card.dream.pk: card.title for card in page.others})
    return [*groups, (_("Merged, split or left out since"), gone)] if gone else groups


def _named(titles: Mapping[int, str]) -> list[tuple[int, str]]:
    return [(pk, _dutch(title)) for pk, title in titles.items()]


def _dutch(name: str) -> str:
    return format_html('<span lang="nl">{}</span>', name)
