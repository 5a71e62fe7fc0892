"""Example actions as YAML files, a file per theme: read, checked and turned into frozen values.

Reads as `questionnaire_files` does, with the same words for the same faults. The rules look at a
value, wherever it came from: who edits an example in the administration keeps them as well.
"""

from scans.example_files.content import (
    DAYS_OF_EFFORT,
    Example,
    Indicator,
    Range,
    example_texts,
    sentences,
)
from scans.example_files.folder import read_examples
from scans.example_files.rules import RULES, Breach, Known, breaches, shared_sentences

__all__ = [
    "DAYS_OF_EFFORT",
    "RULES",
    "Breach",
    "Example",
    "Indicator",
    "Known",
    "Range",
    "breaches",
    "example_texts",
    "read_examples",
    "sentences",
    "shared_sentences",
]
