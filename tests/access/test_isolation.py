"""What is of municipality b never reaches the people of a, nor changes by them (promise 3)."""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import product
from zipfile import ZipFile

import pytest
from django.http import HttpResponse

from accounts.models import Invitation, Membership, Organisation, User
from scans.models import Answer, Reopening, Scan
from tests.access.routes import routes
from tests.access.visit import CANARY, REFUSED, Visit
from tests.factories import (
    DepartmentFactory,
    InvitationFactory,
    PredecessorFactory,
    ReopeningFactory,
)
from tests.world import Place, World, domain_hash

# Not counted as coverage, which would double its time: other tests reach each of these lines.
pytestmark = pytest.mark.no_cover

HTMX = {"HX-Request": "true"}
UNSENT_TOKEN = "nooit-verstuurd"
# They may less than Els, on the same pages: the long run sends them too.
LESS = [pytest.param(person, marks=pytest.mark.deep) for person in ("bram", "rita")]
TABLES = ("", "cijfers", "antwoorden", "interessant", "onbekend", "sdg", "iso")


@pytest.fixture
def canaries(world: World) -> World:
    """Every text of b carries the canary, and so does what its people are called."""
    b = world.b
    texts = {"remark": f"{CANARY} opmerking", "reason": f"{CANARY} reden"}
    Answer.objects.filter(respondent__scan__organisation=b.organisation).update(**texts)
    User.objects.filter(pk=world.chaima.pk).update(name=CANARY, email="kanarie7@b.example")
    Organisation.objects.filter(pk=b.organisation.pk).update(name=f"Gemeente {CANARY}")
    for own, organisation in ((5_000_000, world.a.organisation), (6_000_000, b.organisation)):
        mark = CANARY if organisation == b.organisation else ""
        DepartmentFactory(pk=own, organisation=organisation, name=f"Dienst {mark}")
        PredecessorFactory(pk=own + 1, organisation=organisation, name=f"Vroeger {mark}")
    for scan in (b.running, b.finished):
        ReopeningFactory(scan=scan, by=world.chaima, undone_finish_by=world.chaima, reason=CANARY)
    return world


@pytest.fixture(autouse=True)
def _invitations(world: World) -> None:
    for number, place, mark in ((7_000_000, world.a, ""), (8_000_000, world.b, CANARY)):
        InvitationFactory(
            pk=number,
            organisation=place.organisation,
            created_by=place.coordinator,
            name=f"Gast {mark}",
            email=f"gast{mark.lower()}@c.example",
        )


def visits(place: Place, theme: str) -> list[Visit]:
    """Every request that the coordinator of this place can make, with all it may carry."""
    organisation = place.organisation
    found = [
        Visit("get", "/"),
        Visit("get", f"/besturen/{organisation.pk}/accent-{organisation.accent_hex}.css"),
        Visit("get", f"/besturen/{organisation.pk}/scans/nieuw/"),
        start(organisation),
        Visit("get", "/mijn-gegevens/"),
        Visit("post", "/mijn-gegevens/", (("name", "Anders"), ("language", "nl"))),
        Visit("post", "/mijn-gegevens/aanmeldingen/stoppen/"),
    ]
    for scan, other in ((place.running, place.finished), (place.finished, place.running)):
        found += visits_of_scan(scan, theme)
        found.append(Visit("get", f"/scans/{scan.pk}/vergelijken/{other.pk}/"))
    return [
        *found,
        *visits_of_organisation(organisation),
        *visits_of_invitations(organisation),
        *visits_of_people(place),
    ]


