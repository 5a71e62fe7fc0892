"""What an action refuses; the view turns it into a sentence."""


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
