from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from scans.actions.taxonomy import load_taxonomy
from scans.questionnaire_files import InvalidFiles, read_taxonomy

DEFAULT_PATH = Path(settings.BASE_DIR, "fixtures", "taxonomy.yaml")


class Command(BaseCommand):
    help = "Checks the file with SDGs, ISO 26000 subjects, themes and departments, and loads it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", nargs="?", type=Path, default=DEFAULT_PATH, metavar="FILE")

    def handle(self, *args: Any, path: Path, **options: Any) -> None:
        try:
            result = load_taxonomy(source=read_taxonomy(path))
        except InvalidFiles as error:
            raise CommandError(str(error)) from error
        if result.created or result.changed:
            self.stdout.write(f"taxonomy: {result.created} created, {result.changed} changed")
        else:
            self.stdout.write("taxonomy: unchanged")
