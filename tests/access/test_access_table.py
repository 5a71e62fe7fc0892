"""Every route, with every method, by every role, against the access table."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now
from django_tasks_db.models import DBTaskResult

from accounts.actions.organisations import set_logo
from scans.models import Report, Scan
from tests.access.road_bodies import road_bodies
from tests.access.roads import road_arguments
from tests.access.routes import Route, routes
from tests.access.table import ADMIN, FINISHED, LOGIN, METHODS, PUBLIC, ROLES, TABLE, row
from tests.accounts.invited import PASSWORD, WEEK, invited
from tests.factories import (
    DepartmentFactory,
    IsoSubjectFactory,
    ReportFactory,
    ScanFactory,
    SdgFactory,
    UserFactory,
)
from tests.trajects.factories import MethodTextFactory
from tests.world import FINISHED as FINISHED_AT
from tests.world import World, domain_hash

# Not counted as coverage, which would double its time: other tests reach each of these lines.
pytestmark = pytest.mark.no_cover

Sent = Mapping[str, tuple[str, ...]]  # by method of the table, the verbs to send

ALL = routes()
DOOR = "door of the administration"
SENT_AS = {"GET": ("GET",), "POST": ("POST",), "OTHER": ("DELETE",)}
# The long run sends these too. Views of other packages treat PUT as POST and answer OPTIONS.
SENT_AS_WELL = {"GET": ("HEAD",), "OTHER": ("PUT", "PATCH")}
# Whoever stands before one door of the administration stands before all; the long run tries all.
AT_THE_DOOR = ("anonymous", "coordinator", "staff", "superuser")


def group_of(route: Route) -> str:
    """Pages of one model of the administration are tried together: that is much quicker."""
    model = re.match(r"admin:(\w+?)_(changelist|add|history|delete|change)$", route.name)
    return f"admin:{model[1]}" if model else route.name


def states_of(route: Route) -> tuple[str, ...]:
    of_a_scan = route.name.startswith("scans:") and route.name != "scans:start"
    return ("running", "finished") if of_a_scan else ("running",)


GROUPS: dict[tuple[str, str], list[Route]] = {}
for found in ALL:
    for state in states_of(found):
        GROUPS.setdefault((group_of(found), state), []).append(found)


def test_every_route_and_method_has_a_row():
    missing = [
        (route.name, method)
        for route in ALL
        for method in METHODS
        if row(route.name, method) is None
    ]

    assert missing == []


def test_table_names_only_routes_that_exist():
    known = {route.name for route in ALL}

    assert {name for name, _method in [*TABLE, *FINISHED]} - known == set()


def test_every_rule_of_the_administration_is_used():
    rows = [row(route.name, "GET") for route in ALL if route.name.startswith("admin:")]

    unused = [rule for rule, own in ADMIN if not any(found is own["GET"] for found in rows)]

    assert unused == []


def test_every_row_has_every_role():
    rows = [*TABLE.values(), *FINISHED.values(), *(r for _rule, own in ADMIN for r in own.values())]

    assert {tuple(sorted(found)) for found in rows} == {tuple(sorted(ROLES))}


def test_only_these_routes_are_public():
    public = [route.name for route in ALL if not route.is_private]

    assert sorted(public) == sorted(PUBLIC)


def test_scans_and_answers_are_not_in_the_administration():
    registered = {model._meta.model_name for model in admin.site._registry}

    private = {"scan", "respondent", "answer", "reopening"}
    assert private <= {
        model._meta.model_name for model in apps.get_app_config("scans").get_models()
    }
    assert registered & private == set()


@pytest.mark.parametrize(("group", "state"), GROUPS, ids=map("-".join, GROUPS))
def test_route_answers_each_role_as_the_table_says(group, state, world, clients):
    roles = AT_THE_DOOR if group.startswith("admin:") else ROLES

    assert_answers_as_the_table_says(group, state, world, clients, SENT_AS, roles)


@pytest.mark.deep
@pytest.mark.parametrize(("group", "state"), GROUPS, ids=map("-".join, GROUPS))
def test_route_answers_each_verb_and_role_as_the_table_says(group, state, world, clients):
    own = not any(map(is_of_another_package, GROUPS[group, state]))
    sent = SENT_AS_WELL if own else SENT_AS

    assert_answers_as_the_table_says(group, state, world, clients, sent, ROLES)


def assert_answers_as_the_table_says(group, state, world, clients, sent, roles):
    cells = list(cells_of(GROUPS[group, state], world, state, sent, roles))
    before = domain_hash()

    seen = {cell.key: answer(clients[cell.role], cell) for cell in cells}
    if DOOR in seen.values():
        seen = {key: behind_the_door(clients, key, found) for key, found in seen.items()}

    assert seen == {cell.key: cell.wanted for cell in cells}
    assert domain_hash() == before


@dataclass(frozen=True)
class Cell:
    verb: str
    role: str
    url: str
    data: dict[str, object]
    wanted: int | str

    @property
    def key(self) -> tuple[str, str, str]:
        return self.verb, self.url, self.role


def cells_of(
    group: list[Route], world: World, state: str, sent: Sent, roles: Iterable[str]
) -> Iterator[Cell]:
    scan = getattr(world.a, state)
    for route in group:
        url = route.url(**arguments(route, world, scan))
        data = body(route, scan)
        for method, verbs in sent.items():
            own = row(route.name, method, finished=state == "finished")
            for role in roles:
                yield from (Cell(verb, role, url, data, own[role]) for verb in verbs)


def is_of_another_package(route: Route) -> bool:
    return route.name.startswith(("admin:", "account_"))


def arguments(route: Route, world: World, scan: Scan) -> dict[str, object]:
    organisation = world.a.organisation
    of_organisation = route.pattern.startswith("besturen/")
    return {
        "pk": organisation.pk if of_organisation else scan.pk,
        "report_pk": ready_report(scan).pk if route.name == "scans:report_download" else 1,
        "other_pk": another_scan(scan, world).pk if route.name == "scans:compare" else 1,
        "version": version_of(route, world),
        "code": "thema-1",
        "uidb36": "1",
        "key": "geen-sleutel",
        "app_label": "scans",
        "content_type_id": 1,
        "id": world.els.pk,
        "member_pk": world.bram.memberships.get().pk,
        "session_pk": a_session(route),
        **an_invitation(route, world),
        "object_id": a_row_of(route, world),
        **road_arguments(route, world.a),
    }


def ready_report(scan: Scan) -> Report:
    return Report.objects.filter(scan=scan).first() or ReportFactory(scan=scan, is_ready=True)


def another_scan(scan: Scan, world: World) -> Scan:
    """A finished scan of the same organisation, to lay beside this one."""
    if not scan.is_finished:
        return world.a.finished
    own = {"organisation": scan.organisation, "questionnaire": scan.questionnaire}
    signed = {"finished_at": FINISHED_AT, "finished_by": world.els}
    return ScanFactory(**own, **signed, year=2024, started_by=world.els)


def an_invitation(route: Route, world: World) -> dict[str, object]:
    """Its number and the token of its link, which works now."""
    if not {"invitation_pk", "token"} & set(route.arguments):
        return {}
    at = now()
    made, token = invited(
        organisation=world.a.organisation,
        created_at=at,
        sent_at=at,
        expires_at=at + WEEK,
        created_by=world.els,
    )
    return {"invitation_pk": made.pk, "token": token}


def a_session(route: Route) -> int:
    """Number of a session of somebody who is none of the roles."""
    if "session_pk" not in route.arguments or route.name.startswith("trajects:"):
        return 0  # A live session of a traject is numbered by its road.
    session = UserSession(user=UserFactory(), ip="192.0.2.1", session_key="of-somebody-else")
    session.save()
    return session.pk


def version_of(route: Route, world: World) -> str:
    """Of the colour, or of a logo that is there."""
    organisation = world.a.organisation
    if route.name == "accounts:logo":
        return set_logo(organisation=organisation, png=b"a picture", by=world.els).logo_version
    return organisation.accent_hex


def a_row_of(route: Route, world: World) -> int:
    """Number of a stored row of the model that the administration shows at this address."""
    for model in admin.site._registry:
        if f"/{model._meta.app_label}/{model._meta.model_name}/" in route.pattern:
            stored = model._base_manager.first() or MAKE[model._meta.model_name](world)
            return stored.pk
    return 1


MAKE = {
    "group": lambda world: Group.objects.create(name="helpdesk"),
    "emailaddress": lambda world: EmailAddress.objects.create(user=world.els, email="x@a.example"),
    "department": lambda world: DepartmentFactory(organisation=world.a.organisation),
    "sdg": lambda world: SdgFactory(),
    "isosubject": lambda world: IsoSubjectFactory(),
    "methodtext": lambda world: MethodTextFactory(),
    "dbtaskresult": lambda world: DBTaskResult.objects.create(
        args_kwargs={"args": [], "kwargs": {}},
        task_path="scans.tasks.make_report",
        backend_name="default",
        run_after=FINISHED_AT,
    ),
}


def body(route: Route, scan: Scan) -> dict[str, object]:
    """What the coordinator would send, so that only rights can refuse it."""
    bodies = {
        "scans:start": {"depth": "light", "year": 2030},
        "scans:theme": {
            f"{code}-{field}": value
            for code in scan.statements().values_list("code", flat=True)
            if code.startswith("thema-1-")
            for field, value in (("answer", "no"), ("version", "1"))
        },
        "scans:export": {"format": "csv", "remarks": "on"},
        "scans:reopen": {"reason": "We vergaten iets."},
        "scans:delete": {"name": scan.organisation.name},
        "preferences": {"theme": "dark"},
        "accounts:identity": {
            "name": "Gemeente Aalbeke",
            "type": "municipality",
            "kbo_number": scan.organisation.kbo_number,
            "accent": "#4a6a1e",
        },
        "accounts:logo_form": {"remove": "1"},
        "accounts:departments": {"new0-name": "Aankoop"},
        "accounts:predecessors": {"new0-name": "Gemeente Oudelaar"},
        "accounts:member": {"role": "reader"},
        "accounts:invite": {
            "name": "Koen",
            "email": "koen@a.example",
            "role": "reader",
            "language": "nl",
        },
        "accounts:invite_list": {
            "send": "1",
            "language": "nl",
            "person-TOTAL_FORMS": "1",
            "person-INITIAL_FORMS": "0",
            "person-0-name": "Koen",
            "person-0-email": "koen@a.example",
            "person-0-role": "reader",
        },
        "accounts:invitation": {"name": "Koen De Wilde", "password": PASSWORD},
        "accounts:profile": {"name": "Nieuwe Naam", "language": "en"},
    }
    return bodies.get(route.name) or road_bodies(scan).get(route.name, {})


def answer(client: Client, cell: Cell) -> int | str:
    """The status, or LOGIN. What was allowed is undone; what was refused should have done
    nothing, and stays for the comparison of the tables."""
    with transaction.atomic():
        cookies = client.cookies.copy()
        response = send(client, cell)
        outcome = outcome_of(response)
        client.cookies = cookies
        transaction.set_rollback(cell.wanted != LOGIN and cell.wanted < 400)
    return outcome


def send(client: Client, cell: Cell) -> HttpResponse:
    own = {"data": cell.data} if cell.verb == "POST" else {}
    return getattr(client, cell.verb.lower())(cell.url, **own)


def outcome_of(response: HttpResponse) -> int | str:
    target = urlsplit(response.headers.get("Location", "")).path
    if target in (reverse("admin:index"), reverse("admin:login")):
        return DOOR
    return LOGIN if target == reverse("account_login") else response.status_code


def behind_the_door(
    clients: dict[str, Client], key: tuple[str, str, str], found: int | str
) -> int | str:
    """The administration leads to its front page or its own sign-in address, which decides."""
    client = clients[key[-1]]
    return final_outcome(client) if found == DOOR else found


@cache
def final_outcome(client: Client) -> int | str:
    """Of the front page of the administration; the same for a person during one test."""
    at_sign_in = client.get(reverse("admin:index")).headers.get("Location")
    return outcome_of(client.get(at_sign_in)) if at_sign_in else 200
