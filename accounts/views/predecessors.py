from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts import access
from accounts.actions.rows import save_predecessors
from accounts.errors import NameTaken
from accounts.forms.predecessors import PredecessorsForm
from accounts.models import Organisation
from accounts.requests import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def predecessors(request: SignedInRequest, pk: int) -> HttpResponse:
    """The organisations that merged into this one, all in one post."""
    organisation = access.organisation_for_coordinating(request.user, pk)
    data = request.POST if request.method == "POST" else None
    form = PredecessorsForm(organisation.predecessors.all(), data)
    if form.is_valid() and _save(request, organisation, form):
        messages.success(request, _("The predecessors are saved."))
        return redirect("accounts:organisation", pk=pk)
    context = {"organisation": organisation, "section": "organisation", "form": form}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "accounts/predecessors.html", context, status=status)


def _save(request: SignedInRequest, organisation: Organisation, form: PredecessorsForm) -> bool:
    try:
        save_predecessors(
            organisation=organisation, entries=form.entries, removed=form.removed, by=request.user
        )
    except NameTaken:
        form.add_error(_("A colleague added a predecessor with one of these names meanwhile."))
        return False
    return True
