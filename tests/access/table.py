"""The access table: what everybody gets, route by route and method by method.

A new route without rows here fails the build. A row has one answer per role: a status, or LOGIN
for being sent to the sign-in page. OTHER stands for every other method.
"""

import re

LOGIN = "sign in"
METHODS = ("GET", "POST", "OTHER")
ROLES = (
    "anonymous",
    "foreign",  # coordinates another organisation
    "reader",
    "contributor",
    "coordinator",
    "superuser",  # member of nothing
    "staff",  # member of nothing
    "deactivated",  # a coordinator, with a session of before
    "removed",  # was coordinator until a second ago, with a session of before
)

Row = dict[str, int | str]


def members(reader: int, contributor: int, coordinator: int) -> Row:
    """Somebody else's organisation does not exist, for a superuser neither."""
    inside = {"reader": reader, "contributor": contributor, "coordinator": coordinator}
    return {**dict.fromkeys(ROLES, 404), **door(LOGIN, None), **inside}


def everybody(status: int) -> Row:
    return {**dict.fromkeys(ROLES, status), **door(LOGIN, None)}


def door(stranger: int | str, signed_in: int | str | None) -> Row:
    """Who is deactivated is a stranger."""
    inside = dict.fromkeys(ROLES, signed_in) if signed_in else {}
    return {**inside, "anonymous": stranger, "deactivated": stranger}


def admin(staff: int, superuser: int) -> Row:
    return {**everybody(403), "staff": staff, "superuser": superuser}


REFUSED = everybody(405)

