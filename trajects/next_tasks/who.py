"""What there is to do, and who asks."""

from dataclasses import dataclass
from enum import StrEnum


class Task(StrEnum):
    """In no order; `next_task` knows what comes first."""

    INVITE_LEAD_GROUP = "invite_lead_group"
    FIND_MODERATOR = "find_moderator"
    PLAN_MEETING = "plan_meeting"
    AGREE = "agree"
    FINISH_START = "finish_start"
    LINK_SCAN = "link_scan"
    FILL_IN_SCAN = "fill_in_scan"
    LOOK_AGAIN = "look_again"
    FINISH_SCAN = "finish_scan"
    DECIDE = "decide"
    DO_AGREEMENT = "do_agreement"
    START_PHOTO = "start_photo"
    GROW_PHOTO = "grow_photo"
    ADD_TO_PHOTO = "add_to_photo"
    FINISH_PHOTO = "finish_photo"
    JOIN_SESSION = "join_session"
    LEAD_SESSION = "lead_session"
    PREPARE_CANDIDATES = "prepare_candidates"
    PLAN_SESSION = "plan_session"
    OPEN_SESSION = "open_session"
    WRITE_CHOICE = "write_choice"
    ASK_GREEN_LIGHT = "ask_green_light"
    CHOOSE_AGAIN = "choose_again"
    FINISH_THEMES = "finish_themes"
    OPEN_COLLECTION = "open_collection"
    PLAN_DREAMS = "plan_dreams"
    OPEN_DREAMS = "open_dreams"
    WRITE_DREAM = "write_dream"
    OPEN_BOX = "open_box"
    ARRANGE_DREAMS = "arrange_dreams"
    FINISH_DREAMS = "finish_dreams"
    STAR_DREAMS = "star_dreams"
    SET_AMBITIONS = "set_ambitions"
    PROPOSE_GOAL = "propose_goal"
    DISCUSS_GOALS = "discuss_goals"
    ADOPT_GOALS = "adopt_goals"
    FINISH_GOALS = "finish_goals"
    MAKE_ACTIONS = "make_actions"
    FILL_GAPS = "fill_gaps"
    TAKE_EXAMPLES = "take_examples"
    WRITE_PLAN = "write_plan"
    ASK_PLAN = "ask_plan"
    RECORD_DECISION = "record_decision"
    FINISH_PLAN = "finish_plan"
    DO_ACTIONS = "do_actions"
    READ_PLAN = "read_plan"
    READ_PHOTO = "read_photo"
    WAIT = "wait"

    @property
    def is_to_do(self) -> bool:
        """Something to do, and not only to read or to wait for."""
        return self not in (Task.READ_PLAN, Task.READ_PHOTO, Task.WAIT)


@dataclass(frozen=True)
class Viewer:
    """Who asks. `answers` the scan as a member; `joins`: a member of the lead group, while a
    session is open and its code still works; `promised` are the agreements in their name that are
    not done yet. `dreams`: in the lead group, or who leads it; `writes` their dream images now, as
    the collection is open; `proposes` goals and makes actions, which takes an account.
    `is_in_session`: one is open, and its code still works. `carries`: how many actions in their
    name run, or are late."""

    coordinates: bool = False
    moderates: bool = False
    contributes: bool = False
    answers: bool = False
    joins: bool = False
    promised: int = 0
    carries: int = 0
    dreams: bool = False
    writes: bool = False
    proposes: bool = False
    is_in_session: bool = False

    @property
    def leads(self) -> bool:
        return self.coordinates or self.moderates
