"""Three dream images under a chosen theme, for who puts them in order."""

import pytest

from tests.trajects.dream_factories import DreamImageFactory
from tests.trajects.dreaming import chosen


@pytest.fixture
def theme(traject):
    return chosen(traject, "Energie")


@pytest.fixture
def other_theme(traject):
    return chosen(traject, "Water")


@pytest.fixture
def dreams(traject, theme, bram):
    """Two of Bram, and one without a name."""
    own = {"traject": traject, "themes": [theme]}
    nobody = {"author": None, "written_at": None}
    return [
        DreamImageFactory(text="Bomen", author=bram, **own),
        DreamImageFactory(text="Schaduw", author=bram, **own),
        DreamImageFactory(text="Banken", **nobody, **own),
    ]
