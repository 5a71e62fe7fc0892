"""What moderators write down about a candidate theme during the dialogue."""

from django.db import transaction

from accounts.models import User
from trajects.actions.locking import lock_for_moderating
from trajects.errors import ChangedMeanwhile, TrajectGone
from trajects.models import Candidate, ThemeNote


@transaction.atomic
def write_theme_note(*, candidate: Candidate, text: str, version: int, by: User) -> ThemeNote:
    """`version` is that of the page on which it was typed, 0 for the first one. What is stored
    already, is right. Raises ChangedMeanwhile, NoLongerAllowed, TrajectGone."""
    traject = lock_for_moderating(candidate.traject_id, by)
    if not traject.candidates.filter(pk=candidate.pk).exists():
        raise TrajectGone
    stored = ThemeNote.objects.filter(candidate=candidate).first()
    if stored is None:
        return ThemeNote.objects.create(candidate=candidate, text=text)
    if stored.text != text:
        if stored.version != version:
            raise ChangedMeanwhile
        stored.text, stored.version = text, stored.version + 1
        stored.save(update_fields=["text", "version"])
    return stored
