"""Where the shapes of the charts stand, in the user units of their SVG.

Numbers only: templates/reporting draws them and gives them colour.
"""

from reporting.geometry.indicator import Indicator, Reading, indicator
from reporting.geometry.radar import Label, Point, Radar, Spoke, radar
from reporting.geometry.road import Road, RoadStop, road
from reporting.geometry.shapes import (
    BAR_WIDTH,
    Block,
    Meter,
    Ring,
    ScoreBar,
    flag,
    meter,
    ring,
    score_bar,
    stairs,
    step_icon,
)
from reporting.geometry.smart import SmartBlock, SmartStairs, smart_stairs
from reporting.geometry.treads import Plate, ThemeStairs, Tread, theme_stairs
from reporting.geometry.votes import VoteBar, vote_bars

__all__ = [
    "BAR_WIDTH",
    "Block",
    "Indicator",
    "Label",
    "Meter",
    "Plate",
    "Point",
    "Radar",
    "Reading",
    "Ring",
    "Road",
    "RoadStop",
    "ScoreBar",
    "SmartBlock",
    "SmartStairs",
    "Spoke",
    "ThemeStairs",
    "Tread",
    "VoteBar",
    "flag",
    "indicator",
    "meter",
    "radar",
    "ring",
    "road",
    "score_bar",
    "smart_stairs",
    "stairs",
    "step_icon",
    "theme_stairs",
    "vote_bars",
]
