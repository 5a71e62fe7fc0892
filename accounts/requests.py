from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from accounts.models import User


class SignedInRequest(HttpRequest):
    """What every private view gets: LoginRequiredMiddleware lets nobody else through."""

    user: User
    htmx: HtmxDetails
