"""Questions that ship with the product: per theme for the local photo, and for the open dialogue.

All in Dutch, in the order of their file, as tuples: the answers are shared and never change.
"""

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings

QUESTIONS_FILE = Path(settings.BASE_DIR, "fixtures", "photo_questions.yaml")
DIALOGUE_FILE = Path(settings.BASE_DIR, "fixtures", "dialogue_questions.yaml")


def questions_for(theme_code: str) -> tuple[str, ...]:
    """What a department does already; empty for a theme that the file does not know."""
    return tuple(_read(QUESTIONS_FILE).get(theme_code, ()))


def general_dialogue_questions() -> tuple[str, ...]:
    """For the whole talk about priorities, whatever the candidate themes."""
    return tuple(_read(DIALOGUE_FILE)["general"])


def dialogue_questions(theme_code: str) -> tuple[str, ...]:
    """Whether a theme is a priority; empty for a theme that the file does not know."""
    return tuple(_read(DIALOGUE_FILE)["themes"].get(theme_code, ()))


def sdg_dialogue_questions(number: int) -> tuple[str, ...]:
    """Whether a candidate that starts from this SDG is a priority; empty outside 1 to 17."""
    return tuple(_read(DIALOGUE_FILE)["sdgs"].get(number, ()))


@cache
def _read(file: Path) -> dict[str, Any]:
    """A file comes with the code: it is read once, and changes with a new version only."""
    return yaml.safe_load(file.read_text(encoding="utf-8"))
