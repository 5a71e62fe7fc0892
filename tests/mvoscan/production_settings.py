"""The product's own settings; only static files, which nobody collected, have no manifest."""

from mvoscan.settings import *  # noqa: F403
from mvoscan.settings import STORAGES

STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
