from pathlib import Path

import pytest
from django.conf import settings

from trajects.action_checks import Gap
from trajects.action_states import ActionState
from trajects.plan_words import GAP_ADVICE, GAP_WORDS, STATE_CHIPS, STATE_ICONS, STATE_NAMES


@pytest.mark.parametrize(
    ("words", "enum"),
    [
        (STATE_NAMES, ActionState),
        (STATE_ICONS, ActionState),
        (STATE_CHIPS, ActionState),
        (GAP_WORDS, Gap),
        (GAP_ADVICE, Gap),
    ],
)
def test_everything_that_is_computed_has_words_of_its_own(words, enum):
    assert list(words) == list(enum)
    assert len({str(each) for each in words.values()}) == len(enum)


def test_every_icon_is_drawn():
    drawn = Path(settings.BASE_DIR, "static", "icons.svg").read_text(encoding="utf-8")

    assert [icon for icon in STATE_ICONS.values() if f'id="{icon}"' not in drawn] == []
