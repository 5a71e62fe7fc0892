"""Reads over several models, as plain values."""

from scans.queries.progress import (
    AskedStatement,
    Resume,
    ScanProgress,
    ScanTally,
    StepProgress,
    ThemeProgress,
    asked_statements,
    scan_progress,
    scan_tallies,
    statement_counts,
    stored_answer,
    theme_of_scan,
    theme_statements,
    where_was_i,
)
from scans.queries.questionnaires import Fault, faults, questionnaire_content
from scans.queries.scanned import ScannedStatement, scanned_statements

__all__ = [
    "AskedStatement",
    "Fault",
    "Resume",
    "ScanProgress",
    "ScanTally",
    "ScannedStatement",
    "StepProgress",
    "ThemeProgress",
    "asked_statements",
    "faults",
    "questionnaire_content",
    "scan_progress",
    "scan_tallies",
    "scanned_statements",
    "statement_counts",
    "stored_answer",
    "theme_of_scan",
    "theme_statements",
    "where_was_i",
]
