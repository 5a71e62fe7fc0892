"""The harness itself: each of its checks is seen to bite."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.accessibility import assert_accessible, assert_styled, violations
from tests.browser.watch import Watch


@pytest.fixture
def loose_page(browser: Browser):
    """A page outside the watched contexts."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def seen_while(page: Page, content: str) -> list[str]:
    watch = Watch(origin="localhost:1")
    watch.follow(page.context)
    page.set_content(content)
    page.title()
    return watch.complaints()


def test_watch_sees_a_console_error(loose_page: Page):
    seen = seen_while(loose_page, "<script>console.error('broken')</script>")

    assert seen == ["console error: broken"]


def test_watch_sees_a_script_error(loose_page: Page):
    seen = seen_while(loose_page, "<script>nowhere()</script>")

    assert [text.partition("\n")[0] for text in seen] == ["script error: nowhere is not defined"]


def test_watch_sees_a_policy_violation(loose_page: Page):
    policy = "<meta http-equiv=Content-Security-Policy content=\"style-src 'none'\">"

    seen = seen_while(loose_page, f"{policy}<p style='color: red'>inline</p>")

    assert len(seen) == 1
    assert "Content Security Policy" in seen[0]


def test_watch_sees_another_host(loose_page: Page):
    seen = seen_while(loose_page, "<img alt='' src='http://elsewhere.example/x.png'>")

    assert seen[0] == "request to another host: http://elsewhere.example/x.png"


def test_watch_lets_an_expected_message_pass(loose_page: Page):
    watch = Watch(origin="localhost:1", expected=["broken"])
    watch.follow(loose_page.context)

    loose_page.set_content("<script>console.error('broken on purpose')</script>")

    assert loose_page.title() == ""
    assert len(watch.seen) == 1
    assert watch.complaints() == []


def test_accessibility_refuses_an_unstyled_page(loose_page: Page):
    loose_page.set_content("<title>Bare</title><main><h1>Bare</h1></main>")

    with pytest.raises(AssertionError, match="not styled"):
        assert_styled(loose_page)


def test_accessibility_names_the_element_at_fault(loose_page: Page):
    loose_page.set_content(
        "<style>body { font-family: 'Source Sans 3' }</style>"
        "<title>Picture</title><main><h1>Picture</h1><img src='data:,'></main>"
    )

    with pytest.raises(AssertionError, match="image-alt"):
        assert_accessible(loose_page)


def test_accessibility_refuses_a_context_without_scripts(browser: Browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()

    with pytest.raises(AssertionError, match="axe needs JavaScript"):
        violations(page)

    context.close()
