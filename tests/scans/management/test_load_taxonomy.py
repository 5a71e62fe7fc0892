from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from scans.models import Theme
from tests.scans.questionnaire_files.sample import FIXTURES, edit

pytestmark = pytest.mark.django_db


def run(*arguments: object) -> str:
    out = StringIO()
    call_command("load_taxonomy", *map(str, arguments), stdout=out)
    return out.getvalue()


def test_load_taxonomy_says_what_it_did() -> None:
    first, second = run(), run()

    assert first == "taxonomy: 62 created, 0 changed\n"
    assert second == "taxonomy: unchanged\n"
    assert Theme.objects.count() == 15


def test_load_taxonomy_refuses_a_file_with_problems(tmp_path: Path) -> None:
    path = tmp_path / "taxonomy.yaml"
    path.write_text((FIXTURES / "taxonomy.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    edit(path, "  - {number: 2, name: Geen honger}", "  - {number: 1, name: Geen honger}")

    with pytest.raises(CommandError) as caught:
        run(path)

    assert str(caught.value).splitlines()[0] == f"{path}:6: duplicate SDG number 1"
    assert caught.value.returncode == 1
    assert Theme.objects.count() == 0
