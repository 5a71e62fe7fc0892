"""Cookies and transport with HTTPS on, as in production, in a process of its own: the settings
are read once (promise 8)."""

import json
import os
import subprocess
import sys
from http.cookies import SimpleCookie
from pathlib import Path

import pytest

SCRIPT = """
import json, os
import django
django.setup()
from django.core.management import call_command
from django.test import Client
call_command("migrate", verbosity=0)
call_command("createcachetable", verbosity=0)
from accounts.models import User
User.objects.create_user("els@a.example", "een-lang-wachtwoord", name="Els")
client = Client()
client.get("/aanmelden/", secure=True)
form = {"login": "els@a.example", "password": "een-lang-wachtwoord"}
signed_in = client.post("/aanmelden/", form, secure=True)
client.post("/voorkeuren/", {"theme": "dark", "language": "en"}, secure=True)
from django.utils.timezone import now
from tests.trajects.factories import LiveSessionFactory, SeatFactory, VotingRoundFactory
from tests.trajects.factories import RollFactory, UrnFactory
from trajects.seat_tokens import seat_hash
guest, session = Client(), LiveSessionFactory(code="ABCDEF", opened_at=now())
guest.post("/sessie/ABCDEF/meedoen/", {"name": "Noor"}, secure=True)
session.seats.update(admitted_at=now())
voting = VotingRoundFactory(session=session, opened_at=now())
RollFactory(round=voting, seat=session.seats.get())
UrnFactory(round=voting)
guest.get(f"/sessie/ABCDEF/stem/{voting.pk}/", secure=True)
plain = Client().get("/")
print(json.dumps({
    "status": signed_in.status_code,
    "cookies": client.cookies.output(header=""),
    "of_guest": guest.cookies.output(header=""),
    "vote": f"/sessie/ABCDEF/stem/{voting.pk}/",
    "key": f"__Secure-ballot_key_{voting.pk}",
    "hsts": client.get("/", secure=True).headers["Strict-Transport-Security"],
    "html": client.get("/", secure=True).content.decode()[:200],
    "plain": [plain.status_code, plain.headers["Location"]],
    "health": Client().get("/gezondheid/").status_code,
}))
"""


@pytest.fixture(scope="module")
def production(tmp_path_factory) -> dict:
    folder = tmp_path_factory.mktemp("production")
    environment = {
        **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
        "DJANGO_SETTINGS_MODULE": "tests.mvoscan.production_settings",
        "SECRET_KEY": "a-key-of-this-test-" * 4,
        "ALLOWED_HOSTS": "testserver",
        "VAR_DIR": str(folder),
    }
    (folder / "static").mkdir()
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=Path(__file__).parents[2],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def test_cookies_have_host_names_and_flags(production):
    cookies = SimpleCookie(production["cookies"])

    flags = ("secure", "httponly", "samesite", "path", "domain")
    safe = (True, True, "Lax", "/", "")
    assert production["status"] == 302
    assert {name: tuple(cookie[flag] for flag in flags) for name, cookie in cookies.items()} == {
        "__Host-session": safe,
        "__Host-csrf": safe,
        "__Host-device": safe,
        "__Host-language": safe,
        "__Host-theme": safe,
    }


def test_cookies_of_a_session_have_their_flags(production):
    """The key of a ballot goes to the pages of its round alone: no __Host- name can do that."""
    cookies = SimpleCookie(production["of_guest"])

    flags = ("secure", "httponly", "samesite", "path", "domain", "max-age")
    a_day = str(24 * 60 * 60)
    assert {name: tuple(cookie[flag] for flag in flags) for name, cookie in cookies.items()} == {
        "__Host-seat": (True, True, "Lax", "/", "", a_day),
        "__Host-csrf": (True, True, "Lax", "/", "", "31449600"),
        production["key"]: (True, True, "Lax", production["vote"], "", a_day),
    }


def test_chosen_cookies_are_read_back(production):
    assert '<html lang="en" data-bs-theme="dark">' in production["html"]


def test_transport_is_strict(production):
    assert production["hsts"] == "max-age=31536000; includeSubDomains; preload"


def test_plain_request_is_sent_to_https(production):
    assert production["plain"] == [301, "https://testserver/"]


def test_health_answers_without_https(production):
    assert production["health"] == 200
