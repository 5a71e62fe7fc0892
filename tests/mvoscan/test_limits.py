"""Oversized bodies, field bombs and absurd identifiers are refused, and quickly (promise 15)."""

from time import process_time

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.accounts.pictures import upload
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
    "huge member": (f"/besturen/{{organisation}}/mensen/{HUGE}/", 404),
    "long version of a logo": ("/besturen/{organisation}/logo-" + "x" * 5000 + ".png", 404),
    "long version of a colour": ("/besturen/{organisation}/accent-" + "0" * 5000 + ".css", 404),
    "long colour": ("/besturen/{organisation}/gegevens/kleur/?accent=" + "f" * 5000, 200),
    "long token": ("/uitnodiging/" + "x" * 5000 + "/", 404),
    "nul in a token": ("/uitnodiging/x%00/", 404),
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

    url = path.format(running=world.a.running.pk, organisation=world.a.organisation.pk)
    response, seconds = timed(els.get, url)

    assert response.status_code == status
    assert seconds < QUICK


THEME = "/scans/{running}/themas/thema-1/"
START = "/besturen/{organisation}/scans/nieuw/"
REOPEN = "/scans/{finished}/heropenen/"
DELETE = "/scans/{running}/verwijderen/"
LARGE = "x" * 900_000
ORGANISATION = "/besturen/{organisation}/"
IDENTITY = f"{ORGANISATION}gegevens/"
LOGO = f"{ORGANISATION}logo/"
DEPARTMENTS = f"{ORGANISATION}diensten/"
PREDECESSORS = f"{ORGANISATION}voorgangers/"
MEMBER = f"{ORGANISATION}mensen/{{member}}/"
INVITE = f"{ORGANISATION}mensen/uitnodigen/"
INVITE_LIST = f"{INVITE}lijst/"
PROFILE = "/mijn-gegevens/"
IS = {"name": "Stad Aalbeke", "kbo_number": "0207.451.227", "accent": "#4a6a1e"}
KOEN = {"name": "Koen", "email": "koen@a.example", "role": "reader", "language": "nl"}
LIST = {"send": "1", "language": "nl", "person-TOTAL_FORMS": "1", "person-INITIAL_FORMS": "0"}
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
    "long name of an organisation": (IDENTITY, {**IS, "name": LARGE}, 422),
    "long KBO number": (IDENTITY, {**IS, "kbo_number": "9" * 900_000}, 422),
    "long NIS code": (IDENTITY, {**IS, "nis_code": "9" * 900_000}, 422),
    "long colour": (IDENTITY, {**IS, "accent": "#" + "f" * 900_000}, 422),
    "nul in an organisation": (IDENTITY, dict.fromkeys(IS, "\0"), 422),
    "empty organisation": (IDENTITY, {}, 422),
    "text for a logo": (LOGO, {"logo": LARGE}, 422),
    "zeroes for a logo": (LOGO, {"logo": upload(b"\0" * 2_000_000)}, 422),
    "absurd name of a logo": (LOGO, {"logo": upload(b"x", "../" * 3000 + "\0.png")}, 422),
    "no logo": (LOGO, {}, 422),
    "long department": (DEPARTMENTS, {"new0-name": LARGE}, 422),
    "absurd kind": (DEPARTMENTS, {"new0-name": "Groen", "new0-kind": "9" * 5000}, 422),
    "2900 departments of nobody": (
        DEPARTMENTS,
        {f"department-{n}-name": "Groen" for n in range(2900)},
        422,
    ),
    "long predecessor": (PREDECESSORS, {"new0-name": LARGE}, 422),
    "absurd date": (PREDECESSORS, {"new0-name": "X", "new0-merged_on": "9" * 900_000}, 422),
    "year of a merger": (PREDECESSORS, {"new0-name": "X", "new0-merged_on": "99999-1-1"}, 422),
    "absurd role": (MEMBER, {"role": LARGE}, 422),
    "absurd department": (MEMBER, {"role": "reader", "department": "9" * 5000}, 422),
    "department of the whole database": (
        MEMBER,
        {"role": "reader", "department": str(2**63)},
        422,
    ),
    "long invitation": (INVITE, {**KOEN, "name": LARGE}, 422),
    "long address": (INVITE, {**KOEN, "email": f"{LARGE}@a.example"}, 422),
    "absurd department to invite for": (INVITE, {**KOEN, "department": "9" * 5000}, 422),
    "nul in an invitation": (INVITE, dict.fromkeys(KOEN, "\0"), 422),
    "empty invitation": (INVITE, {}, 422),
    "long line": (INVITE_LIST, {"pasted": LARGE}, 422),
    "many lines": (INVITE_LIST, {"pasted": "Koen;koen@a.example\n" * 40_000}, 422),
    "many at signs": (INVITE_LIST, {"pasted": "@" * 900_000}, 422),
    "many quotes": (INVITE_LIST, {"pasted": '"' * 900_000}, 422),
    "nul in a list": (INVITE_LIST, {"pasted": "\0"}, 422),
    "huge number of people": (INVITE_LIST, {**LIST, "person-TOTAL_FORMS": "9" * 5000}, 422),
    "negative number of people": (INVITE_LIST, {**LIST, "person-TOTAL_FORMS": "-1"}, 422),
    "long person": (INVITE_LIST, {**LIST, "person-0-name": LARGE}, 422),
    "empty list": (INVITE_LIST, {}, 422),
    "long name of a person": (PROFILE, {"name": LARGE, "language": "nl"}, 422),
    "absurd language": (PROFILE, {"name": "Els", "language": LARGE}, 422),
    "nul in a profile": (PROFILE, {"name": "\0", "language": "\0"}, 422),
}


@pytest.mark.parametrize("case", BODIES)
def test_absurd_body_is_refused(world, els, case):
    path, data, status = BODIES[case]
    place = world.a
    url = path.format(
        running=place.running.pk,
        finished=place.finished.pk,
        organisation=place.organisation.pk,
        member=world.rita.memberships.get().pk,
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
    client = Client()  # what goes wrong is shown by itself
    form = {"login": "els@a.example", "password": "x", "next": "/"}

    responses = [client.post("/aanmelden/", {**form, field: text}) for text in ("\0", "é" * 9999)]

    assert [response.status_code for response in responses] == [422, 422]


@pytest.mark.django_db
def test_unknown_host_is_refused():
    response = Client().get("/aanmelden/", headers={"Host": "evil.example"})

    assert response.status_code == 400
