from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_safe

from accounts import access
from accounts.labels import ROLE_MEANINGS
from accounts.queries.invitations import invitations_of
from accounts.queries.people import people_of
from accounts.requests import SignedInRequest


@require_safe
def people(request: SignedInRequest, pk: int) -> HttpResponse:
    """Who takes part; the coordinator also sees addresses, and who was invited."""
    membership = access.membership_in(request.user, pk)
    organisation = membership.organisation
    coordinates = membership.may_coordinate
    members = people_of(organisation, me=request.user)
    invitations = invitations_of(organisation, at=now()) if coordinates else ()
    today = localdate(now())
    context = {
        "organisation": organisation,
        "section": "people",
        "people": members,
        "may_coordinate": coordinates,
        "invitations": invitations,
        "is_one_alone": coordinates and len(members) == 1 and not invitations,
        "roles": [(role.label, meaning) for role, meaning in ROLE_MEANINGS.items()],
        "today": today,
        "yesterday": today - timedelta(days=1),
    }
    return render(request, "accounts/people.html", context)
