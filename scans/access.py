"""Who may see and do what with a scan. What is not yours does not exist (404); what you may see
but not do is refused (403). A member is found by their membership of this very moment."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404

from accounts.models import Role, User
from scans.errors import ScanGone
from scans.models import ExampleAction, Report, Scan
from scans.models.scan import ScanQuerySet

ANSWERING = (Role.COORDINATOR, Role.CONTRIBUTOR)


def scan_for_reading(user: User, pk: int) -> Scan:
    """Members read; readers only what is finished."""
    return _readable(get_object_or_404(_with_all(_scans_of(user)), pk=pk))


def scans_for_comparing(user: User, pk: int, other_pk: int) -> tuple[Scan, Scan]:
    """Two scans of one organisation with the same variant, the earlier one first. Each is to be
    read by this member."""
    scan = scan_for_reading(user, pk)
    others = _with_all(_scans_of(user).comparable_to(scan))
    other = _readable(get_object_or_404(others, pk=other_pk))
    earlier, later = sorted((scan, other), key=lambda one: (one.year, one.started_at))
    return earlier, later


def finished_scan_for_reading(user: User, pk: int) -> Scan:
    """What is made of a finish does not exist (404) while the scan runs."""
    scan = scan_for_reading(user, pk)
    if not scan.is_finished:
        raise Http404
    return scan


def report_for_reading(user: User, pk: int, report_pk: int) -> Report:
    """A document that is made, of a finished scan that this member may read."""
    made = Report.objects.ready().select_related("scan__imprint")
    return get_object_or_404(made, scan=finished_scan_for_reading(user, pk), pk=report_pk)


def example_for_reading(code: str) -> ExampleAction:
    """Everybody who is signed in, as long as it is in the catalogue."""
    return get_object_or_404(ExampleAction.objects.shown().with_labels(), code=code)


def scan_for_answering(user: User, pk: int) -> Scan:
    """Without the organisation and the people: saving an answer shows none of them."""
    return _with_role(get_object_or_404(_scans_of(user), pk=pk), *ANSWERING)


def scan_for_coordinating(user: User, pk: int) -> Scan:
    return _with_role(scan_for_reading(user, pk), Role.COORDINATOR)


def _scans_of(user: User) -> ScanQuerySet:
    return Scan.objects.of_member(user.pk).with_respondent()


def _with_all(scans: ScanQuerySet) -> ScanQuerySet:
    return scans.with_people().with_imprint()


def _readable(scan: Scan) -> Scan:
    if not scan.is_finished and scan.my_role == Role.READER:
        raise PermissionDenied
    return scan


def _with_role(scan: Scan, *roles: Role) -> Scan:
    if scan.my_role not in roles:
        raise PermissionDenied
    return scan


@contextmanager
def existing() -> Iterator[None]:
    """What a colleague deletes while one is at work on it does not exist any more: 404."""
    try:
        yield
    except ScanGone as gone:
        raise Http404 from gone


def may_answer(scan: Scan) -> bool:
    """Whether this member may change answers now."""
    return scan.my_role in ANSWERING and not scan.is_finished


def may_coordinate(scan: Scan) -> bool:
    return scan.my_role == Role.COORDINATOR
