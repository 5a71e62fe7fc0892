import pytest

from accounts.browsers import browser_and_system

WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64"
WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15"


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        (f"{WINDOWS}; rv:132.0) Gecko/20100101 Firefox/132.0", ("Firefox", "Windows")),
        (f"{WINDOWS}) {WEBKIT} Safari/537.36", ("Chrome", "Windows")),
        (f"{WINDOWS}) {WEBKIT} Safari/537.36 Edg/130.0.0.0", ("Edge", "Windows")),
        (f"{WINDOWS}) {WEBKIT} Safari/537.36 OPR/115.0.0.0", ("Opera", "Windows")),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 "
            "(KHTML, like Gecko) Version/18.0 Safari/605.1.15",
            ("Safari", "Mac"),
        ),
        (f"{IPHONE} Version/18.0 Mobile/15E148 Safari/604.1", ("Safari", "iPhone")),
        (f"{IPHONE} FxiOS/132.0 Mobile/15E148 Safari/605.1.15", ("Firefox", "iPhone")),
        (f"{IPHONE} CriOS/130.0 Mobile/15E148 Safari/604.1", ("Chrome", "iPhone")),
        (
            f"Mozilla/5.0 (Linux; Android 10; K) {WEBKIT} Mobile Safari/537.36",
            ("Chrome", "Android"),
        ),
        (
            "Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-S911B) AppleWebKit/537.36 "
            "SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36",
            ("Samsung Internet", "Android"),
        ),
        (
            f"Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) {WEBKIT} Safari/537.36",
            ("Chrome", "ChromeOS"),
        ),
        (
            "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0",
            ("Firefox", "Linux"),
        ),
        ("curl/8.5.0", ("", "")),
        ("", ("", "")),
        ("<script>alert(1)</script>", ("", "")),
    ],
)
def test_browser_and_system(user_agent, words):
    assert browser_and_system(user_agent) == words