def visits_of_invitations(organisation: Organisation) -> Iterator[Visit]:
    base = f"/besturen/{organisation.pk}/"
    number = ("organisation", str(organisation.pk))
    department = organisation.departments.first()
    person = {
        "name": "Koen",
        "email": "koen@c.example",
        "role": "reader",
        "department": str(department.pk) if department else "",
    }
    row = {f"person-0-{field}": value for field, value in person.items()}
    rows = {**row, "person-TOTAL_FORMS": "1", "person-INITIAL_FORMS": "0", "send": "1"}
    yield Visit("get", f"{base}mensen/uitnodigen/")
    yield Visit("post", f"{base}mensen/uitnodigen/", (*person.items(), ("language", "nl"), number))
    yield Visit("get", f"{base}mensen/uitnodigen/lijst/")
    yield Visit("post", f"{base}mensen/uitnodigen/lijst/", (("pasted", "koen@c.example"), number))
    yield Visit(
        "post", f"{base}mensen/uitnodigen/lijst/", (*rows.items(), ("language", "nl"), number)
    )
    yield Visit("post", f"{base}uitnodigingen/versturen/", (number,))
    invitation = f"{base}uitnodigingen/{invitation_of(organisation)}/"
    yield Visit("post", f"{invitation}opnieuw/", (number,))
    yield Visit("post", f"{invitation}intrekken/", (number,))
    yield Visit("get", f"/uitnodiging/{UNSENT_TOKEN}/")
    yield Visit("post", f"/uitnodiging/{UNSENT_TOKEN}/", (number,))


def invitation_of(organisation: Organisation) -> int:
    return organisation.invitations.get(name__startswith="Gast").pk


def member_of(place: Place) -> int:
    return place.coordinator.memberships.get().pk


def visits_of_people(place: Place) -> Iterator[Visit]:
    """The coordinator is the member; leaving comes last."""
    base = f"/besturen/{place.organisation.pk}/"
    member = f"{base}mensen/{member_of(place)}/"
    for page in (f"{base}mensen/", member, f"{member}verwijderen/", f"{base}vertrekken/"):
        yield Visit("get", page)
    number = (("organisation", str(place.organisation.pk)),)
    yield Visit("post", member, (("role", "reader"), *number))
    yield Visit("post", f"{member}verwijderen/", number)
    yield Visit("post", f"{base}vertrekken/", number)


def visits_of_organisation(organisation: Organisation) -> Iterator[Visit]:
    base = f"/besturen/{organisation.pk}/"
    pages = ("", "gegevens/", "gegevens/kleur/", "logo/", "diensten/", "voorgangers/")
    for page in (*pages, f"logo-{organisation.accent_hex}.png"):
        yield Visit("get", base + page)
    number = ("organisation", str(organisation.pk))
    yield Visit("post", f"{base}gegevens/", (("name", "Anders"), number))
    yield Visit("post", f"{base}logo/", (("remove", "1"), number))
    for page, rows in (
        ("diensten", organisation.departments),
        ("voorgangers", organisation.predecessors),
    ):
        fields = tuple(
            (f"{row._meta.model_name}-{row.pk}-{field}", value)
            for row in rows.all()
            for field, value in (("name", "Anders"), ("remove", "on"))
        )
        yield Visit("post", f"{base}{page}/", (*fields, ("new0-name", "Nieuw"), number))


def row_numbers(world: World) -> dict[str, tuple[str, ...]]:
    """Of the departments and predecessors of a, with those of b."""
    a, b = world.a.organisation, world.b.organisation
    return {
        str(own.pk): tuple(str(pk) for pk in foreign.values_list("pk", flat=True))
        for rows, foreign in ((a.departments, b.departments), (a.predecessors, b.predecessors))
        for own in rows.all()
    }


def start(organisation: Organisation) -> Visit:
    data = {"depth": "light", "year": "2031", "organisation": str(organisation.pk)}
    return Visit("post", f"/besturen/{organisation.pk}/scans/nieuw/", tuple(data.items()))


