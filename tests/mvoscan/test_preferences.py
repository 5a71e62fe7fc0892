import pytest
from django.test import Client

from accounts.cookies import A_YEAR
from tests.page import page_of

ELSEWHERE = [
    "https://evil.example/",
    "//evil.example/",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "http:evil.example",
    "https:///evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    " //evil.example",
    "\t//evil.example",
    "/\t/evil.example",
    "https://testserver@evil.example/",
    "https://testserver.evil.example/",
    "ftp://testserver/",
    "",
]


@pytest.mark.parametrize("target", ELSEWHERE)
def test_preferences_lead_nowhere_else(client, target):
    response = client.post("/voorkeuren/", {"theme": "dark", "next": target})

    assert (response.status_code, response["Location"]) == (302, "/")


@pytest.mark.parametrize("target", ELSEWHERE)
def test_sign_in_leads_nowhere_else(world, client, target):
    world.els.set_password("een-lang-wachtwoord")
    world.els.save()
    form = {"login": world.els.email, "password": "een-lang-wachtwoord", "next": target}

    response = client.post("/aanmelden/", form)

    assert (response.status_code, response["Location"]) == (302, "/")


@pytest.mark.parametrize("target", ELSEWHERE)
def test_administration_leads_nowhere_else(world, client, target):
    response = client.get("/beheer/login/", {"next": target}, follow=True)

    assert [path for path, _status in response.redirect_chain if "://" in path] == []
    client.force_login(world.els)
    assert client.get("/aanmelden/", {"next": target})["Location"] == "/"


@pytest.mark.parametrize("target", ["/scans/1/", "/scans/1/?a=b#c", "http://testserver/scans/1/"])
def test_preferences_come_back_to_the_page(client, target):
    response = client.post("/voorkeuren/", {"theme": "dark", "next": target})

    assert response["Location"] == target


def test_sign_in_comes_back_to_the_page(world, client):
    world.els.set_password("een-lang-wachtwoord")
    world.els.save()
    url = f"/scans/{world.a.running.pk}/"
    form = {"login": "ELS@A.example", "password": "een-lang-wachtwoord", "next": url}

    response = client.post("/aanmelden/", form)

    assert response["Location"] == url


@pytest.mark.django_db
def test_page_is_dutch_whatever_the_browser_asks(client):
    response = client.get("/aanmelden/", headers={"Accept-Language": "en-GB,en;q=0.9"})

    assert page_of(response).get("lang") == "nl"
    assert response["Content-Language"] == "nl"
    assert response["Vary"] == "Cookie"


@pytest.mark.django_db
def test_language_is_kept(client):
    client.post("/voorkeuren/", {"language": "en"})

    response = client.get("/aanmelden/")

    assert page_of(response).get("lang") == "en"
    assert response["Content-Language"] == "en"


@pytest.mark.django_db
def test_unknown_language_is_not_kept(client):
    client.post("/voorkeuren/", {"language": "xx"})

    assert client.cookies.keys() == set()
    client.cookies["language"] = "xx"
    assert page_of(client.get("/aanmelden/")).get("lang") == "nl"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("chosen", "shown"), [("dark", "dark"), ("light", "light"), ("", None), ("pink", None)]
)
def test_theme_is_kept_or_follows_the_system(client, chosen, shown):
    client.post("/voorkeuren/", {"theme": "dark" if chosen == "light" else "light"})

    client.post("/voorkeuren/", {"theme": chosen})

    assert page_of(client.get("/aanmelden/")).get("data-bs-theme") == shown


@pytest.mark.django_db
def test_forged_theme_cookie_is_ignored(client):
    client.cookies["theme"] = 'dark" onload="x'

    assert page_of(client.get("/aanmelden/")).get("data-bs-theme") is None


def test_preference_cookie_is_out_of_reach_of_scripts():
    client = Client()

    cookie = client.post("/voorkeuren/", {"theme": "dark"}).cookies["theme"]

    assert (cookie.value, cookie["max-age"], cookie["httponly"]) == ("dark", A_YEAR, True)
    assert (cookie["samesite"], cookie["path"], cookie["domain"]) == ("Lax", "/", "")


def test_choosing_a_language_leaves_the_theme_alone():
    client = Client()
    client.post("/voorkeuren/", {"theme": "dark"})

    client.post("/voorkeuren/", {"language": "en"})

    assert {name: cookie.value for name, cookie in client.cookies.items()} == {
        "theme": "dark",
        "language": "en",
    }
