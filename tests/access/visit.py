"""One request with what it carries, and what of another municipality nobody may see."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.test import Client

CANARY = "Kanarie7"
REFUSED = {400, 403, 404, 409, 422}


@dataclass(frozen=True)
class Visit:
    method: str
    url: str
    data: tuple[tuple[str, str], ...] = ()
    headers: tuple[tuple[str, str], ...] = ()

    def by(self, client: Client) -> HttpResponse:
        send = getattr(client, self.method)
        return send(self.url, dict(self.data), headers=dict(self.headers))
