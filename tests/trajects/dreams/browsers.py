"""The browsers of a lead group: each sends by the way in which its owner came."""

from collections.abc import Callable

from django.http import HttpResponse
from django.test import Client

from accounts.models import User
from tests.trajects.dreams.circles import CODE, Circle, guest_token, seat_token, upload
from tests.trajects.dreams.worlds import Sent
from trajects.models import Traject

ClientOf = Callable[[User], Client]


def browsers(circle: Circle, client_of: ClientOf) -> list[Client]:
    """In the order of the writers, all in English; who has an account is signed in."""
    found = []
    for n, writer in enumerate(circle.writers):
        client = client_of(writer.user) if writer.user else Client()
        client.raise_request_exception = False
        client.cookies["language"] = "en"
        if writer.guest:
            # What is said to a guest after sending under a name stands in a session, whose key is
            # drawn by chance: here it is there before.
            assert client.session.session_key
        if writer.seat:
            client.cookies["seat"] = seat_token(n)
        found.append(client)
    return found


def address(circle: Circle, sender: int) -> str:
    """Of the form of this sender."""
    writer = circle.writers[sender]
    if writer.user:
        return f"/trajecten/{circle.traject.pk}/droombeelden/schrijven/"
    if writer.guest:
        return f"/meedoen/{guest_token(sender)}/droombeelden/schrijven/"
    return f"/sessie/{CODE}/droombeelden/"


def filled(circle: Circle, sent: Sent) -> dict[str, object]:
    form: dict[str, object] = {
        "themes": circle.pks(sent.themes),
        "text": sent.text,
        "name": "named" if sent.named else "nameless",
        "picture_alt": "" if sent.picture is None else f"Beeld {sent.picture}",
    }
    if sent.picture is not None:
        form["picture"] = upload(sent.picture)
    return form


def send(circle: Circle, client: Client, sent: Sent) -> HttpResponse:
    """Reads the form and sends it: the answer itself, not yet the page that it leads to."""
    url = address(circle, sent.sender)
    assert client.get(url).status_code == 200
    return client.post(url, filled(circle, sent))


def box_address(traject: Traject) -> str:
    return f"/trajecten/{traject.pk}/droombeelden/doos/"
