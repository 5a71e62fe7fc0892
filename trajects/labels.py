"""The words for what the rules of the road compute."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trajects.steps import Key

STEP_NAMES: Mapping[Key, Promise] = {
    Key.START: _("Getting started"),
    Key.SCAN: _("The scan"),
    Key.PHOTO: _("The local photo"),
    Key.THEMES: _("Choosing themes"),
    Key.DREAMS: _("Dream images"),
    Key.GOALS: _("Goals"),
    Key.PLAN: _("The action plan"),
    Key.FOLLOW_UP: _("Follow-up"),
}
# As they stand in an address.
STEP_SLUGS: Mapping[Key, str] = {
    Key.START: "start",
    Key.SCAN: "scan",
    Key.PHOTO: "lokale-foto",
    Key.THEMES: "themas",
    Key.DREAMS: "droombeelden",
    Key.GOALS: "doelen",
    Key.PLAN: "actieplan",
    Key.FOLLOW_UP: "opvolging",
}
