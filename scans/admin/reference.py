"""What all questionnaires share, and a search over all statements: to look at only."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from accounts.models import DepartmentKind
from scans.models import IsoSubject, Sdg, Statement, Theme


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


@admin.register(Statement)
class StatementAdmin(ReadOnlyAdmin):
    """Found here, edited on the page of their theme."""

    list_display = ("code", "text", "step", "light", "questionnaire")
    list_filter = ("questionnaire", "questionnaire_theme__theme", "step", "light")
    search_fields = ("code", "text", "help", "evidence", "example")
    list_select_related = ("questionnaire",)
