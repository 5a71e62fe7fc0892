"""Oversized bodies, field bombs and absurd identifiers are refused, and quickly (promise 15)."""

from time import process_time

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.world import World, domain_hash

QUICK = 1.0  # seconds of this process; a normal page takes a few hundredths
HUGE = "9" * 30
ABSURD = {
    "huge number": (f"/scans/{HUGE}/", 404),
    "number of a book": (f"/scans/{'9' * 5000}/", 404),
    "largest of the database": (f"/scans/{2**63 - 1}/", 404),
    "one more than that": (f"/scans/{2**63}/", 404),
    "zero": ("/scans/0/", 404),
    "negative": ("/scans/-1/", 404),
    "no number": ("/scans/abc/", 404),
    "fraction": ("/scans/1.5/", 404),
    "injection": ("/scans/1%20OR%201=1/", 404),
    "nul": ("/scans/1%00/", 404),
    "huge organisation": (f"/besturen/{HUGE}/scans/nieuw/", 404),
    "huge organisation of a stylesheet": (f"/besturen/{HUGE}/accent-0d5863.css", 404),
    "path walk": ("/scans/1/themas/..%2f..%2fetc%2fpasswd/", 404),
    "long theme": ("/scans/{running}/themas/" + "x" * 5000 + "/", 404),
    "unknown theme": ("/scans/{running}/themas/thema-9/", 404),
}


@pytest.fixture
def els(world: World) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(world.els)
    return client


def timed(send, *args, **kwargs) -> tuple[HttpResponse, float]:
    started = process_time()
    response = send(*args, **kwargs)
    return response, process_time() - started


@pytest.mark.parametrize("case", ABSURD)
def test_absurd_address_does_not_exist(world, els, case):
    path, status = ABSURD[case]

    response, seconds = timed(els.get, path.format(running=world.a.running.pk))

    assert response.status_code == status
    assert seconds < QUICK


THEME = "/scans/{running}/themas/thema-1/"
START = "/besturen/{organisation}/scans/nieuw/"
REOPEN = "/scans/{finished}/heropenen/"
DELETE = "/scans/{running}/verwijderen/"
BODIES = {
    "two megabytes": (THEME, {"thema-1-1a-remark": "x" * 2_000_000}, 400),
    "5000 fields": (THEME, {f"veld-{n}": "1" for n in range(5000)}, 400),
    "long remark": (THEME, {"thema-1-1a-remark": "x" * 900_000}, 422),
    "huge version": (THEME, {"thema-1-1a-version": "9" * 900_000}, 422),
    "huge year": (START, {"depth": "light", "year": "9" * 900_000}, 422),
    "negative year": (START, {"depth": "light", "year": "-1"}, 422),
    "nul in a year": (START, {"depth": "light\0", "year": "20\0"}, 422),
    "long reason": (REOPEN, {"reason": "x" * 900_000}, 422),
    "nul in a name": (DELETE, {"name": "\0"}, 422),
    "empty start": (START, {}, 422),
    "empty reason": (REOPEN, {}, 422),
    "empty name": (DELETE, {}, 422),
}


@pytest.mark.parametrize("case", BODIES)
def test_absurd_body_is_refused(world, els, case):
    path, data, status = BODIES[case]
    place = world.a
    url = path.format(
        running=place.running.pk, finished=place.finished.pk, organisation=place.organisation.pk
    )
    before = domain_hash()

    response, seconds = timed(els.post, url, data)

    assert response.status_code == status
    assert seconds < QUICK
    assert domain_hash() == before


@pytest.mark.parametrize("code", ["", "\0", "x" * 100_000, "thema-1-1a\0", "thema-2-1a", "%00"])
def test_autosave_of_an_absurd_statement_does_not_exist(world, els, code):
    url = f"/scans/{world.a.running.pk}/themas/thema-1/"
    before = domain_hash()

    response = els.post(url, {"statement": code}, headers={"HX-Request": "true"})

    assert response.status_code == 404
    assert domain_hash() == before


@pytest.mark.parametrize("keep", ["mine", "mine:", ":::::", "mine:thema-1-1a:²", "\0", "x" * 9999])
def test_absurd_choice_is_no_choice(world, els, keep):
    code = "thema-1-1a"
    data = {f"{code}-answer": "no", f"{code}-version": "0", "statement": code, "keep": keep}
    before = domain_hash()

    response = els.post(
        f"/scans/{world.a.running.pk}/themas/thema-1/", data, headers={"HX-Request": "true"}
    )

    assert response.status_code == 409  # the answer there has version 1
    assert domain_hash() == before


@pytest.mark.django_db
@pytest.mark.parametrize("field", ["login", "password", "next"])
def test_sign_in_survives_what_no_keyboard_types(field):
    client = Client(raise_request_exception=False)
    form = {"login": "els@a.example", "password": "x", "next": "/"}

    responses = [client.post("/aanmelden/", {**form, field: text}) for text in ("\0", "é" * 9999)]

    assert [response.status_code for response in responses] == [422, 422]


@pytest.mark.django_db
def test_unknown_host_is_refused():
    response = Client().get("/aanmelden/", headers={"Host": "evil.example"})

    assert response.status_code == 400
