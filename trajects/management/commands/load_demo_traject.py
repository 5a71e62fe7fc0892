from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import now
from django.utils.translation import override

from accounts.models import Organisation
from scans.management.commands.load_demo import PASSWORD
from trajects.management.demo_traject import load_traject

FIXTURES = settings.BASE_DIR / "fixtures"
DEFAULT_PATHS = [FIXTURES / "demo_traject.yaml", FIXTURES / "demo_goals.yaml"]


class Command(BaseCommand):
    help = (
        "Loads a traject for both municipalities of load_demo: one halfway its local photo, one "
        "that carries out its action plan."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--file", type=Path, nargs="+", default=DEFAULT_PATHS)

    def handle(self, *args: Any, file: list[Path], **options: Any) -> None:
        if settings.HTTPS:
            raise CommandError("Demo people have a known password: set HTTPS=off, on this machine.")
        for path in file:
            self._load(_read(path))
        self.stdout.write(f"The same password: {PASSWORD}")

    def _load(self, data: dict) -> None:
        organisation = Organisation.objects.filter(kbo_number=data["organisation"]).first()
        if organisation is None:
            raise CommandError("The municipality is not there: run load_demo first.")
        if not organisation.trajects.exists():
            scan = organisation.scans.finished().first()
            if scan is None:
                self.stdout.write("No demo traject: its scan was opened again or deleted.")
                return
            with override("nl"):  # the language of its agendas
                load_traject(organisation, scan, data, password=PASSWORD, at=now())
        self.stdout.write(f"  The traject of {organisation.name}")
        self.stdout.write(f"    {data['moderator']['email']:<40} moderator from outside")


def _read(path: Path) -> dict[str, Any]:
    """With the plan that it names, from a file beside it."""
    data = yaml.safe_load(path.read_text())
    if "plan" in data:
        data["plan"] = yaml.safe_load((path.parent / data["plan"]).read_text())
    return data
