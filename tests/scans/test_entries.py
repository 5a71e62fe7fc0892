import pytest

from scans.entries import Entry


@pytest.mark.parametrize(
    ("value", "stated"),
    [
        ("not_applicable", "Wij hebben dit niet."),
        ("yes", ""),
        ("no", ""),
        ("unknown", ""),
        ("", ""),
    ],
)
def test_reason_is_stated_only_of_what_does_not_apply(value, stated):
    assert Entry(value, reason="Wij hebben dit niet.").stated_reason == stated
