"""What an action refuses; the view turns it into a sentence."""

from enum import StrEnum


class AccountsError(Exception):
    """Base of all refusals about people and organisations."""


class LastCoordinator(AccountsError):
    """An organisation always keeps one coordinator who can sign in."""


class MembershipGone(AccountsError):
    """Somebody removed this member between looking them up and locking the organisation."""


class NoLongerCoordinator(AccountsError):
    """Who asks lost the role between opening the page and this change."""


class DepartmentGone(AccountsError):
    """A colleague deleted this department while somebody chose it."""


class NameTaken(AccountsError):
    """Two rows of one list would carry the same name."""


class PictureRefusal(StrEnum):
    """Why a picture is not taken."""

    SVG = "svg"
    OTHER_KIND = "other kind"
    TOO_HEAVY = "too heavy"
    TOO_LARGE = "too large"
    BROKEN = "broken"


class PictureRefused(AccountsError):
    """`reason` says which of the checks failed."""

    def __init__(self, reason: PictureRefusal) -> None:
        super().__init__(reason)
        self.reason = reason


class MailNotSent(AccountsError):
    """The mail server refused, or did not answer."""


class InvitationUnusable(AccountsError):
    """Unknown, used, expired, withdrawn, or for somebody else; nobody is told which."""


class InvitationAnswered(AccountsError):
    """It was accepted or withdrawn in the meantime."""


class AlreadyThere(AccountsError):
    """Some addresses belong to members, or have an invitation that still works."""

    def __init__(self, taken: dict[str, str]) -> None:
        super().__init__(", ".join(taken))
        self.taken = taken