def visits_of_scan(scan: Scan, theme: str) -> Iterator[Visit]:
    base = f"/scans/{scan.pk}/"
    for page in ("", "resultaat/", "afronden/", "heropenen/", "verwijderen/", f"themas/{theme}/"):
        yield Visit("get", base + page)
    for figure, table, headers in product(("1", "globaal"), TABLES, ((), tuple(HTMX.items()))):
        yield Visit("get", f"{base}resultaat/", (("waarom", figure), ("toon", table)), headers)
    yield Visit("get", f"{base}resultaat/pdf/")
    yield Visit("get", f"{base}resultaat/pdf/1/")
    yield Visit("post", f"{base}resultaat/pdf/", (("names", "on"), ("scan", str(scan.pk))))
    for kind in ("xlsx", "csv"):
        yield Visit("post", base + "resultaat/cijfers/", (("format", kind), ("remarks", "on")))
    yield Visit("post", base + "heropenen/", (("reason", "zomaar"),))
    yield Visit("post", base + "verwijderen/", (("name", scan.organisation.name),))
    yield Visit("post", base + "afronden/", (("scan", str(scan.pk)),))
    code = f"{theme}-1a"
    answer = (
        ("statement", code),
        (f"{code}-answer", "no"),
        (f"{code}-version", "1"),
        (f"{code}-remark", "van ons"),
        ("keep", f"mine:{code}:1"),
        ("scan", str(scan.pk)),
    )
    url = f"{base}themas/{theme}/"
    yield Visit("post", url, answer)
    yield Visit("post", url, answer, tuple(HTMX.items()))
    swap = ("HX-Current-URL", f"http://testserver{url}"), ("HX-Target", f"{code}-state")
    yield Visit("post", url, answer, (*HTMX.items(), *swap))


def text_of(response: HttpResponse) -> str:
    return f"{dict(response.headers)}{response.cookies}{words_of(response)}".lower()


def words_of(response: HttpResponse) -> str:
    """A workbook is packed; its words are in the parts."""
    if not response.content.startswith(b"PK"):
        return response.content.decode()
    with ZipFile(BytesIO(response.content)) as packed:
        return "".join(packed.read(name).decode() for name in packed.namelist())


def forged(world: World) -> list[Visit]:
    """Every request of a, once for each place where an identifier of b fits: only that place is
    changed, the rest stays a's."""
    a, b = world.a, world.b
    numbers = {
        str(a.organisation.pk): (str(b.organisation.pk),),
        str(a.running.pk): (str(b.running.pk), str(b.finished.pk)),
        str(a.finished.pk): (str(b.running.pk), str(b.finished.pk)),
        "thema-2": ("thema-3",),
        str(member_of(a)): (str(member_of(b)),),
        str(invitation_of(a.organisation)): (str(invitation_of(b.organisation)),),
        **row_numbers(world),
    }
    return [
        forgery
        for visit in visits(a, "thema-2")
        for own, theirs in numbers.items()
        for foreign in theirs
        for forgery in replacements(visit, own, foreign)
    ]


def replacements(visit: Visit, own: str, foreign: str) -> Iterator[Visit]:
    whole = re.compile(rf"(?<![\w]){re.escape(own)}(?![\w])")
    if whole.search(visit.url):
        yield Visit(visit.method, whole.sub(foreign, visit.url), visit.data, visit.headers)
    for pairs in ("data", "headers"):
        stored = getattr(visit, pairs)
        for i, (name, value) in enumerate(stored):
            if whole.search(name) or whole.search(value):
                changed = (whole.sub(foreign, name), whole.sub(foreign, value))
                parts = {"data": visit.data, "headers": visit.headers}
                parts[pairs] = (*stored[:i], changed, *stored[i + 1 :])
                yield Visit(visit.method, visit.url, **parts)


def hash_of_b(world: World) -> list:
    organisation = world.b.organisation
    return [
        list(model._base_manager.filter(**{path: organisation.pk}).order_by("pk").values())
        for model, path in (
            (Organisation, "pk"),
            (Membership, "organisation"),
            (Invitation, "organisation"),
            (Scan, "organisation"),
            (Reopening, "scan__organisation"),
            (Answer, "respondent__scan__organisation"),
        )
    ]


def test_forgeries_cover_every_place_of_an_identifier(world):
    """The fuzz below is worth something only while it has these."""
    made = forged(world)

    assert {visit.method for visit in made} == {"get", "post"}
    assert set(made).isdisjoint(visits(world.a, "thema-2"))
    assert len(made) > 60


