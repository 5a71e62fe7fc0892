"""The scan in a dossier: the result with names of then; of who answered nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from scans.report import Findings, StepPart, ThemePart, findings_of
from trajects.dossier.choice import Choice
from trajects.dossier.process import day_of
from trajects.dossier.voice import Voice
from trajects.models import Traject


@dataclass(frozen=True)
class Mirror:
    """`findings` speaks the words that the templates of the report of a scan ask for. Remarks stand
    beside the answers only if they were asked for."""

    year: int
    finished_on: date
    findings: Findings


def mirror_of(traject: Traject, voice: Voice, choice: Choice) -> Mirror | None:
    """None without a finished scan. Five queries, and one for the remarks."""
    scan = traject.scan
    if scan is None or scan.finished_at is None:
        return None
    found = findings_of(scan, with_remarks=choice.with_remarks)
    said = replace(found, themes=tuple(_said(part, voice) for part in found.themes))
    return Mirror(scan.year, day_of(scan.finished_at), said)


def _said(part: ThemePart, voice: Voice) -> ThemePart:
    return replace(part, steps=tuple(_step(step, voice) for step in part.steps))


def _step(step: StepPart, voice: Voice) -> StepPart:
    answers = tuple(
        replace(
            one,
            written=replace(
                one.written,
                remark=voice.text(one.written.remark),
                reason=voice.text(one.written.reason),
            ),
        )
        for one in step.answers
    )
    return replace(step, answers=answers)
