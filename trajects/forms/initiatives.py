"""What is typed about one initiative, what is looked for on the photo, and why one is left out."""

from typing import Any

from crispy_forms.layout import Submit
from django import forms
from django.core.validators import URLValidator
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from accounts.fields import LineField, PlainTextField, length_of
from accounts.layouts import one_button
from accounts.models import Department
from scans.models import Sdg, Theme
from trajects.entries import InitiativeEntry
from trajects.forms.ticks import Ticks
from trajects.models import Initiative, InitiativeStatus, Scope, Traject
from trajects.queries.photo import PhotoFilter, departments_of

EARLIEST, LATEST = 1950, 2100
ADDRESS = URLValidator(schemes=("http", "https"))
ADDRESS_MESSAGE = _("Write a whole address, such as https://www.example.org/page.")


class LabelTicks(Ticks):
    """Themes and SDGs are in Dutch whatever the language of the page."""

    def label_from_instance(self, obj: Any) -> str:
        if isinstance(obj, Department):
            return str(obj.name)
        return format_html('<span lang="nl">{}</span>', obj if isinstance(obj, Sdg) else obj.name)


class DutchSelect(forms.Select):
    """A list to choose from in Dutch, whatever the language of the page and of its empty choice."""

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        if value:
            option["attrs"]["lang"] = "nl"
        return option


class InitiativeForm(forms.Form):
    """Of one traject. `version` is that of what the page showed."""

    title = LineField(
        label=_("Title"),
        help_text=_("Short and recognisable, as colleagues call it."),
        max_length=length_of(Initiative, "title"),
        error_messages={"required": _("Give it a title.")},
    )
    description = PlainTextField(
        label=_("What it is"),
        help_text=_("In two or three sentences: what happens, for whom, with whom."),
        max_length=length_of(Initiative, "description"),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    status = forms.ChoiceField(
        label=_("Status"),
        choices=InitiativeStatus.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether it runs, is planned or stopped.")},
    )
    scope = forms.ChoiceField(
        label=_("For whom is it?"),
        choices=Scope.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose for whom it is.")},
    )
    themes = LabelTicks(
        queryset=Theme.objects.none(),
        label=_("Themes"),
        help_text=_("Tick at least one. One initiative may touch several."),
        error_messages={"required": _("Tick at least one theme.")},
    )
    departments = LabelTicks(
        queryset=Department.objects.none(),
        label=_("Departments that work on it"),
        required=False,
    )
    since = forms.IntegerField(
        label=_("Since which year?"),
        required=False,
        min_value=EARLIEST,
        max_value=LATEST,
        widget=forms.NumberInput(attrs={"class": "half"}),
    )
    evidence = forms.CharField(
        label=_("Link to evidence"),
        help_text=_("A page, a decision or a report where one can see it."),
        required=False,
        max_length=length_of(Initiative, "evidence"),
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
    )
    bbc_code = LineField(
        label=_("Code in the multi-year plan"),
        help_text=_("The code of the goal, the plan or the action in your BBC, if it has one."),
        required=False,
        max_length=length_of(Initiative, "bbc_code"),
        widget=forms.TextInput(attrs={"class": "half"}),
    )
    sdgs = LabelTicks(
        queryset=Sdg.objects.none(),
        label=_("SDGs"),
        help_text=_("The Sustainable Development Goals that it helps with."),
        required=False,
    )
    version = forms.IntegerField(
        required=False, min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, traject: Traject, button: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer("themes", Theme.objects.all())
        self._offer("departments", departments_of(traject))
        self._offer("sdgs", Sdg.objects.all())
        if not self.fields["departments"].queryset:  # type: ignore[attr-defined]
            del self.fields["departments"]
        self.helper = one_button(Submit("save", button))
        self.helper.attrs["class"] = "initiative-form"

    def clean_evidence(self) -> str:
        """An address without https:// gets it, as in the bar of a browser."""
        return whole_address(str(self.cleaned_data["evidence"]))

    @property
    def entry(self) -> InitiativeEntry:
        cleaned = self.cleaned_data
        return InitiativeEntry(
            title=cleaned["title"],
            status=cleaned["status"],
            scope=cleaned["scope"],
            themes=_numbers(cleaned["themes"]),
            description=cleaned["description"],
            since=cleaned["since"],
            evidence=cleaned["evidence"],
            bbc_code=cleaned["bbc_code"],
            departments=_numbers(cleaned.get("departments", ())),
            sdgs=_numbers(cleaned["sdgs"]),
        )

    @property
    def seen_version(self) -> int:
        return int(self.cleaned_data["version"] or 0)

    def _offer(self, name: str, rows: Any) -> None:
        self.fields[name].queryset = rows  # type: ignore[attr-defined]


class FilterForm(forms.Form):
    """What to show; something that is not offered shows everything."""

    thema = forms.ModelChoiceField(
        Theme.objects.all(),
        label=_("Theme"),
        required=False,
        to_field_name="code",
        empty_label=_("All themes"),
        widget=DutchSelect,
    )
    dienst = forms.ModelChoiceField(
        Department.objects.none(),
        label=_("Department"),
        required=False,
        empty_label=_("All departments"),
    )
    status = forms.ChoiceField(
        label=_("Status"),
        required=False,
        choices=[("", _("Every status")), *InitiativeStatus.choices],
    )
    zoek = LineField(label=_("Words in it"), required=False, max_length=80)

    def __init__(self, *args: Any, traject: Traject, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["dienst"].queryset = departments_of(traject)  # type: ignore[attr-defined]

    @property
    def wanted(self) -> PhotoFilter:
        self.is_valid()
        cleaned = self.cleaned_data
        return PhotoFilter(
            cleaned.get("thema"),
            cleaned.get("dienst"),
            cleaned.get("status", ""),
            cleaned.get("zoek", ""),
        )


class ReadForm(forms.Form):
    """Which version somebody read; without one nobody asks."""

    version = forms.IntegerField(required=False, min_value=0, max_value=2**31 - 1)


class RefuseForm(forms.Form):
    because = LineField(
        label=_("Why do you leave it out?"),
        help_text=_("Who wrote it reads this."),
        max_length=length_of(Initiative, "refused_because"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = one_button(Submit("refuse", _("Leave it out"), css_class="btn-danger"))


def whole_address(typed: str) -> str:
    """As it is kept. Raises ValidationError."""
    if not typed:
        return ""
    address = typed if "://" in typed else f"https://{typed}"
    try:
        ADDRESS(address)
    except forms.ValidationError as wrong:
        raise forms.ValidationError(ADDRESS_MESSAGE) from wrong
    if len(address) > length_of(Initiative, "evidence"):
        raise forms.ValidationError(ADDRESS_MESSAGE)
    return address


def initial_of(initiative: Initiative) -> dict[str, Any]:
    """What the form shows of what is stored."""
    entry = initiative.entry
    return {**vars(entry), "version": initiative.version}


def _numbers(rows: Any) -> frozenset[int]:
    return frozenset(row.pk for row in rows)
