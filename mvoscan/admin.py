from django.contrib import admin
from django.contrib.admin.apps import AdminConfig as DjangoAdminConfig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _


class AdminSite(admin.AdminSite):
    """The administration pages, with the one sign-in page and its rate limits."""

    site_title = site_header = _("mvoscan administration")
    index_title = _("Administration")
    site_url = "/"

    def login(self, request: HttpRequest, extra_context: object = None) -> HttpResponse:
        target = request.GET.get("next", reverse("admin:index"))
        return redirect(f"{reverse('account_login')}?{urlencode({'next': target})}")


class AdminConfig(DjangoAdminConfig):
    default_site = "mvoscan.admin.AdminSite"
