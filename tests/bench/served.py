"""The settings of the product with the floors among its routes, for web processes of the bench."""

from mvoscan.settings import *  # noqa: F403

ROOT_URLCONF = "tests.bench.urls"
