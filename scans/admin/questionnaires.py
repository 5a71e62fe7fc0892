from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from scans.actions.drafts import (
    AlreadyPublished,
    DraftExists,
    DraftNotReady,
    copy_to_draft,
    publish_draft,
)
from scans.labels import RULE_TITLES
from scans.models import Questionnaire
from scans.queries import Fault, faults


@admin.register(Questionnaire)
class QuestionnaireAdmin(admin.ModelAdmin):
    """Versions: copy a published one to a draft, edit the draft theme by theme, publish it."""

    list_display = ("__str__", "state", "theme_count", "statement_count", "published_at")
    list_filter = ("variant",)
    fields = ("variant", "version", "state", "published_at")
    readonly_fields = fields
    change_form_template = "admin/scans/questionnaire_page.html"

    @admin.display(description=_("state"))
    def state(self, questionnaire: Questionnaire) -> str:
        return str(_("published") if questionnaire.is_published else _("draft"))

    @admin.display(description=_("themes"))
    def theme_count(self, questionnaire: Any) -> int:
        return int(questionnaire.theme_count)

    @admin.display(description=_("statements"))
    def statement_count(self, questionnaire: Any) -> int:
        return int(questionnaire.statement_count)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return (
            super()
            .get_queryset(request)
            .annotate(
                theme_count=Count("themes", distinct=True),
                statement_count=Count("statements", distinct=True),
            )
        )

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A version starts as a copy, or is loaded from files."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and not (obj and obj.is_published)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and not (obj and obj.is_published)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """All that is in a draft goes with it; its parts ask for no permission of their own."""
        listed, counts, _permissions, protected = super().get_deleted_objects(objs, request)
        return listed, counts, set(), protected

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """No bulk delete: it would meet published versions."""
        return {}

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        questionnaire = self.get_object(request, object_id)
        shown = self._page_context(request, questionnaire) if questionnaire else {}
        return super().change_view(request, object_id, form_url, {**(extra_context or {}), **shown})

    def _page_context(self, request: HttpRequest, questionnaire: Questionnaire) -> dict[str, Any]:
        themes = questionnaire.themes.select_related("theme").annotate(count=Count("statements"))
        found = [] if questionnaire.is_published else faults(questionnaire)
        return {
            "themes": themes.order_by("theme__number"),
            "blocking": _in_words(fault for fault in found if not fault.is_advice),
            "advice": _in_words(fault for fault in found if fault.is_advice),
            "may_edit": self.has_change_permission(request),
        }

    def get_urls(self) -> list[URLPattern]:
        site = self.admin_site.admin_view
        return [
            path("<int:object_id>/kopie/", site(self.copy), name="scans_questionnaire_copy"),
            path(
                "<int:object_id>/publicatie/",
                site(self.publish),
                name="scans_questionnaire_publish",
            ),
            *super().get_urls(),
        ]

    @method_decorator(require_POST)
    def copy(self, request: HttpRequest, object_id: int) -> HttpResponse:
        source = self._version_for_editing(request, object_id)
        try:
            draft = copy_to_draft(source=source)
        except DraftExists:
            messages.error(request, _("There is a draft already. Go on with that one."))
            return redirect("admin:scans_questionnaire_changelist")
        messages.success(request, _("This draft is a copy. Choose a theme to edit."))
        return redirect(_page(draft))

    @method_decorator(require_POST)
    def publish(self, request: HttpRequest, object_id: int) -> HttpResponse:
        draft = self._version_for_editing(request, object_id)
        try:
            publish_draft(draft=draft, at=now())
        except DraftNotReady:
            messages.error(request, _("Not published: mend what is listed as wrong first."))
        except AlreadyPublished:
            messages.info(request, _("This version was published already."))
        else:
            messages.success(request, _("Published. New scans use this version from now on."))
        return redirect(_page(draft))

    def _version_for_editing(self, request: HttpRequest, pk: int) -> Questionnaire:
        if not self.has_change_permission(request):
            raise PermissionDenied
        return get_object_or_404(Questionnaire, pk=pk)


def _page(questionnaire: Questionnaire) -> str:
    return reverse("admin:scans_questionnaire_change", args=[questionnaire.pk])


def _in_words(found: Iterable[Fault]) -> list[tuple[Any, str]]:
    """(what is wrong, where) of each fault."""
    return [(RULE_TITLES[fault.rule], fault.where) for fault in found]
