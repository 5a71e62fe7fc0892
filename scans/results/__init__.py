"""The result of a scan: one frozen read-model that feeds whatever shows it."""

from scans.results.lines import (
    CandidateLine,
    DepartmentQuestions,
    LiftLine,
    Noted,
    StepColumn,
    SubjectLine,
    ThemeLine,
)
from scans.results.reading import ScoredScan, scan_result, scored_scan, theme_results
from scans.results.whole import ScanResult

__all__ = [
    "CandidateLine",
    "DepartmentQuestions",
    "LiftLine",
    "Noted",
    "ScanResult",
    "ScoredScan",
    "StepColumn",
    "SubjectLine",
    "ThemeLine",
    "scan_result",
    "scored_scan",
    "theme_results",
]
