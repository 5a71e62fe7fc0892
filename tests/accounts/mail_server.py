"""A mail server on this machine that behaves as badly as a test asks."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from time import sleep


class Session(socketserver.StreamRequestHandler):
    server: "MailServer"

    def handle(self) -> None:
        self.say("220 here")
        while line := self.rfile.readline().decode().strip():
            verb = line.upper()
            if verb.startswith("RCPT") and "weiger" in line:
                self.say("550 unknown here")
            elif verb.startswith("DATA"):
                if len(self.server.mails) >= self.server.cuts_off_after:
                    return
                self.say("354 go on")
                self.server.mails.append(self.read_mail())
                sleep(self.server.seconds_per_mail)
                self.say("250 kept")
            else:
                self.say("221 bye" if verb.startswith("QUIT") else "250 fine")

    def read_mail(self) -> str:
        lines = iter(lambda: self.rfile.readline().decode().rstrip("\r\n"), ".")
        return "\n".join(lines)

    def say(self, answer: str) -> None:
        self.wfile.write(answer.encode() + b"\r\n")


class MailServer(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, *, cuts_off_after: int = 1000, seconds_per_mail: float = 0) -> None:
        super().__init__(("127.0.0.1", 0), Session)
        self.mails: list[str] = []
        self.connections = 0
        self.cuts_off_after = cuts_off_after
        self.seconds_per_mail = seconds_per_mail

    def verify_request(self, *_request: object) -> bool:
        self.connections += 1
        return True

    @property
    def port(self) -> int:
        return self.server_address[1]


@contextmanager
def mail_server(settings, **behaviour) -> Iterator[MailServer]:
    """Running, and the one that the product uses."""
    with MailServer(**behaviour) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        use(settings, server.port)
        try:
            yield server
        finally:
            server.shutdown()


def use(settings, port: int) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