# The pages of a running scan, or of an organisation.
TABLE: dict[tuple[str, str], Row] = {
    ("home", "GET"): door(200, 200),
    ("home", "POST"): door(405, 405),
    ("home", "OTHER"): door(405, 405),
    ("about", "GET"): door(200, 200),
    ("about", "POST"): door(405, 405),
    ("about", "OTHER"): door(405, 405),
    ("road", "GET"): door(200, 200),
    ("road", "POST"): door(405, 405),
    ("road", "OTHER"): door(405, 405),
    ("mvo", "GET"): door(200, 200),
    ("mvo", "POST"): door(405, 405),
    ("mvo", "OTHER"): door(405, 405),
    ("privacy", "GET"): door(200, 200),
    ("privacy", "POST"): door(405, 405),
    ("privacy", "OTHER"): door(405, 405),
    ("accessibility", "GET"): door(200, 200),
    ("accessibility", "POST"): door(405, 405),
    ("accessibility", "OTHER"): door(405, 405),
    ("contact", "GET"): door(200, 200),
    ("contact", "POST"): door(405, 405),
    ("contact", "OTHER"): door(405, 405),
    ("scans:start", "GET"): members(403, 403, 200),
    ("scans:start", "POST"): members(403, 403, 302),
    ("scans:start", "OTHER"): REFUSED,
    ("scans:overview", "GET"): members(403, 200, 200),
    ("scans:overview", "POST"): REFUSED,
    ("scans:overview", "OTHER"): REFUSED,
    ("scans:theme", "GET"): members(403, 200, 200),
    ("scans:theme", "POST"): members(403, 302, 302),
    ("scans:theme", "OTHER"): REFUSED,
    ("scans:results", "GET"): members(403, 200, 200),
    ("scans:results", "POST"): REFUSED,
    ("scans:results", "OTHER"): REFUSED,
    ("scans:compare", "GET"): members(403, 200, 200),
    ("scans:compare", "POST"): REFUSED,
    ("scans:compare", "OTHER"): REFUSED,
    ("scans:export", "GET"): REFUSED,
    ("scans:export", "POST"): members(403, 200, 200),
    ("scans:export", "OTHER"): REFUSED,
    ("scans:report", "GET"): members(403, 404, 404),
    ("scans:report", "POST"): members(403, 404, 404),
    ("scans:report", "OTHER"): REFUSED,
    ("scans:report_download", "GET"): members(403, 404, 404),
    ("scans:report_download", "POST"): REFUSED,
    ("scans:report_download", "OTHER"): REFUSED,
    ("scans:finish", "GET"): members(403, 403, 200),
    ("scans:finish", "POST"): members(403, 403, 302),
    ("scans:finish", "OTHER"): REFUSED,
    ("scans:reopen", "GET"): members(403, 403, 200),
    ("scans:reopen", "POST"): members(403, 403, 302),
    ("scans:reopen", "OTHER"): REFUSED,
    ("scans:delete", "GET"): members(403, 403, 200),
    ("scans:delete", "POST"): members(403, 403, 302),
    ("scans:delete", "OTHER"): REFUSED,
    ("accounts:profile", "GET"): everybody(200),
    ("accounts:profile", "POST"): everybody(302),
    ("accounts:profile", "OTHER"): REFUSED,
    # Everybody tries to stop the session of somebody else.
    ("accounts:end_session", "GET"): REFUSED,
    ("accounts:end_session", "POST"): everybody(404),
    ("accounts:end_session", "OTHER"): REFUSED,
    ("accounts:end_other_sessions", "GET"): REFUSED,
    ("accounts:end_other_sessions", "POST"): everybody(302),
    ("accounts:end_other_sessions", "OTHER"): REFUSED,
    ("accounts:people", "GET"): members(200, 200, 200),
    ("accounts:people", "POST"): REFUSED,
    ("accounts:people", "OTHER"): REFUSED,
    ("accounts:member", "GET"): members(403, 403, 200),
    ("accounts:member", "POST"): members(403, 403, 302),
    ("accounts:member", "OTHER"): REFUSED,
    ("accounts:remove_member", "GET"): members(403, 403, 200),
    ("accounts:remove_member", "POST"): members(403, 403, 302),
    ("accounts:remove_member", "OTHER"): REFUSED,
    # The only coordinator stays.
    ("accounts:leave", "GET"): members(200, 200, 200),
    ("accounts:leave", "POST"): members(302, 302, 409),
    ("accounts:leave", "OTHER"): REFUSED,
    ("accounts:organisation", "GET"): members(200, 200, 200),
    ("accounts:organisation", "POST"): REFUSED,
    ("accounts:organisation", "OTHER"): REFUSED,
    ("accounts:identity", "GET"): members(403, 403, 200),
    ("accounts:identity", "POST"): members(403, 403, 302),
    ("accounts:identity", "OTHER"): REFUSED,
    ("accounts:accent_check", "GET"): members(403, 403, 200),
    ("accounts:accent_check", "POST"): REFUSED,
    ("accounts:accent_check", "OTHER"): REFUSED,
    ("accounts:logo_form", "GET"): members(403, 403, 200),
    ("accounts:logo_form", "POST"): members(403, 403, 302),
    ("accounts:logo_form", "OTHER"): REFUSED,
    ("accounts:logo", "GET"): members(200, 200, 200),
    ("accounts:logo", "POST"): REFUSED,
    ("accounts:logo", "OTHER"): REFUSED,
    ("accounts:departments", "GET"): members(403, 403, 200),
    ("accounts:departments", "POST"): members(403, 403, 302),
    ("accounts:departments", "OTHER"): REFUSED,
    ("accounts:predecessors", "GET"): members(403, 403, 200),
    ("accounts:predecessors", "POST"): members(403, 403, 302),
    ("accounts:predecessors", "OTHER"): REFUSED,
    ("accounts:invite", "GET"): members(403, 403, 200),
    ("accounts:invite", "POST"): members(403, 403, 302),
    ("accounts:invite", "OTHER"): REFUSED,
    ("accounts:invite_list", "GET"): members(403, 403, 200),
    ("accounts:invite_list", "POST"): members(403, 403, 302),
    ("accounts:invite_list", "OTHER"): REFUSED,
    ("accounts:send_waiting", "GET"): REFUSED,
    ("accounts:send_waiting", "POST"): members(403, 403, 302),
    ("accounts:send_waiting", "OTHER"): REFUSED,
    ("accounts:resend_invitation", "GET"): REFUSED,
    ("accounts:resend_invitation", "POST"): members(403, 403, 302),
    ("accounts:resend_invitation", "OTHER"): REFUSED,
    ("accounts:revoke_invitation", "GET"): REFUSED,
    ("accounts:revoke_invitation", "POST"): members(403, 403, 302),
    ("accounts:revoke_invitation", "OTHER"): REFUSED,
    # A link that works, for an address without account: nothing for who is signed in.
    ("accounts:invitation", "GET"): door(200, 404),
    ("accounts:invitation", "POST"): door(302, 404),
    ("accounts:invitation", "OTHER"): door(405, 405),
    ("accounts:accent", "GET"): members(200, 200, 200),
    ("accounts:accent", "POST"): REFUSED,
    ("accounts:accent", "OTHER"): REFUSED,
    ("design", "GET"): admin(staff=200, superuser=200),
    ("design", "POST"): REFUSED,
    ("design", "OTHER"): REFUSED,
    ("health", "GET"): door(200, 200),
    ("health", "POST"): door(405, 405),
    ("health", "OTHER"): door(405, 405),
    ("preferences", "GET"): door(405, 405),
    ("preferences", "POST"): door(302, 302),
    ("preferences", "OTHER"): door(405, 405),
    ("account_login", "GET"): door(200, 302),
    ("account_login", "POST"): door(422, 302),
    ("account_login", "OTHER"): door(405, 302),
    ("account_logout", "GET"): door(LOGIN, 200),
    ("account_logout", "POST"): door(LOGIN, LOGIN),
    ("account_logout", "OTHER"): door(405, 405),
    ("account_signup", "GET"): door(200, 302),
    ("account_signup", "POST"): door(200, 302),
    ("account_signup", "OTHER"): door(200, 302),
    ("account_inactive", "GET"): door(200, 200),
    ("account_inactive", "POST"): door(405, 405),
    ("account_inactive", "OTHER"): door(405, 405),
    ("account_change_password", "GET"): everybody(200),
    ("account_change_password", "POST"): everybody(422),
    ("account_change_password", "OTHER"): REFUSED,
    ("account_reset_password", "GET"): door(200, 200),
    ("account_reset_password", "POST"): door(422, 422),
    ("account_reset_password", "OTHER"): door(405, 405),
    ("account_reset_password_done", "GET"): door(200, 200),
    ("account_reset_password_done", "POST"): door(405, 405),
    ("account_reset_password_done", "OTHER"): door(405, 405),
    ("account_reset_password_from_key", "GET"): door(200, 200),
    ("account_reset_password_from_key", "POST"): door(200, 200),
    ("account_reset_password_from_key", "OTHER"): door(200, 200),
    ("account_reset_password_from_key_done", "GET"): door(200, 200),
    ("account_reset_password_from_key_done", "POST"): door(405, 405),
    ("account_reset_password_from_key_done", "OTHER"): door(405, 405),
}

