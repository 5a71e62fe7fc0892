"""The catalogue of example actions, for everybody who is signed in."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.requests import SignedInRequest
from scans import access
from scans.examples import SearchForm, catalogue_of, example_page


@require_safe
def examples(request: SignedInRequest) -> HttpResponse:
    form = SearchForm(request.GET)
    context = {"form": form, "catalogue": catalogue_of(form.search), "section": "examples"}
    return render(request, "scans/examples/list.html", context)


@require_safe
def example(request: SignedInRequest, example_code: str) -> HttpResponse:
    page = example_page(access.example_for_reading(example_code))
    return render(request, "scans/examples/example.html", {"page": page, "section": "examples"})
