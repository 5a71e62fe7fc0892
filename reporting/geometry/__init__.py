"""Where the shapes of the charts stand, in the user units of their SVG.

Numbers only: templates/reporting draws them and gives them colour.
"""

from reporting.geometry.radar import Label, Point, Radar, Spoke, radar
from reporting.geometry.shapes import (
    BAR_WIDTH,
    Block,
    Meter,
    Ring,
    ScoreBar,
    meter,
    ring,
    score_bar,
    stairs,
    step_icon,
)

__all__ = [
    "BAR_WIDTH",
    "Block",
    "Label",
    "Meter",
    "Point",
    "Radar",
    "Ring",
    "ScoreBar",
    "Spoke",
    "meter",
    "radar",
    "ring",
    "score_bar",
    "stairs",
    "step_icon",
]
