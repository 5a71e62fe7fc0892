"""What a row of the access table is made of."""

LOGIN = "sign in"
METHODS = ("GET", "POST", "OTHER")
ROLES = (
    "anonymous",
    "guest",  # opened a personal link a moment ago, which signs nobody in
    "foreign",  # coordinates another organisation
    "reader",
    "contributor",
    "lead_group",  # of a traject, and a reader of its organisation
    "moderator",  # of a traject, from outside the organisation
    "coordinator",
    "superuser",  # member of nothing
    "staff",  # member of nothing
    "deactivated",  # a coordinator, with a session of before
    "removed",  # was coordinator until a second ago, with a session of before
)

Row = dict[str, int | str]


def members(reader: int, contributor: int, coordinator: int) -> Row:
    """Somebody else's organisation does not exist, for a superuser neither, nor for who moderates
    a traject of it."""
    inside = {"reader": reader, "contributor": contributor, "coordinator": coordinator}
    return {**dict.fromkeys(ROLES, 404), **door(LOGIN, None), "lead_group": reader, **inside}


def on_the_road(
    reader: int, contributor: int, lead_group: int, moderator: int, coordinator: int
) -> Row:
    """A page of a traject: for members of its organisation, and for its moderators."""
    inside = members(reader, contributor, coordinator)
    return {**inside, "lead_group": lead_group, "moderator": moderator}


def everybody(status: int) -> Row:
    return {**dict.fromkeys(ROLES, status), **door(LOGIN, None)}


def door(stranger: int | str, signed_in: int | str | None) -> Row:
    """Who is deactivated is a stranger, and so is who only has a personal link."""
    inside = dict.fromkeys(ROLES, signed_in) if signed_in else {}
    return {**inside, **dict.fromkeys(("anonymous", "guest", "deactivated"), stranger)}


def admin(staff: int, superuser: int) -> Row:
    return {**everybody(403), "staff": staff, "superuser": superuser}


REFUSED = everybody(405)
