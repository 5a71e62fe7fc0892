"""What a person does on a theme page, and a colleague at the same time."""

from datetime import UTC, datetime
from typing import Any

from django.http import HttpResponse
from django.test import Client

from scans.actions.answers import save_answers
from scans.entries import Change, Entry
from scans.models import Answer, Scan
from tests.page import fields_of, page_of
from tests.world import World

EARLIER = datetime(2026, 5, 4, 8, 15, tzinfo=UTC)
HTMX = {"HX-Request": "true"}
CODE = "thema-1-1a"  # answered with yes, version 1


def url_of(scan: Scan, theme: str = "thema-1") -> str:
    return f"/scans/{scan.pk}/themas/{theme}/"


def filled_in(client: Client, url: str, **changes: str) -> dict[str, str]:
    """The fields of the page as a browser sends them, with what a person changes."""
    return {**fields_of(page_of(client.get(url)), "answers"), **changes}


def edit(code: str, **fields: str) -> dict[str, str]:
    return {f"{code}-{name}": value for name, value in fields.items()}


def autosave(client: Client, scan: Scan, code: str = CODE, **fields: str) -> Any:
    data = {"statement": code, **edit(code, **{"version": "0", **fields})}
    return client.post(url_of(scan, code[: -len("-1a")]), data, headers=HTMX)


def colleague_saves(world: World, code: str, entry: Entry, version: int) -> None:
    scan = world.a.running
    change = Change(scan.statements().get(code=code).pk, version, entry)
    save_answers(scan=scan, changes=[change], by=world.bram, at=EARLIER)


def stored(scan: Scan, code: str) -> Answer:
    return Answer.objects.get(respondent__scan=scan, statement__code=code)


def choices(response: HttpResponse) -> dict[str, str]:
    """mine and theirs, each with what its button sends."""
    buttons = (b for b in page_of(response).iter("button") if b.get("name") == "keep")
    return {button.get("value", "").split(":")[0]: button.get("value", "") for button in buttons}
