import pytest
from django.core.exceptions import ValidationError

from accounts.fields import LineField


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" Jan\t Peeters ", "Jan Peeters"),
        ("Els\u202e\u200b Claes\ue000", "Els Claes"),
        ("Đorđe Ó'Brien-Šćepanović", "Đorđe Ó'Brien-Šćepanović"),
        ("علي", "علي"),
        ("3M", "3M"),
    ],
)
def test_name_keeps_what_can_be_seen(typed, kept):
    assert LineField().clean(typed) == kept


@pytest.mark.parametrize(
    ("typed", "code"),
    [("\u200b\u202e", "required"), ("---", "unreadable"), ("a\u2028b", "line_break")],
)
def test_name_without_anything_to_read_is_refused(typed, code):
    with pytest.raises(ValidationError) as refusal:
        LineField().clean(typed)

    assert [error.code for error in refusal.value.error_list] == [code]
