from argparse import ArgumentParser
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.timezone import now

from accounts.actions.members import add_member
from accounts.actions.organisations import create_organisation
from accounts.actions.users import get_or_create_user
from accounts.models import Organisation, Role, User
from scans.actions.answers import save_answers
from scans.actions.editors import make_questionnaire_editor
from scans.actions.scans import finish_scan, start_scan
from scans.entries import Change, Entry
from scans.models import Scan
from scans.scoring import AnswerValue

DEFAULT_PATH = settings.BASE_DIR / "fixtures" / "demo.yaml"
# Longer than the fifteen minutes of a first try, shorter than anybody would choose.
PASSWORD = "demo-stap-voor-stap"  # noqa: S105 - printed on purpose, for a local installation only
LETTERS = {
    "j": AnswerValue.YES,
    "n": AnswerValue.NO,
    "w": AnswerValue.UNKNOWN,
    "x": AnswerValue.NOT_APPLICABLE,
}


class Command(BaseCommand):
    help = "Loads two fictional municipalities to try the product with, and prints their sign-ins."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--file", type=Path, default=DEFAULT_PATH)

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        if settings.HTTPS:
            raise CommandError("Demo people have a known password: set HTTPS=off, on this machine.")
        demo = yaml.safe_load(file.read_text())
        for place in demo["organisations"]:
            if not Organisation.objects.filter(kbo_number=place["kbo_number"]).exists():
                load_organisation(place, at=now())
        make_questionnaire_editor(user=_person(demo["editor"]))
        self._print_logins(demo)

    def _print_logins(self, demo: dict) -> None:
        self.stdout.write("Sign in with one of these addresses:")
        for place in demo["organisations"]:
            self.stdout.write(f"  {place['name']}")
            for role, person in place["people"].items():
                self.stdout.write(f"    {person['email']:<40} {role}")
        self.stdout.write("  Questionnaires, at /beheer/")
        self.stdout.write(f"    {demo['editor']['email']:<40} editor")
        self.stdout.write(f"Password of all of them: {PASSWORD}")


@transaction.atomic
def load_organisation(place: dict, *, at: datetime) -> None:
    """One municipality with its people, and its scans relative to the year of `at`."""
    people = {role: _person(person) for role, person in place["people"].items()}
    fields = ("type", "name", "kbo_number", "nis_code", "accent")
    organisation = create_organisation(
        organisation=Organisation(**{field: place[field] for field in fields}),
        coordinator=people[Role.COORDINATOR],
        departments=place["departments"],
    )
    for role, user in people.items():
        add_member(organisation=organisation, user=user, role=role)
    for scan in place["scans"]:
        _load_scan(organisation, people, scan, at=at)


def _person(person: dict) -> User:
    user, _created = get_or_create_user(**person, password=PASSWORD)
    return user


def _load_scan(
    organisation: Organisation, people: dict[str, User], data: dict, *, at: datetime
) -> None:
    coordinator = people[Role.COORDINATOR]
    started = at - timedelta(days=data["started_days_ago"])
    scan = start_scan(
        organisation=organisation,
        depth=data["depth"],
        year=at.year - data["years_ago"],
        by=coordinator,
        at=started,
    )
    answered = started + timedelta(days=1)
    save_answers(scan=scan, changes=_changes(scan, data), by=people[Role.CONTRIBUTOR], at=answered)
    if data["finished"]:
        finish_scan(scan=scan, by=coordinator, at=started + timedelta(days=9))


def _changes(scan: Scan, data: dict) -> list[Change]:
    """`answers` holds per theme a letter a statement, step by step: "jjn jjx …"; - is open."""
    return [
        Change(pk, 0, _entry(letter, data["notes"].get(code, {})))
        for theme, letters in data["answers"].items()
        for (pk, code), letter in zip(
            _statements(scan, theme), letters.replace(" ", ""), strict=True
        )
        if letter != "-"
    ]


def _statements(scan: Scan, theme: str) -> list[tuple[int, str]]:
    own = scan.statements().filter(questionnaire_theme__theme__code=theme)
    return list(own.order_by("step", "track").values_list("pk", "code"))


def _entry(letter: str, note: dict) -> Entry:
    return Entry(
        value=LETTERS[letter],
        interesting=note.get("interesting", False),
        remark=note.get("remark", ""),
        reason=note.get("reason", ""),
    )
