"""Which constraint of the database refused a row."""

import re

TABLE = re.compile(r"\b[a-z]+_[a-z]+\.")


def names_constraint(message: str, constraint: str, columns: str) -> bool:
    """PostgreSQL names the constraint; SQLite does so too, or it names the columns."""
    plain = TABLE.sub("", message)
    return constraint in plain or (bool(columns) and plain.endswith(f"failed: {columns}"))
