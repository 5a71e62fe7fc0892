"""A number of characters is written once: in the model."""

import ast
from pathlib import Path

import pytest

import accounts.forms

FORMS = sorted(Path(accounts.forms.__path__[0]).glob("*.py"))


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_line_has_the_length_of_its_column(path):
    calls = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
    lines = [call for call in calls if ast.unparse(call.func) == "LineField"]
    lengths = [one.value for call in lines for one in call.keywords if one.arg == "max_length"]

    assert [ast.unparse(one) for one in lengths if isinstance(one, ast.Constant)] == []
    assert len(lengths) == len(lines)
