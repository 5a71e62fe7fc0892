"""What somebody hears whose right, or whose traject, goes while an action waits for its turn."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from trajects.access import still_allowed
from trajects.errors import NoLongerAllowed, StepNotReady, TrajectGone


@pytest.mark.parametrize(
    ("raised", "answered"),
    [
        (TrajectGone, Http404),
        (NoLongerAllowed, PermissionDenied),
        (StepNotReady, StepNotReady),
    ],
)
def test_right_lost_meanwhile_is_answered_as_if_it_never_was(raised, answered):
    with pytest.raises(answered), still_allowed():
        raise raised
