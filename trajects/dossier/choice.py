"""What somebody chose to see in a dossier; without a choice nobody is named in it."""

from __future__ import annotations

from dataclasses import dataclass

from trajects.models import Audience


@dataclass(frozen=True)
class Choice:
    """`audience` is a value of `Audience`. Names are those of people; remarks are what people wrote
    beside answers, goals and actions; notes are those of the moderator."""

    audience: str = Audience.COUNCIL.value
    with_names: bool = False
    with_remarks: bool = False
    with_notes: bool = False
