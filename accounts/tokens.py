"""The secret in the link of an invitation. Only its hash is stored: who reads the database can
invite nobody."""

from __future__ import annotations

import secrets
from hashlib import sha256

BYTES = 32  # 256 bits: not to be guessed, so a quick hash without salt is enough


def new_token() -> str:
    """Letters, digits, - and _: it fits in an address as it is."""
    return secrets.token_urlsafe(BYTES)


def token_hash(token: str) -> str:
    """SHA-256 in 64 hexadecimals."""
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
