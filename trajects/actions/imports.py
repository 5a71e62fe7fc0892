"""Many initiatives at once, from a file that was looked over: all of them, or none."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction

from accounts.models import Department, User
from scans.models import Sdg, Theme
from trajects.actions.locking import lock_for_coordinating
from trajects.entries import InitiativeEntry
from trajects.errors import LabelGone
from trajects.models import Initiative, Traject
from trajects.queries.titles import known_titles


@transaction.atomic
def import_initiatives(
    *, traject: Traject, entries: Sequence[InitiativeEntry], by: User, at: datetime
) -> list[Initiative]:
    """On the photo at once, for who brings them in coordinates. What has the name of something
    that is there, or waits, is left alone: bringing in the same file again adds nothing.

    Raises LabelGone, NoLongerAllowed, TrajectGone.
    """
    locked = lock_for_coordinating(traject.pk, by)
    known = known_titles(locked)
    fresh = [entry for entry in entries if entry.title.casefold() not in known]
    _all_there(locked, fresh)
    made = Initiative.objects.bulk_create(
        Initiative(
            traject=locked,
            title=entry.title,
            description=entry.description,
            status=entry.status,
            scope=entry.scope,
            since=entry.since,
            evidence=entry.evidence,
            bbc_code=entry.bbc_code,
            added_at=at,
            added_by=by,
            accepted_at=at,
            accepted_by=by,
        )
        for entry in fresh
    )
    pairs = list(zip(made, fresh, strict=True))
    _label(Initiative.themes, "theme", ((one, entry.themes) for one, entry in pairs))
    _label(Initiative.departments, "department", ((one, own.departments) for one, own in pairs))
    _label(Initiative.sdgs, "sdg", ((one, entry.sdgs) for one, entry in pairs))
    return made


def _all_there(traject: Traject, entries: Sequence[InitiativeEntry]) -> None:
    """Between looking over and bringing in, a department can go."""
    own = Department.objects.filter(organisation=traject.organisation_id)
    for kind, rows in (
        ("themes", Theme.objects.all()),
        ("departments", own),
        ("sdgs", Sdg.objects.all()),
    ):
        wanted = frozenset[int]().union(*(getattr(entry, kind) for entry in entries))
        if not wanted <= set(rows.values_list("pk", flat=True)):
            raise LabelGone


def _label(
    relation: object, name: str, labels: Iterable[tuple[Initiative, frozenset[int]]]
) -> None:
    table = relation.through  # type: ignore[attr-defined]
    table.objects.bulk_create(
        table(**{"initiative_id": one.pk, f"{name}_id": pk})
        for one, own in labels
        for pk in sorted(own)
    )
