"""How long browsers may keep what members see."""

A_YEAR = 365 * 24 * 60 * 60
# For an address that changes with its content; the next person at this screen gets nothing of it.
IMMUTABLE = f"private, max-age={A_YEAR}, immutable"
