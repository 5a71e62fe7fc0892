"""What of a text can be seen."""

from __future__ import annotations

import unicodedata

# Control characters; signs that only steer, such as those that turn the direction of writing; what
# is no character at all, or one that only its maker knows.
INVISIBLE = ("Cc", "Cf", "Cs", "Co")


def is_visible(sign: str) -> bool:
    return unicodedata.category(sign) not in INVISIBLE
