"""What one would send to the pages of a traject, so that only rights can refuse it."""

from scans.models import Scan, Theme

A_MEETING = {
    "title": "Kennismaking",
    "step": "start",
    "day": "2026-11-24",
    "begins": "09:00",
    "ends": "12:00",
    "version": "1",
}
TRAJECT = {"title": "MVO-traject", "starts_on": "2026-09-01", "ends_on": "2027-12-31"}
AGREEMENT = {"what": "Energiecijfers verzamelen", "due_on": "2026-10-01"}


def road_bodies(scan: Scan) -> dict[str, dict[str, object]]:
    """By route."""
    an_initiative = {
        "title": "Repaircafé",
        "status": "running",
        "scope": "residents",
        "themes": list(Theme.objects.values_list("pk", flat=True)[:1]),
        "version": "1",
    }
    return {
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
        "trajects:add_person": {"save": "1", "name": "Koen", "email": "koen@a.example"},
        "trajects:participant": {"name": "Koen", "email": "koen@a.example"},
    }


def first_initiative(scan: Scan) -> int:
    """On the photo of the traject of this organisation."""
    return scan.organisation.trajects.get().initiatives.order_by("pk").first().pk
