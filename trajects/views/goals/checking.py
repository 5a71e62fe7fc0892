"""How SMART a goal is while somebody writes it. Nothing is stored."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from accounts.requests import SignedInRequest
from trajects import access
from trajects.forms.goals.ladder import LadderForm
from trajects.pages.goal_form import checked_draft


@require_POST
def check_goal(request: SignedInRequest, pk: int) -> HttpResponse:
    """The parts of the page of the form that say it; a field that cannot be read counts as open."""
    seen = access.traject_for_dreaming(request.user, pk)
    form = LadderForm(request.POST, is_check=True)
    context = {"traject": seen.traject, "checked": checked_draft(seen.traject, form.draft)}
    return render(request, "trajects/goals/_checked.html", context)
