"""What people type is never markup, on no page (promise 11)."""

from collections.abc import Iterator
from io import BytesIO
from urllib.parse import urlsplit

import pytest
from django.apps import apps
from django.contrib.admin.models import CHANGE, LogEntry
from django.core import mail
from django.db import models
from django.test import Client
from django.utils.timezone import now
from openpyxl import load_workbook

from accounts.models import Invitation, Organisation, Role, User
from accounts.tokens import token_hash
from scans.models import Answer, ProfileFact, Scan
from tests.accounts.invited import WEEK
from tests.factories import (
    DepartmentFactory,
    InvitationFactory,
    IsoSubjectFactory,
    MembershipFactory,
    OrganisationFactory,
    PredecessorFactory,
    ReopeningFactory,
    ScanFactory,
    SdgFactory,
    UserFactory,
    answer_all,
    published_questionnaire,
)
from tests.mvoscan.poisoned_road import NOW, PAYLOAD, lay_road
from tests.page import links, page_of
from trajects.models import LiveSession

# Not counted as coverage, which would double its time: other tests reach each of these lines.
pytestmark = pytest.mark.no_cover

# Their form is checked before anything is stored, and addresses are built from them.
CHECKED = {
    *("code", "kind", "nis_code", "kbo_number", "accent", "password", "content_hash", "track"),
    *("step", "statement_code", "subject", "stage", "void_reason", "item", "option"),
    # Of what is left out, or set aside, alone: lay_road writes them.
    *("left_out_because", "set_aside_because", "stopped_because", "ended_by", "example_code"),
}
# Who has an account is called as the account is; a reason belongs to what was left out.
ONLY = {"participant": {"user": None}}

# Pages on which what somebody typed is shown.
SHOWN = {
    "/",
    "/scans/N/",
    "/scans/N/themas/thema-1/",
    "/scans/N/resultaat/",
    "/scans/N/verwijderen/",
    "/besturen/N/",
    "/besturen/N/diensten/",
    "/besturen/N/gegevens/",
    "/besturen/N/mensen/",
    "/besturen/N/mensen/uitnodigen/",
    "/besturen/N/scans/nieuw/",
    "/besturen/N/voorgangers/",
    "/mijn-gegevens/",
    "/trajecten/N/",
    "/trajecten/N/actieplan/",
    "/trajecten/N/actieplan/N/",
    "/trajecten/N/actieplan/N/waarom/",
    "/trajecten/N/actieplan/N/wijzigen/",
    "/trajecten/N/actieplan/beslissing/",
    "/trajecten/N/actieplan/bord/",
    "/trajecten/N/actieplan/mijn/",
    "/trajecten/N/actieplan/teksten/",
    "/trajecten/N/actieplan/tijdlijn/",
    "/trajecten/N/actieplan/volledig/",
    "/trajecten/N/actieplan/voorbeelden/",
    "/trajecten/N/actieplan/voorbeelden/actie-werking-99/",
    "/trajecten/N/bijeenkomsten/N/",
    "/trajecten/N/doelen/",
    "/trajecten/N/doelen/N/",
    "/trajecten/N/doelen/N/aanneming-intrekken/",
    "/trajecten/N/doelen/N/opzij/",
    "/trajecten/N/doelen/N/wijzigen/",
    "/trajecten/N/droombeelden/",
    "/trajecten/N/droombeelden/N/",
    "/trajecten/N/droombeelden/N/wijzigen/",
    "/trajecten/N/droombeelden/inzameling/",
    "/trajecten/N/droombeelden/schrijven/",
    "/trajecten/N/droombeelden/thema/N/",
    "/trajecten/N/lokale-foto/",
    "/trajecten/N/lokale-foto/N/",
    "/trajecten/N/lokale-foto/afdruk/",
    "/trajecten/N/lokale-foto/dubbels/",
    "/trajecten/N/lokale-foto/overzicht/",
    "/trajecten/N/mensen/",
    "/trajecten/N/sessies/N/",
    "/trajecten/N/sessies/N/notities/N/",
    "/trajecten/N/sessies/N/scherm/",
    "/trajecten/N/themas/",
    "/trajecten/N/themas/groen-licht/",
    "/trajecten/N/themas/kandidaten/",
    "/trajecten/N/themas/kandidaten/N/",
    "/trajecten/N/themas/keuze/",
    "/trajecten/N/themas/rondes/N/",
    "/trajecten/N/start/",
    "/trajecten/N/stappen/start/",
    "/beheer/accounts/organisation/N/change/",
    "/beheer/accounts/user/N/history/",
    "/beheer/scans/statement/N/change/",
}


