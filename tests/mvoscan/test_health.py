import json
import os
import subprocess
import sys

import pytest
from django.db import connection, connections
from django.db.migrations.recorder import MigrationRecorder

ALL_FINE = {"database": "ok", "migrations": "ok", "pdf": "ok"}


@pytest.mark.django_db
def test_health_is_fine(client):
    response = client.get("/gezondheid/")

    assert (response.status_code, response.json()) == (200, ALL_FINE)


@pytest.mark.django_db
def test_health_knows_a_pending_migration(client):
    MigrationRecorder(connection).record_unapplied("scans", "0001_initial")

    response = client.get("/gezondheid/")

    assert (response.status_code, response.json()) == (503, {**ALL_FINE, "migrations": "failing"})


@pytest.fixture
def no_database(db, tmp_path):
    """A second connection to a place where no database can be, in the place of the first."""
    working = connections["default"]
    lost = working.copy()
    nowhere = str(tmp_path / "nowhere")
    where = "HOST" if working.vendor == "postgresql" else "NAME"
    lost.settings_dict = {**lost.settings_dict, where: f"{nowhere}/database"}
    connections["default"] = lost
    yield
    connections["default"] = working


@pytest.mark.usefixtures("no_database")
def test_health_knows_a_lost_database(client):
    response = client.get("/gezondheid/")

    down = {"database": "failing", "migrations": "failing", "pdf": "ok"}
    assert (response.status_code, response.json()) == (503, down)


WITHOUT_PANGO = """
import ctypes.util, sys
import cffi

def missing(*names, **options):
    raise OSError("cannot load library 'libpango-1.0-0'")

cffi.FFI.dlopen = missing
import django
django.setup()
from mvoscan.views.health import _pdf_libraries_load
print(_pdf_libraries_load())
"""


def test_health_knows_missing_pdf_libraries():
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"}

    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_PANGO],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.split()[-1] == "False"


@pytest.mark.django_db
def test_health_is_not_cached(client):
    response = client.get("/gezondheid/")

    assert "no-store" in response["Cache-Control"].split(", ")
    assert json.loads(response.content) == ALL_FINE
