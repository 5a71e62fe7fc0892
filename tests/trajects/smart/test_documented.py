"""The examples in docs/smart.md are what the checker says."""

import re
from pathlib import Path

import pytest

from tests.trajects.smart.examples import PLAN
from trajects.smart import Draft, check

DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "smart.md"
ROWS = re.findall(r"^\| (.+) \| `(.{5})` \|$", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)


def test_document_has_examples():
    assert len(ROWS) == 8


@pytest.mark.parametrize(("sentence", "code"), ROWS)
def test_example_has_its_letters(sentence, code):
    smart = check(Draft(sentence), period=PLAN, carriers=("Aankoop", "Technische dienst"))

    assert smart.code == code
