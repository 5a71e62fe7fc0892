"""Numbers from the environment. What is filled in wrong stops the start with one clear sentence."""

from django.core.exceptions import ImproperlyConfigured
from environ import Env


def read_at_least_one(env: Env, name: str, *, default: int) -> int:
    """A limit of nothing would shut everybody out without a word."""
    given = env.str(name, default=str(default)).strip()
    if not (given.isascii() and given.isdigit() and int(given) >= 1):
        raise ImproperlyConfigured(f"{name} must be a whole number of 1 or more, not {given!r}.")
    return int(given)
