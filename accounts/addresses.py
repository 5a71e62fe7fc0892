"""E-mail addresses in one spelling, so that one mailbox is one person."""

from __future__ import annotations

import re

# What is left of a domain that mail can go to; between brackets stands a network address.
DOMAIN = re.compile(r"[a-z0-9._-]+|\[[0-9a-z.:]+\]")


def normalise_address(address: str) -> str:
    """In small letters, with the domain as mail servers know it: bücher.example becomes
    xn--bcher-kva.example. Raises ValueError for a domain that cannot be written so."""
    local, at, domain = address.strip().lower().rpartition("@")
    if not at:
        return domain
    known = domain.encode("idna").decode("ascii")
    if not DOMAIN.fullmatch(known):
        raise ValueError("not a domain")
    return f"{local}@{known}"


def as_stored(address: str) -> str:
    """To look somebody up by: an address that has no such spelling is nobody's."""
    try:
        return normalise_address(address)
    except ValueError:
        return address.strip().lower()
