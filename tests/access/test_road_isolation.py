"""What belongs to the traject of municipality b never reaches the people of a traject of a, nor
changes through them (promise 3). A personal link and the code of a
session are left as they are: who holds one, comes in."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from accounts.models import Department, Organisation, User
from tests.access.roads import numbers_of, road_arguments, traject_of
from tests.access.routes import Route, routes
from tests.access.table import LOGIN, row
from tests.access.test_access_table import body
from tests.access.test_isolation import replacements, text_of
from tests.access.visit import CANARY, REFUSED, Visit
from tests.world import Place, World, domain_hash
from trajects.models import (
    Action,
    ActionNeed,
    ActionOwner,
    ActionStatement,
    ActionStep,
    Agreement,
    Candidate,
    DreamBox,
    DreamCluster,
    DreamCollection,
    DreamImage,
    DreamPlace,
    DreamSource,
    DreamStar,
    Goal,
    GoalAdoption,
    GoalDream,
    GoalRemark,
    Initiative,
    LiveSession,
    Measurement,
    Meeting,
    Participant,
    PersonalLink,
    PlanDecision,
    PlanDocument,
    PlanText,
    ProgressNote,
    Seat,
    StepCompletion,
    ThemeNote,
    Traject,
    VotingRound,
)

ROAD = [route for route in routes() if route.name.startswith("trajects:")]
# No page but a file or an address to go to: what is in the files, their own tests read.
NO_PAGE = {
    "trajects:all",
    "trajects:meeting_ics",
    "trajects:photo_template",
    "trajects:photo_document_download",
    "trajects:plan_document_download",
    "trajects:dream_picture",
    "trajects:guest_dream_picture",
    # Where a code is typed: of no session yet.
    "trajects:enter_code",
    # A few numbers for the script of the page.
    "trajects:screen_state",
}


@pytest.fixture
def canaries(world: World) -> World:
    b, traject = world.b, traject_of(world.b)
    User.objects.filter(pk=world.chaima.pk).update(name=CANARY)
    Organisation.objects.filter(pk=b.organisation.pk).update(name=f"Gemeente {CANARY}")
    Department.objects.filter(organisation=b.organisation).update(name=f"Dienst {CANARY}")
    Traject.objects.filter(pk=traject.pk).update(title=CANARY)
    traject.participants.filter(user=None).update(name=CANARY)
    traject.meetings.update(title=CANARY, notes=CANARY, report=CANARY)
    traject.agreements.update(what=CANARY)
    for number, candidate in enumerate(traject.candidates.all()):
        Candidate.objects.filter(pk=candidate.pk).update(name=f"{CANARY} {number}")
    traject.dreams.update(text=CANARY, picture_alt=CANARY)
    DreamCluster.objects.filter(candidate__traject=traject).update(name=CANARY)
    traject.goals.update(sentence=CANARY)
    GoalRemark.objects.filter(goal__traject=traject).update(text=CANARY)
    traject.actions.update(title=CANARY, what=CANARY, because=CANARY)
    ActionStep.objects.filter(action__traject=traject).update(text=CANARY)
    ProgressNote.objects.filter(action__traject=traject).update(text=CANARY)
    for number, seat in enumerate(Seat.objects.filter(session__traject=traject)):
        Seat.objects.filter(pk=seat.pk).update(name=f"{CANARY} {number}")
    for number, initiative in enumerate(traject.initiatives.all()):
        Initiative.objects.filter(pk=initiative.pk).update(title=f"{CANARY} {number}")
    return world


def visits(place: Place) -> list[Visit]:
    """Every request to the pages of the road of this place, with every identifier it may carry."""
    return [visit for route in ROAD for visit in visits_of(route, place)]


def visits_of(route: Route, place: Place) -> Iterator[Visit]:
    address = {"pk": place.organisation.pk, "document_pk": 1, **road_arguments(route, place)}
    url = route.url(**address)
    if answers(route, "GET"):
        yield Visit("get", url)
    if answers(route, "POST"):
        sent = {name: str(value) for name, value in body(route, place.finished).items()}
        yield Visit("post", url, tuple((sent | identifiers(place)).items()))
        if route.name == "trajects:add_person":
            yield Visit("post", url, (("choose", "1"), *identifiers(place).items()))
        if route.name == "trajects:candidates":
            yield Visit("post", url, (("take", "yes"), *identifiers(place).items()))


def answers(route: Route, method: str) -> bool:
    own = row(route.name, method)
    return own is None or bool(set(own.values()) - {405, LOGIN})


def identifiers(place: Place) -> dict[str, str]:
    """Under the name of each field that a form of the road has, and a few more."""
    numbers = numbers_of(place)
    named = {
        "organisation": place.organisation.pk,
        "traject": traject_of(place).pk,
        "scan": place.finished.pk,
        "members": place.coordinator.memberships.get().pk,
        "who": numbers["participant_pk"],
        "participant": numbers["participant_pk"],
        "department": numbers["department_pk"],
        "departments": numbers["department_pk"],
        "initiative": numbers["initiative_pk"],
        "keep": numbers["initiative_pk"],
        "meeting": numbers["meeting_pk"],
        "candidate": numbers["candidate_pk"],
        "as_seat": numbers["seat_pk"],
        "seat": numbers["seat_pk"],
        "candidates": numbers["candidate_pk"],
        "parked": numbers["candidate_pk"],
        "dream": numbers["dream_pk"],
        "dreams": numbers["dream_pk"],
        "cluster": numbers["cluster_pk"],
        "goal": numbers["goal_pk"],
        "remark": numbers["remark_pk"],
        # Who was there when a goal was adopted.
        "people": numbers["participant_pk"],
        # Who carries an action, what it waits for, and several at once.
        "users": place.coordinator.pk,
        "guests": numbers["participant_pk"],
        "action": numbers["action_pk"],
        "a": numbers["action_pk"],
        "needs": numbers["other_action_pk"],
        "new_owner": f"u{place.coordinator.pk}",
        "old_owner": f"g{numbers['participant_pk']}",
    }
    return {name: str(number) for name, number in named.items()}


def forged(world: World) -> list[Visit]:
    """Every request of a, once for each place where an identifier of b fits."""
    a, b = identifiers(world.a), identifiers(world.b)
    pairs = {a[name]: b[name] for name in a}
    pairs[str(numbers_of(world.a)["other_pk"])] = str(numbers_of(world.b)["other_pk"])
    return [
        forgery
        for visit in visits(world.a)
        for own, foreign in pairs.items()
        for forgery in replacements(visit, own, foreign)
    ]


def made(client: Client, visit: Visit, world: World) -> tuple[HttpResponse, list[str], list]:
    """The answer, what of a then points to something of b, and what b then holds. All of it is
    undone, so that the next visit finds everything in place."""
    with transaction.atomic():
        response = visit.by(client)
        posted = visit.method == "post"
        seen = response, crossings(world) if posted else [], rows_of_b(world)
        transaction.set_rollback(True)
    return seen


def rows_of_b(world: World) -> list[object]:
    traject = traject_of(world.b).pk
    paths = {
        Traject: "pk",
        Participant: "traject",
        PersonalLink: "participant__traject",
        Meeting: "traject",
        Agreement: "traject",
        Initiative: "traject",
        Candidate: "traject",
        LiveSession: "traject",
        Seat: "session__traject",
        ThemeNote: "candidate__traject",
        VotingRound: "session__traject",
        StepCompletion: "traject",
        DreamCollection: "traject",
        DreamBox: "traject",
        DreamImage: "traject",
        DreamCluster: "candidate__traject",
        DreamPlace: "dream__traject",
        DreamStar: "dream__traject",
        Goal: "traject",
        GoalRemark: "goal__traject",
        GoalAdoption: "goal__traject",
        Action: "traject",
        ActionOwner: "action__traject",
        ActionStep: "action__traject",
        ActionNeed: "action__traject",
        ActionStatement: "action__traject",
        ProgressNote: "action__traject",
        Measurement: "action__traject",
        PlanText: "traject",
        PlanDecision: "traject",
        PlanDocument: "traject",
    }
    return [
        list(model._base_manager.filter(**{path: traject}).order_by("pk").values())
        for model, path in paths.items()
    ]


def crossings(world: World) -> list[str]:
    a, b = world.a.organisation.pk, world.b.organisation.pk
    own = {"traject__organisation": a}
    found = {
        "scan": Traject.objects.filter(organisation=a, scan__organisation=b),
        "department": Participant.objects.filter(**own, department__organisation=b),
        "person": Participant.objects.filter(**own, user__memberships__organisation=b),
        "who": Agreement.objects.filter(**own, who__traject__organisation=b),
        "departments": Initiative.objects.filter(**own, departments__organisation=b),
        "merged": Initiative.objects.filter(**own, merged_into__traject__organisation=b),
        "talked": LiveSession.objects.filter(**own, candidate__traject__organisation=b),
        "met": LiveSession.objects.filter(**own, meeting__traject__organisation=b),
        "grouped": Candidate.objects.filter(**own, grouped_into__traject__organisation=b),
        "dreamt": DreamPlace.objects.filter(
            dream__traject__organisation=a, candidate__traject__organisation=b
        ),
        "rooted": GoalDream.objects.filter(
            goal__traject__organisation=a, dream__traject__organisation=b
        ),
        "made": DreamSource.objects.filter(
            dream__traject__organisation=a, source__traject__organisation=b
        ),
        "adopted": GoalAdoption.objects.filter(
            goal__traject__organisation=a, people__traject__organisation=b
        ),
        "parked": Candidate.objects.filter(**own, parked_before__traject__organisation=b),
        "aimed": Action.objects.filter(**own, goal__traject__organisation=b),
        "done by": Action.objects.filter(**own, department__organisation=b),
        "carried": ActionOwner.objects.filter(
            action__traject__organisation=a, user__memberships__organisation=b
        ),
        "carried by a guest": ActionOwner.objects.filter(
            action__traject__organisation=a, guest__traject__organisation=b
        ),
        "waits": ActionNeed.objects.filter(
            action__traject__organisation=a, needed__traject__organisation=b
        ),
    }
    return [name for name, rows in found.items() if rows.exists()]


def test_every_route_of_the_road_is_visited(world):
    reached = {visit.url for visit in visits(world.a)}

    missing = [route.name for route in ROAD if not any(True for _ in visits_of(route, world.a))]

    assert missing == []
    assert len(reached) > 20
    assert len(forged(world)) > 100


# All of them take minutes: four workers share them.
@pytest.mark.parametrize("quarter", range(4))
@pytest.mark.parametrize(
    "person", ["coordinator", pytest.param("moderator", marks=pytest.mark.deep)]
)
def test_identifier_of_b_in_a_request_of_a_is_refused_or_ignored(canaries, client, person, quarter):
    people = {"coordinator": canaries.els, "moderator": User.objects.get(name="Moderator")}
    client.force_login(people[person])
    client.get("/afmelden/")
    own, before = {visit.url for visit in visits(canaries.a)}, rows_of_b(canaries)

    let_in, heard, changed = [], [], []
    for visit in forged(canaries)[quarter::4]:
        response, crossed, after = made(client, visit, canaries)
        # A post that is not of this place is answered like any other that is not allowed.
        if visit.url not in own and response.status_code not in {*REFUSED, 405}:
            let_in.append((visit.url, response.status_code))
        if CANARY.lower() in text_of(response):
            heard.append(visit)
        if crossed or after != before:
            changed.append((visit, crossed))

    assert (let_in, heard, changed) == ([], [], [])


def test_road_of_b_does_not_exist_for_a(canaries, client):
    client.force_login(canaries.els)
    before = domain_hash()

    found = {
        visit: visit.by(client).status_code
        for visit in visits(canaries.b)
        if not visit.url.startswith(("/meedoen/", "/sessie/", "/voorbeeldacties/"))
    }

    assert found == dict.fromkeys(found, 404)
    assert domain_hash() == before


def test_canary_is_on_the_pages_of_b(canaries, client):
    """The tests above can only be trusted if the canary sings at home."""
    client.force_login(canaries.chaima)
    client.get("/afmelden/")

    silent = [
        (route.name, response.status_code)
        for route in ROAD
        if route.name not in NO_PAGE
        for visit in visits_of(route, canaries.b)
        if visit.method == "get"
        for response in [visit.by(client)]
        if response.status_code == 200 and CANARY.lower() not in text_of(response)
    ]

    assert silent == []
