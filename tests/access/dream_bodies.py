"""What one would send to the pages of dream images, so that only rights can refuse it."""

from scans.models import Scan


def dream_bodies(scan: Scan, chosen: list[int]) -> dict[str, dict[str, object]]:
    """By route. `chosen`: the themes that one dreams about."""
    first, second = scan.organisation_id + 142, scan.organisation_id + 143
    a_dream = {
        "text": "Overal bomen",
        "themes": chosen,
        "picture_alt": "Een boom",
        "name": "named",
        "version": "1",
    }
    return {
        "trajects:dream_collection": {"last_day": "2099-12-31", "version": "1"},
        "trajects:write_dream": a_dream,
        "trajects:edit_dream": a_dream,
        "trajects:star_dream": {"on": "1"},
        "trajects:guest_write_dream": a_dream,
        "trajects:guest_edit_dream": a_dream,
        "trajects:guest_star_dream": {"on": "1"},
        "trajects:arrange_dreams": {"dreams": [first, second], "do": "group", "name": "Ver"},
        "trajects:merge_dreams": {"text": "Samen", "shown": f"{first}:1 {second}:1"},
        "trajects:split_dream": {"part_1": "Bomen", "part_2": "Gras", "version": 1},
        "trajects:place_dream": {"themes": chosen, "version": 1},
        "trajects:leave_out_dream": {"because": "Bestaat al."},
        "trajects:dream_cluster": {"name": "Vlakbij", "shown": "Wat dichtbij kan"},
    }
