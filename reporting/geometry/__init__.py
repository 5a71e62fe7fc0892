"""Where the shapes of the charts stand, in the user units of their SVG.

Numbers only: templates/reporting draws them and gives them colour.
"""

from reporting.geometry.indicator import Indicator, Reading, indicator
from reporting.geometry.measurements import Mark, Measurements, measurements
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
from reporting.geometry.timeline import (
    BarKind,
    Period,
    Span,
    Tick,
    TimelineAxis,
    TimelineBar,
    timeline_axis,
    timeline_bar,
)
from reporting.geometry.treads import Plate, ThemeStairs, Tread, theme_stairs
from reporting.geometry.votes import VoteBar, vote_bars

__all__ = [
    "BAR_WIDTH",
    "BarKind",
    "Block",
    "Indicator",
    "Label",
    "Mark",
    "Measurements",
    "Meter",
    "Period",
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
    "Span",
    "Spoke",
    "ThemeStairs",
    "Tick",
    "TimelineAxis",
    "TimelineBar",
    "Tread",
    "VoteBar",
    "flag",
    "indicator",
    "measurements",
    "meter",
    "radar",
    "ring",
    "road",
    "score_bar",
    "smart_stairs",
    "stairs",
    "step_icon",
    "theme_stairs",
    "timeline_axis",
    "timeline_bar",
    "vote_bars",
]
