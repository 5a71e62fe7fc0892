"""From an example in the catalogue to the plan that takes it over."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from scans.access import example_for_reading
from trajects.models import Traject


@require_safe
def example_into_plan(request: SignedInRequest, example_code: str) -> HttpResponse:
    """Straight on for who sees one traject; who sees more chooses one."""
    example = example_for_reading(example_code)
    trajects = list(
        Traject.objects.of_person(request.user.pk).with_organisation().order_by("title", "pk")
    )
    if len(trajects) == 1:
        return redirect("trajects:plan_example", trajects[0].pk, example.code)
    context = {"example": example, "trajects": trajects, "section": "examples"}
    return render(request, "trajects/plan/from_catalogue.html", context)
