from scans.models.answer import Answer, Respondent
from scans.models.document import Document
from scans.models.example import Effort, ExampleAction, ExampleHelp
from scans.models.imprint import Imprint
from scans.models.questionnaire import (
    ProfileFact,
    Questionnaire,
    QuestionnairePublished,
    QuestionnaireTheme,
    Statement,
    Subtheme,
    Variant,
)
from scans.models.report import Report
from scans.models.scan import Depth, Reopening, Scan
from scans.models.taxonomy import IsoSubject, Sdg, Theme

__all__ = [
    "Answer",
    "Depth",
    "Document",
    "Effort",
    "ExampleAction",
    "ExampleHelp",
    "Imprint",
    "IsoSubject",
    "ProfileFact",
    "Questionnaire",
    "QuestionnairePublished",
    "QuestionnaireTheme",
    "Reopening",
    "Report",
    "Respondent",
    "Scan",
    "Sdg",
    "Statement",
    "Subtheme",
    "Theme",
    "Variant",
]
