from django.contrib import admin
from django.urls import include, path

from accounts.urls import sign_in_urlpatterns
from mvoscan.views.design import design
from mvoscan.views.health import health
from mvoscan.views.preferences import preferences
from scans.views.home import home

urlpatterns = [
    path("", home, name="home"),
    path("", include("scans.urls")),
    path("", include("accounts.urls")),
    *sign_in_urlpatterns,
    path("beheer/", admin.site.urls),
    path("gezondheid/", health, name="health"),
    path("ontwerp/", design, name="design"),
    path("voorkeuren/", preferences, name="preferences"),
]
