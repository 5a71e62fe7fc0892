"""What is in the report of an error, which goes out by mail."""

from django.test import RequestFactory
from django.views.debug import ExceptionReporter

COOKIES = ("seat", "ballot_key_7", "session", "device", "csrf")


def report(*, html: bool) -> str:
    request = RequestFactory().post("/sessie/ABCDEF/stem/7/")
    request.COOKIES.update({name: "-".join(("waarde", name)) for name in COOKIES})
    request.META["HTTP_COOKIE"] = f"seat={request.COOKIES['seat']}"
    try:
        raise ZeroDivisionError
    except ZeroDivisionError as error:
        reporter = ExceptionReporter(request, type(error), error, error.__traceback__)
    return reporter.get_traceback_html() if html else reporter.get_traceback_text()


def test_report_names_cookies_without_their_values(settings):
    settings.DEBUG = False

    for text in (report(html=False), report(html=True)):
        assert "ballot_key_7" in text
        assert [name for name in COOKIES if f"waarde-{name}" in text] == []
