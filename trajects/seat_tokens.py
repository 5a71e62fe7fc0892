"""The secret by which a browser keeps its seat. Only its hash is stored, and that is another one in
every session: who reads the database can take nobody's seat, and cannot tell that two seats are of
one browser."""

from __future__ import annotations

from hashlib import sha256

DOMAIN = b"mvoscan seat 1"


def seat_hash(token: str, *, session_pk: int) -> str:
    """SHA-256 over domain, session and token, in 64 hexadecimals."""
    digest = sha256(DOMAIN)
    digest.update(session_pk.to_bytes(8, "big"))
    digest.update(token.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
