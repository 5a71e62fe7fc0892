"""axe-core on a page as the browser shows it, and whether the page fits its screen."""

import json

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

RULES = {
    "runOnly": [
        "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice",
    ],
    "resultTypes": ["violations"],
}  # fmt: skip


def assert_no_sideways_scroll(page: Page) -> None:
    width = page.evaluate("innerWidth")
    needed = page.evaluate("document.documentElement.scrollWidth")
    assert needed <= width, f"{page.url} is {needed} px wide on a screen of {width} px"


def assert_styled(page: Page) -> None:
    """axe is content with a page whose stylesheets did not load."""
    font = page.evaluate("getComputedStyle(document.body).fontFamily")
    assert font.startswith('"Source Sans 3"'), f"{page.url} is not styled: font is {font}"


def violations(page: Page) -> list[dict]:
    """axe needs scripts: in a context without them it would never answer."""
    assert not page.evaluate("matchMedia('(scripting: none)').matches"), "axe needs JavaScript"
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return page.evaluate(f"axe.run({json.dumps(RULES)}).then(results => results.violations)")


def in_words(found: list[dict]) -> str:
    """One line per rule, then per element its selector, its markup and what axe says about it."""
    lines = []
    for rule in found:
        lines.append(f"{rule['id']} ({rule['impact']}): {rule['help']}")
        for node in rule["nodes"]:
            lines += [f"    {' '.join(map(str, node['target']))}", f"      {node['html']}"]
            lines += [f"      {line.strip()}" for line in node["failureSummary"].splitlines()]
    return "\n".join(lines)


def assert_accessible(page: Page) -> None:
    """No violation of WCAG 2.0 to 2.2, A and AA, nor of axe's best practices."""
    assert_styled(page)
    found = violations(page)
    assert not found, f"{page.url}\n{in_words(found)}"
