"""The texts of the method: edited here, made by `load_method`."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from trajects.labels import STEP_NAMES
from trajects.models import MethodText
from trajects.steps import Key


@admin.register(MethodText)
class MethodTextAdmin(admin.ModelAdmin):
    """Which step and which language it is stays; so do the sixteen texts."""

    list_display = ("step_name", "language")
    list_filter = ("language",)
    fields = ("step_name", "language", "what", "why", "how", "tips")
    readonly_fields = ("step_name", "language")

    @admin.display(description=MethodText._meta.get_field("step").verbose_name, ordering="step")
    def step_name(self, text: MethodText) -> str:
        return str(STEP_NAMES[Key(text.step)])

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