def test_every_route_with_an_identifier_is_visited(world):
    visited = {visit.url for visit in visits(world.a, "thema-2")}

    # A session is nobody's but one person's: tests/accounts/views/test_sessions.py.
    own = [
        route
        for route in routes()
        if route.name.startswith(("scans:", "accounts:")) or route.name == "home"
        if "session_pk" not in route.arguments
        if not route.pattern.startswith("voorbeeldacties/")  # the catalogue belongs to nobody
    ]
    values = {
        "code": "thema-2",
        "report_pk": 1,
        "version": world.a.organisation.accent_hex,
        "member_pk": member_of(world.a),
        "invitation_pk": invitation_of(world.a.organisation),
        "token": UNSENT_TOKEN,
    }
    running, finished = world.a.running.pk, world.a.finished.pk
    beside = {running: finished, finished: running}
    expected = {
        route.url(pk=pk, other_pk=beside.get(pk), **values)
        for route in own
        for pk in (
            [world.a.organisation.pk]
            if route.pattern.startswith("besturen/")
            else [running, finished]
        )
    }
    assert visited == expected


@pytest.mark.parametrize("person", ["els", *LESS])
def test_identifier_of_b_in_a_request_of_a_is_refused_or_ignored(canaries, client, person):
    client.force_login(canaries.person(person))
    before = hash_of_b(canaries)

    answers = [(visit, visit.by(client)) for visit in forged(canaries)]

    own = {visit.url for visit in visits(canaries.a, "thema-2")}
    let_in = [
        (visit, response.status_code)
        for visit, response in answers
        if visit.url not in own and response.status_code not in REFUSED
    ]
    assert let_in == []
    assert [visit for visit, response in answers if CANARY.lower() in text_of(response)] == []
    assert hash_of_b(canaries) == before


def test_path_with_an_identifier_of_b_does_not_exist_for_a(canaries, client):
    client.force_login(canaries.els)
    before = domain_hash()

    answers = {
        visit: visit.by(client).status_code
        for visit in visits(canaries.b, "thema-3")
        if visit.url != "/" and not visit.url.startswith("/mijn-gegevens/")
    }

    assert answers == dict.fromkeys(answers, 404)
    assert domain_hash() == before


@pytest.mark.parametrize("person", ["els", *LESS])
def test_nothing_of_b_is_on_any_page_of_a(canaries, client, person):
    client.force_login(canaries.person(person))

    seen = [text_of(visit.by(client)) for visit in visits(canaries.a, "thema-1")]
    seen += [text_of(client.get(path)) for path in ("/wachtwoord/wijzigen/", "/ontwerp/")]

    assert [text for text in seen if CANARY.lower() in text] == []


def test_canary_is_on_the_pages_of_b(canaries, client):
    """The tests above can only be trusted if the canary sings at home."""
    client.force_login(canaries.chaima)

    silent = [
        visit.url
        for visit in visits(canaries.b, "thema-1")
        if visit.method == "get"
        and not visit.headers  # a part of a page names nobody
        and not visit.url.endswith((".css", ".png", "/kleur/"))
        and "/pdf/" not in visit.url  # tests/scans/views/test_report.py
        and CANARY.lower() not in text_of(visit.by(client))
    ]

    assert silent == []


def test_canary_is_in_the_files_of_b(canaries, client):
    client.force_login(canaries.chaima)

    files = [visit for visit in visits(canaries.b, "thema-1") if visit.url.endswith("/cijfers/")]
    silent = [visit for visit in files if CANARY.lower() not in text_of(visit.by(client))]

    assert (len(files), silent) == (4, [])


@pytest.mark.parametrize("person", ["els", LESS[0]])
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_statement_of_b_in_a_form_of_a_changes_nothing(world, client, person, headers):
    foreign = "thema-3-1a"
    data = {
        "statement": foreign,
        f"{foreign}-answer": "no",
        f"{foreign}-version": "0",
        "keep": f"mine:{foreign}:1",
    }
    client.force_login(world.person(person))
    before = domain_hash()

    response = client.post(f"/scans/{world.a.running.pk}/themas/thema-1/", data, headers=headers)

    # Without JavaScript the whole page is due, so that form is incomplete.
    assert response.status_code == (404 if headers else 422)
    assert domain_hash() == before
