"""What is typed about candidate themes: names, reasons, pieces, and what goes together."""

from collections.abc import Iterator
from typing import Any, cast

from crispy_forms.layout import Div, Layout, Submit
from django import forms
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from accounts.fields import LineField, length_of
from accounts.layouts import one_button
from trajects.entries import CandidateEntry
from trajects.forms.ticks import Ticks
from trajects.models import Candidate, Traject
from trajects.models.candidate import CandidateQuerySet
from trajects.queries.candidates import OriginKind
from trajects.queries.parked import parked_before

MOST_PIECES = 5
FEWEST_PIECES = 2
SHORT = length_of(Candidate, "short_name")
# Under this id the page lists the subthemes of the questionnaire.
SUGGESTIONS = "subthemes"


class StartForm(forms.Form):
    """From what one begins."""

    source = forms.ChoiceField(
        choices=[
            (OriginKind.THEME.value, _("the themes of the scan")),
            (OriginKind.SDG.value, _("the SDGs")),
        ],
        label=_("Begin with"),
        widget=forms.RadioSelect,
        initial=OriginKind.THEME.value,
        error_messages={"required": _("Choose what to begin with.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = one_button(Submit("start", _("Lay out the list")))


class CandidateForm(forms.Form):
    """The names of one candidate theme. Without a short name it is the name, if that fits."""

    name = LineField(
        label=_("Name"),
        help_text=_("As the group calls it, on the ballot and in the report."),
        max_length=length_of(Candidate, "name"),
        error_messages={"required": _("Give it a name.")},
    )
    short_name = LineField(
        label=_("Short name"),
        help_text=_("For phones and charts: at most 20 characters."),
        max_length=SHORT,
        required=False,
        widget=forms.TextInput(attrs={"class": "half"}),
    )
    subtheme = LineField(
        label=_("Subtheme"),
        help_text=_("Which part of it is meant, if not all."),
        max_length=length_of(Candidate, "subtheme"),
        required=False,
        widget=forms.TextInput(attrs={"list": SUGGESTIONS, "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, button: str | Promise, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = one_button(Submit("save", button))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        _complete(self, "name", "short_name")
        return cleaned

    @property
    def entry(self) -> CandidateEntry:
        cleaned = self.cleaned_data
        return CandidateEntry(
            cleaned["name"], cleaned["short_name"], str(cleaned.get("subtheme", ""))
        )


class ChangeCandidateForm(CandidateForm):
    """`version` is that of what the page showed."""

    version = forms.IntegerField(min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)

    def __init__(self, *args: Any, candidate: Candidate, button: str | Promise) -> None:
        stored = {**vars(candidate.entry), "version": candidate.version}
        super().__init__(*args, initial=stored, button=button)

    def show_version(self, version: int) -> None:
        """Sent again from now on, it replaces that one."""
        data = cast(QueryDict, self.data).copy()
        data["version"] = str(version)
        self.data = data


class LeaveOutForm(forms.Form):
    because = LineField(
        label=_("Why does the group not choose from it?"),
        help_text=_("The reason stays readable, and you can bring the theme back."),
        max_length=length_of(Candidate, "left_out_because"),
        error_messages={"required": _("Write down why. One sentence is enough.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = one_button(Submit("leave_out", _("Leave it out")))


class CandidateTicks(Ticks):
    def label_from_instance(self, obj: Candidate) -> str:
        return obj.full_name


class GroupForm(CandidateForm):
    """Two or more that go together under one name."""

    def __init__(self, *args: Any, traject: Traject, **kwargs: Any) -> None:
        super().__init__(*args, button=_("Put them together"), **kwargs)
        del self.fields["subtheme"]
        self.fields["candidates"] = CandidateTicks(
            traject.candidates.running(),
            label=_("Which go together"),
            help_text=_("Two or more. Each stays readable inside the group."),
            error_messages={
                "required": _("Tick at least two."),
                "invalid_choice": _("One of them is no longer in the running. Tick again."),
            },
        )
        self.order_fields(("candidates", "name", "short_name"))
        self.helper.attrs["class"] = "candidate-ticks"

    def clean_candidates(self) -> CandidateQuerySet:
        chosen: CandidateQuerySet = self.cleaned_data["candidates"]
        if len(chosen) < FEWEST_PIECES:
            raise forms.ValidationError(_("Tick at least two."))
        return chosen


class SplitForm(forms.Form):
    """Two to five pieces, each with a name; empty lines count for nothing."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, MOST_PIECES + 1):
            self._add_piece(number, required=number <= FEWEST_PIECES)
        self.helper = one_button(Submit("split", _("Split it")))
        rows = [Div(*names, css_class="piece") for names in _pieces()]
        self.helper.layout = Layout(*rows)

    def _add_piece(self, number: int, *, required: bool) -> None:
        self.fields[f"name_{number}"] = LineField(
            label=_text("Name of part %(number)s") % {"number": number},
            max_length=length_of(Candidate, "name"),
            required=required,
            error_messages={"required": _("Give this part a name.")},
            widget=forms.TextInput(attrs={"list": SUGGESTIONS, "autocomplete": "off"}),
        )
        self.fields[f"short_name_{number}"] = LineField(
            label=_text("Short name of part %(number)s") % {"number": number},
            max_length=SHORT,
            required=False,
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name, short in _pieces():
            _complete(self, name, short)
        return cleaned

    @property
    def entries(self) -> list[CandidateEntry]:
        cleaned = self.cleaned_data
        return [
            CandidateEntry(cleaned[name], cleaned[short])
            for name, short in _pieces()
            if cleaned[name]
        ]


class TakeAlongForm(forms.Form):
    """What earlier trajects parked."""

    def __init__(self, *args: Any, traject: Traject) -> None:
        super().__init__(*args)
        self.fields["parked"] = CandidateTicks(
            parked_before(traject),
            label=_("Parked themes"),
            error_messages={
                "required": _("Tick at least one."),
                "invalid_choice": _("One of them is no longer parked. Tick again."),
            },
        )


def _pieces() -> Iterator[tuple[str, str]]:
    return ((f"name_{n}", f"short_name_{n}") for n in range(1, MOST_PIECES + 1))


def _complete(form: forms.Form, name: str, short: str) -> None:
    """A name that is short enough needs no other one; a short name alone is a slip."""
    cleaned = form.cleaned_data
    typed, called = cleaned.get(name, ""), cleaned.get(short)
    if typed and called == "":
        if len(typed) > SHORT:
            form.add_error(short, _("Write a short name of at most 20 characters."))
        else:
            cleaned[short] = typed
    elif called and not typed and name not in form.errors:
        form.add_error(name, _("Give this part a name."))
