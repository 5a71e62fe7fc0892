"""The product as it runs, on the database of the bench: two web processes, and a worker."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.db import connection

from tests.serving import free_port, wait_for

GUNICORN = [sys.executable, "-m", "gunicorn", "mvoscan.wsgi", "--workers", "2"]
GUNICORN += ["--timeout", "120", "--no-control-socket", "--log-level", "warning"]
TIMED = "%(m)s %(U)s %(s)s %(D)s"
WORKER = [sys.executable, "manage.py", "db_worker", "--verbosity", "0"]


@dataclass(frozen=True)
class Spent:
    """Milliseconds of all web processes together: at work, and kept waiting for a free core."""

    work: float
    wait: float

    def since(self, earlier: "Spent") -> "Spent":
        return Spent(self.work - earlier.work, self.wait - earlier.wait)

    def per(self, number: int) -> "Spent":
        return Spent(self.work / number, self.wait / number)


class Timed(NamedTuple):
    """One request as the web process saw it, from its first byte to the last one of the answer."""

    path: str
    status: int
    milliseconds: float


def read_times(file: Path) -> list[Timed]:
    lines = (line.split() for line in file.read_text().splitlines())
    return [Timed(path, int(status), int(micros) / 1000) for _verb, path, status, micros in lines]


@dataclass(frozen=True)
class Product:
    address: str
    web: int

    def spent(self) -> Spent:
        """Up to now."""
        children = Path(f"/proc/{self.web}/task/{self.web}/children").read_text().split()
        threads = [file for pid in children for file in Path(f"/proc/{pid}/task").iterdir()]
        figures = [(thread / "schedstat").read_text().split() for thread in threads]
        work, wait = (sum(int(one[place]) for one in figures) / 1e6 for place in (0, 1))
        return Spent(work, wait)


@contextmanager
def running_product(
    backend: str, *, settings_module: str = "mvoscan.settings", times: Path | None = None
) -> Iterator[Product]:
    """With `backend` as TASKS_BACKEND. `times`: where what each request took is kept."""
    port = free_port()
    log = ["--access-logfile", str(times), "--access-logformat", TIMED] if times else []
    commands = [[*GUNICORN, "--bind", f"127.0.0.1:{port}", *log]]
    if backend == "database":
        commands.append(WORKER)
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": settings_module,
        "DATABASE_URL": _database_url(),
        "TASKS_BACKEND": backend,
        "LOG_LEVEL": "ERROR",  # a refused PDF is no news here
    }
    processes = [
        subprocess.Popen(command, cwd=settings.BASE_DIR, env=environment) for command in commands
    ]
    try:
        product = Product(f"http://127.0.0.1:{port}", processes[0].pid)
        wait_for(f"{product.address}/gezondheid/", processes[0])
        yield product
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait()


def _database_url() -> str:
    """Of the database that the bench made, for another process."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))