@pytest.fixture
def poisoned(db) -> Client:
    """A signed-in superuser and coordinator of a place where every text is a payload."""
    user = UserFactory(is_staff=True, is_superuser=True)
    organisation = OrganisationFactory()
    MembershipFactory(user=user, organisation=organisation, role=Role.COORDINATOR)
    DepartmentFactory(organisation=organisation)
    PredecessorFactory(organisation=organisation)
    InvitationFactory(organisation=organisation, created_by=user)
    questionnaire = published_questionnaire(themes=(1,))
    subject, sdg = IsoSubjectFactory(), SdgFactory()
    theme = questionnaire.themes.get().theme
    theme.iso_subjects.add(subject)
    theme.sdgs.add(sdg)
    own = {"organisation": organisation, "questionnaire": questionnaire, "started_by": user}
    finished = ScanFactory(**own, year=2025, finished_at=NOW, finished_by=user)
    for scan in (finished, ScanFactory(**own)):
        answer_all(scan, "jnwx jnwx", by=user)
        ReopeningFactory(scan=scan, by=user, undone_finish_by=user)
    ProfileFact(
        questionnaire=questionnaire, position=1, code="x", question="x", help="x", why="x"
    ).save_base(raw=True)
    LogEntry.objects.create(
        user=user, action_flag=CHANGE, object_id=str(organisation.pk), object_repr="x"
    )
    lay_road(organisation, finished, user)
    poison()
    client = Client()
    client.force_login(user)
    return client


def poison() -> None:
    for model in apps.get_models():
        if model._meta.app_label in ("accounts", "scans", "trajects", "admin"):
            texts = dict(poisoned_columns(model))
            if texts:
                # Past the guard of published questionnaires, which is what an attacker would like.
                rows = models.QuerySet(model).filter(**ONLY.get(model._meta.model_name, {}))
                rows.update(**texts)


def poisoned_columns(model: type[models.Model]) -> Iterator[tuple[str, object]]:
    for field in model._meta.concrete_fields:
        if field.name in CHECKED or field.choices or (field.unique and field.name != "name"):
            continue
        if isinstance(field, models.JSONField):
            yield field.name, JSON.get(field.name, [PAYLOAD])
        elif isinstance(field, models.CharField | models.TextField):
            yield field.name, models.Value(PAYLOAD)


JSON = {
    "items": [{"key": "k1", "name": PAYLOAD, "short_name": PAYLOAD}],
    "tracks": {"a": PAYLOAD, PAYLOAD: PAYLOAD},
    "words": [{"word": PAYLOAD, "means": PAYLOAD}],
    "options": [{"code": PAYLOAD, "label": PAYLOAD}],
    "condition_values": [],
    "before": {"sentence": PAYLOAD, "theme": [1, PAYLOAD], "dreams": [[1, PAYLOAD]]},
    "after": {"result": PAYLOAD},
}


def crawl(client: Client, *starts: str) -> dict[str, str]:
    """Address → HTML of every page that links lead to."""
    seen: dict[str, str] = {}
    waiting = list(starts)
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        response = client.get(path)
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        seen[path] = response.content.decode() if is_page else ""
        if is_page and response.status_code == 200:
            targets = (urlsplit(link).path for link in links(page_of(response)))
            waiting += [target for target in targets if target.startswith("/")]
    return seen


def test_stored_markup_is_text_on_every_page(poisoned):
    session = LiveSession.objects.get()
    desk = f"/trajecten/{session.traject_id}/sessies/{session.pk}/"
    # Linked from the desk at another stage.
    notes = f"{desk}notities/{session.candidate_id}/"
    pages = crawl(poisoned, "/", "/beheer/", notes)

    ran = [path for path, html in pages.items() if "<xss" in html.lower()]
    shown = [path for path, html in pages.items() if "&lt;xss" in html.lower()]
    assert ran == []
    assert {shape(path) for path in shown} >= SHOWN


