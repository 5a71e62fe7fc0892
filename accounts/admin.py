from collections.abc import Sequence
from typing import Any

from allauth.usersessions.models import UserSession
from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.db.models import QuerySet
from django.forms import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.forms.organisation import OrganisationForm
from accounts.models import Department, Membership, Organisation, Predecessor, User
from accounts.queries.people import able_coordinators, left_without_coordinator

# Where somebody is signed in is theirs to see.
admin.site.unregister(UserSession)


class UserCreationForm(forms.ModelForm):
    """A new user without password: they choose one through "forgotten password"."""

    class Meta:
        model = User
        fields = ("email", "name")

    def save(self, commit: bool = True) -> Any:
        self.instance.set_unusable_password()
        return super().save(commit)


class MembershipFormSet(BaseInlineFormSet):
    """On the page of an organisation or of a user: no organisation loses its last coordinator."""

    def clean(self) -> None:
        super().clean()
        if any(self.errors):
            return
        own = Membership.objects.filter(pk__in=[form.instance.pk for form in self.initial_forms])
        # Whoever changes members locks the organisation first; an administrator too.
        organisations = Organisation.objects.filter(pk__in=own.values("organisation"))
        for organisation in organisations.select_for_update().order_by("pk"):
            able = able_coordinators(organisation.pk)
            loses_one = able.filter(pk__in=own).exists() and organisation.pk not in self._kept()
            if loses_one and not able.exclude(pk__in=own).exists():
                raise forms.ValidationError(
                    _("%(name)s would have no MVO coordinator left. First choose another one."),
                    params={"name": organisation.name},
                )

    def _kept(self) -> set[int]:
        """The organisations that these rows give a coordinator who can sign in."""
        return {
            form.instance.organisation_id
            for form in self.forms
            if form.instance.may_coordinate
            and form not in self.deleted_forms
            and self._user_of(form.instance).is_active
        }

    def _user_of(self, membership: Membership) -> User:
        """As this very page leaves them, on the page of a user."""
        return self.instance if isinstance(self.instance, User) else membership.user


class MembershipInline(admin.TabularInline):
    model = Membership
    formset = MembershipFormSet
    extra = 0
    autocomplete_fields = ("user", "organisation", "department")


class DepartmentInline(admin.TabularInline):
    model = Department
    extra = 0


class PredecessorInline(admin.TabularInline):
    model = Predecessor
    extra = 0


@admin.register(User)
class UserAdmin(DjangoUserAdmin):
    add_form = UserCreationForm
    ordering = ("name",)
    list_display = ("name", "email", "is_active", "is_staff", "last_login")
    list_filter = ("is_active", "is_staff")
    search_fields = ("name", "email")
    inlines = (MembershipInline,)
    fieldsets = (
        (None, {"fields": ("email", "name", "password")}),
        (
            _("Rights"),
            {"fields": ("is_active", "is_staff", "is_superuser", "groups", "user_permissions")},
        ),
        (_("Dates"), {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = ((None, {"fields": ("email", "name")}),)
    readonly_fields = ("last_login", "date_joined")

    def get_deleted_objects(
        self, objs: Sequence[Any] | QuerySet[Any], request: HttpRequest
    ) -> tuple[list[Any], dict[str, int], set[Any], list[Any]]:
        """Who is the only coordinator somewhere is not deleted."""
        going, counts, lacking, protected = super().get_deleted_objects(objs, request)
        return going, counts, lacking, [*protected, *left_without_coordinator(objs)]


@admin.register(Organisation)
class OrganisationAdmin(admin.ModelAdmin):
    form = OrganisationForm
    list_display = ("name", "type", "kbo_number", "nis_code")
    list_filter = ("type",)
    # By a number of before a merger too.
    search_fields = (
        "name",
        "kbo_number",
        "nis_code",
        "predecessors__name",
        "predecessors__kbo_number",
        "predecessors__nis_code",
    )
    inlines = (DepartmentInline, PredecessorInline, MembershipInline)


@admin.register(Department)
class DepartmentAdmin(admin.ModelAdmin):
    list_display = ("name", "kind", "organisation")
    search_fields = ("name", "organisation__name")
    autocomplete_fields = ("organisation",)

    def get_readonly_fields(self, request: HttpRequest, obj: Department | None = None) -> Any:
        """A department stays where it is: its people would point to another organisation."""
        return ("organisation",) if obj else ()

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).select_related("kind", "organisation")
