"""Where the shapes of the charts stand, in the user units of their SVG.

Numbers only: templates/reporting draws them and gives them colour.
"""

from reporting.geometry.radar import Label, Point, Radar, Spoke, radar
from reporting.geometry.road import Road, RoadStop, road
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
from reporting.geometry.treads import Plate, ThemeStairs, Tread, theme_stairs
from reporting.geometry.votes import VoteBar, vote_bars

__all__ = [
    "BAR_WIDTH",
    "Block",
    "Label",
    "Meter",
    "Plate",
    "Point",
    "Radar",
    "Ring",
    "Road",
    "RoadStop",
    "ScoreBar",
    "Spoke",
    "ThemeStairs",
    "Tread",
    "VoteBar",
    "meter",
    "radar",
    "ring",
    "road",
    "score_bar",
    "stairs",
    "step_icon",
    "theme_stairs",
    "vote_bars",
]
