from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest


@require_safe
def design(request: SignedInRequest) -> HttpResponse:
    """Every component on one page, for the people who build and check the product."""
    if not request.user.is_staff:
        raise PermissionDenied
    return render(request, "design/components.html")
