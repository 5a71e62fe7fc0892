"""`make pictures`: takes the pictures of the product on its own public pages and in the README.

Starts the product with its demo data in a folder of its own, signs in as the coordinator and keeps
what Chromium shows, in as few bytes as stay sharp.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.flags import FLAGS
from tests.serving import free_port, wait_for

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "static" / "pictures"
COORDINATOR = "griet.vandamme@elzenvoorde.example"
PASSWORD = "demo-stap-voor-stap"
COLOURS = 128
PAINTED = 500  # milliseconds after which what was scrolled to is on the screen
MOST_BYTES = 120_000


@dataclass(frozen=True)
class Picture:
    """`width` and `height` in pixels of the page; `scale` pixels of the picture for each."""

    name: str
    link: str  # of the card on the home page that leads to the scan
    path: str  # below the scan
    width: int
    height: int
    scale: int = 1
    scroll_to: str = ""

    @property
    def size(self) -> tuple[int, int]:
        return self.width * self.scale, self.height * self.scale


PICTURES = (
    Picture("result", "resultaat/", "resultaat/", 1280, 1180),
    Picture("theme", "", "themas/werking/", 1280, 1000),
    Picture("phone", "", "themas/werking/", 360, 700, scale=2, scroll_to="fieldset"),
)


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with running_product() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for picture in PICTURES:
            content = squeezed(taken(browser, address, picture))
            (FOLDER / f"{picture.name}.png").write_bytes(content)
            print(f"{picture.name}.png: {len(content) // 1000} kB")
        browser.close()


@contextmanager
def running_product() -> Iterator[str]:
    """The address of the product, started as `make run` does, with an empty folder for its data."""
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="mvoscan-pictures-") as folder:
        environment = {**os.environ, "VAR_DIR": folder, "PORT": str(port)}
        server = subprocess.Popen([ROOT / ".ci" / "serve"], env=environment)
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(f"{address}/gezondheid/", server)
            yield address
        finally:
            server.terminate()
            server.wait()


def taken(browser: Browser, address: str, picture: Picture) -> bytes:
    page = browser.new_page(
        base_url=address,
        viewport={"width": picture.width, "height": picture.height},
        device_scale_factor=picture.scale,
        color_scheme="light",
        locale="nl-BE",
        timezone_id="Europe/Brussels",
    )
    sign_in(page)
    page.goto(scan_of(page, picture) + picture.path)
    if picture.scroll_to:
        page.locator(picture.scroll_to).first.evaluate("place => place.scrollIntoView()")
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(PAINTED)
    content = page.screenshot()
    page.close()
    return content


def sign_in(page: Page) -> None:
    page.goto("/aanmelden/")
    page.locator("#id_login").fill(COORDINATOR)
    page.locator("#id_password").fill(PASSWORD)
    with page.expect_navigation():
        page.locator("main form .btn-primary").click()


def scan_of(page: Page, picture: Picture) -> str:
    """The address of the first scan on the home page that has such a link."""
    for link in page.locator("main a[href*='/scans/']").all():
        head, _slash, tail = (link.get_attribute("href") or "").partition("/scans/")
        number, _slash, rest = tail.partition("/")
        if number.isdecimal() and rest == picture.link:
            return f"{head}/scans/{number}/"
    raise SystemExit(f"The home page has no link to a scan for {picture.name}.")


def squeezed(screen: bytes) -> bytes:
    """A palette is enough for flat colours and text, and much smaller."""
    image = Image.open(BytesIO(screen)).convert("RGB")
    out = BytesIO()
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    if len(out.getvalue()) > MOST_BYTES:
        raise SystemExit(f"A picture of {len(out.getvalue())} bytes is too much for a page.")
    return out.getvalue()


if __name__ == "__main__":
    main()
