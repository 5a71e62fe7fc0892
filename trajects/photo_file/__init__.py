"""The local photo as a workbook: out, in, and empty to begin with."""

from trajects.photo_file.reading import CellProblem, ReadFile, read_rows
from trajects.photo_file.writing import empty_workbook, photo_workbook

__all__ = ["CellProblem", "ReadFile", "empty_workbook", "photo_workbook", "read_rows"]
