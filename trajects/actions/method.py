"""The texts of the method, from a file to the database."""

from collections.abc import Iterable, Mapping

from django.db import transaction

from trajects.models import MethodText

PARTS = ("what", "why", "how", "tips")


@transaction.atomic
def load_method(*, texts: Iterable[Mapping[str, str]], replace: bool) -> int:
    """Each text names its step and language. Creates what is missing and leaves what somebody may
    have edited alone, unless it is to be replaced. Returns how many rows were written."""
    written = 0
    for text in texts:
        values = {part: text[part].strip() for part in PARTS}
        stored = MethodText.objects.filter(step=text["step"], language=text["language"])
        if stored.filter(**values).exists() or (stored.exists() and not replace):
            continue
        MethodText.objects.update_or_create(
            step=text["step"], language=text["language"], defaults=values
        )
        written += 1
    return written
