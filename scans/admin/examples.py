"""The catalogue of example actions: edited, taken out, brought back. New ones come from files."""

from copy import copy
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.forms.models import construct_instance
from django.http import HttpRequest
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.models import DepartmentKind
from scans.actions.examples import note_edit, restore_examples, withdraw_examples
from scans.admin.fields import LinesField, ValuesField
from scans.admin.themes import WIDE
from scans.example_files import Breach, Known, breaches, shared_sentences
from scans.labels import EXAMPLE_RULES
from scans.models import ExampleAction, Sdg, Theme
from scans.queries.examples import example_said, published_codes, stored_example

# Where a fault of a range is shown.
FIRST_OF_RANGE = {key: f"{key}_low" for key in ("days", "once", "yearly", "months")}


class ExampleForm(forms.ModelForm):
    """Keeps every rule that the files keep."""

    helps = ValuesField(
        label=_("Helps to say yes to"),
        help_text=_("Codes of statements with commas between them, such as: aankopen-1a"),
        widget=forms.TextInput(attrs={"size": 100}),
    )
    partners = LinesField(
        label=_("Partners"),
        required=False,
        widget=forms.Textarea(attrs={**WIDE, "rows": 3}),
        help_text=_("One on a line."),
    )
    tips = LinesField(
        label=_("Tips"),
        widget=forms.Textarea(attrs={**WIDE, "rows": 5}),
        help_text=_("One on a line."),
    )
    pitfalls = LinesField(
        label=_("Pitfalls"),
        widget=forms.Textarea(attrs={**WIDE, "rows": 5}),
        help_text=_("One on a line."),
    )

    class Meta:
        model = ExampleAction
        fields = (
            *("title", "what", "why", "first_step", "effort", "days_low", "days_high"),
            *("effort_who", "once_low", "once_high", "yearly_low", "yearly_high", "cost_note"),
            *("months_low", "months_high", "indicator", "unit", "how_to_measure", "baseline"),
            *("target", "within_months", "sdgs", "lead", "partners", "tips", "pitfalls"),
        )
        widgets = {
            "title": forms.TextInput(attrs={"size": 100}),
            **{name: forms.Textarea(attrs={**WIDE, "rows": 4}) for name in ("what", "why")},
            "first_step": forms.Textarea(attrs={**WIDE, "rows": 2}),
            "how_to_measure": forms.Textarea(attrs={**WIDE, "rows": 2}),
            "sdgs": forms.CheckboxSelectMultiple,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["helps"] = [help.code for help in self.instance.helps.all()]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            for breach in self._breaches(cleaned):
                said = EXAMPLE_RULES[breach.rule] % {"detail": breach.detail}
                self.add_error(FIRST_OF_RANGE.get(breach.key, breach.key), said)
        return cleaned

    def _breaches(self, cleaned: dict[str, Any]) -> list[Breach]:
        row = construct_instance(self, copy(self.instance), self.Meta.fields)
        numbers = [sdg.number for sdg in cleaned["sdgs"]]
        own = example_said(row, sdgs=numbers, helps=cleaned["helps"])
        others = ExampleAction.objects.exclude(pk=row.pk).with_labels()
        shared = shared_sentences([*(stored_example(other) for other in others), own])
        alike = [breach for example, breach in shared if example is own]
        return [*breaches(own, _known()), *alike]


def _known() -> Known:
    return Known(
        themes=list(Theme.objects.values_list("code", flat=True)),
        sdgs=list(Sdg.objects.values_list("number", flat=True)),
        departments=list(DepartmentKind.objects.values_list("name", flat=True)),
        statements=published_codes(),
    )


class WithdrawnFilter(admin.SimpleListFilter):
    title = _("in the catalogue")
    parameter_name = "uit"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("nee", _("Yes")), ("ja", _("No, taken out"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() is None:
            return queryset
        return queryset.filter(withdrawn_at__isnull=self.value() != "ja")


@admin.register(ExampleAction)
class ExampleAdmin(admin.ModelAdmin):
    form = ExampleForm
    list_display = ("code", "title", "theme", "effort", "edited_at", "withdrawn_at")
    list_filter = ("theme", WithdrawnFilter, "effort", ("edited_at", admin.EmptyFieldListFilter))
    list_select_related = ("theme",)
    search_fields = ("code", "title", "what", "why", "indicator", "helps__code")
    ordering = ("theme__number", "code")
    readonly_fields = ("code", "theme", "track", "edited_at", "withdrawn_at")
    fields = (*readonly_fields, *ExampleForm.Meta.fields, "helps")
    actions = ("withdraw", "restore")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("theme", "lead")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Taken out, never deleted: actions of plans name their example."""
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """What nobody changed stays as the files say it."""
        if form.has_changed():
            super().save_model(request, obj, form, change)
            note_edit(example=obj, helps=form.cleaned_data["helps"], at=now())

    @admin.action(description=_("Take out of the catalogue"), permissions=["change"])
    def withdraw(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        number = withdraw_examples(examples=queryset, at=now())
        said = ngettext("%(number)s example taken out.", "%(number)s examples taken out.", number)
        messages.success(request, said % {"number": number})

    @admin.action(description=_("Bring back into the catalogue"), permissions=["change"])
    def restore(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        number = restore_examples(examples=queryset)
        said = ngettext(
            "%(number)s example brought back.", "%(number)s examples brought back.", number
        )
        messages.success(request, said % {"number": number})
