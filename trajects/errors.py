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
