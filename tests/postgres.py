"""A PostgreSQL server of our own that leaves nothing behind.

    python -m tests.postgres COMMAND…    runs it with DATABASE_URL set, returns its exit code

PostgreSQL refuses to run as root, so as root the server runs as the user postgres.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

INITDB = ["-U", "mvoscan", "-A", "trust", "-E", "UTF8", "--locale", "C.UTF-8", "--no-sync"]
START = ["start", "-w", "-l", "log"]
# Nothing here has to survive a power cut.
FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
# It comes by at a moment of its own, and then rows lie elsewhere: tests that compare places fail.
QUIET = "-c autovacuum=off"


class NoPostgres(Exception):
    """The machine has no PostgreSQL server."""


def program(name: str) -> str:
    """Path of a server program. Debian keeps these outside PATH, one folder per version."""
    versions = Path("/usr/lib/postgresql").glob(f"*/bin/{name}")
    newest = max(versions, key=lambda path: int(path.parts[4]), default=None)
    found = str(newest) if newest else shutil.which(name)
    if not found:
        raise NoPostgres(
            "Missing: PostgreSQL server. Install it with: sudo apt-get install postgresql"
        )
    return found


def as_postgres() -> str:
    """Path of runuser, which not every root has in PATH."""
    found = shutil.which("runuser", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
    if not found:
        raise NoPostgres("Missing: runuser. Install it with: sudo apt-get install util-linux")
    return found


def run_as_owner(folder: Path, *command: str) -> None:
    """Run as the user who owns the server; on failure its output is in the exception's notes."""
    prefix = [as_postgres(), "-u", "postgres", "--"] if os.geteuid() == 0 else []
    try:
        subprocess.run([*prefix, *command], cwd=folder, check=True, capture_output=True, text=True)
    except subprocess.CalledProcessError as error:
        error.add_note(error.stdout + error.stderr)
        raise


@contextmanager
def throwaway_postgres() -> Iterator[str]:
    """A running server; yields its DATABASE_URL. It listens on a socket in a private folder."""
    initdb, pg_ctl = program("initdb"), program("pg_ctl")
    # A socket path has at most 107 characters, so not in a deep TMPDIR.
    folder = Path(tempfile.mkdtemp(prefix="mvoscan-pg-", dir="/tmp"))
    data = folder / "data"
    options = f"{FAST} {QUIET} -c listen_addresses= -c unix_socket_directories={folder}"
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        run_as_owner(folder, initdb, *INITDB, "-D", str(data))
        # With a log file the server does not inherit our pipes, which would then never end.
        run_as_owner(folder, pg_ctl, *START, "-D", str(data), "-o", options)
        yield f"postgres://mvoscan@/postgres?host={folder}"
    finally:
        if (data / "postmaster.pid").exists():
            run_as_owner(folder, pg_ctl, "-D", str(data), "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder)


def main(command: list[str]) -> int:
    # An exception, so that the server is stopped on the way out.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    with throwaway_postgres() as url:
        return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}).returncode


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except NoPostgres as missing:
        sys.exit(str(missing))
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)
