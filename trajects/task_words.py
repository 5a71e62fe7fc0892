"""The words for the one next thing to do."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trajects.next_tasks import Task


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
    Task.PLAN_DREAMS: TaskWords(
        _("Plan the session in which the group dreams"),
        _("First in silence, then together: what would we see if everything were possible?"),
        _("Plan a meeting"),
    ),
    Task.OPEN_DREAMS: TaskWords(
        _("Open the session as soon as the group is together"),
        _("Everybody writes on their phone, with a name or without. The room sees only how many."),
        _("To the sessions"),
    ),
    Task.OPEN_COLLECTION: TaskWords(
        _("Let the lead group write dream images"),
        _("Choose until when, and what you ask. Who was not there can write as well."),
        _("Open the collection"),
    ),
    Task.WRITE_DREAM: TaskWords(
        _("Write down what you dream of"),
        _("What would you like to see for the chosen themes? It need not be feasible yet."),
        _("Write a dream image"),
    ),
    Task.OPEN_BOX: TaskWords(
        _("Open the box"),
        _("Dream images came in without a name. Together with others nobody knows whose they are."),
        _("To the box"),
    ),
    Task.ARRANGE_DREAMS: TaskWords(
        _("Arrange the dream images"),
        _("Put together what belongs together. What people wrote themselves is never lost."),
        _("To the dream images"),
    ),
    Task.FINISH_DREAMS: TaskWords(
        _("Close the dream images"),
        _("They are shared and arranged. Then the group makes goals of them."),
        _("Look over the dream images"),
    ),
    Task.STAR_DREAMS: TaskWords(
        _("Give stars to what appeals to you"),
        _("Read what the others dream of. You have three stars per theme."),
        _("Read the dream images"),
    ),
    Task.SET_AMBITIONS: TaskWords(
        _("Choose which step you want to reach"),
        _("For each chosen theme you see the step of the scan. How far does the group want to go?"),
        _("To the ambition"),
    ),
    Task.PROPOSE_GOAL: TaskWords(
        _("Make a goal of a dream image"),
        _("Questions help you along, one by one. You see at once what the goal still needs."),
        _("To the goals"),
    ),
    Task.DISCUSS_GOALS: TaskWords(
        _("Talk the goals over"),
        _("Read what is proposed and say what you think. The group adopts a goal only after that."),
        _("Read the goals"),
    ),
    Task.ADOPT_GOALS: TaskWords(
        _("Write down which goals the group adopts"),
        _("Note on which day, and who was there. A goal that still needs figures may wait."),
        _("To the goals"),
    ),
    Task.FINISH_GOALS: TaskWords(
        _("Close the goals"),
        _("The group adopted them. Then you draw up the action plan."),
        _("Look over the goals"),
    ),
    Task.TAKE_EXAMPLES: TaskWords(
        _("Begin the action plan with an example"),
        _(
            "Other organisations did it before you. Take over what fits a goal, and make it your "
            "own; or write an action yourself."
        ),
        _("To the example actions"),
    ),
    Task.MAKE_ACTIONS: TaskWords(
        _("Give every goal an action"),
        _("Who does what by when? A goal without an action stays a wish."),
        _("To the action plan"),
    ),
    Task.FILL_GAPS: TaskWords(
        _("Look what the actions still need"),
        _("An owner, a deadline, a reason: only then does everybody know what to count on."),
        _("See what is missing"),
    ),
    Task.WRITE_PLAN: TaskWords(
        _("Write what the plan says besides its actions"),
        _("The plan in a few sentences, how you follow it up, and how you tell about it."),
        _("To the texts of the plan"),
    ),
    Task.ASK_PLAN: TaskWords(
        _("Make the plan as a document"),
        _("For the college, for the council or for everybody: you choose what stands in it."),
        _("Choose the document"),
    ),
    Task.RECORD_DECISION: TaskWords(
        _("Write down what was decided about the plan"),
        _("Who approved it, when, and on which conditions. From then on it counts."),
        _("Write the decision down"),
    ),
    Task.FINISH_PLAN: TaskWords(
        _("Close the action plan"),
        _("It is decided on. From now on you follow up what comes of it."),
        _("Look over the action plan"),
    ),
    Task.DO_ACTIONS: TaskWords(
        _("Tell how your actions go"),
        _("Actions in your name run now. A step done or one line is enough."),
        _("See my actions"),
    ),
    Task.READ_PLAN: TaskWords(
        _("See how the action plan goes"),
        _("Who does what by when, and how far it is. You need to do nothing now."),
        _("Read the action plan"),
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
