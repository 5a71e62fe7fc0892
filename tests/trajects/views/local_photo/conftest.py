"""What every test of the local photo starts from."""

import pytest

from scans.models import Theme
from tests.factories import DepartmentFactory, ThemeFactory
from tests.trajects.factories import InitiativeFactory
from trajects.models import Initiative


@pytest.fixture
def url(traject) -> str:
    return f"/trajecten/{traject.pk}/lokale-foto/"


@pytest.fixture
def theme(db) -> Theme:
    return ThemeFactory(number=7, name="Energie en klimaat")


@pytest.fixture
def department(traject):
    return DepartmentFactory(organisation=traject.organisation, name="Milieudienst")


@pytest.fixture
def page(client_of, griet):
    """Of Griet, in English."""
    client = client_of(griet)
    client.cookies["language"] = "en"
    return client


@pytest.fixture
def posted(theme) -> dict[str, object]:
    return {"title": "Repaircafé", "status": "running", "scope": "residents", "themes": [theme.pk]}


@pytest.fixture
def waiting(traject, bram, theme) -> Initiative:
    return InitiativeFactory(
        traject=traject, title="Zonnedak", accepted_at=None, added_by=bram, themes=[theme]
    )
