"""A server of our own on this machine: a free port for it, and its first answer."""

import socket
import subprocess
import time
from urllib.error import URLError
from urllib.request import urlopen

LOOK_AGAIN = 0.2
PATIENCE = 120  # seconds: a first start loads a whole questionnaire


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(address: str, server: subprocess.Popen) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if server.poll() is not None:
            raise SystemExit("The product did not start.")
        try:
            urlopen(address).close()
        except URLError:
            time.sleep(LOOK_AGAIN)
        else:
            return
    raise SystemExit("The product takes too long to start.")
