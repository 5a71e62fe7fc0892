"""What an action refuses; the view turns it into a sentence."""

from typing import Any


class TrajectError(Exception):
    """Base of all refusals about trajects."""


class NoLongerAllowed(TrajectError):
    """Who asks lost the right between opening the page and this change."""


class TrajectGone(TrajectError):
    """A colleague deleted the traject, or what this was about, meanwhile."""


class AlreadyTakingPart(TrajectError):
    """This person has this part in the traject already."""


class StepNotReady(TrajectError):
    """A step that this one needs is not done yet."""


class LinkUnusable(TrajectError):
    """Unknown, expired, withdrawn or of a traject that ended; nobody is told which."""


class InitiativeChanged(TrajectError):
    """Somebody else changed it since this page was opened; `stored` is what is kept now."""

    def __init__(self, stored: Any) -> None:
        super().__init__(stored)
        self.stored = stored


class InitiativeDecided(TrajectError):
    """It was accepted, left out or merged meanwhile: this cannot be done with it any more."""


class CannotMerge(TrajectError):
    """One of the two is not on the photo of this traject, or is merged already."""


class ChangedMeanwhile(TrajectError):
    """A colleague changed the same between opening the page and this change."""


class TooManyWaiting(TrajectError):
    """This guest added so much that somebody should look at it first."""


class NotesUnread(TrajectError):
    """There are notes of the moderator that who deletes cannot read."""


class NotEmpty(TrajectError):
    """Somebody's work is in it: it cannot be deleted."""


class PhotoEmpty(TrajectError):
    """Nothing is on the photo, so no document can be made of it."""


class LabelGone(TrajectError):
    """A department or a theme that the rows of a file name is gone since they were looked over."""


class CodeUnusable(TrajectError):
    """No session with this code, or one that is over for who asks; nobody is told which."""


class TooManyCodes(TrajectError):
    """So many wrong codes came from here that this could be guessing."""


class SessionOver(TrajectError):
    """The session ended, or its code expired."""


class SessionRunning(TrajectError):
    """Another session of this traject is still open."""


class StageMoved(TrajectError):
    """Somebody else moved the session on since this page was opened."""


class NameTaken(TrajectError):
    """Somebody in this session has this name already."""


class SeatVoted(TrajectError):
    """This seat has voted: it cannot go to another device, and not on paper."""


class RoundOpen(TrajectError):
    """A round is open: another one cannot begin, and what it is about cannot change."""


class RoundOver(TrajectError):
    """The round is closed, or void."""


class RoundVoid(RoundOver):
    """Something broke the round; it does not count. `reason` is a `voting.VoidReason`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NotOnRoll(TrajectError):
    """This seat came in after the round opened, or only looks on: it votes in the next one."""


class VotedElsewhere(TrajectError):
    """This seat voted on another device."""


class BallotOfAnother(TrajectError):
    """From this browser another seat voted already."""


class TooFewSeats(TrajectError):
    """With fewer seats than the minimum nobody's vote would be secret."""


class TooFewOnPaper(TrajectError):
    """So few paper votes could be told apart."""


class NothingToVoteOn(TrajectError):
    """There are no candidate themes, or the session is about something else."""


class ChoiceIncomplete(TrajectError):
    """A candidate theme came or went meanwhile, or a reason is missing."""


class NotCounted(TrajectError):
    """The round is open, or void: there is no result of it."""


class SameName(TrajectError):
    """Another candidate theme that the group chooses from is called the same."""


class CandidateMoved(TrajectError):
    """It was left out, grouped, split or brought back meanwhile: this cannot be done now."""


class CandidateChosen(TrajectError):
    """What the group chose rests on it: the choice goes first."""


class NotCollecting(TrajectError):
    """No dream images are collected now, and no session asks for them."""


class BoxFull(TrajectError):
    """So much waits without a name that somebody should open the box first."""


class TooFewNameless(TrajectError):
    """So few without a name could be told apart while others may still write."""


class DreamMoved(TrajectError):
    """It was merged, split, left out or brought back meanwhile: this cannot be done now."""


class DreamNameless(TrajectError):
    """Sent without a name: nobody changes it, as nobody can show that it is theirs."""


class DreamUsed(TrajectError):
    """A goal, or another dream image, grows from it."""


class DreamChanged(TrajectError):
    """Somebody changed it since this page was opened; `stored` is what is kept now."""

    def __init__(self, stored: Any) -> None:
        super().__init__(stored)
        self.stored = stored


class NoStarsLeft(TrajectError):
    """All stars of this person for this theme are given."""


class CannotCombine(TrajectError):
    """Too few, or not all of this traject and on their feet."""


class ThemeNotChosen(TrajectError):
    """The group did not choose this theme, or not any more."""


class ThemeInUse(TrajectError):
    """Dream images or goals stand under this theme."""


class GoalChanged(TrajectError):
    """Somebody changed it since this page was opened; `stored` is what is kept now."""

    def __init__(self, stored: Any) -> None:
        super().__init__(stored)
        self.stored = stored


class ReasonMissing(TrajectError):
    """What was adopted changes with a reason only."""


class GoalSetAside(TrajectError):
    """It was set aside, or brought back, meanwhile: this cannot be done now."""


class GoalAdopted(TrajectError):
    """The group adopted it: this is not done with it any more."""


class CollectionClosed(TrajectError):
    """The collection of dream images was closed already, or never opened."""


class DayPast(TrajectError):
    """The last day lies before today."""


class ActionChanged(TrajectError):
    """Somebody changed it since this page was opened; `stored` is what is kept now."""

    def __init__(self, stored: Any) -> None:
        super().__init__(stored)
        self.stored = stored


class ActionEnded(TrajectError):
    """It is done, stopped or going on again meanwhile: this cannot be done with it now."""


class MeasuredAlready(TrajectError):
    """This day has another value; `stored` is that measurement."""

    def __init__(self, stored: Any) -> None:
        super().__init__(stored)
        self.stored = stored


class ActionInUse(TrajectError):
    """Something was told about it, or another action waits for it: stop it instead."""


class CircleInPlan(TrajectError):
    """An action would wait for itself; `way` are the actions on the way round."""

    def __init__(self, way: tuple[Any, ...]) -> None:
        super().__init__(way)
        self.way = way


class DatesCrossed(TrajectError):
    """An action would end before its start; `action` is that one."""

    def __init__(self, action: Any) -> None:
        super().__init__(action)
        self.action = action


class GoalNotInPlan(TrajectError):
    """The goal is set aside, or of another traject."""


class NobodyOfThisTraject(TrajectError):
    """An owner who is no member of the organisation and takes no part, or who left."""


class PlanEmpty(TrajectError):
    """There is no action yet: nothing to make a document of."""
