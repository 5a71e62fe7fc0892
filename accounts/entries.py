"""What a page sends for one row of a list; `pk` is None for a new row. Frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class DepartmentEntry:
    name: str
    kind_id: int | None = None
    pk: int | None = None


@dataclass(frozen=True)
class PredecessorEntry:
    name: str
    kbo_number: str = ""
    nis_code: str = ""
    merged_on: date | None = None
    pk: int | None = None
