"""Questionnaires and the taxonomy as YAML files: read, checked and turned into frozen values.

Pure but for one package, PyYAML: people edit these files by hand, so every message needs the line
that it is about, and the standard library reads no format with comments, folds and line marks.
"""

from scans.questionnaire_files.content import (
    Condition,
    Fact,
    Option,
    QuestionnaireFile,
    Statement,
    Subtheme,
    ThemeFile,
    Track,
    Word,
    content_hash,
)
from scans.questionnaire_files.folder import HEAD_FILE, read_questionnaire
from scans.questionnaire_files.problems import InvalidFiles, Problem
from scans.questionnaire_files.rules import RULES
from scans.questionnaire_files.taxonomy import Taxonomy, read_taxonomy

__all__ = [
    "HEAD_FILE",
    "RULES",
    "Condition",
    "Fact",
    "InvalidFiles",
    "Option",
    "Problem",
    "QuestionnaireFile",
    "Statement",
    "Subtheme",
    "Taxonomy",
    "ThemeFile",
    "Track",
    "Word",
    "content_hash",
    "read_questionnaire",
    "read_taxonomy",
]
