"""What a page says, by the English of the source: the catalogue knows the Dutch."""

from django.utils import translation


def dutch(english: str, **values: object) -> str:
    with translation.override("nl"):
        said = translation.gettext(english)
    return said % values if values else said
