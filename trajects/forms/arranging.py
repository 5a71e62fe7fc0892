"""What the moderator does with dream images: merge, split, group, place, leave out."""

import re
from collections.abc import Collection
from enum import StrEnum
from typing import Any, cast

from crispy_forms.layout import Submit
from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from accounts.fields import LineField, PlainTextField, length_of
from accounts.layouts import one_button
from trajects.dreams import FEWEST_TO_COMBINE, MOST_PARTS, joined, parts_of, points_of
from trajects.forms.candidates import CandidateTicks
from trajects.forms.shown import ShownForm
from trajects.forms.ticks import Ticks
from trajects.models import Candidate, DreamCluster, DreamImage, Traject
from trajects.queries.dreams import chosen_themes

LONGEST = length_of(DreamImage, "text")
LARGEST = 2**31 - 1
# The number of a dream image and the version of it that the page showed.
SEEN = re.compile(r"([0-9]{1,18}):([0-9]{1,9})")


class Do(StrEnum):
    GROUP = "group"
    MERGE = "merge"
    UNGROUP = "ungroup"


class ArrangeForm(forms.Form):
    """What is ticked under one theme, and what happens with it: each button has its own `do`."""

    do = forms.ChoiceField(
        choices=[(one.value, one.value) for one in Do],
        label=_("What to do"),
        widget=forms.HiddenInput,
        error_messages={"required": _("Choose a button."), "invalid_choice": _("Choose a button.")},
    )
    name = LineField(
        label=_("Name of the new group"),
        max_length=length_of(DreamCluster, "name"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, data: QueryDict | None = None, *, candidate: Candidate) -> None:
        super().__init__(data)
        self.fields["group"] = forms.ModelChoiceField(
            candidate.clusters.all(),
            label=_("Group"),
            empty_label=_("a new group"),
            required=False,
            error_messages={"invalid_choice": _("This group is gone. Choose another one.")},
        )
        self.fields["dreams"] = Ticks(
            candidate.dreams.standing(),
            label=_("Dream images"),
            error_messages={
                "required": _("Tick at least one."),
                "invalid_choice": _("One of them is no longer in the list. Tick again."),
            },
        )
        self.order_fields(("dreams", "group", "name"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        ticked = cleaned.get("dreams")
        do = cleaned.get("do")
        if do == Do.MERGE and ticked is not None and len(ticked) < FEWEST_TO_COMBINE:
            self.add_error("dreams", _text("Tick at least two."))
        if do == Do.GROUP and not self.errors and not (cleaned["group"] or cleaned["name"]):
            self.add_error("name", _text("Give the new group a name, or choose a group."))
        return cleaned

    @property
    def dreams(self) -> list[int]:
        return sorted(one.pk for one in self.cleaned_data["dreams"])

    @property
    def ticked(self) -> set[str]:
        """As sent, so that nobody ticks twice."""
        return set(cast(QueryDict, self.data).getlist("dreams")) if self.is_bound else set()


class MergeForm(ShownForm):
    """One text instead of several. `shown`: these, with the version of each that was read."""

    text = PlainTextField(
        label=_("The new dream image"),
        help_text=_(
            "One point a line. Begin a line with a dash to hang it under the one above. The words "
            "of everybody are below each other; make one text of them."
        ),
        required=True,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 10}),
        error_messages={"required": _("Write at least one point.")},
    )

    def __init__(self, data: QueryDict | None = None, *, dreams: Collection[DreamImage]) -> None:
        initial = {"shown": seen(dreams), "text": joined(one.text for one in dreams)}
        super().__init__(data, initial=initial)
        self.helper = one_button(Submit("merge", _("Merge them")))

    def clean_text(self) -> str:
        return with_points(self.cleaned_data["text"])


class SplitDreamForm(forms.Form):
    """Two to five parts; empty ones count for nothing."""

    version = forms.IntegerField(min_value=0, max_value=LARGEST, widget=forms.HiddenInput)

    def __init__(self, data: QueryDict | None = None, *, dream: DreamImage) -> None:
        parts = enumerate(parts_of(dream.text), start=1)
        initial = {"version": dream.version} | {f"part_{n}": text for n, text in parts}
        super().__init__(data, initial=initial)
        for number in range(1, MOST_PARTS + 1):
            self.fields[f"part_{number}"] = PlainTextField(
                label=_text("Part %(number)s") % {"number": number},
                max_length=LONGEST,
                required=number <= FEWEST_TO_COMBINE,
                widget=forms.Textarea(attrs={"rows": 3}),
                error_messages={"required": _("Write what this part says.")},
            )
        self.helper = one_button(Submit("split", _("Split it")))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in self._names:
            if cleaned.get(name) and not points_of(cleaned[name]):
                self.add_error(name, _text("Write what this part says."))
        return cleaned

    @property
    def texts(self) -> list[str]:
        return [self.cleaned_data[name] for name in self._names if self.cleaned_data[name]]

    @property
    def _names(self) -> list[str]:
        return [f"part_{number}" for number in range(1, MOST_PARTS + 1)]

    def show_version(self, version: int) -> None:
        """Sent again from now on, it is about that one."""
        show(self, "version", version)


class PlaceForm(forms.Form):
    """Under which of the chosen themes."""

    version = forms.IntegerField(min_value=0, max_value=LARGEST, widget=forms.HiddenInput)

    def __init__(
        self, data: QueryDict | None = None, *, traject: Traject, dream: DreamImage
    ) -> None:
        present = list(dream.places.values_list("candidate", flat=True))
        super().__init__(data, initial={"version": dream.version, "themes": present})
        self.fields["themes"] = CandidateTicks(
            chosen_themes(traject),
            label=_("Themes"),
            help_text=_("One or more of the themes that the group goes on with."),
            error_messages={
                "required": _("Choose at least one of the themes that the group goes on with."),
                "invalid_choice": _("One of them is no longer chosen. Tick again."),
            },
        )
        self.helper = one_button(Submit("place", _("Save the themes")))

    @property
    def themes(self) -> list[int]:
        return [one.pk for one in self.cleaned_data["themes"]]

    def show_version(self, version: int) -> None:
        show(self, "version", version)


class LeaveOutDreamForm(forms.Form):
    because = LineField(
        label=_("Why does the group not go on with it?"),
        help_text=_("The reason is kept with it, and you can bring it back."),
        max_length=length_of(DreamImage, "left_out_because"),
        error_messages={"required": _("Write down why. One sentence is enough.")},
    )

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data)
        self.helper = one_button(Submit("leave_out", _("Leave it out")))


class ClusterForm(ShownForm):
    """`shown`: what the group was called when the page was opened."""

    name = LineField(
        label=_("Name"),
        max_length=length_of(DreamCluster, "name"),
        error_messages={"required": _("Give it a name.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, data: QueryDict | None = None, *, cluster: DreamCluster) -> None:
        super().__init__(data, initial={"name": cluster.name, "shown": cluster.name})
        self.helper = one_button(Submit("rename", _("Save the name")))


def seen(dreams: Collection[DreamImage]) -> str:
    """How the page says what it showed; `read` takes it back."""
    return " ".join(f"{one.pk}:{one.version}" for one in dreams)


def read(shown: str) -> dict[int, int]:
    """By primary key, the version that was shown; nothing for what no page of ours sent."""
    pairs = [SEEN.fullmatch(word) for word in shown.split()]
    return {int(pair[1]): int(pair[2]) for pair in pairs if pair} if all(pairs) else {}


def with_points(text: str) -> str:
    if text and not points_of(text):
        raise forms.ValidationError(_("Write at least one point."))
    return text


def show(form: forms.Form, name: str, value: object) -> None:
    data = cast(QueryDict, form.data).copy()
    data[name] = str(value)
    form.data = data
