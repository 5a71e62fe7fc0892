"""One theme of a questionnaire on one page: its texts, subthemes and statements in order."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.forms import BaseInlineFormSet
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from scans.admin.fields import TRACKS, TracksField, ValuesField, WordsField
from scans.labels import STEP_NAMES
from scans.models import ProfileFact, Questionnaire, QuestionnaireTheme, Statement, Subtheme
from scans.scoring import STEPS

WIDE = {"cols": 100}


def is_draft(theme: QuestionnaireTheme | None) -> bool:
    return theme is not None and not theme.questionnaire.is_published


class DraftOnly:
    """Permissions of what belongs to a theme: changed in a draft, only seen once published."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return is_draft(obj) and super().has_add_permission(request, obj)  # type: ignore[misc]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return is_draft(obj) and super().has_change_permission(request, obj)  # type: ignore[misc]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return is_draft(obj) and super().has_delete_permission(request, obj)  # type: ignore[misc]


class SubthemeInline(DraftOnly, admin.TabularInline):
    model = Subtheme
    extra = 0


def step_choices() -> list[tuple[int, str]]:
    """In the language of the moment."""
    return [(step, f"{step} {STEP_NAMES[step]}") for step in STEPS]


class StatementForm(forms.ModelForm):
    step = forms.TypedChoiceField(label=_("Step"), coerce=int, choices=step_choices)
    track = forms.ChoiceField(label=_("Track"), choices=[(letter, letter) for letter in TRACKS])
    condition_values = ValuesField(
        label=_("Values of that fact"),
        required=False,
        help_text=_("With commas between them, such as: ja"),
    )

    class Meta:
        model = Statement
        fields = (
            *("step", "track", "subtheme", "light", "weight", "text", "help", "evidence"),
            *("example", "department_kind", "condition_fact", "condition_values"),
        )
        widgets = {
            "text": forms.Textarea(attrs={**WIDE, "rows": 2}),
            "help": forms.Textarea(attrs={**WIDE, "rows": 6}),
            "evidence": forms.Textarea(attrs={**WIDE, "rows": 2}),
            "example": forms.Textarea(attrs={**WIDE, "rows": 4}),
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if bool(cleaned.get("condition_fact")) != bool(cleaned.get("condition_values")):
            self.add_error(
                "condition_values", _("A condition needs a fact and at least one value of it.")
            )
        return cleaned


class StatementFormSet(BaseInlineFormSet):
    """A code is its theme, step and track, so it is never typed."""

    def save_new(self, form: Any, commit: bool = True) -> Any:
        self._complete(form.instance)
        return super().save_new(form, commit)

    def save_existing(self, form: Any, obj: Any, commit: bool = True) -> Any:
        self._complete(form.instance)
        return super().save_existing(form, obj, commit)

    def _complete(self, statement: Statement) -> None:
        own = self.instance
        statement.questionnaire = own.questionnaire
        statement.code = f"{own.theme.code}-{statement.step}{statement.track}"


class StatementInline(DraftOnly, admin.StackedInline):
    model = Statement
    form = StatementForm
    formset = StatementFormSet
    extra = 0
    ordering = ("step", "track")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        names = ("subtheme", "department_kind", "condition_fact")
        return super().get_queryset(request).select_related(*names)

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        """Subthemes and facts to choose from are those of this theme and this version."""
        formset = super().get_formset(request, obj, **kwargs)
        fields = getattr(formset.form, "base_fields", {})
        if obj and "subtheme" in fields:
            fields["subtheme"].queryset = Subtheme.objects.filter(questionnaire_theme=obj)
            fields["condition_fact"].queryset = ProfileFact.objects.filter(
                questionnaire=obj.questionnaire
            )
        return formset


class ThemeForm(forms.ModelForm):
    tracks = TracksField(
        label=_("Tracks"),
        widget=forms.Textarea(attrs={**WIDE, "rows": 3}),
        help_text=_("One on a line: the letter, a colon and the name."),
    )
    words = WordsField(
        label=_("Words"),
        required=False,
        widget=forms.Textarea(attrs={**WIDE, "rows": 12}),
        help_text=_("One on a line: the word, a colon and what it means."),
    )

    class Meta:
        model = QuestionnaireTheme
        fields = ("scope", "intro", "why", "tracks", "words", "weight")
        widgets = {
            "scope": forms.TextInput(attrs={"size": 100}),
            "intro": forms.Textarea(attrs={**WIDE, "rows": 4}),
            "why": forms.Textarea(attrs={**WIDE, "rows": 4}),
        }


@admin.register(QuestionnaireTheme)
class QuestionnaireThemeAdmin(DraftOnly, admin.ModelAdmin):
    form = ThemeForm
    inlines = (SubthemeInline, StatementInline)
    list_display = ("__str__", "questionnaire", "scope")
    list_filter = ("questionnaire",)
    search_fields = ("theme__name", "scope", "intro", "why", "statements__text")
    list_select_related = ("theme", "questionnaire")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("theme", "questionnaire")

    def get_object(self, request: HttpRequest, object_id: str, from_field: Any = None) -> Any:
        """A save waits for a publication under way, and then meets a published version."""
        found = super().get_object(request, object_id, from_field)
        if found and request.method == "POST":
            locked = Questionnaire.objects.select_for_update()
            found.questionnaire = locked.get(pk=found.questionnaire_id)
        return found

    def response_post_save_change(self, request: HttpRequest, obj: Any) -> HttpResponseRedirect:
        """Back to the version, where the checks say what is left to do."""
        return redirect("admin:scans_questionnaire_change", obj.questionnaire_id)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A version has the themes of the version it was copied from."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
