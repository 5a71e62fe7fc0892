"""What the desk says: what the room sees now, and the one thing to do next."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trajects.models import VotingRound
from trajects.stages import Stage, Subject
from trajects.voting import VoidReason

SUBJECT_NAMES: Mapping[Subject, Promise] = {
    Subject.THEMES: _("Choosing themes"),
    Subject.DREAMS: _("Writing dream images"),
    Subject.START: _("Measurement at the start"),
    Subject.END: _("Measurement at the end"),
}
SUBJECT_EXPLAINED: Mapping[Subject, Promise] = {
    Subject.THEMES: _("The group looks at scan and photo, talks, votes in secret and chooses."),
    Subject.DREAMS: _(
        "Everybody writes what they would like to see for the themes that were chosen, looks at it "
        "together and gives stars."
    ),
    Subject.START: _("Three short questions on what people know and think of MVO now."),
    Subject.END: _("The same three questions as at the start, to see what changed."),
}
STAGE_NAMES: Mapping[Stage, Promise] = {
    Stage.WELCOME: _("Welcome"),
    Stage.SYNTHESIS: _("Scan and photo"),
    Stage.DIALOGUE: _("Conversation"),
    Stage.VOTING: _("Voting"),
    Stage.RESULT: _("Result"),
    Stage.CHOICE: _("Choice"),
    Stage.DREAMING: _("Writing"),
    Stage.GALLERY: _("Gallery"),
}
# What the room sees, and what the moderator does meanwhile.
STAGE_NOW: Mapping[Stage, Promise] = {
    Stage.WELCOME: _(
        "The screen shows the code to take part. Let in below who is waiting. Go on as soon as "
        "the group is complete."
    ),
    Stage.SYNTHESIS: _(
        "The screen shows what the scan and the local photo say about each theme. Let people look "
        "first, and ask what strikes them."
    ),
    Stage.DIALOGUE: _(
        "The screen shows questions for the group. Choose below which theme you talk about. What "
        "you write down here, only moderators read."
    ),
    Stage.VOTING: _("The screen shows how to vote, and how many people have voted."),
    Stage.RESULT: _(
        "The screen shows what the group chose. Ask questions first, and only then decide whether "
        "another round is needed."
    ),
    Stage.CHOICE: _(
        "The group decides, not the figures. Write down together which themes it chooses, and why."
    ),
    Stage.DREAMING: _(
        "The screen shows the question, and how many dream images there are. Choose below which "
        "theme you write about. What people write is not on the screen yet."
    ),
    Stage.GALLERY: _(
        "The screen shows the dream images. Let people read, ask questions, and give their stars."
    ),
}
# The button that leads to a stage, or to the next screen of one.
TO_STAGE: Mapping[Stage, Promise] = {
    Stage.WELCOME: _("Show the code to take part"),
    Stage.SYNTHESIS: _("Show scan and photo"),
    Stage.DIALOGUE: _("Begin the conversation"),
    Stage.VOTING: _("Go to the vote"),
    Stage.RESULT: _("Show the result"),
    Stage.CHOICE: _("Go to the choice"),
    Stage.DREAMING: _("Begin to write"),
    Stage.GALLERY: _("Show the dream images"),
}
NEXT_SCREEN = _("Show the next screen")

VOID_WORDS: Mapping[VoidReason, Promise] = {
    VoidReason.TOO_FEW: _("Fewer people voted than were needed to keep every vote secret."),
    VoidReason.URN_LOST: _("The server had a fault and the votes are gone."),
    VoidReason.ROLL_LOST: _("The server had a fault and the list of voters is gone."),
    VoidReason.OUT_OF_STEP: _("The votes and the list of voters no longer agree."),
    VoidReason.TOO_LONG: _("The round was open for more than a day."),
    VoidReason.SESSION_ENDED: _("The session ended before the round was closed."),
}


def void_words(voting_round: VotingRound) -> Promise | str:
    """Why a round that ended does not count; nothing for one that does."""
    reason = voting_round.void_reason
    return VOID_WORDS[VoidReason(reason)] if reason else ""
