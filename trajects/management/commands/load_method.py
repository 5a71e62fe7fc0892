from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from trajects.actions.method import PARTS, load_method
from trajects.steps import Key

DEFAULT_PATH = Path(settings.BASE_DIR, "fixtures", "method.yaml")
LANGUAGES = {code for code, _name in settings.LANGUAGES}


class Command(BaseCommand):
    help = (
        "Loads what, why, how and tips of the eight steps. Texts that are there already stay, "
        "edited or not; --replace writes the file over them."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", nargs="?", type=Path, default=DEFAULT_PATH, metavar="FILE")
        parser.add_argument("--replace", action="store_true")

    def handle(self, *args: Any, path: Path, replace: bool, **options: Any) -> None:
        written = load_method(texts=list(_texts(_read(path))), replace=replace)
        self.stdout.write(f"method: {written} texts written" if written else "method: unchanged")


def _read(path: Path) -> dict[str, Any]:
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise CommandError(f"{path}: {error}") from error
    if not isinstance(content, dict):
        raise CommandError(f"{path}: a step on each line was expected")
    return content


def _texts(content: dict[str, Any]) -> Iterator[dict[str, str]]:
    """Raises CommandError for an unknown step or language, or a text that is missing."""
    for step, languages in content.items():
        if step not in set(Key) or not isinstance(languages, dict):
            raise CommandError(f"{step}: no such step")
        for language, parts in languages.items():
            if language not in LANGUAGES:
                raise CommandError(f"{step}: no such language: {language}")
            yield {"step": step, "language": language, **_parts(f"{step}.{language}", parts)}


def _parts(place: str, parts: Any) -> dict[str, str]:
    if not isinstance(parts, dict) or {*parts} != {*PARTS}:
        raise CommandError(f"{place}: needs {', '.join(PARTS)}")
    empty = [part for part in PARTS if not str(parts[part] or "").strip()]
    if empty:
        raise CommandError(f"{place}: {', '.join(empty)} is empty")
    return {part: str(parts[part]) for part in PARTS}
