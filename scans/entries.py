"""What a person says of one statement, apart from where it is stored."""

from dataclasses import dataclass
from hashlib import sha256

from scans.scoring import AnswerValue


@dataclass(frozen=True)
class Entry:
    """`value` is an AnswerValue, or "" for still open."""

    value: str = ""
    interesting: bool = False
    remark: str = ""
    reason: str = ""

    @property
    def stated_reason(self) -> str:
        """Why the statement does not apply. What was typed before the answer became another one
        is kept for who changes it back; until then it says nothing."""
        return self.reason if self.value == AnswerValue.NOT_APPLICABLE else ""

    @property
    def fingerprint(self) -> str:
        """Twelve hex digits. A form carries it, so that a field nobody touched is no edit."""
        parts = (self.value, str(self.interesting), self.remark, self.reason)
        return sha256("\x1f".join(parts).encode()).hexdigest()[:12]


@dataclass(frozen=True)
class Change:
    """A save of one statement, based on `version` (0: nothing was stored yet).

    `overrules` is the version of somebody else that the person saw and chose to replace.
    """

    statement_pk: int
    version: int
    entry: Entry
    overrules: int | None = None

    def may_replace(self, stored_version: int) -> bool:
        return stored_version in (self.version, self.overrules)
