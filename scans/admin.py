"""Reference data and questionnaires, to look at. Scans and answers are not in the administration:
a superuser without membership sees no answers."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from scans.models import DepartmentKind, IsoSubject, Questionnaire, Sdg, Statement, Theme


class ReadOnlyAdmin(admin.ModelAdmin):
    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Sdg, IsoSubject, DepartmentKind)
class ReferenceAdmin(ReadOnlyAdmin):
    search_fields = ("name",)


@admin.register(Theme)
class ThemeAdmin(ReadOnlyAdmin):
    list_display = ("number", "name", "short_name", "code")
    search_fields = ("name", "code")


@admin.register(Questionnaire)
class QuestionnaireAdmin(ReadOnlyAdmin):
    list_display = ("variant", "version", "published_at")
    list_filter = ("variant",)


@admin.register(Statement)
class StatementAdmin(ReadOnlyAdmin):
    list_display = ("code", "text", "step", "light", "questionnaire")
    list_filter = ("questionnaire", "questionnaire_theme__theme", "step", "light")
    search_fields = ("code", "text", "help")
    list_select_related = ("questionnaire",)
