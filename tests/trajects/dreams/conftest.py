from pathlib import Path

import pytest


@pytest.fixture
def media(tmp_path, settings) -> Path:
    """Where pictures lie: a folder of this test alone."""
    folder = tmp_path / "media"
    place = {**settings.STORAGES["default"], "OPTIONS": {"location": str(folder)}}
    settings.STORAGES = {**settings.STORAGES, "default": place}
    return folder
