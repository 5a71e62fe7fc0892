"""What travels with every answer, whatever the page (promise 7)."""

from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "img-src": "'self' data:",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def policy_of(response: HttpResponse) -> dict[str, str]:
    rules = (rule.split(maxsplit=1) for rule in response["Content-Security-Policy"].split(";"))
    return {name.strip(): sources for name, sources in rules}


def headers_of(response: HttpResponse) -> dict[str, str | None]:
    return {name: response.headers.get(name) for name in HEADERS}


@pytest.fixture
def static_file(settings):
    file = Path(settings.STATIC_ROOT, "proef.css")
    file.write_text("a{}")
    yield "/static/proef.css"
    file.unlink()


ANSWERS = {
    "page": ("get", "/", 200),
    "part": ("get", "/scans/{running}/", 200),
    "refused": ("get", "/ontwerp/", 403),
    "unknown": ("get", "/nergens/", 404),
    "foreign": ("get", "/scans/{foreign}/", 404),
    "wrong method": ("put", "/", 405),
    "redirect": ("get", "/scans/{running}", 301),
    "malformed": ("post", "/besturen/{organisation}/scans/nieuw/", 422),
    "broken": ("get", "/stuk/", 500),
    "administration": ("get", "/beheer/", 302),
    "health": ("get", "/gezondheid/", 200),
    "stylesheet": ("get", "/besturen/{organisation}/accent-0d5863.css", 200),
}


@pytest.mark.urls("tests.mvoscan.broken_urls")
@pytest.mark.parametrize("case", ANSWERS)
def test_headers_are_on_every_answer(world, case):
    method, path, status = ANSWERS[case]
    numbers = {
        "running": world.a.running.pk,
        "foreign": world.b.running.pk,
        "organisation": world.a.organisation.pk,
    }
    client = Client(raise_request_exception=False)
    client.force_login(world.els)

    response = getattr(client, method)(path.format(**numbers), {"year": "x"})

    assert response.status_code == status
    assert policy_of(response) == POLICY
    assert headers_of(response) == HEADERS


@pytest.mark.django_db
def test_headers_are_on_static_files(static_file):
    response = Client().get(static_file)
    response.close()

    assert response.status_code == 200
    assert policy_of(response) == POLICY
    assert headers_of(response) == HEADERS


@pytest.mark.parametrize("path", ["/", "/scans/{pk}/", "/scans/{pk}/resultaat/", "/nergens/"])
def test_page_of_a_signed_in_person_is_never_stored(world, client, path):
    client.force_login(world.els)

    response = client.get(path.format(pk=world.a.running.pk))

    assert response["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_sign_in_page_is_not_cached(client):
    response = client.get("/aanmelden/")

    assert response["Cache-Control"] == ("max-age=0, no-cache, no-store, must-revalidate, private")


def test_csrf_page_says_what_to_do(world):
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.els)
    client.cookies["language"] = "en"

    response = client.post(f"/scans/{world.a.running.pk}/afronden/")

    assert response.status_code == 403
    assert "This page was open too long" in response.content.decode()
    assert policy_of(response) == POLICY
