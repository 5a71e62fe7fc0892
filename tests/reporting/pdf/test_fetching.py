"""Making a PDF fetches nothing (promise 13): whatever the document asks for, no file is opened and
no server hears of it. Without the lock the same documents do fetch."""

import base64
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
import weasyprint

from reporting.pdf import AssetRefused, render_pdf

CANARY = "kanarie-in-een-bestand"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{}</svg>'
PAGE = (
    '<!doctype html><html lang="nl"><head><title>x</title>{head}</head><body>{body}</body></html>'
)


class Server(HTTPServer):
    """Counts what it is asked for; a redirect leads to a file on this machine."""

    hits: list[str]


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.hits.append(self.path)
        self.send_response(200)
        self.send_header("Content-Type", "text/css" if "css" in self.path else "image/svg+xml")
        self.end_headers()
        self.wfile.write(b"p { color: red }" if "css" in self.path else SVG.format("").encode())

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(("127.0.0.1", 0), Handler) as server:
        server.hits = []
        thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def page(head: str = "", body: str = "<p>x</p>") -> str:
    return PAGE.format(head=head, body=body)


def as_data(svg: str) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


# Each asks for {url}, a picture, or {css}, a stylesheet; both over HTTP.
OVER_HTTP = {
    "image": page(body='<img src="{url}" alt="x">'),
    "stylesheet": page('<link rel="stylesheet" href="{css}">'),
    "import": page("<style>@import url({css});</style>"),
    "import in print": page('<style>@import url("{css}") print;</style>'),
    "background": page("<style>p {{ background: url({url}) }}</style>"),
    "list marker": page("<style>ul {{ list-style: url({url}) }}</style>", "<ul><li>x</li></ul>"),
    "generated content": page("<style>p::after {{ content: url({url}) }}</style>"),
    "font": page(
        "<style>@font-face {{ font-family: a; src: url({url}) }} p {{ font-family: a }}</style>"
    ),
    "attachment": page('<link rel="attachment" href="{url}">'),
    "attached link": page(body='<a rel="attachment" href="{url}">x</a>'),
    "object": page(body='<object data="{url}" type="image/svg+xml">x</object>'),
    "embed": page(body='<embed src="{url}" type="image/svg+xml">'),
    "image in an svg": page(body=SVG.format('<image href="{url}" width="9" height="9"/>')),
    "base": page('<base href="{url}/">', '<img src="plaatje.svg" alt="x">'),
}


def address(server: Server, name: str) -> str:
    return f"http://127.0.0.1:{server.server_port}/{name}"


def filled(kind: str, server: Server) -> str:
    return OVER_HTTP[kind].format(url=address(server, "x.svg"), css=address(server, "x.css"))


@pytest.mark.parametrize("kind", OVER_HTTP)
def test_document_that_asks_a_server_is_refused_and_the_server_hears_nothing(server, kind):
    with pytest.raises(AssetRefused):
        render_pdf(filled(kind, server), assets={})

    assert server.hits == []


@pytest.mark.parametrize("kind", OVER_HTTP)
def test_without_the_lock_the_server_does_hear(server, kind):
    weasyprint.HTML(string=filled(kind, server)).write_pdf()

    assert server.hits != []


def test_picture_inside_a_picture_is_not_fetched(server):
    svg = SVG.format(f'<image href="{address(server, "x.svg")}" width="9" height="9"/>')

    with pytest.raises(AssetRefused):
        render_pdf(page(body=f'<img src="{as_data(svg)}" alt="x">'), assets={})

    assert server.hits == []


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "geheim.txt"
    path.write_text(CANARY)
    return path


def test_file_is_not_attached(secret):
    for source in (secret.as_uri(), str(secret), f"FILE://{secret}"):
        with pytest.raises(AssetRefused):
            render_pdf(page(f'<link rel="attachment" href="{source}">'), assets={})


def test_without_the_lock_the_file_is_attached(secret):
    html = page(f'<link rel="attachment" href="{secret.as_uri()}">')

    pdf = weasyprint.HTML(string=html).write_pdf(uncompressed_pdf=True)

    assert CANARY.encode() in pdf


@pytest.mark.parametrize(
    "source",
    [
        "ftp://127.0.0.1/x.png",
        "https://assets.invalid/anders.png",
        "https://assets.invalid/logo.png?x",
        "../logo.png/../anders.png",
        "data:text/html,<p>x",
        "data:text/css,p{}",
    ],
)
def test_only_the_table_and_pictures_are_given(source):
    with pytest.raises(AssetRefused):
        render_pdf(page(body=f'<img src="{source}" alt="x">'), assets={"logo.png": b""})


def test_own_assets_and_pictures_in_the_document_are_used():
    css = b'@import url("b.css"); p { background: url("../plaat.svg") }'
    svg = SVG.format('<rect width="9" height="9"/>')
    assets = {"css/a.css": css, "css/b.css": b"p { margin: 0 }", "plaat.svg": svg.encode()}
    picture = f'<p><img src="{as_data(svg)}" alt="x"></p>'

    pdf = render_pdf(page('<link rel="stylesheet" href="css/a.css">', picture), assets=assets)

    assert pdf.startswith(b"%PDF-1.7")


def test_refusal_names_what_was_asked():
    with pytest.raises(AssetRefused, match=r"^https://elders\.example/a\.png$"):
        render_pdf(page(body='<img src="https://elders.example/a.png" alt="x">'), assets={})
