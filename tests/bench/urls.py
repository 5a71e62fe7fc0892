"""The routes of the product and the floors: the least that a save, a page and a poll can cost."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path
from django.utils.timezone import now

from accounts.models import Organisation
from scans.models import Answer


def save_floor(request: HttpRequest, pk: int) -> HttpResponse:
    """Session, signed-in user and one UPDATE."""
    changed = Answer.objects.filter(pk=pk).update(
        value=request.POST["answer"], updated_by=request.user, updated_at=now()
    )
    return HttpResponse(f"{changed}")


def page_floor(request: HttpRequest, pk: int) -> HttpResponse:
    """The real base template and one query."""
    organisation = Organisation.objects.get(pk=pk)
    return render(request, "bench/floor.html", {"organisation": organisation, "section": "home"})


def poll_floor(_request: HttpRequest, pk: int) -> HttpResponse:
    """Session, signed-in user and one query; no page."""
    return HttpResponse(Organisation.objects.get(pk=pk).name)


urlpatterns = [
    path("vloer/antwoord/<int:pk>/", save_floor, name="save_floor"),
    path("vloer/pagina/<int:pk>/", page_floor, name="page_floor"),
    path("vloer/stand/<int:pk>/", poll_floor, name="poll_floor"),
    path("", include("mvoscan.urls")),
]
