"""Votes in shorthand, a round of the mock-up, and strategies that make any votes."""

from __future__ import annotations

from hypothesis import strategies as st

from trajects.consensus import Counts, Ranking, rank

MANY = 25


def votes(shorthand: str) -> Counts:
    """ "0,1,9" or, with one who has no opinion, "0,1,9,1"."""
    return Counts(*(int(part) for part in shorthand.split(",")))


def ranked(round_: dict[str, str], minimum: int = 5) -> Ranking:
    """A round in which everybody who voted is counted in the first theme."""
    themes = {key: votes(shorthand) for key, shorthand in round_.items()}
    ballots = max((counts.ballots for counts in themes.values()), default=0)
    return rank(themes, ballots, minimum)


# design/mock/4-stemmen-projector: votes of 1, 2, 3 points and without an opinion.
PROJECTOR = {
    "werking": "0,2,10",
    "aankopen": "0,4,8",
    "toegankelijk": "1,5,6",
    "mobiliteit": "1,6,5",
    "energie": "5,1,6",
    "gezondheid": "4,4,4",
    "informatie": "1,9,1,1",
    "participatie": "3,8,1",
    "water": "8,4,0",
}

number = st.integers(0, MANY)
counts = st.builds(Counts, number, number, number, number)
voted = counts.filter(lambda c: c.n > 0)


@st.composite
def rounds(draw: st.DrawFn, *, most_themes: int = 6, most_ballots: int = 9) -> Ranking:
    """Everybody votes once on each theme, so all themes have as many ballots."""
    ballots = draw(st.integers(0, most_ballots))
    themes = {}
    for key in "abcdef"[: draw(st.integers(0, most_themes))]:
        cuts = sorted(draw(st.tuples(*[st.integers(0, ballots)] * 2)))
        one, two, three = cuts[0], cuts[1] - cuts[0], ballots - cuts[1]
        none = draw(st.integers(0, three))
        themes[key] = Counts(one, two, three - none, none)
    return rank(themes, ballots, draw(st.integers(3, 6)))
