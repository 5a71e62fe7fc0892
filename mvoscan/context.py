from django.conf import settings
from django.http import HttpRequest

THEMES = ("light", "dark")


def preferences(request: HttpRequest) -> dict[str, str]:
    """`theme`: "light", "dark", or "" to follow the system."""
    theme = request.COOKIES.get(settings.THEME_COOKIE_NAME, "")
    return {"theme": theme if theme in THEMES else ""}
