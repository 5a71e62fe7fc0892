"""What is timed: each case makes its next request just before the clock starts."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from accounts.models import User
from scans.entries import Entry
from scans.models import Answer, Scan, Statement
from scans.scoring import AnswerValue
from tests.bench.generated import Town

SAVE_FLOOR = "floor of a save"
PAGE_FLOOR = "floor of a page"
MOST_QUERIES = 12
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


@dataclass(frozen=True)
class Request:
    """`body`: an encoded form, None for a GET. `known`: the ETag of what the browser has."""

    path: str
    body: str | None = None
    by_htmx: bool = False
    known: str = ""


@dataclass(frozen=True)
class Case:
    """`floor` is the name of another case; `aim` the ratio to it that we want to stay under. `who`
    sends it; without one, the person of the whole run. `most`: queries."""

    name: str
    prepare: Callable[[], Request]
    floor: str = ""
    aim: float | None = None
    status: int = 200
    who: "Browser | None" = None
    most: int = MOST_QUERIES


class Browser:
    """A signed-in person, with the checks on forged posts switched on."""

    def __init__(self, user: User) -> None:
        self._client = Client(enforce_csrf_checks=True, SERVER_NAME="localhost")
        self._client.force_login(user)
        page = self._client.get("/").content.decode()
        self.token = TOKEN.search(page)[1]

    def send(self, request: Request) -> HttpResponse:
        if request.body is None:
            known = {"If-None-Match": request.known} if request.known else {}
            return self._client.get(request.path, headers=known)
        headers = {"HX-Request": "true", "X-CSRFToken": self.token} if request.by_htmx else {}
        return self._client.post(
            request.path,
            request.body,
            content_type="application/x-www-form-urlencoded",
            headers=headers,
        )


def cases_of(town: Town, browser: Browser) -> list[Case]:
    """A save and a page, each after its floor; then the other pages a person sees most."""
    scan = town.running
    statements = list(scan.statements().order_by("questionnaire_theme__theme__number", "step")[:15])
    theme_code = statements[0].questionnaire_theme.theme.code
    result = reverse("scans:results", args=[town.finished.pk])
    theme_path = reverse("scans:theme", args=[scan.pk, theme_code])
    answer = Answer.objects.filter(respondent__scan=scan).latest("pk")

    def least_save() -> Request:
        value = _other(Answer.objects.get(pk=answer.pk).value)
        path = reverse("save_floor", args=[answer.pk])
        return Request(path, urlencode({"answer": value}), by_htmx=True)

    def save() -> Request:
        fields = {"statement": statements[0].code, **_changed(scan, statements[0])}
        return Request(theme_path, urlencode(fields), by_htmx=True)

    def save_page() -> Request:
        fields = {"csrfmiddlewaretoken": browser.token}
        for statement in statements:
            fields |= _changed(scan, statement)
        return Request(theme_path, urlencode(fields))

    return [
        Case(SAVE_FLOOR, least_save),
        Case("answer save", save, SAVE_FLOOR, aim=2.5),
        Case(PAGE_FLOOR, _get(reverse("page_floor", args=[town.organisation.pk]))),
        Case("theme page", _get(theme_path), PAGE_FLOOR, aim=6),
        Case("overview", _get(scan.get_absolute_url()), PAGE_FLOOR),
        Case("home", _get(reverse("home")), PAGE_FLOOR),
        Case("result", _get(result), PAGE_FLOOR, aim=6),
        Case("result, one figure open", _get(result + "?waarom=8"), PAGE_FLOOR, aim=6),
        Case("theme post, no script", save_page, SAVE_FLOOR, status=302),
    ]


def _get(path: str) -> Callable[[], Request]:
    return lambda: Request(path)


def _changed(scan: Scan, statement: Statement) -> dict[str, str]:
    """The fields of one statement, as a page loaded just now would post them after a click."""
    stored = Answer.objects.filter(respondent__scan=scan, statement=statement).first()
    entry = stored.entry if stored else Entry()
    fields = {
        "answer": _other(entry.value),
        "remark": entry.remark,
        "reason": entry.reason,
        "version": str(stored.version if stored else 0),
        "seen": entry.fingerprint,
        **({"interesting": "on"} if entry.interesting else {}),
    }
    return {f"{statement.code}-{name}": value for name, value in fields.items()}


def _other(value: str) -> str:
    return AnswerValue.NO if value == AnswerValue.YES else AnswerValue.YES
