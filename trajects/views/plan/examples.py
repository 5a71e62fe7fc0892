"""The catalogue of example actions inside a traject, and taking one over into its plan."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.requests import SignedInRequest
from scans.access import example_for_reading
from trajects import access
from trajects.actions.plan.taking_over import take_over_example
from trajects.errors import GoalNotInPlan
from trajects.forms.plan.taking_over import TakeOverForm
from trajects.pages.plan.examples import goal_asked, plan_example_page, plan_examples_page


@require_safe
def plan_examples(request: SignedInRequest, pk: int) -> HttpResponse:
    """For everybody who sees the traject."""
    seen = access.traject_for_reading(request.user, pk)
    page = plan_examples_page(seen.traject, request.GET)
    shown = {"form": page.form, "catalogue": page.catalogue, "goal": page.goal}
    context = {**seen.frame(), **shown, "themes": page.themes}
    return render(request, "trajects/plan/examples.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@access.still_allowed()
def plan_example(request: SignedInRequest, pk: int, example_code: str) -> HttpResponse:
    """Everybody who sees the traject reads it; who makes the plan takes it over."""
    is_post = request.method == "POST"
    load = access.traject_for_planning if is_post else access.traject_for_reading
    seen = load(request.user, pk)
    example = example_for_reading(example_code)
    goal = goal_asked(seen.traject, request.GET)
    form = TakeOverForm(request.POST if is_post else None, traject=seen.traject, goal=goal)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    if form.is_valid():
        chosen = form.cleaned_data["goal"]
        try:
            action = take_over_example(
                traject=seen.traject, example=example, goal=chosen, by=request.user, at=now()
            )
        except GoalNotInPlan:
            form.add_error("goal", form.fields["goal"].error_messages["invalid_choice"])
            status = HTTPStatus.CONFLICT
        else:
            words = _("It stands in the plan as a draft. Read it, make it your own and save it.")
            messages.success(request, words)
            return redirect("trajects:edit_action", pk, action.pk)
    page = plan_example_page(seen.traject, example)
    context = {**seen.frame(), "page": page.page, "taken": page.taken, "form": form, "goal": goal}
    return render(request, "trajects/plan/example.html", context, status=status)
