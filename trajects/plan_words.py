"""The words for how far an action is, and for what it still lacks. They speak of the action, never
of who carries it."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trajects.action_checks import Gap
from trajects.action_states import ActionState

STATE_NAMES: Mapping[ActionState, Promise] = {
    ActionState.PLANNED: _("planned"),
    ActionState.RUNNING: _("under way"),
    ActionState.LATE: _("late"),
    ActionState.DONE: _("done"),
    ActionState.STOPPED: _("stopped"),
}
# Names in icons.svg.
STATE_ICONS: Mapping[ActionState, str] = {
    ActionState.PLANNED: "clock",
    ActionState.RUNNING: "arrow-right",
    ActionState.LATE: "warning",
    ActionState.DONE: "check",
    ActionState.STOPPED: "cross",
}
# Classes of the chip.
STATE_CHIPS: Mapping[ActionState, str] = {
    ActionState.PLANNED: "chip chip-plan",
    ActionState.RUNNING: "chip chip-run",
    ActionState.LATE: "chip chip-danger",
    ActionState.DONE: "chip chip-yes solid",
    ActionState.STOPPED: "chip",
}

# Short, beside the title of an action.
GAP_WORDS: Mapping[Gap, Promise] = {
    Gap.DRAFT: _("still an example"),
    Gap.VAGUE: _("not concrete yet"),
    Gap.NO_OWNER: _("no owner yet"),
    Gap.NO_DEADLINE: _("no deadline yet"),
    Gap.NO_REASON: _("no reason yet"),
    Gap.OUTSIDE: _("outside the years of the plan"),
}
# What to do about it, in a full sentence or two.
GAP_ADVICE: Mapping[Gap, Promise] = {
    Gap.DRAFT: _(
        "This action was copied from the examples. Read it, adapt it to your organisation and save "
        "it: then it is yours."
    ),
    Gap.VAGUE: _(
        "The title leaves open whether this happens. Write what you do, for whom and how much."
    ),
    Gap.NO_OWNER: _("This action has no owner yet. Choose at least one person who carries it."),
    Gap.NO_DEADLINE: _("Nobody knows yet when this is ready. Fill in a date; you can change it."),
    Gap.NO_REASON: _(
        "It does not say yet why you do this. One sentence helps who carries it, and who decides."
    ),
    Gap.OUTSIDE: _(
        "The deadline lies outside the years of the plan. Choose another date, or split the action."
    ),
}
