"""Questions that help a department remember what it does already, per theme of the scan."""

from functools import cache
from pathlib import Path

import yaml
from django.conf import settings

QUESTIONS_FILE = Path(settings.BASE_DIR, "fixtures", "photo_questions.yaml")


def questions_for(theme_code: str) -> tuple[str, ...]:
    """In the order of the file, in Dutch; empty for a theme that the file does not know."""
    return _questions().get(theme_code, ())


@cache
def _questions() -> dict[str, tuple[str, ...]]:
    """The file comes with the code: it is read once, and changes with a new version only."""
    by_theme = yaml.safe_load(QUESTIONS_FILE.read_text(encoding="utf-8"))
    return {code: tuple(questions) for code, questions in by_theme.items()}
