"""The figures of a scan as a workbook or as CSV."""

from scans.export.columns import SCAN, STATEMENT, THEME, THEME_NAME, WRITTEN, Column
from scans.export.files import ScanExport, scan_export

__all__ = [
    "SCAN",
    "STATEMENT",
    "THEME",
    "THEME_NAME",
    "WRITTEN",
    "Column",
    "ScanExport",
    "scan_export",
]
