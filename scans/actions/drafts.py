from datetime import datetime

from django.db import transaction

from scans.actions.questionnaires import store_contents
from scans.models import Questionnaire
from scans.queries import Fault, faults, questionnaire_content
from scans.questionnaire_files import content_hash


class DraftExists(Exception):
    """There is a draft of this variant already: one at a time, so that nobody works in vain."""


class AlreadyPublished(Exception):
    """A published version is not published again."""


class DraftNotReady(Exception):
    """The draft breaks rules that must hold before people answer."""

    def __init__(self, found: list[Fault]) -> None:
        self.faults = found
        super().__init__(f"{len(found)} faults")


@transaction.atomic
def copy_to_draft(*, source: Questionnaire) -> Questionnaire:
    """The same content as the next version of the variant, to edit. Raises DraftExists."""
    versions = Questionnaire.objects.filter(variant=source.variant)
    # Lock first: who copies at the same moment waits here, and then sees our draft.
    list(versions.select_for_update())
    if versions.filter(published_at__isnull=True).exists():
        raise DraftExists
    content = questionnaire_content(source)
    draft = Questionnaire.objects.create(
        variant=source.variant,
        version=max(versions.values_list("version", flat=True)) + 1,
        fixed_names=source.fixed_names,
    )
    store_contents(draft, content)
    return draft


@transaction.atomic
def publish_draft(*, draft: Questionnaire, at: datetime) -> Questionnaire:
    """From now on it never changes, and new scans use it.

    Raises AlreadyPublished, DraftNotReady.
    """
    locked = Questionnaire.objects.select_for_update().get(pk=draft.pk)
    if locked.is_published:
        raise AlreadyPublished
    blocking = [fault for fault in faults(locked) if not fault.is_advice]
    if blocking:
        raise DraftNotReady(blocking)
    locked.content_hash = content_hash(questionnaire_content(locked))
    locked.published_at = at
    locked.save()
    return locked
