"""The words for what the rules of the road compute."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trajects.steps import Doer, Key, Need

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
KEYS_BY_SLUG: Mapping[str, Key] = {slug: key for key, slug in STEP_SLUGS.items()}

DOER_NAMES: Mapping[Doer, Promise] = {
    Doer.COORDINATOR: _("the MVO coordinator"),
    Doer.MODERATOR: _("the moderator"),
    Doer.LEAD_GROUP: _("the lead group"),
    Doer.COLLEAGUES: _("colleagues from all departments"),
    Doer.POLICY_MAKERS: _("the policy makers"),
}

NEED_WORDS: Mapping[Need, Promise] = {
    Need.EARLIER_STEPS: _("The steps before it are done"),
    Need.MODERATOR: _("Somebody moderates"),
    Need.LEAD_GROUP: _("The lead group has 6 to 25 members"),
    Need.MEETING: _("A first meeting is planned"),
    Need.AGREEMENTS: _("Who collects what by when is agreed"),
    Need.SCAN_LINKED: _("A scan is chosen"),
    Need.SCAN_FINISHED: _("The scan is finished"),
    Need.SCAN_UNMOVED: _("The scan was not opened again since"),
    Need.INITIATIVES: _("There is something on the photo"),
    Need.ALL_DECIDED: _("Everything that came in is looked at"),
    Need.CANDIDATES: _("There are candidate themes"),
    Need.ROUND_COUNTED: _("The group voted on them"),
    Need.THEMES_CHOSEN: _("The choice is written down, with the reasons"),
    Need.GREEN_LIGHT: _("The policy makers gave green light, or you knowingly went on without"),
    Need.DREAMS: _("There are dream images"),
    Need.THEMES_DREAMT: _("Every chosen theme has at least one"),
    Need.BOX_EMPTY: _("Everything that came without a name is shown"),
    Need.AMBITIONS: _("For every chosen theme you know which step you want to reach"),
    Need.GOALS: _("There is at least one goal"),
    Need.THEMES_WITH_GOAL: _("Every chosen theme has a goal"),
    Need.GOALS_SMART: _("Every goal meets the five SMART checks"),
    Need.GOALS_ADOPTED: _("The group adopted every goal"),
    Need.ACTIONS: _("There is at least one action"),
    Need.GOALS_WITH_ACTION: _("Every goal has an action"),
    Need.ACTIONS_READY: _("Every action that goes on has an owner, a deadline and a reason"),
    Need.NO_DRAFTS: _("Everything from the catalogue is made your own"),
    Need.PLAN_DECIDED: _("The plan is approved"),
}

# On phones and in charts, for what begins as an SDG.
SDG_SHORT_NAMES: Mapping[int, Promise] = {
    1: _("Poverty"),
    2: _("Hunger"),
    3: _("Health"),
    4: _("Education"),
    5: _("Gender"),
    6: _("Clean water"),
    7: _("Energy"),
    8: _("Work and growth"),
    9: _("Innovation"),
    10: _("Inequality"),
    11: _("Communities"),
    12: _("Consumption"),
    13: _("Climate"),
    14: _("Life in water"),
    15: _("Life on land"),
    16: _("Peace and justice"),
    17: _("Partnerships"),
}
