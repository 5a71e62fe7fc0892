"""What a password may not be made of: words that somebody who knows the person tries first."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User

# So many letters and digits must remain without the words that are easy to guess.
OWN_CHARACTERS = 8
LONGEST_PATTERN = 6
SHORTEST_WORD = 3

LOOKALIKES = str.maketrans("013457@$!", "oieastasi")
TRIED_FIRST = """
    mvoscan mvo csr sdg scan duurzaam duurzaamheid sustainable
    wachtwoord password paswoord passwoord passphrase geheim secret toegang access
    welkom welcome hallo hello inloggen aanmelden login admin beheerder
    gemeente municipality stad city dorp town provincie province ocmw cpas district
    bestuur raad council schepen burgemeester mayor dienst department coordinator
    vlaanderen vlaams flanders belgie belgium nederland brussel
    lente voorjaar zomer herfst najaar winter spring summer autumn fall
    januari februari maart april mei juni juli augustus september oktober november december
    january february march may june july august october
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    monday tuesday wednesday thursday friday saturday sunday
    azerty qwerty azertyuiop qwertyuiop abc abcd abcde
"""
# A year, or digits in the order of the keyboard.
GUESSABLE_DIGITS = re.compile(r"(?:19|20)\d\d|0?123(?:4(?:5(?:6(?:7(?:8(?:90?)?)?)?)?)?)?")


class LengthValidator(MinimumLengthValidator):
    """That of Django has no Dutch words for what it refuses."""

    def get_error_message(self) -> str:
        words = _("This password is too short. Choose at least %(number)d characters.")
        return words % {"number": self.min_length}


class ContextWordsValidator:
    """Enough must remain of a password once the words around its owner are taken away."""

    def validate(self, password: str, user: User | None = None) -> None:
        if is_repetition(password):
            raise ValidationError(
                _("This password repeats a few characters. Choose a few words instead."),
                code="password_repeats",
            )
        words = [*TRIED_FIRST.split(), *(words_around(user) if user else ())]
        if own_characters(password, words) < OWN_CHARACTERS:
            raise ValidationError(
                _(
                    "This password is made of words that others try first: your name, your "
                    "organisation, a season, a year. Choose words that have nothing to do with "
                    "your organisation."
                ),
                code="password_context_words",
            )

    def get_help_text(self) -> str:
        return _("Choose words that have nothing to do with you or your organisation.")


PASSWORD_HELP = gettext_lazy(
    "At least 12 characters. Choose a few words that have nothing to do with you or your "
    "organisation, such as a line that only you would think of."
)


def words_around(user: User) -> Iterator[str]:
    """Of the name, the address and the organisations. `organisation_names` holds those of somebody
    who is not stored yet, such as who accepts an invitation."""
    yield from _words_in(user.name)
    yield from _words_in(user.email)
    for name in getattr(user, "organisation_names", ()):
        yield from _words_in(name)
    if user.pk:
        for name in user.memberships.values_list("organisation__name", flat=True):
            yield from _words_in(name)


def own_characters(password: str, words: Iterable[str]) -> int:
    """How many letters and digits stand in none of these words, in no year and in no 1234.

    Capitals, accents and digits that look like letters hide no word.
    """
    plain = _plain(password)
    guessable = {i for found in GUESSABLE_DIGITS.finditer(plain) for i in range(*found.span())}
    read = plain.translate(LOOKALIKES)
    for word in {_plain(word).translate(LOOKALIKES) for word in words}:
        for found in re.finditer(f"(?={re.escape(word)})", read):
            guessable.update(range(found.start(), found.start() + len(word)))
    return sum(letter.isalnum() for i, letter in enumerate(plain) if i not in guessable)


def is_repetition(password: str) -> bool:
    """One character or a short pattern, over and over."""
    plain = _plain(password)
    return any(
        plain == (plain[:size] * len(plain))[: len(plain)]
        for size in range(1, min(LONGEST_PATTERN, len(plain) // 2) + 1)
    )


def _words_in(text: str) -> list[str]:
    return [word for word in re.findall(r"[^\W_]+", text) if len(word) >= SHORTEST_WORD]


def _plain(text: str) -> str:
    """In small letters and without accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
