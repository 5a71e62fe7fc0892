"""The first three steps: the start, the scan and the photo."""

from collections.abc import Iterator

from trajects.next_tasks.who import Task, Viewer
from trajects.steps import FEWEST_IN_LEAD_GROUP, Facts, Key, ScanState, may_complete

# From so many on it is worth asking whether the photo is complete.
ENOUGH_FOR_A_PHOTO = 20


def of_start(facts: Facts, viewer: Viewer) -> Iterator[Task]:
    if viewer.coordinates and facts.in_lead_group < FEWEST_IN_LEAD_GROUP:
        yield Task.INVITE_LEAD_GROUP
    if viewer.coordinates and not facts.moderators:
        yield Task.FIND_MODERATOR
    if not facts.meetings:
        yield Task.PLAN_MEETING
    if not facts.agreements:
        yield Task.AGREE
    yield Task.FINISH_START


def of_scan(facts: Facts, viewer: Viewer) -> Iterator[Task]:
    if viewer.coordinates and facts.scan == ScanState.NONE:
        yield Task.LINK_SCAN
    if viewer.answers and facts.scan == ScanState.RUNNING:
        yield Task.FILL_IN_SCAN
    if may_complete(Key.SCAN, facts):
        yield Task.FINISH_SCAN


def of_photo(facts: Facts, viewer: Viewer) -> Iterator[Task]:
    """A photo can always grow: what somebody promised comes first."""
    if not facts.on_photo:
        yield Task.START_PHOTO
    elif not facts.waiting and facts.on_photo >= ENOUGH_FOR_A_PHOTO:
        yield Task.FINISH_PHOTO
    if viewer.promised:
        yield Task.DO_AGREEMENT
    yield Task.GROW_PHOTO
