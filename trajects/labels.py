"""The words for what the rules of the road compute."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trajects.next_tasks import Task
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


@dataclass(frozen=True)
class TaskWords:
    """`todo` says what to do, `why` in a sentence or two what for; `button` leads there."""

    todo: Promise
    why: Promise
    button: Promise


TASK_WORDS: Mapping[Task, TaskWords] = {
    Task.INVITE_LEAD_GROUP: TaskWords(
        _("Bring the lead group together"),
        _(
            "Six to twenty-five colleagues, from as many departments as you can. They collect, "
            "talk and choose; you need not do this alone."
        ),
        _("Choose the people"),
    ),
    Task.FIND_MODERATOR: TaskWords(
        _("Ask somebody to moderate"),
        _(
            "A moderator sees to it that every voice counts as much. Often it is somebody from "
            "outside, who then sees this traject and nothing else."
        ),
        _("Add a moderator"),
    ),
    Task.PLAN_MEETING: TaskWords(
        _("Plan the first meeting"),
        _("Half a day is enough. An agenda with times is ready for you; you only change it."),
        _("Plan a meeting"),
    ),
    Task.AGREE: TaskWords(
        _("Agree who collects what by when"),
        _("Put a name and a date to each piece of local data. Then the rest of the road is light."),
        _("Make agreements"),
    ),
    Task.FINISH_START: TaskWords(
        _("Close the start"),
        _("The group knows each other, the agreements stand. Then you begin with the photo."),
        _("Look over the start"),
    ),
    Task.LINK_SCAN: TaskWords(
        _("Choose the scan of this traject"),
        _("A finished scan, one that is running, or a new one. The whole road rests on it."),
        _("Choose a scan"),
    ),
    Task.FILL_IN_SCAN: TaskWords(
        _("Go on with the scan"),
        _("Answer what you know. What you do not know, a colleague of another department does."),
        _("Fill in the scan"),
    ),
    Task.LOOK_AGAIN: TaskWords(
        _("Look at the scan again"),
        _("It was opened again after you chose it. Look whether the result is still the same."),
        _("Look again"),
    ),
    Task.FINISH_SCAN: TaskWords(
        _("Close the step of the scan"),
        _("The scan is finished. Look at the result together, and go on."),
        _("See the result in short"),
    ),
    Task.DECIDE: TaskWords(
        _("Look at what came in for the photo"),
        _("Colleagues sent in what they do. What you accept stands on the photo at once."),
        _("Look at what waits"),
    ),
    Task.DO_AGREEMENT: TaskWords(
        _("Do what you agreed to"),
        _("Something is still open in your name. Tick it off once it is done."),
        _("See my agreements"),
    ),
    Task.START_PHOTO: TaskWords(
        _("Begin the local photo"),
        _(
            "Every organisation does more than it thinks. Begin with what the scan already "
            "showed; that fills the first entries."
        ),
        _("Begin the photo"),
    ),
    Task.GROW_PHOTO: TaskWords(
        _("Help the local photo grow"),
        _("Which departments and themes are still missing? Ask who can tell about them."),
        _("To the local photo"),
    ),
    Task.ADD_TO_PHOTO: TaskWords(
        _("Add what your department does"),
        _("Small things count as well. One line is enough; you can add to it later."),
        _("To the local photo"),
    ),
    Task.FINISH_PHOTO: TaskWords(
        _("Look whether the photo is complete"),
        _("Does every department stand on it, and every theme? Then this step is done."),
        _("Look at the photo"),
    ),
    Task.JOIN_SESSION: TaskWords(
        _("Join the session"),
        _("Your group is together now. On your phone you follow along and vote, in secret."),
        _("Join now"),
    ),
    Task.LEAD_SESSION: TaskWords(
        _("Go on with the session"),
        _("A session is open. On your own screen you admit people and choose what the room sees."),
        _("To the session"),
    ),
    Task.PREPARE_CANDIDATES: TaskWords(
        _("Prepare the candidate themes"),
        _(
            "Begin with the fifteen themes of the scan or with the SDGs. The group may rename, "
            "split, group or leave out."
        ),
        _("To the candidate themes"),
    ),
    Task.PLAN_SESSION: TaskWords(
        _("Plan the session in which the group chooses"),
        _("Invite the whole lead group: everybody has as many points, and votes in secret."),
        _("Plan a meeting"),
    ),
    Task.OPEN_SESSION: TaskWords(
        _("Open the session as soon as the group is together"),
        _("You can practise beforehand with invented voters. It leaves no trace."),
        _("To the sessions"),
    ),
    Task.WRITE_CHOICE: TaskWords(
        _("Write down what the group chose"),
        _("The group decides, not the figures. Note per theme why; the others are parked."),
        _("Write down the choice"),
    ),
    Task.ASK_GREEN_LIGHT: TaskWords(
        _("Ask the policy makers for green light"),
        _("A note of two pages is ready for them. Write their decision down afterwards."),
        _("To the green light"),
    ),
    Task.CHOOSE_AGAIN: TaskWords(
        _("Look at the choice again"),
        _("The policy makers gave no green light. Read why, and talk it over with the group."),
        _("To the choice"),
    ),
    Task.FINISH_THEMES: TaskWords(
        _("Close the choice of themes"),
        _("The themes stand, with their reasons. Then the group begins to dream about them."),
        _("Look over the themes"),
    ),
    Task.READ_PHOTO: TaskWords(
        _("See what the organisation already does"),
        _("The local photo shows it per theme and per department. You need to do nothing now."),
        _("Look at the photo"),
    ),
    Task.WAIT: TaskWords(
        _("Nothing to do right now"),
        _("As soon as it is your turn, you read it here. Until then you can read how it goes on."),
        _("Read about this step"),
    ),
}
