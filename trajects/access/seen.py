"""The traject itself: who may read it, contribute, lead, moderate and coordinate."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404

from accounts.access import organisation_for_coordinating
from accounts.models import Organisation, User
from trajects.errors import NoLongerAllowed, TrajectGone
from trajects.models import (
    Traject,
)
from trajects.queries.standing import Standing, standing_of


@dataclass(frozen=True)
class Seen:
    """A traject with what the person who looks at it is in it."""

    traject: Traject
    standing: Standing

    def frame(self, section: str = "traject") -> dict[str, object]:
        """What every page of a traject hands to the header. Who moderates from outside sees nothing
        of the organisation but its name: no link to its pages, and not its logo."""
        organisation = self.traject.organisation if self.standing.role else None
        return {
            "traject": self.traject,
            "standing": self.standing,
            "organisation": organisation,
            "section": section,
        }


@contextmanager
def still_allowed() -> Iterator[None]:
    """Who loses the right, or the traject, between looking up and locking gets the answer of a
    moment later."""
    try:
        yield
    except TrajectGone as gone:
        raise Http404 from gone
    except NoLongerAllowed as refused:
        raise PermissionDenied from refused


def organisation_for_starting(user: User, organisation_pk: int) -> Organisation:
    """Where this person may begin a traject."""
    return organisation_for_coordinating(user, organisation_pk)


def traject_for_reading(user: User, pk: int) -> Seen:
    """Members of the organisation, in every role, and moderators from outside."""
    traject = get_object_or_404(Traject.objects.with_organisation(), pk=pk)
    standing = standing_of(user, traject)
    if not standing.may_read:
        raise Http404
    return Seen(traject, standing)


def traject_for_coordinating(user: User, pk: int) -> Seen:
    seen = traject_for_reading(user, pk)
    return allowed(seen, seen.standing.may_coordinate)


def traject_for_leading(user: User, pk: int) -> Seen:
    seen = traject_for_reading(user, pk)
    return allowed(seen, seen.standing.may_lead)


def traject_for_contributing(user: User, pk: int) -> Seen:
    seen = traject_for_reading(user, pk)
    return allowed(seen, seen.standing.may_contribute)


def traject_for_moderating(user: User, pk: int) -> Seen:
    seen = traject_for_reading(user, pk)
    return allowed(seen, seen.standing.may_moderate)


def allowed(seen: Seen, may: bool) -> Seen:
    """What one may see but not do is refused."""
    check(may)
    return seen


def check(may: bool) -> None:
    if not may:
        raise PermissionDenied
