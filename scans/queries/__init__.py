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
from scans.queries.remarks import Written, written_beside_answers
from scans.queries.reports import Documents, documents_seen, reports_of_scan
from scans.queries.scanned import ScannedStatement, scanned_statements, scored_statements
from scans.queries.subjects import TouchedSubject, touched_subjects

__all__ = [
    "AskedStatement",
    "Documents",
    "Fault",
    "Resume",
    "ScanProgress",
    "ScanTally",
    "ScannedStatement",
    "StepProgress",
    "ThemeProgress",
    "TouchedSubject",
    "Written",
    "asked_statements",
    "documents_seen",
    "faults",
    "questionnaire_content",
    "reports_of_scan",
    "scan_progress",
    "scan_tallies",
    "scanned_statements",
    "scored_statements",
    "statement_counts",
    "stored_answer",
    "theme_of_scan",
    "theme_statements",
    "touched_subjects",
    "where_was_i",
    "written_beside_answers",
]