# What differs once the scan is finished: readers see it, nobody answers.
FINISHED: dict[tuple[str, str], Row] = {
    ("scans:overview", "GET"): members(200, 200, 200),
    ("scans:theme", "GET"): members(200, 200, 200),
    ("scans:theme", "POST"): members(403, 409, 409),
    ("scans:results", "GET"): members(200, 200, 200),
    ("scans:compare", "GET"): members(200, 200, 200),
    ("scans:report", "GET"): members(200, 200, 200),
    ("scans:report", "POST"): members(302, 302, 302),
    ("scans:report_download", "GET"): members(200, 200, 200),
    ("scans:export", "POST"): members(200, 200, 200),
}

# The administration has one rule: a superuser may, staff only what they were given (nothing
# here), nobody else sees that a page exists. The first rule that matches the route counts.
ADMIN: list[tuple[str, dict[str, Row]]] = [
    (r"index", dict.fromkeys(METHODS, admin(200, 200))),
    (r"login", dict.fromkeys(METHODS, everybody(403))),
    (r"logout", {**dict.fromkeys(METHODS, admin(405, 405)), "POST": admin(200, 200)}),
    (r"password_change", {**dict.fromkeys(METHODS, admin(200, 200)), "OTHER": admin(405, 405)}),
    (
        r"password_change_done|jsi18n",
        {**dict.fromkeys(METHODS, admin(405, 405)), "GET": admin(200, 200)},
    ),
    (r"autocomplete", {**dict.fromkeys(METHODS, admin(405, 405)), "GET": admin(403, 403)}),
    (r"view_on_site", dict.fromkeys(METHODS, admin(404, 404))),
    (r"app_list", dict.fromkeys(METHODS, admin(404, 200))),
    # What the queue of background work did is there to look at.
    (r"django_tasks_\w+_(add|delete)", dict.fromkeys(METHODS, admin(403, 403))),
    (
        r"django_tasks_\w+_change",
        {**dict.fromkeys(METHODS, admin(403, 200)), "POST": admin(403, 403)},
    ),
    # Unnamed: the address of a row, which leads to its page; and everything else.
    (r".*<path:object_id>/", {**dict.fromkeys(METHODS, admin(302, 302))}),
    (r"\(\?P<url>\.\*\)\$", dict.fromkeys(METHODS, admin(404, 404))),
    (
        r"scans_questionnaire_(copy|publish)",
        {**dict.fromkeys(METHODS, admin(405, 405)), "POST": admin(403, 302)},
    ),
    # Reference data and questionnaires are there to look at.
    (r"(scans_\w+|accounts_departmentkind)_(add|delete)", dict.fromkeys(METHODS, admin(403, 403))),
    (
        r"(scans_\w+|accounts_departmentkind)_change",
        {**dict.fromkeys(METHODS, admin(403, 200)), "POST": admin(403, 403)},
    ),
    (r".*", dict.fromkeys(METHODS, admin(403, 200))),
]

# Every other page asks to sign in first.
PUBLIC = [
    "about",
    "accessibility",
    "account_inactive",
    "account_login",
    "account_logout",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_signup",
    "accounts:invitation",
    "contact",
    "health",
    "home",  # what this is, for who is not signed in
    "mvo",
    "preferences",
    "privacy",
    "road",
    "admin:login",  # only leads to account_login
]


def row(route: str, method: str, *, finished: bool = False) -> Row | None:
    namespace, _colon, name = route.partition(":")
    if namespace == "admin":
        return next(rows for rule, rows in ADMIN if re.fullmatch(rule, name))[method]
    key = (route, method)
    return FINISHED.get(key, TABLE.get(key)) if finished else TABLE.get(key)
