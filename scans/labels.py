"""The words for steps and outcomes, as the user reads them."""

from django.utils.translation import gettext_lazy as _

from scans.scoring import Outcome

STEP_NAMES = {
    1: _("Consideration"),
    2: _("Pilots"),
    3: _("Broadening"),
    4: _("Anchoring"),
    5: _("Leadership"),
}

STEP_DESCRIPTIONS = {
    1: _("We know what is possible and weigh it up."),
    2: _("We do it once, for real."),
    3: _("We do it widely, in several departments."),
    4: _("We always do it: it is fixed in rules and agreements."),
    5: _("It is normal for us, and others learn from it."),
}

OUTCOME_NAMES = {
    Outcome.YES: _("yes"),
    Outcome.NO: _("no"),
    Outcome.NOT_APPLICABLE: _("not applicable"),
    Outcome.UNKNOWN: _("don’t know"),
    Outcome.DISPUTED: _("difference"),
    Outcome.OPEN: _("open"),
}
