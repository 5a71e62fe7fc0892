"""What the report of an error may not hold: who reads it could take over a session or a seat."""

from django.http import HttpRequest
from django.views.debug import SafeExceptionReporterFilter


class WithoutCookies(SafeExceptionReporterFilter):
    """Django hides the cookies whose names look secret, and ours do not."""

    def get_safe_cookies(self, request: HttpRequest) -> dict[str, str]:
        return dict.fromkeys(request.COOKIES, self.cleansed_substitute)
