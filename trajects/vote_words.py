"""The words for what a vote shows, and what a moderator can ask the group about it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from trajects.consensus import Firmness, Pattern, Place, Proposal, Word

WORDS: Mapping[Word, Promise] = {
    Word.TOO_FEW: _("too few votes"),
    Word.POLARISED: _("polarised"),
    Word.UNANIMOUS: _("unanimous"),
    Word.AGREED: _("of one mind"),
    Word.MOSTLY_AGREED: _("mostly of one mind"),
    Word.DIVIDED: _("divided"),
}
# Instead of a rank.
TOO_FEW_OPINIONS = _("too few opinions")

# Short words that mean something else in other places.
PLACE_NAMES: Mapping[Place, Promise] = {
    Place.IN: pgettext_lazy("place in a vote", "in"),
    Place.OUT: pgettext_lazy("place in a vote", "out"),
    Place.TIED: pgettext_lazy("place in a vote", "tied"),
}
FIRMNESS_NAMES: Mapping[Firmness, Promise] = {
    Firmness.FIRM: pgettext_lazy("place in a vote", "firm"),
    Firmness.DISPUTED: pgettext_lazy("place in a vote", "disputed"),
}


@dataclass(frozen=True)
class PatternWords:
    """`seen` says what stands out; `question` is for the group, and asks nobody for a vote."""

    seen: Promise
    question: Promise


PATTERN_WORDS: Mapping[Pattern, PatternWords] = {
    Pattern.FEW_OPINIONS: PatternWords(
        _("Few people gave an opinion here."),
        _("What would you need to know to be able to choose? Can somebody tell about it briefly?"),
    ),
    Pattern.SPLIT: PatternWords(
        _("The points lie at both ends, with little in between."),
        _(
            "What speaks for this theme, and what speaks against it? Everybody may say something "
            "for both sides."
        ),
    ),
    Pattern.ONE_LOW: PatternWords(
        _("One vote is much lower than most of the others."),
        _(
            "What could be a reason to give this theme fewer points? Nobody has to say what they "
            "chose."
        ),
    ),
    Pattern.ONE_HIGH: PatternWords(
        _("One vote is much higher than most of the others."),
        _(
            "What could somebody see here that others do not see yet? Nobody has to say what they "
            "chose."
        ),
    ),
    Pattern.AGREED_HIGH: PatternWords(
        _("The group is of one mind: this matters a lot."),
        _(
            "What makes this theme so important, here and now? You will need that reason when you "
            "choose."
        ),
    ),
    Pattern.LUKEWARM: PatternWords(
        _("The votes lie in the middle."),
        _("What would have to happen to give this theme 3 points? Or is it something for later?"),
    ),
    Pattern.AGREED_LOW: PatternWords(
        _("The group is of one mind: this can wait."),
        _("What should we keep in mind about this theme, even if we do not choose it now?"),
    ),
    Pattern.DIVIDED: PatternWords(
        _("The points are spread out."),
        _("What weighs most for you in this theme? Tell your reasons, not your points."),
    ),
    Pattern.AT_THE_BORDER: PatternWords(
        _("One vote can make the difference for the place of this theme."),
        _(
            "What do we miss if this theme is not among the chosen ones? And what has to make "
            "room if it is?"
        ),
    ),
}

PROPOSAL_SENTENCES: Mapping[Proposal, Promise] = {
    Proposal.SETTLED: _(
        "The first places are firm, and the group is of one mind about them. You can stop voting "
        "and choose together."
    ),
    Proposal.STANDS_STILL: _(
        "The votes hardly changed since the round before. One more round will probably bring "
        "nothing new. You can choose together."
    ),
    Proposal.ENOUGH_ROUNDS: _(
        "After this many rounds, talking helps more than voting again. Talk about what still "
        "differs, and then choose together."
    ),
    Proposal.GO_ON: _(
        "The group is still looking for its choice. Talk about what stands out, and then vote "
        "once more."
    ),
}
