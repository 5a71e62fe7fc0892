"""What no browser test may cause: script errors, policy violations, other hosts, failures."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

# The browser's own echo of a refusal such as 409; `Watch.note_response` judges answers.
ECHO_OF_ANSWER = "Failed to load resource: the server responded with a status of"
PAGE_PARTS = {"stylesheet", "script", "font", "image"}


@dataclass
class Watch:
    """Collects complaints about one test. `expected` holds parts of messages that the test causes
    on purpose."""

    origin: str
    expected: list[str] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)

    def follow(self, context: BrowserContext) -> None:
        context.on("console", self.note_console)
        context.on("weberror", self.note_error)
        context.on("request", self.note_request)
        context.on("response", self.note_response)

    def complaints(self) -> list[str]:
        return [text for text in self.seen if not any(part in text for part in self.expected)]

    def note_console(self, message: ConsoleMessage) -> None:
        # A violation of the Content-Security-Policy is a console error too.
        if message.type in {"error", "warning"} and not message.text.startswith(ECHO_OF_ANSWER):
            self.seen.append(f"console {message.type}: {message.text}")

    def note_error(self, error: WebError) -> None:
        self.seen.append(f"script error: {error.error}")

    def note_request(self, request: Request) -> None:
        url = urlsplit(request.url)
        if url.scheme in {"http", "https", "ws", "wss"} and url.netloc != self.origin:
            self.seen.append(f"request to another host: {request.url}")

    def note_response(self, response: Response) -> None:
        is_part = response.request.resource_type in PAGE_PARTS
        if response.status >= 500 or (is_part and response.status >= 400):
            self.seen.append(f"answer {response.status}: {response.request.method} {response.url}")
