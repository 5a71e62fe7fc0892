from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from scans.actions.examples import load_examples
from scans.actions.questionnaires import TaxonomyNotLoaded
from scans.example_files import read_examples
from scans.management.commands.load_taxonomy import DEFAULT_PATH
from scans.queries.examples import published_codes
from scans.questionnaire_files import InvalidFiles, read_taxonomy

DEFAULT_FOLDER = Path(settings.BASE_DIR, "fixtures", "actions")


class Command(BaseCommand):
    help = (
        "Checks the files with example actions and brings the catalogue up to them. What was "
        "edited in the administration stays as it is."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "folder", nargs="?", type=Path, default=DEFAULT_FOLDER, metavar="FOLDER"
        )
        parser.add_argument("--taxonomy", type=Path, default=DEFAULT_PATH, metavar="FILE")

    def handle(self, *args: Any, folder: Path, taxonomy: Path, **options: Any) -> None:
        statements = published_codes()
        if not statements:
            message = "no questionnaire is published; run `manage.py load_questionnaire` first"
            raise CommandError(message)
        try:
            source = read_examples(folder, taxonomy=read_taxonomy(taxonomy), statements=statements)
            result = load_examples(source=source)
        except InvalidFiles as error:
            raise CommandError(str(error)) from error
        except TaxonomyNotLoaded as error:
            message = f"not in the database: {error}; run `manage.py load_taxonomy` first"
            raise CommandError(message) from error
        if result.created or result.changed:
            said = f"{result.created} created, {result.changed} changed"
            self.stdout.write(f"examples: {said}, {result.unchanged} unchanged")
        else:
            self.stdout.write("examples: unchanged")
        if result.kept:
            self.stdout.write(
                f"edited in the administration, so left as is: {', '.join(result.kept)}"
            )
