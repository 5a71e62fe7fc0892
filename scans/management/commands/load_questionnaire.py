from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import now

from scans.actions.questionnaires import (
    LoadResult,
    TaxonomyNotLoaded,
    VersionAlreadyPublished,
    VersionIsDraft,
    load_questionnaire,
)
from scans.management.commands.load_taxonomy import DEFAULT_PATH
from scans.questionnaire_files import (
    InvalidFiles,
    QuestionnaireFile,
    read_questionnaire,
    read_taxonomy,
)


class Command(BaseCommand):
    help = "Checks a folder with a questionnaire, loads it and publishes it: all of it or nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, metavar="FOLDER")
        parser.add_argument("--taxonomy", type=Path, default=DEFAULT_PATH, metavar="FILE")

    def handle(self, *args: Any, folder: Path, taxonomy: Path, **options: Any) -> None:
        try:
            source = read_questionnaire(folder, taxonomy=read_taxonomy(taxonomy))
        except InvalidFiles as error:
            raise CommandError(str(error)) from error
        result = self._load(source)
        self.stdout.write(f"{_name(source)}: {result.value}")

    def _load(self, source: QuestionnaireFile) -> LoadResult:
        try:
            return load_questionnaire(source=source, at=now())
        except VersionAlreadyPublished as error:
            message = "is published with other content; raise `version` to publish this as well"
            raise CommandError(f"{_name(source)} {message}") from error
        except VersionIsDraft as error:
            message = "is a draft in the database; delete it there, or raise `version`"
            raise CommandError(f"{_name(source)} {message}") from error
        except TaxonomyNotLoaded as error:
            message = f"not in the database: {error}; run `manage.py load_taxonomy` first"
            raise CommandError(message) from error


def _name(source: QuestionnaireFile) -> str:
    return f"{source.variant} {source.version}"
