from django.contrib import admin
from django.urls import include, path

from accounts.urls import sign_in_urlpatterns
from mvoscan.views.design import design
from mvoscan.views.health import health
from mvoscan.views.preferences import preferences
from mvoscan.views.public import about, accessibility, contact, mvo, privacy, road
from trajects.views.home import home

urlpatterns = [
    path("", home, name="home"),
    path("", include("trajects.urls")),
    path("", include("scans.urls")),
    path("", include("accounts.urls")),
    *sign_in_urlpatterns,
    path("over-mvoscan/", about, name="about"),
    path("mvo-traject/", road, name="road"),
    path("mvo-en-sdgs/", mvo, name="mvo"),
    path("privacy/", privacy, name="privacy"),
    path("toegankelijkheid/", accessibility, name="accessibility"),
    path("contact/", contact, name="contact"),
    path("beheer/", admin.site.urls),
    path("gezondheid/", health, name="health"),
    path("ontwerp/", design, name="design"),
    path("voorkeuren/", preferences, name="preferences"),
]
