"""From answers to numbers: per theme, over a whole scan, and between two scans.

Everything is an exact rational; rounding happens once, where a number is printed.
"""

from scans.scoring.comparison import NotComparable, ThemeComparison, compare
from scans.scoring.lifts import Lift, lift_of_theme, lifts_of_scan, missing_for, with_yes
from scans.scoring.scans import (
    STRONG_FROM,
    Candidate,
    Candidates,
    GlobalScore,
    ScoredTheme,
    candidate_themes,
    global_score,
    strong_themes,
    themes_per_step,
    weak_themes,
)
from scans.scoring.themes import (
    APPLICABLE,
    ENOUGH_ANSWERS_FROM,
    STEP_HOLDS_FROM,
    STEPS,
    WEIGHTS,
    AnswerValue,
    Outcome,
    Rung,
    ScoredStatement,
    ThemeResult,
    ThemeScore,
    organisation_outcome,
    score_theme,
)

__all__ = [
    "APPLICABLE",
    "ENOUGH_ANSWERS_FROM",
    "STEPS",
    "STEP_HOLDS_FROM",
    "STRONG_FROM",
    "WEIGHTS",
    "AnswerValue",
    "Candidate",
    "Candidates",
    "GlobalScore",
    "Lift",
    "NotComparable",
    "Outcome",
    "Rung",
    "ScoredStatement",
    "ScoredTheme",
    "ThemeComparison",
    "ThemeResult",
    "ThemeScore",
    "candidate_themes",
    "compare",
    "global_score",
    "lift_of_theme",
    "lifts_of_scan",
    "missing_for",
    "organisation_outcome",
    "score_theme",
    "strong_themes",
    "themes_per_step",
    "weak_themes",
    "with_yes",
]
