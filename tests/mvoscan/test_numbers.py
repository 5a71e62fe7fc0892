"""Limits that the owner of an installation sets: nothing or less would shut everybody out."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from environ import Env

from mvoscan.numbers import read_at_least_one

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(("given", "number"), [("1", 1), (" 30 ", 30)])
def test_number_is_read(monkeypatch, given, number):
    monkeypatch.setenv("SESSION_HOURS", given)

    assert read_at_least_one(Env(), "SESSION_HOURS", default=12) == number


def test_number_that_is_not_set_has_its_default(monkeypatch):
    monkeypatch.delenv("SESSION_HOURS", raising=False)

    assert read_at_least_one(Env(), "SESSION_HOURS", default=12) == 12


@pytest.mark.parametrize("given", ["0", "-1", "", "twelve", "1.5", "²", "1e3"])
def test_wrong_number_is_refused_in_one_clear_sentence(monkeypatch, given):
    monkeypatch.setenv("SESSION_HOURS", given)

    with pytest.raises(ImproperlyConfigured) as refusal:
        read_at_least_one(Env(), "SESSION_HOURS", default=12)

    assert str(refusal.value) == (
        f"SESSION_HOURS must be a whole number of 1 or more, not {given!r}."
    )


@pytest.mark.parametrize("name", ["SESSION_HOURS", "SESSION_IDLE_MINUTES"])
def test_limit_of_nothing_stops_the_start(name):
    wrong = {name: "0", "DJANGO_SETTINGS_MODULE": "tests.settings"}

    start = subprocess.run(
        [sys.executable, "-c", "import django; django.setup()"],
        cwd=ROOT,
        env={**os.environ, **wrong},
        capture_output=True,
        text=True,
    )

    assert start.returncode == 1
    assert f"ImproperlyConfigured: {name} must be a whole number of 1 or more" in start.stderr
