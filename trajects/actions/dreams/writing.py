"""What members write down, under their own name or without one. `docs/dreams.md` tells what is
kept of the second kind: reports of errors leave all of it out."""

from collections.abc import Collection
from datetime import datetime
from functools import partial

from django.core.files.base import ContentFile
from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from trajects.actions.writers import lock_for_dreaming
from trajects.dream_pictures import as_text
from trajects.dreams import (
    MOST_IN_BOX,
    MOST_PICTURES_IN_BOX,
    Nameless,
    pictures_in,
    put_in_box,
)
from trajects.entries import DreamEntry
from trajects.errors import (
    BoxFull,
    DreamChanged,
    DreamMoved,
    DreamNameless,
    DreamUsed,
    NoLongerAllowed,
    NotCollecting,
    ThemeNotChosen,
    TrajectGone,
)
from trajects.models import DreamBox, DreamImage, DreamPlace, Traject
from trajects.models.writer import Writer
from trajects.queries.dreams import chosen_themes, may_write


@transaction.atomic
def write_dream(*, traject: Traject, writer: Writer, entry: DreamEntry, at: datetime) -> DreamImage:
    """Under the name of the writer; the same words sent again, as by a double tap, are kept once.
    Raises LinkUnusable, NoLongerAllowed, NotCollecting, ThemeNotChosen, TrajectGone."""
    locked = lock_for_dreaming(traject.pk, writer=writer, at=at)
    themes = _check(locked, entry, at)
    stored = _sent_before(locked, writer, entry)
    if stored:
        return stored
    made = DreamImage(
        traject=locked,
        text=entry.text,
        statement_code=entry.statement_code,
        written_at=at,
        **writer.authors,
    )
    draw(made, entry.picture, entry.picture_alt)
    made.save()
    put_under(made, themes)
    return made


@sensitive_variables()
@transaction.atomic
def send_nameless(*, traject: Traject, writer: Writer, entry: DreamEntry, at: datetime) -> None:
    """Into the box: of the whole database only that row changes, and it tells nothing of who, when
    or in which order. Raises BoxFull, LinkUnusable, NoLongerAllowed, NotCollecting,
    ThemeNotChosen, TrajectGone."""
    locked = lock_for_dreaming(traject.pk, writer=writer, at=at)
    themes = _check(locked, entry, at)
    box, _made = DreamBox.objects.get_or_create(traject=locked)
    is_full = len(box.bag) >= MOST_IN_BOX
    if is_full or (entry.picture and pictures_in(box.bag) >= MOST_PICTURES_IN_BOX):
        raise BoxFull
    sent = Nameless(
        text=entry.text,
        themes=tuple(sorted(themes)),
        statement_code=entry.statement_code,
        picture=as_text(entry.picture),
        picture_alt=entry.picture_alt if entry.picture else "",
    )
    box.bag = put_in_box(box.bag, sent)
    box.save(update_fields=["bag"])


@transaction.atomic
def change_dream(
    *, dream: DreamImage, writer: Writer, entry: DreamEntry, version: int, at: datetime
) -> DreamImage:
    """Who wrote it, while the group still writes and nothing was made of it. What is stored already
    is written no second time. Raises DreamChanged, DreamMoved, DreamNameless, LinkUnusable,
    NoLongerAllowed, NotCollecting, ThemeNotChosen, TrajectGone."""
    locked = lock_for_dreaming(dream.traject_id, writer=writer, at=at)
    stored = _own(dream, writer)
    if not _stands_alone(stored):
        raise DreamMoved
    themes = _check(locked, entry, at)
    shown = _chosen_places(stored, locked)
    if entry.picture is None and _said(stored) == _typed(entry, stored) and shown == themes:
        return stored
    if stored.version != version:
        raise DreamChanged(stored)
    if entry.picture is not None:
        forget_picture(stored)
        draw(stored, entry.picture, entry.picture_alt)
    stored.text = entry.text
    stored.picture_alt = entry.picture_alt if stored.picture else ""
    stored.version += 1
    stored.save()
    stored.places.filter(candidate__in=shown - themes).delete()
    put_under(stored, themes - shown)
    return stored


@transaction.atomic
def withdraw_dream(*, dream: DreamImage, writer: Writer, at: datetime) -> None:
    """Who wrote it takes it back, while nothing rests on it: it is gone, with its picture and its
    stars. Raises DreamMoved, DreamNameless, DreamUsed, LinkUnusable, NoLongerAllowed,
    TrajectGone."""
    lock_for_dreaming(dream.traject_id, writer=writer, at=at)
    stored = _own(dream, writer)
    if stored.went_into.exists() or stored.goal_roots.exists():
        raise DreamUsed
    if stored.came_from.exists():
        raise DreamMoved
    forget_picture(stored)
    stored.delete()


def draw(dream: DreamImage, picture: bytes | None, alt: str) -> None:
    """Keeps the picture in a file of its own, under a name that nobody can guess; the row is still
    to be saved."""
    if picture:
        dream.picture.save("picture.jpg", ContentFile(picture), save=False)
        dream.picture_alt = alt
    else:
        dream.picture, dream.picture_alt = "", ""


def forget_picture(dream: DreamImage) -> None:
    """Once it is certain that the row no longer names the file."""
    name = dream.picture.name
    if name:
        transaction.on_commit(partial(dream.picture.storage.delete, name), robust=True)


def put_under(dream: DreamImage, themes: Collection[int]) -> None:
    DreamPlace.objects.bulk_create(
        DreamPlace(dream=dream, candidate_id=theme) for theme in sorted(themes)
    )


def _check(traject: Traject, entry: DreamEntry, at: datetime) -> frozenset[int]:
    """The themes it goes under."""
    if not may_write(traject, at):
        raise NotCollecting
    chosen = chosen_themes(traject).filter(pk__in=entry.themes)
    if not entry.themes or chosen.count() != len(entry.themes):
        raise ThemeNotChosen
    return entry.themes


def _sent_before(traject: Traject, writer: Writer, entry: DreamEntry) -> DreamImage | None:
    """With a picture they are never taken for the same."""
    alike = traject.dreams.standing().filter(
        text=entry.text,
        statement_code=entry.statement_code,
        picture="",
        sources=None,
        **writer.authors,
    )
    found = alike.prefetch_related("places") if entry.picture is None else ()
    for one in found:
        if {place.candidate_id for place in one.places.all()} == entry.themes:
            return one
    return None


def _own(dream: DreamImage, writer: Writer) -> DreamImage:
    """As it is stored now, to be read under the lock of its traject."""
    found = DreamImage.objects.with_people().filter(pk=dream.pk).first()
    if found is None:
        raise TrajectGone
    if found.is_nameless:
        raise DreamNameless
    if (found.author, found.guest, found.seat) != tuple(writer.authors.values()):
        raise NoLongerAllowed
    return found


def _stands_alone(dream: DreamImage) -> bool:
    is_made = dream.came_from.exists() or dream.went_into.exists()
    return not (is_made or dream.left_out_at)


def _chosen_places(dream: DreamImage, traject: Traject) -> frozenset[int]:
    """Under a theme that the group did not choose after all it stays."""
    own = dream.places.filter(candidate__in=chosen_themes(traject))
    return frozenset(own.values_list("candidate", flat=True))


def _said(dream: DreamImage) -> tuple[str, str]:
    return dream.text, dream.picture_alt


def _typed(entry: DreamEntry, stored: DreamImage) -> tuple[str, str]:
    return entry.text, entry.picture_alt if stored.picture else ""
