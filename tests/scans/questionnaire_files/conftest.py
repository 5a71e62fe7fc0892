from pathlib import Path

import pytest

from tests.scans.questionnaire_files.sample import write_sample


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The sample as files."""
    return write_sample(tmp_path)
