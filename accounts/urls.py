"""Sign-in pages under Dutch paths, with the route names that allauth looks up; no route of allauth
that we do not use exists."""

from allauth.account import views as allauth_views
from django.urls import path, re_path

from accounts.views import sign_in
from accounts.views.accent import accent
from accounts.views.departments import departments
from accounts.views.identity import accent_check, identity
from accounts.views.invitation import invitation
from accounts.views.invitations import resend, revoke, send_waiting
from accounts.views.invite import invite, invite_list
from accounts.views.logo import logo, logo_form
from accounts.views.members import leave, member, remove_member
from accounts.views.organisation import organisation
from accounts.views.people import people
from accounts.views.predecessors import predecessors
from accounts.views.profile import profile
from accounts.views.sessions import end, end_others

app_name = "accounts"

urlpatterns = [
    path("besturen/<int:pk>/accent-<slug:version>.css", accent, name="accent"),
    path("besturen/<int:pk>/", organisation, name="organisation"),
    path("besturen/<int:pk>/gegevens/", identity, name="identity"),
    path("besturen/<int:pk>/gegevens/kleur/", accent_check, name="accent_check"),
    path("besturen/<int:pk>/logo/", logo_form, name="logo_form"),
    path("besturen/<int:pk>/logo-<slug:version>.png", logo, name="logo"),
    path("besturen/<int:pk>/diensten/", departments, name="departments"),
    path("besturen/<int:pk>/voorgangers/", predecessors, name="predecessors"),
    path("besturen/<int:pk>/mensen/", people, name="people"),
    path("besturen/<int:pk>/mensen/<int:member_pk>/", member, name="member"),
    path(
        "besturen/<int:pk>/mensen/<int:member_pk>/verwijderen/",
        remove_member,
        name="remove_member",
    ),
    path("besturen/<int:pk>/vertrekken/", leave, name="leave"),
    path("besturen/<int:pk>/mensen/uitnodigen/", invite, name="invite"),
    path("besturen/<int:pk>/mensen/uitnodigen/lijst/", invite_list, name="invite_list"),
    path("besturen/<int:pk>/uitnodigingen/versturen/", send_waiting, name="send_waiting"),
    path(
        "besturen/<int:pk>/uitnodigingen/<int:invitation_pk>/opnieuw/",
        resend,
        name="resend_invitation",
    ),
    path(
        "besturen/<int:pk>/uitnodigingen/<int:invitation_pk>/intrekken/",
        revoke,
        name="revoke_invitation",
    ),
    path("uitnodiging/<str:token>/", invitation, name="invitation"),
    path("mijn-gegevens/", profile, name="profile"),
    path(
        "mijn-gegevens/aanmeldingen/<int:session_pk>/stoppen/",
        end,
        name="end_session",
    ),
    path("mijn-gegevens/aanmeldingen/stoppen/", end_others, name="end_other_sessions"),
]

sign_in_urlpatterns = [
    path("aanmelden/", sign_in.login, name="account_login"),
    path("afmelden/", allauth_views.logout, name="account_logout"),
    path("registreren/", allauth_views.signup, name="account_signup"),
    path("geen-toegang/", allauth_views.account_inactive, name="account_inactive"),
    path("wachtwoord/wijzigen/", sign_in.password_change, name="account_change_password"),
    path("wachtwoord/vergeten/", sign_in.password_reset, name="account_reset_password"),
    path(
        "wachtwoord/vergeten/verstuurd/",
        allauth_views.password_reset_done,
        name="account_reset_password_done",
    ),
    re_path(
        r"^wachtwoord/nieuw/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        sign_in.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "wachtwoord/nieuw/bewaard/",
        allauth_views.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
]
