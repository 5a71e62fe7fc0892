"""The words that a list uses for roles and columns, and names made of addresses."""

from __future__ import annotations

import re
import unicodedata

ROLES = {
    **dict.fromkeys(("coordinator", "mvocoordinator", "csrcoordinator"), "coordinator"),
    **dict.fromkeys(("medewerker", "contributor", "bijdrager", "invuller"), "contributor"),
    **dict.fromkeys(("lezer", "reader"), "reader"),
}
HEADINGS = {
    **dict.fromkeys(("naam", "name", "volledigenaam", "fullname", "collega"), "name"),
    **dict.fromkeys(("voornaam", "firstname", "givenname"), "first name"),
    **dict.fromkeys(
        ("achternaam", "familienaam", "lastname", "surname", "familyname"), "last name"
    ),
    **dict.fromkeys(("email", "mail", "emailadres", "mailadres", "emailaddress"), "email"),
    **dict.fromkeys(("rol", "role"), "role"),
    **dict.fromkeys(("dienst", "afdeling", "department", "team", "service"), "department"),
}


def only_letters(text: str) -> str:
    """Only its letters, small and without accents: "MVO-coördinator" is "mvocoordinator"."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if sign.isalpha())


def guessed_name(email: str) -> str:
    """Griet Vandamme of griet.vandamme@…; without letters the part before the @ itself."""
    local = email.partition("@")[0]
    words = [re.sub(r"[^a-z]", "", word) for word in re.split(r"[._+-]", local.lower())]
    return " ".join(word.capitalize() for word in words if word) or local
