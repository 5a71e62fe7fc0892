"""What the actions refuse. Views turn each into a sentence."""


class ScanError(Exception):
    """Base of all refusals about a scan."""


class ScanFinished(ScanError):
    """Answers of a finished scan do not change; its coordinator can reopen it."""


class ScanGone(ScanError):
    """A colleague deleted the scan between looking it up and locking it."""


class ScanNotFinished(ScanError):
    """Only a finished scan can be reopened."""


class ScanAlreadyRunning(ScanError):
    """There is a running scan of this depth for this year already."""


class NothingToAsk(ScanError):
    """No questionnaire is published for this variant."""


class ReportUnderWay(ScanError):
    """One document at a time for each person: the one before is still being made."""


class TooManyReports(ScanError):
    """As many documents are being made as this installation allows."""
