from typing import Any

from allauth.usersessions.models import UserSession
from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.utils.translation import gettext_lazy as _

from accounts.identifiers import normalise_kbo
from accounts.models import Department, Membership, Organisation, User

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


class MembershipInline(admin.TabularInline):
    model = Membership
    extra = 0
    autocomplete_fields = ("user", "organisation", "department")


class DepartmentInline(admin.TabularInline):
    model = Department
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


class OrganisationForm(forms.ModelForm):
    kbo_number = forms.CharField(
        label=Organisation._meta.get_field("kbo_number").verbose_name,
        help_text=Organisation._meta.get_field("kbo_number").help_text,
        max_length=20,
    )

    class Meta:
        model = Organisation
        fields = ("type", "name", "kbo_number", "nis_code", "accent")

    def clean_kbo_number(self) -> str:
        return normalise_kbo(str(self.cleaned_data["kbo_number"]))

    def clean_accent(self) -> str:
        return str(self.cleaned_data["accent"]).lower()


@admin.register(Organisation)
class OrganisationAdmin(admin.ModelAdmin):
    form = OrganisationForm
    list_display = ("name", "type", "kbo_number", "nis_code")
    list_filter = ("type",)
    search_fields = ("name", "kbo_number", "nis_code")
    inlines = (DepartmentInline, MembershipInline)


@admin.register(Department)
class DepartmentAdmin(admin.ModelAdmin):
    list_display = ("name", "organisation")
    search_fields = ("name", "organisation__name")
    autocomplete_fields = ("organisation",)

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).select_related("organisation")
