"""A secret vote: opening, casting, paper votes, closing. `docs/voting.md` tells why like this.

Nothing of a ballot is logged, and reports of errors leave all variables out.
"""

from trajects.actions.rounds.casting import cast, cast_on_paper
from trajects.actions.rounds.closing import close_round, void_round
from trajects.actions.rounds.opening import open_round

__all__ = ["cast", "cast_on_paper", "close_round", "open_round", "void_round"]
