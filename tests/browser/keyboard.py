"""A person who has no mouse: keys only, and the focus must be seen at every stop."""

from playwright.sync_api import Page

# The element with the focus as "tag#id" or "tag[name=value]", and the ring around it or its box.
STOP = """() => {
    const element = document.activeElement;
    const ring = getComputedStyle(element.closest('.answer') || element);
    const shown = element.getBoundingClientRect().width > 0;
    const drawn = ring.outlineStyle !== 'none' && parseFloat(ring.outlineWidth) >= 2;
    const name = element.name ? `[name=${element.name}]` : '';
    return {
        name: element.tagName.toLowerCase() + (element.id ? '#' + element.id : name),
        words: (element.labels?.[0] || element).innerText || element.value || '',
        ring: shown && drawn,
    };
}"""


def focus(page: Page) -> dict:
    return page.evaluate(STOP)


def tab(page: Page, *, key: str = "Tab") -> dict:
    """One press; what has the focus then, which must show."""
    page.keyboard.press(key)
    here = focus(page)
    if here["name"] != "body":
        assert here["ring"], f"{page.url}: the focus on {here} is not visible"
    return here


def tab_to(page: Page, wanted: str, *, at_most: int = 90, key: str = "Tab") -> None:
    """`wanted`: the name of an element, or the words on it."""
    seen = []
    for _ in range(at_most):
        here = tab(page, key=key)
        if wanted == here["name"] or wanted == here["words"].strip():
            return
        seen.append(here["name"])
    raise AssertionError(f"{page.url}: no way to {wanted} in {at_most} presses, passed {seen}")


def tab_and_go(page: Page, wanted: str) -> None:
    """Enter on a link or button that leads to another page."""
    tab_to(page, wanted)
    with page.expect_navigation():
        page.keyboard.press("Enter")
