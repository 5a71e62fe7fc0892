"""What a finish keeps of the names, the colour and the logo of that moment."""

from contextlib import suppress
from pathlib import PurePath
from secrets import token_hex

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models.fields.files import FieldFile

from accounts.models import DepartmentKind, Organisation, User
from scans.models import Imprint, IsoSubject, Scan, Sdg, Theme
from scans.names import Names, ThemeNames


@transaction.atomic
def make_imprint(*, scan: Scan, by: User) -> Imprint:
    """`by` is who finishes. The organisation is read anew: the scan may carry an old copy.
    A logo whose file is lost, or replaced this very moment, stops nobody from finishing."""
    organisation = Organisation.objects.get(pk=scan.organisation_id)
    imprint = Imprint(
        scan=scan,
        organisation_name=organisation.name,
        accent=organisation.accent,
        finisher_name=by.name,
        answerer_names=_answerer_names(scan),
        names=names_of_today().stored,
    )
    if organisation.logo:
        suffix = PurePath(organisation.logo.name or "").suffix
        with suppress(FileNotFoundError), organisation.logo.open() as logo:
            imprint.logo.save(f"{token_hex(16)}{suffix}", ContentFile(logo.read()), save=False)
    imprint.save()
    return imprint


def names_of_today() -> Names:
    themes = Theme.objects.prefetch_related("sdgs", "iso_subjects")
    return Names(
        themes={
            theme.code: ThemeNames(
                theme.number,
                theme.name,
                theme.short_name,
                tuple(sdg.number for sdg in theme.sdgs.all()),
                tuple(subject.code for subject in theme.iso_subjects.all()),
            )
            for theme in themes
        },
        departments=dict(DepartmentKind.objects.values_list("code", "name")),
        sdgs=dict(Sdg.objects.values_list("number", "name")),
        iso_subjects=dict(IsoSubject.objects.values_list("code", "name")),
    )


def _answerer_names(scan: Scan) -> list[str]:
    people = User.objects.filter(pk__in=_answerers(scan))
    return sorted(people.values_list("name", flat=True))


def _answerers(scan: Scan) -> set[int]:
    return set(scan.respondents.values_list("answers__updated_by", flat=True)) - {None}


def remove_imprint(*, scan: Scan) -> None:
    """With its logo and the documents that were made of this finish."""
    for imprint in Imprint.objects.filter(scan=scan):
        discard(imprint.logo)
        imprint.delete()
    for report in scan.reports.all():
        discard(report.file)
    scan.reports.all().delete()


def discard(file: FieldFile) -> None:
    """Removes a stored file once the database has let go of it."""
    if file:
        storage, name = file.storage, str(file.name)
        transaction.on_commit(lambda: storage.delete(name))
