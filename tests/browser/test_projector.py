"""The screen for the room: all of it fits on one picture, and can be read from the last row."""

import pytest

from tests.browser.accessibility import assert_styled
from tests.browser.states import STATES
from tests.browser.test_accessibility import opened  # noqa: F401 - the fixture

SCREENS = [name for name in STATES if name.startswith("screen_")]
SMALLEST = 25
# Each letter size with the words that have it, of what can be seen.
SIZES = """() => {
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
        const words = walker.currentNode.textContent.trim();
        const shown = walker.currentNode.parentElement;
        const box = shown.getBoundingClientRect();
        if (words && box.width > 1 && box.height > 1 && !shown.closest(".visually-hidden")) {
            found.push([parseFloat(getComputedStyle(shown).fontSize), words]);
        }
    }
    return found;
}"""


@pytest.mark.parametrize("name", SCREENS)
def test_screen_for_the_room_fits_and_can_be_read(name, opened):  # noqa: F811
    page = opened(name)
    page.set_viewport_size({"width": 1920, "height": 1080})

    assert_styled(page)
    root = "document.documentElement"
    assert page.evaluate(f"[{root}.scrollWidth, {root}.scrollHeight]") == [1920, 1080]
    sizes = page.evaluate(SIZES)
    assert sizes
    assert [words for size, words in sizes if size < SMALLEST] == []
