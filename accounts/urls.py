"""Sign-in pages under Dutch paths, with the route names that allauth looks up; no route of allauth
that we do not use exists."""

from allauth.account import views as allauth_views
from django.urls import path, re_path

from accounts.views.accent import accent

app_name = "accounts"

urlpatterns = [
    path("besturen/<int:pk>/accent-<slug:version>.css", accent, name="accent"),
]

sign_in_urlpatterns = [
    path("aanmelden/", allauth_views.login, name="account_login"),
    path("afmelden/", allauth_views.logout, name="account_logout"),
    path("registreren/", allauth_views.signup, name="account_signup"),
    path("geen-toegang/", allauth_views.account_inactive, name="account_inactive"),
    path("wachtwoord/wijzigen/", allauth_views.password_change, name="account_change_password"),
    path("wachtwoord/vergeten/", allauth_views.password_reset, name="account_reset_password"),
    path(
        "wachtwoord/vergeten/verstuurd/",
        allauth_views.password_reset_done,
        name="account_reset_password_done",
    ),
    re_path(
        r"^wachtwoord/nieuw/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        allauth_views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "wachtwoord/nieuw/bewaard/",
        allauth_views.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
]
