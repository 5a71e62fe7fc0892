"""People at a running server: real connections, a real session and the checks on forged posts."""

import re
from http.cookiejar import CookieJar
from time import perf_counter
from typing import NamedTuple
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, ProxyHandler, Request, build_opener

from tests.bench.measuring import WrongAnswer

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
PATIENCE = 300  # seconds; with the immediate backend a page can wait for a whole document


class Page(NamedTuple):
    """`path` is where the redirects led; `seconds` by the clock on the wall."""

    status: int
    path: str
    body: bytes
    seconds: float

    @property
    def text(self) -> str:
        return self.body.decode()


class Visitor:
    def __init__(self, address: str) -> None:
        self._address = address
        self._opener = build_opener(ProxyHandler({}), HTTPCookieProcessor(CookieJar()))

    def sign_in(self, email: str, password: str) -> None:
        self.post("/aanmelden/", {"login": email, "password": password})
        if "csrfmiddlewaretoken" not in self.get("/").text:
            raise WrongAnswer(f"{email} is not signed in")

    def get(self, path: str, *, by_htmx: bool = False) -> Page:
        """Raises WrongAnswer for anything but a page at this very address."""
        page = self._send(Request(self._address + path, headers=_headers(by_htmx)))
        if (page.status, page.path) != (200, path):
            raise WrongAnswer(f"{path}: {page.status} at {page.path}")
        return page

    def post(self, path: str, fields: dict[str, str]) -> Page:
        """With the token of the page at that address; whatever comes back is for the caller."""
        token = TOKEN.search(self.get(path).text)[1]
        body = urlencode({**fields, "csrfmiddlewaretoken": token}).encode()
        return self._send(Request(self._address + path, body))

    def _send(self, request: Request) -> Page:
        start = perf_counter()
        try:
            with self._opener.open(request, timeout=PATIENCE) as response:
                body = response.read()
        except HTTPError as error:
            response, body = error, error.read()
        seconds = perf_counter() - start
        return Page(response.status, response.url.removeprefix(self._address), body, seconds)


def _headers(by_htmx: bool) -> dict[str, str]:
    return {"HX-Request": "true"} if by_htmx else {}
