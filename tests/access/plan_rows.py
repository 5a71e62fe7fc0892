"""The action plan in the access table, and what a post about it carries."""

from tests.access.rows import REFUSED, Row, door, everybody, on_the_road

PLAN: dict[tuple[str, str], Row] = {
    # The plan per goal and as a board, and several actions at once.
    ("trajects:plan", "GET"): on_the_road(200, 200, 200, 200, 200),
    ("trajects:plan", "POST"): REFUSED,
    ("trajects:plan", "OTHER"): REFUSED,
    ("trajects:board", "GET"): on_the_road(200, 200, 200, 200, 200),
    ("trajects:board", "POST"): REFUSED,
    ("trajects:board", "OTHER"): REFUSED,
    ("trajects:bulk_actions", "GET"): on_the_road(403, 403, 200, 200, 200),
    ("trajects:bulk_actions", "POST"): on_the_road(403, 403, 200, 200, 200),
    ("trajects:bulk_actions", "OTHER"): REFUSED,
    # An action is added, read, changed and deleted; with what was told about it, it stays.
    ("trajects:new_action", "GET"): on_the_road(403, 403, 200, 200, 200),
    ("trajects:new_action", "POST"): on_the_road(403, 403, 302, 302, 302),
    ("trajects:new_action", "OTHER"): REFUSED,
    ("trajects:action", "GET"): on_the_road(200, 200, 200, 200, 200),
    ("trajects:action", "POST"): REFUSED,
    ("trajects:action", "OTHER"): REFUSED,
    ("trajects:edit_action", "GET"): on_the_road(403, 403, 200, 200, 200),
    ("trajects:edit_action", "POST"): on_the_road(403, 403, 302, 302, 302),
    ("trajects:edit_action", "OTHER"): REFUSED,
    ("trajects:delete_action", "GET"): on_the_road(403, 403, 403, 200, 200),
    ("trajects:delete_action", "POST"): on_the_road(403, 403, 403, 409, 409),
    ("trajects:delete_action", "OTHER"): REFUSED,
    # The catalogue inside the traject, and taking an example over.
    # From the catalogue: on to the only traject of somebody; who has none is told how one starts.
    ("trajects:example_into_plan", "GET"): {
        **everybody(302),
        **dict.fromkeys(("removed", "staff", "superuser"), 200),
    },
    ("trajects:example_into_plan", "POST"): REFUSED,
    ("trajects:example_into_plan", "OTHER"): REFUSED,
    ("trajects:plan_examples", "GET"): on_the_road(200, 200, 200, 200, 200),
    ("trajects:plan_examples", "POST"): REFUSED,
    ("trajects:plan_examples", "OTHER"): REFUSED,
    ("trajects:plan_example", "GET"): on_the_road(200, 200, 200, 200, 200),
    ("trajects:plan_example", "POST"): on_the_road(403, 403, 302, 302, 302),
    ("trajects:plan_example", "OTHER"): REFUSED,
    # The plan along time, what it costs and brings, and why an action is done.
    **{
        (f"trajects:{name}", method): row
        for name in ("timeline", "budget", "plan_effects", "why_action")
        for method, row in {
            "GET": on_the_road(200, 200, 200, 200, 200),
            "POST": REFUSED,
            "OTHER": REFUSED,
        }.items()
    },
    # The whole plan as a page, its texts, and what was decided about it.
    ("trajects:dossier", "GET"): on_the_road(200, 200, 200, 200, 200),
    ("trajects:dossier", "POST"): REFUSED,
    ("trajects:dossier", "OTHER"): REFUSED,
    ("trajects:plan_texts", "GET"): on_the_road(403, 403, 403, 200, 200),
    ("trajects:plan_texts", "POST"): on_the_road(403, 403, 403, 302, 302),
    ("trajects:plan_texts", "OTHER"): REFUSED,
    ("trajects:plan_decision", "GET"): on_the_road(200, 200, 200, 200, 200),
    ("trajects:plan_decision", "POST"): on_the_road(403, 403, 403, 302, 302),
    ("trajects:plan_decision", "OTHER"): REFUSED,
    # The plan as a file.
    ("trajects:plan_document", "GET"): on_the_road(200, 200, 200, 200, 200),
    ("trajects:plan_document", "POST"): on_the_road(302, 302, 302, 302, 302),
    ("trajects:plan_document", "OTHER"): REFUSED,
    ("trajects:plan_document_download", "GET"): on_the_road(200, 200, 200, 200, 200),
    ("trajects:plan_document_download", "POST"): REFUSED,
    ("trajects:plan_document_download", "OTHER"): REFUSED,
    # How an action goes; the first one is of the coordinator.
    ("trajects:my_actions", "GET"): on_the_road(200, 200, 200, 200, 200),
    ("trajects:my_actions", "POST"): REFUSED,
    ("trajects:my_actions", "OTHER"): REFUSED,
    **{
        (f"trajects:{name}", method): row
        for name in (
            *("begin_action", "finish_action", "reopen_action"),
            *("tick_step", "tell_progress", "measure"),
        )
        for method, row in {
            "GET": REFUSED,
            "POST": on_the_road(403, 403, 302, 302, 302),
            "OTHER": REFUSED,
        }.items()
    },
    **{
        (f"trajects:{name}", method): row
        for name in ("take_back_note", "take_back_measurement")
        for method, row in {
            "GET": REFUSED,
            "POST": on_the_road(403, 403, 403, 302, 302),
            "OTHER": REFUSED,
        }.items()
    },
    ("trajects:stop_action", "GET"): on_the_road(403, 403, 200, 200, 200),
    ("trajects:stop_action", "POST"): on_the_road(403, 403, 302, 302, 302),
    ("trajects:stop_action", "OTHER"): REFUSED,
    ("trajects:guest_actions", "GET"): door(200, 200),
    ("trajects:guest_actions", "POST"): door(405, 405),
    ("trajects:guest_actions", "OTHER"): door(405, 405),
    ("trajects:guest_action", "GET"): door(200, 200),
    ("trajects:guest_action", "POST"): door(302, 302),
    ("trajects:guest_action", "OTHER"): door(405, 405),
}

PLAN_BODIES: dict[str, dict[str, object]] = {
    "trajects:bulk_actions": {"months": "1"},
    "trajects:plan_texts": {"summary": "Kort.", "version": "0"},
    "trajects:plan_decision": {
        "decision": "approved",
        "decided_by": "de gemeenteraad",
        "decided_on": "2026-01-05",
        "shown": "",
    },
    "trajects:plan_document": {"audience": "council", "paper": "pdf"},
    "trajects:tell_progress": {"text": "Loopt goed.", "on": "2026-01-05"},
    "trajects:measure": {"value": "12,5", "on": "2026-01-05"},
    "trajects:stop_action": {"because": "Het geld is op."},
    "trajects:guest_action": {"do": "tell", "text": "Loopt goed.", "on": "2026-01-05"},
}
