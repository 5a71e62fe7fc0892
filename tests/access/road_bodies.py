"""What one would send to the pages of a traject, so that only rights can refuse it."""

from scans.models import Scan, Theme
from tests.access.dream_bodies import dream_bodies
from tests.access.goal_rows import GOAL_BODIES
from tests.access.plan_rows import PLAN_BODIES
from tests.access.roads import CODES
from trajects.models import LiveSession

A_MEETING = {
    "title": "Kennismaking",
    "step": "start",
    "day": "2026-11-24",
    "begins": "09:00",
    "ends": "12:00",
    "version": "1",
}
TRAJECT = {
    "title": "MVO-traject",
    "starts_on": "2026-09-01",
    "ends_on": "2027-12-31",
    "plan_from": "2026",
    "plan_to": "2031",
}
GREEN_LIGHT = {"decision": "granted", "decided_by": "college", "decided_on": "2025-10-01"}
AGREEMENT = {"what": "Energiecijfers verzamelen", "due_on": "2026-10-01"}
A_CANDIDATE = {"name": "Warmte", "short_name": "Warmte", "version": "1"}


def road_bodies(scan: Scan) -> dict[str, dict[str, object]]:
    """By route."""
    an_initiative = {
        "title": "Repaircafé",
        "status": "running",
        "scope": "residents",
        "themes": list(Theme.objects.values_list("pk", flat=True)[:1]),
        "version": "1",
    }
    a_goal = {"sentence": "Doen.", "candidate": chosen_of(scan)[0], "version": "1"}
    session = session_of(scan)
    return (
        GOAL_BODIES
        | PLAN_BODIES
        | {
            "trajects:sessions": {"subject": "themes"},
            "trajects:session_stage": {"stage": "dialogue", "moves": session.moves},
            "trajects:theme_notes": {"text": "Wat de groep zei.", "version": 0},
            "trajects:open_round": {
                "minimum": 3,
                "items": session.rounds.first().keys,
                "shown": " ".join(str(seat.pk) for seat in session.seats.all()),
            },
            "trajects:new": TRAJECT,
            "trajects:edit": TRAJECT,
            "trajects:delete": {"sure": "on"},
            "trajects:start": AGREEMENT,
            "trajects:edit_agreement": AGREEMENT,
            "trajects:agreement_done": {"done": "yes"},
            "trajects:scan": {"scan": scan.pk},
            "trajects:add_initiative": an_initiative,
            "trajects:edit_initiative": an_initiative,
            "trajects:guest_add": an_initiative,
            "trajects:guest_initiative": an_initiative,
            "trajects:refuse_initiative": {"because": "Dat is van een ander bestuur."},
            "trajects:merge_initiatives": {"keep": first_initiative(scan)},
            "trajects:new_meeting": A_MEETING,
            "trajects:edit_meeting": A_MEETING,
            "trajects:meeting_report": {"text": "Wat we afspraken.", "shown": ""},
            "trajects:meeting_notes": {"text": "Wat opviel.", "shown": ""},
            "trajects:green_light": GREEN_LIGHT,
            "trajects:enter_code": {"code": CODES[scan.organisation_id]},
            "trajects:take_seat": {"name": "Dirk"},
            "trajects:candidates": {"source": "theme"},
            "trajects:add_candidate": A_CANDIDATE,
            "trajects:candidate": A_CANDIDATE,
            "trajects:split_candidate": {"name_1": "Isoleren", "name_2": "Stoken"},
            "trajects:group_candidates": {"name": "Warmte", "candidates": candidates_of(scan)},
            "trajects:leave_out_candidate": {"because": "Doet de regio."},
            "trajects:add_person": {"save": "1", "name": "Koen", "email": "koen@a.example"},
            "trajects:participant": {"name": "Koen", "email": "koen@a.example"},
            **dream_bodies(scan, chosen_of(scan)),
            "trajects:new_goal": a_goal,
            "trajects:edit_goal": a_goal,
            "trajects:new_action": {"title": "Doen.", "goal": goal_of(scan)},
            "trajects:plan_example": {"goal": goal_of(scan)},
            "trajects:edit_action": {"title": "Doen.", "goal": goal_of(scan), "version": "1"},
        }
    )


def session_of(scan: Scan) -> LiveSession:
    """Of the traject of this organisation, in the middle of a round."""
    return scan.organisation.trajects.get().live_sessions.get()


def first_initiative(scan: Scan) -> int:
    """On the photo of the traject of this organisation."""
    return scan.organisation.trajects.get().initiatives.order_by("pk").first().pk


def candidates_of(scan: Scan) -> list[int]:
    """Of the traject of this organisation."""
    traject = scan.organisation.trajects.get()
    return list(traject.candidates.values_list("pk", flat=True))


def chosen_of(scan: Scan) -> list[int]:
    """Of the traject of this organisation: what one dreams about."""
    chosen = scan.organisation.trajects.get().candidates.filter(choice__chosen=True)
    return list(chosen.values_list("pk", flat=True))


def goal_of(scan: Scan) -> int:
    """Of the traject of this organisation."""
    return scan.organisation.trajects.get().goals.get().pk
