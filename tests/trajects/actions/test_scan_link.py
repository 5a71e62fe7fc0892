from datetime import timedelta

import pytest

from tests.factories import LONG_AGO, ScanFactory
from tests.trajects.factories import StepCompletionFactory
from trajects.actions.scan_link import link_scan
from trajects.errors import NoLongerAllowed, StepNotReady
from trajects.steps import Key

LATER = LONG_AGO + timedelta(days=1)


@pytest.fixture
def scan(organisation):
    return ScanFactory(organisation=organisation)


def test_link_is_dated_and_looking_again_dates_it_anew(traject, scan, griet):
    link_scan(traject=traject, scan=scan, by=griet, at=LONG_AGO)
    traject.refresh_from_db()
    assert (traject.scan, traject.scan_linked_at) == (scan, LONG_AGO)

    StepCompletionFactory(traject=traject, step=Key.SCAN)
    link_scan(traject=traject, scan=scan, by=griet, at=LATER)
    traject.refresh_from_db()
    assert traject.scan_linked_at == LONG_AGO, "it is still open"

    scan.finished_at, scan.finished_by = LONG_AGO, griet
    scan.save()
    link_scan(traject=traject, scan=scan, by=griet, at=LATER)
    traject.refresh_from_db()
    assert (traject.scan, traject.scan_linked_at) == (scan, LATER)


def test_scan_of_somebody_else_is_refused(traject, griet):
    with pytest.raises(StepNotReady):
        link_scan(traject=traject, scan=ScanFactory(), by=griet, at=LONG_AGO)


def test_scan_that_is_gone_is_refused(traject, scan, griet):
    type(scan).objects.filter(pk=scan.pk).delete()

    with pytest.raises(StepNotReady):
        link_scan(traject=traject, scan=scan, by=griet, at=LONG_AGO)


def test_another_scan_is_refused_while_the_step_is_done(traject, scan, griet):
    StepCompletionFactory(traject=traject, step=Key.SCAN)

    with pytest.raises(StepNotReady):
        link_scan(traject=traject, scan=scan, by=griet, at=LONG_AGO)


@pytest.mark.parametrize("who", ["els", "bram", "chaima"])
def test_only_a_coordinator_links(traject, scan, request, who):
    with pytest.raises(NoLongerAllowed):
        link_scan(traject=traject, scan=scan, by=request.getfixturevalue(who), at=LONG_AGO)

    traject.refresh_from_db()
    assert traject.scan is None
