"""The administration pages of scans. Scans and answers are not among them: whoever administers an
installation sees no answers without being a member."""

from scans.admin.examples import ExampleAdmin
from scans.admin.questionnaires import QuestionnaireAdmin
from scans.admin.reference import ReferenceAdmin, StatementAdmin, ThemeAdmin
from scans.admin.themes import QuestionnaireThemeAdmin

__all__ = [
    "ExampleAdmin",
    "QuestionnaireAdmin",
    "QuestionnaireThemeAdmin",
    "ReferenceAdmin",
    "StatementAdmin",
    "ThemeAdmin",
]
