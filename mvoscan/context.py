from django.http import HttpRequest

from mvoscan.middleware import THEME_COOKIE

THEMES = ("light", "dark")


def preferences(request: HttpRequest) -> dict[str, str]:
    """`theme`: "light", "dark", or "" to follow the system."""
    theme = request.COOKIES.get(THEME_COOKIE, "")
    return {"theme": theme if theme in THEMES else ""}
