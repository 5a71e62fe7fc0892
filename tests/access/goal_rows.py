"""Goals in the access table, and what a post about them carries."""

from tests.access.rows import REFUSED, Row, door, on_the_road

GOALS: dict[tuple[str, str], Row] = {
    # Goals: read, discussed, adopted, set aside. The one of this world is a proposal on its feet.
    ("trajects:goals", "GET"): on_the_road(200, 200, 200, 200, 200),
    ("trajects:goals", "POST"): REFUSED,
    ("trajects:goals", "OTHER"): REFUSED,
    ("trajects:goal", "GET"): on_the_road(200, 200, 200, 200, 200),
    ("trajects:goal", "POST"): REFUSED,
    ("trajects:goal", "OTHER"): REFUSED,
    ("trajects:remark_goal", "GET"): REFUSED,
    ("trajects:remark_goal", "POST"): on_the_road(403, 403, 302, 302, 302),
    ("trajects:remark_goal", "OTHER"): REFUSED,
    ("trajects:settle_remark", "GET"): REFUSED,
    ("trajects:settle_remark", "POST"): on_the_road(403, 403, 403, 302, 302),
    ("trajects:settle_remark", "OTHER"): REFUSED,
    ("trajects:adopt_goal", "GET"): on_the_road(403, 403, 403, 200, 200),
    ("trajects:adopt_goal", "POST"): on_the_road(403, 403, 403, 302, 302),
    ("trajects:adopt_goal", "OTHER"): REFUSED,
    ("trajects:withdraw_adoption", "GET"): on_the_road(403, 403, 403, 302, 302),
    ("trajects:withdraw_adoption", "POST"): on_the_road(403, 403, 403, 409, 409),
    ("trajects:withdraw_adoption", "OTHER"): REFUSED,
    ("trajects:set_aside_goal", "GET"): on_the_road(403, 403, 403, 200, 200),
    ("trajects:set_aside_goal", "POST"): on_the_road(403, 403, 403, 302, 302),
    ("trajects:set_aside_goal", "OTHER"): REFUSED,
    ("trajects:bring_back_goal", "GET"): REFUSED,
    ("trajects:bring_back_goal", "POST"): on_the_road(403, 403, 403, 302, 302),
    ("trajects:bring_back_goal", "OTHER"): REFUSED,
    ("trajects:guest_goals", "GET"): door(200, 200),
    ("trajects:guest_goals", "POST"): door(405, 405),
    ("trajects:guest_goals", "OTHER"): door(405, 405),
    ("trajects:guest_goal", "GET"): door(200, 200),
    ("trajects:guest_goal", "POST"): door(302, 302),
    ("trajects:guest_goal", "OTHER"): door(405, 405),
}

GOAL_BODIES: dict[str, dict[str, object]] = {
    "trajects:remark_goal": {"text": "Wie meet dit?"},
    "trajects:guest_goal": {"text": "Wie meet dit?"},
    "trajects:settle_remark": {"settled": "yes"},
    "trajects:adopt_goal": {"adopted_on": "2026-03-02", "others": "de raad", "version": "1"},
    "trajects:withdraw_adoption": {"because": "Het cijfer klopt niet."},
    "trajects:set_aside_goal": {"because": "Doet de regio."},
}
