"""The product's address map with one page that always breaks."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import path

from mvoscan.urls import urlpatterns as product


class Broken(Exception):
    """What a page of ours could run into."""


@login_not_required
def broken(request: HttpRequest) -> HttpResponse:
    raise Broken


urlpatterns = [*product, path("stuk/", broken)]
