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

DEFAULT_PATH = settings.BASE_DIR / "fixtures" / "demo_traject.yaml"


class Command(BaseCommand):
    help = "Loads a traject for a municipality of load_demo, halfway its local photo."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--file", type=Path, default=DEFAULT_PATH)

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        if settings.HTTPS:
            raise CommandError("Demo people have a known password: set HTTPS=off, on this machine.")
        data = yaml.safe_load(file.read_text())
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
        self.stdout.write(f"The same password: {PASSWORD}")
