"""Two municipalities that must never see each other, each with a running and a finished scan."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import Model

from accounts.models import Organisation, Role, User
from scans.actions.imprints import make_imprint
from scans.models import Scan
from tests.factories import (
    LONG_AGO,
    MembershipFactory,
    OrganisationFactory,
    ScanFactory,
    UserFactory,
    answer_all,
    published_questionnaire,
)
from tests.snapshot import Snapshots

FINISHED = datetime(2025, 4, 1, 15, 0, tzinfo=UTC)
DOMAIN_APPS = {"accounts", "scans", "trajects", "auth"}
# Columns that signing in and looking around may change.
TRACES = {"last_login", "last_seen_on"}


@dataclass(frozen=True)
class Place:
    organisation: Organisation
    coordinator: User
    running: Scan
    finished: Scan


@dataclass(frozen=True)
class World:
    """Els coordinates a, Bram contributes, Rita reads; Chaima coordinates b."""

    a: Place
    b: Place
    els: User
    bram: User
    rita: User
    chaima: User

    def person(self, name: str) -> User:
        return getattr(self, name)


@pytest.fixture(scope="session")
def snapshots() -> Snapshots:
    return Snapshots()


@pytest.fixture
def world(db, snapshots: Snapshots) -> World:
    return snapshots.get(make_world)


def make_world() -> World:
    els = UserFactory(name="Els Peeters", email="els@a.example")
    bram = UserFactory(name="Bram Claes", email="bram@a.example")
    rita = UserFactory(name="Rita Maes", email="rita@a.example")
    chaima = UserFactory(name="Chaima Haddad", email="chaima@b.example")
    a = _place("Gemeente Aalbeke", els, 1_000_000, version=1, themes=(1, 2))
    b = _place("Gemeente Bevere", chaima, 2_000_000, version=2, themes=(1, 3))
    MembershipFactory(organisation=a.organisation, user=bram, role=Role.CONTRIBUTOR)
    MembershipFactory(organisation=a.organisation, user=rita, role=Role.READER)
    return World(a, b, els, bram, rita, chaima)


def _place(name: str, coordinator: User, number: int, **questionnaire) -> Place:
    """Numbers are far apart: one of this place is never by accident one of the other."""
    organisation = OrganisationFactory(pk=number, name=name)
    MembershipFactory(
        pk=number + 3, organisation=organisation, user=coordinator, role=Role.COORDINATOR
    )
    own = {
        "organisation": organisation,
        "questionnaire": published_questionnaire(**questionnaire),
        "started_by": coordinator,
    }
    signed = {"finished_at": FINISHED, "finished_by": coordinator}
    finished = ScanFactory(**own, **signed, pk=number + 1, year=2025)
    answer_all(finished, "jjj jjn jnx nnn nnnjjj jjj jjn nww n-n", by=coordinator)
    make_imprint(scan=finished, by=coordinator)
    running = ScanFactory(**own, pk=number + 2, year=2026, started_at=FINISHED)
    answer_all(running, "jjn jw-", by=coordinator)
    return Place(organisation, coordinator, running, finished)


def domain_hash() -> str:
    """Of every row of every domain table; sessions, throttles and dates of visits apart."""
    digest = sha256()
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            if model._meta.app_label in DOMAIN_APPS:
                cursor.execute(_all_rows(model))
                digest.update(repr((model._meta.label, cursor.fetchall())).encode())
    return digest.hexdigest()


@cache
def _all_rows(model: type[Model]) -> str:
    quote = connection.ops.quote_name
    # Of its own table: what a model inherits from another one is a row there.
    fields = [f.column for f in model._meta.local_concrete_fields if f.name not in TRACES]
    keys = ", ".join(quote(field.column) for field in model._meta.pk_fields)
    columns = ", ".join(map(quote, fields))
    return f"SELECT {columns} FROM {quote(model._meta.db_table)} ORDER BY {keys}"


__all__ = ["FINISHED", "LONG_AGO", "TRACES", "Place", "World", "domain_hash", "snapshots", "world"]
