"""The settings of the product with what tests need to be quick and to leave nothing behind."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

# The workers of pytest-xdist inherit the folder of the process that started them.
if "TEST_VAR_DIR" not in os.environ:
    os.environ["TEST_VAR_DIR"] = tempfile.mkdtemp(prefix="mvoscan-tests-")
    atexit.register(shutil.rmtree, os.environ["TEST_VAR_DIR"])
os.environ["VAR_DIR"] = os.environ["TEST_VAR_DIR"]
os.environ["SECRET_KEY"] = "only-for-tests-" * 4
os.environ["HTTPS"] = "off"
os.environ["DEBUG"] = "off"

from mvoscan.settings import *  # noqa: F403
from mvoscan.settings import DATABASES, MIDDLEWARE, STORAGES, VAR_DIR

MIDDLEWARE = ["tests.guard.refuse_writes_during_reads", *MIDDLEWARE]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

# What is asked of the background waits: making a PDF takes a second.
TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}

# The manifest storage wants collected files. Workers beside each other see no files of the others.
STORAGES = {
    **STORAGES,
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(VAR_DIR / os.environ.get("PYTEST_XDIST_WORKER", "media"))},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
Path(VAR_DIR, "static").mkdir(parents=True, exist_ok=True)

# A file, not memory: the live server's threads need connections of their own.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "test.sqlite3")}
