"""What a coordinator does with invitations that were made: each a POST that leads back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts import access
from accounts.actions.invitations import revoke_invitation
from accounts.errors import InvitationAnswered
from accounts.mailing import send_and_say
from accounts.queries.invitations import unsent_invitations
from accounts.requests import SignedInRequest


@require_POST
@access.still_allowed()
def send_waiting(request: SignedInRequest, pk: int) -> HttpResponse:
    """Everything that was kept, but never left."""
    organisation = access.organisation_for_coordinating(request.user, pk)
    at = now()
    waiting = unsent_invitations(organisation, at=at)
    if not waiting:
        messages.info(request, _("There is nothing left to send."))
    send_and_say(request, waiting, at=at)
    return redirect("accounts:people", pk=pk)


@require_POST
@access.still_allowed()
def resend(request: SignedInRequest, pk: int, invitation_pk: int) -> HttpResponse:
    """With a new link, also when the old one expired."""
    invitation = access.invitation_for_coordinating(request.user, pk, invitation_pk)
    if not send_and_say(request, [invitation], at=now()):
        messages.info(request, _answered())
    return redirect("accounts:people", pk=pk)


@require_POST
@access.still_allowed()
def revoke(request: SignedInRequest, pk: int, invitation_pk: int) -> HttpResponse:
    invitation = access.invitation_for_coordinating(request.user, pk, invitation_pk)
    try:
        revoke_invitation(invitation=invitation, by=request.user, at=now())
    except InvitationAnswered:
        messages.info(request, _answered())
    else:
        words = _("The invitation of %(name)s is withdrawn. The link opens nothing any more.")
        messages.success(request, words % {"name": invitation.name})
    return redirect("accounts:people", pk=pk)


def _answered() -> str:
    return _("This invitation was accepted or withdrawn meanwhile. Nothing was changed.")
