"""The settings of the product, on a database and files that are gone afterwards.

Nothing that costs time is left out: the middleware, the cached template loaders, the manifest of
static files and the options of the database are those of the product.
"""

import os
import tempfile

os.environ["VAR_DIR"] = tempfile.mkdtemp(prefix="mvoscan-bench-")
os.environ["SECRET_KEY"] = "only-for-the-bench-" * 3
os.environ["HTTPS"] = "off"
os.environ["DEBUG"] = "off"

from mvoscan.settings import *  # noqa: F403
from mvoscan.settings import BASE_DIR, DATABASES, TEMPLATES, VAR_DIR

ROOT_URLCONF = "tests.bench.urls"
TEMPLATES[0]["DIRS"] = [*TEMPLATES[0]["DIRS"], BASE_DIR / "tests" / "bench" / "templates"]

# A file with a write-ahead log, as the product has, and not the database in memory of a test.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "bench.sqlite3")}