def test_stored_markup_is_text_for_a_guest(poisoned):
    pages = crawl(Client(), "/meedoen/geheim/")

    shown = {shape(path) for path, html in pages.items() if "&lt;xss" in html.lower()}
    assert [path for path, html in pages.items() if "<xss" in html.lower()] == []
    assert shown >= {
        "/meedoen/geheim/",
        "/meedoen/geheim/doelen/",
        "/meedoen/geheim/doelen/N/",
        "/meedoen/geheim/droombeelden/",
        "/meedoen/geheim/droombeelden/N/wijzigen/",
        "/meedoen/geheim/lokale-foto/",
    }


def test_stored_markup_is_text_in_a_workbook(poisoned):
    scan = Scan.objects.get(finished_at__isnull=False)
    asked = {"format": "xlsx", "remarks": "on"}

    response = poisoned.post(f"/scans/{scan.pk}/resultaat/cijfers/", asked)

    book = load_workbook(BytesIO(response.content))
    cells = [cell for page in book for row in page.iter_rows() for cell in row]
    found = {cell.data_type for cell in cells if PAYLOAD in str(cell.value)}
    assert found == {"s"}
    assert [cell for cell in cells if cell.data_type == "f" or cell.hyperlink] == []


def shape(path: str) -> str:
    return "/".join("N" if part.isdecimal() else part for part in path.split("/"))


def test_markup_in_a_refused_save_is_text(poisoned):
    answer = Answer.objects.filter(respondent__scan__finished_at=None).first()
    scan, code = answer.respondent.scan, answer.statement.code
    data = {f"{code}-answer": "no", f"{code}-version": "0", f"{code}-remark": PAYLOAD}

    pages = [
        poisoned.post(
            f"/scans/{scan.pk}/themas/thema-1/",
            {**data, "statement": code},
            headers=headers,
        ).content.decode()
        for headers in ({}, {"HX-Request": "true"})
    ]

    assert ["<xss" in page for page in pages] == [False, False]
    assert ["&lt;xss" in page for page in pages] == [True, True]


def test_markup_in_an_invitation_is_text(poisoned):
    Invitation.objects.update(token_hash=token_hash("geheim"), expires_at=now() + WEEK)

    html = Client().get("/uitnodiging/geheim/").content.decode()

    assert ("<xss" in html, "&lt;xss" in html) == (False, True)


@pytest.mark.parametrize("line", [f"{PAYLOAD};koen@a.example;{PAYLOAD};{PAYLOAD}", PAYLOAD])
def test_markup_in_a_pasted_list_is_text(poisoned, line):
    url = f"/besturen/{Organisation.objects.get().pk}/mensen/uitnodigen/lijst/"

    html = poisoned.post(url, {"pasted": line}).content.decode()

    assert ("<xss" in html, "&lt;xss" in html) == (False, True)


def test_markup_in_a_mail_is_text(poisoned):
    User.objects.update(email="els@a.example")
    Invitation.objects.update(email="koen@a.example")
    invitation = Invitation.objects.get()
    base = f"/besturen/{invitation.organisation_id}/uitnodigingen"
    poisoned.post(f"{base}/{invitation.pk}/opnieuw/")
    Client().post("/wachtwoord/vergeten/", {"email": "els@a.example"})

    pages = [message.alternatives[0].content for message in mail.outbox]

    assert [message.to for message in mail.outbox] == [["koen@a.example"], ["els@a.example"]]
    assert ["<xss" in page for page in pages] == [False, False]
    assert ["&lt;xss" in page for page in pages] == [True, True]


def test_markup_in_an_address_is_text(client, world):
    client.force_login(world.els)

    pages = [
        client.get("/aanmelden/", {"next": PAYLOAD}),
        client.get("/", {PAYLOAD: PAYLOAD}),
        client.get(f"/{PAYLOAD}/"),
        client.post("/voorkeuren/", {"next": PAYLOAD}, follow=True),
        Client().get("/aanmelden/", {"next": PAYLOAD}),
    ]

    assert [page for page in pages if "<xss" in page.content.decode()] == []
