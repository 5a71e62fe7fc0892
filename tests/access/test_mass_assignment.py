"""A form changes its own fields, whatever else is posted (promise 5)."""

import pytest

from accounts.models import Department, Invitation, Membership, Organisation, Predecessor, User
from scans.entries import Entry
from scans.models import Answer, Document, Reopening, Scan
from tests.access.roads import guest_of, traject_of
from tests.factories import RUNGS
from tests.world import TRACES
from trajects.models import (
    Action,
    ActionNeed,
    ActionOwner,
    ActionStatement,
    ActionStep,
    Agreement,
    Goal,
    GoalAdoption,
    GoalChange,
    GoalRemark,
    Initiative,
    Measurement,
    Meeting,
    Participant,
    PersonalLink,
    PlanDecision,
    PlanDocument,
    PlanText,
    ProgressNote,
    StepCompletion,
    Traject,
)

# Not counted as coverage, which would double its time: other tests reach each of these lines.
pytestmark = pytest.mark.no_cover

FIELDS = {
    field.attname: 1
    for model in (
        *(Scan, Answer, Reopening, Membership, User, Organisation, Predecessor, Invitation),
        *(Traject, Participant, PersonalLink, Meeting, Agreement, Initiative),
        *(Action, ProgressNote, Measurement),
    )
    for field in model._meta.concrete_fields
}
FORMS = {
    "scans/nieuw": ("/besturen/{organisation}/scans/nieuw/", {"depth": "light", "year": "2031"}),
    "afronden": ("/scans/{running}/afronden/", {}),
    "heropenen": ("/scans/{finished}/heropenen/", {"reason": "Nog een dienst."}),
    "pdf": ("/scans/{finished}/resultaat/pdf/", {"names": "on"}),
    "gegevens": (
        "/besturen/{organisation}/gegevens/",
        {
            "name": "Stad Aalbeke",
            "type": "municipality",
            "kbo_number": "0207.451.227",
            "nis_code": "11001",
            "accent": "#4a6a1e",
        },
    ),
    "diensten": ("/besturen/{organisation}/diensten/", {"new0-name": "Aankoop"}),
    "voorgangers": ("/besturen/{organisation}/voorgangers/", {"new0-name": "Oudelaar"}),
    "mensen": ("/besturen/{organisation}/mensen/{member}/", {"role": "contributor"}),
    "uitnodigen": (
        "/besturen/{organisation}/mensen/uitnodigen/",
        {"name": "Koen", "email": "koen@a.example", "role": "reader", "language": "nl"}
        | {"department": "", "department_id": ""},
    ),
    "lijst": (
        "/besturen/{organisation}/mensen/uitnodigen/lijst/",
        {"send": "1", "language": "nl", "person-TOTAL_FORMS": "1", "person-INITIAL_FORMS": "0"}
        | {f"person-0-{name}": value for name, value in FIELDS.items()}
        | {"person-0-name": "Koen", "person-0-email": "koen@a.example", "person-0-role": "reader"},
    ),
    "verwijderen": ("/besturen/{organisation}/mensen/{member}/verwijderen/", {}),
    "mijn-gegevens": ("/mijn-gegevens/", {"name": "Nieuwe Naam", "language": "en"}),
    "deelnemer toevoegen": (
        "/trajecten/{traject}/mensen/toevoegen/?rol=collega",
        {"save": "1", "name": "Koen", "email": "koen@a.example", "function": "", "department": ""},
    ),
    "leden toevoegen": (
        "/trajecten/{traject}/mensen/toevoegen/?rol=kopgroep",
        {"choose": "1", "members": ""},
    ),
    "deelnemer": (
        "/trajecten/{traject}/mensen/{participant}/",
        {"name": "Koen", "email": "koen@a.example", "function": "Tuinman", "department": ""},
    ),
    "opmerking bij een doel": (
        "/trajecten/{traject}/doelen/{goal}/opmerkingen/",
        {"text": "En wie betaalt dit?"},
    ),
    "doel aannemen": (
        "/trajecten/{traject}/doelen/{goal}/aannemen/",
        {"adopted_on": "2026-03-02", "others": "de raad", "version": "1"},
    ),
    "doel opzij": ("/trajecten/{traject}/doelen/{goal}/opzij/", {"because": "Dubbel"}),
    "actie toevoegen": (
        "/trajecten/{traject}/actieplan/nieuw/",
        {"goal": "", "title": "Tel de lampen", "starts_on": "", "due_on": ""}
        | {"baseline": "", "target": "", "cost_once": "1.200", "cost_yearly": "", "staff_days": ""},
    ),
    "teksten van het plan": (
        "/trajecten/{traject}/actieplan/teksten/",
        {"summary": "Kort.", "follow_up": "", "communication": "", "version": "0"},
    ),
    "beslissing over het plan": (
        "/trajecten/{traject}/actieplan/beslissing/",
        {"decision": "approved", "decided_by": "de raad", "decided_on": "2026-01-05"}
        | {"remarks": "", "shown": ""},
    ),
    "notitie bij een actie": (
        "/trajecten/{traject}/actieplan/{action}/voortgang/",
        {"text": "Loopt goed.", "on": "2026-01-05"},
    ),
    "meting van een actie": (
        "/trajecten/{traject}/actieplan/{action}/metingen/",
        {"value": "12,5", "on": "2026-01-05"},
    ),
    "actie klaar": (
        "/trajecten/{traject}/actieplan/{action}/klaar/",
        {"done_on": "2026-01-05"},
    ),
    "actie stoppen": (
        "/trajecten/{traject}/actieplan/{action}/stoppen/",
        {"because": "Het geld is op."},
    ),
    "link": ("/trajecten/{traject}/mensen/{participant}/link/", {}),
    "link intrekken": ("/trajecten/{traject}/mensen/{participant}/link/intrekken/", {}),
    "themas": (
        "/scans/{running}/themas/thema-2/",
        {f"thema-2-{step}{track}-version": "0" for step, track in RUNGS}
        | {f"thema-2-{step}{track}-seen": Entry().fingerprint for step, track in RUNGS}
        | {"thema-2-1a-answer": "yes"},
    ),
}
# Which columns may change by each form, and nothing else. A new row counts as a whole.
DOCUMENTED = {
    "scans/nieuw": {"scans_scan +1", "scans_respondent +1"},
    "afronden": {"scans_scan.finished_at", "scans_scan.finished_by_id", "scans_imprint +1"},
    "heropenen": {
        "scans_scan.finished_at",
        "scans_scan.finished_by_id",
        "scans_reopening +1",
        "scans_imprint -1",
    },
    "pdf": {"scans_document +1", "scans_report +1"},
    "gegevens": {
        "accounts_organisation.name",
        "accounts_organisation.kbo_number",
        "accounts_organisation.nis_code",
        "accounts_organisation.accent",
    },
    "diensten": {"accounts_department +1"},
    "voorgangers": {"accounts_predecessor +1"},
    "mensen": {"accounts_membership.role"},
    "uitnodigen": {"accounts_invitation +1"},
    "lijst": {"accounts_invitation +1"},
    "verwijderen": {"accounts_membership -1"},
    "mijn-gegevens": {"accounts_user.name", "accounts_user.language"},
    "deelnemer toevoegen": {"trajects_participant +1", "trajects_personallink +1"},
    "leden toevoegen": {"trajects_participant +1"},
    "deelnemer": {
        "trajects_participant.name",
        "trajects_participant.email",
        "trajects_participant.function",
        "trajects_personallink.revoked_at",
        "trajects_personallink.revoked_by_id",
    },
    "opmerking bij een doel": {"trajects_goalremark +1"},
    "doel aannemen": {"trajects_goaladoption +1"},
    "doel opzij": {
        "trajects_goal.set_aside_at",
        "trajects_goal.set_aside_by_id",
        "trajects_goal.set_aside_because",
    },
    "actie toevoegen": {"trajects_action +1"},
    "teksten van het plan": {"trajects_plantext +1"},
    "beslissing over het plan": {"trajects_plandecision +1"},
    "notitie bij een actie": {"trajects_progressnote +1"},
    "meting van een actie": {"trajects_measurement +1"},
    "actie klaar": {"trajects_action.done_on", "trajects_action.ended_by"},
    "actie stoppen": {
        "trajects_action.stopped_on",
        "trajects_action.stopped_because",
        "trajects_action.ended_by",
    },
    "link": {
        "trajects_personallink.token_hash",
        "trajects_personallink.created_at",
        "trajects_personallink.expires_at",
        "trajects_personallink.sent_at",
        "trajects_personallink.opened_at",
    },
    "link intrekken": {
        "trajects_personallink.revoked_at",
        "trajects_personallink.revoked_by_id",
    },
    "themas": {"scans_answer +1"},
}


@pytest.mark.parametrize("form", FORMS)
def test_form_with_every_model_field_changes_only_its_own(world, client, form):
    url, data = FORMS[form]
    numbers = {
        "organisation": world.a.organisation.pk,
        "running": world.a.running.pk,
        "finished": world.a.finished.pk,
        "member": world.rita.memberships.get().pk,
        "traject": traject_of(world.a).pk,
        "participant": guest_of(world.a).pk,
        "goal": traject_of(world.a).goals.get().pk,
        "action": traject_of(world.a).actions.order_by("pk").first().pk,
    }
    path = url.format(**numbers)
    if "members" in data:
        data = {**data, "members": numbers["member"]}
    if "goal" in data:
        data = {**data, "goal": numbers["goal"]}
    prefixed = {f"thema-2-1a-{name}": value for name, value in FIELDS.items()}
    client.force_login(world.els)
    before = tables()

    response = client.post(path, {**FIELDS, **prefixed, **data})

    assert response.status_code == 302
    assert differences(before, tables()) == DOCUMENTED[form]


@pytest.mark.parametrize("form", ["/aanmelden/", "/wachtwoord/wijzigen/", "/wachtwoord/vergeten/"])
def test_sign_in_form_with_every_model_field_changes_nothing(world, client, form):
    client.force_login(world.els)
    before = tables()

    client.post(form, FIELDS)

    assert differences(before, tables()) == set()


def test_stored_rows_of_a_posted_form_have_the_documented_values(world, client):
    """What was made carries the session's person and the address's scan, not the posted ones."""
    url, data = FORMS["themas"]
    client.force_login(world.bram)

    client.post(
        url.format(running=world.a.running.pk),
        {**data, "thema-2-1a-updated_by_id": str(world.els.pk), "thema-2-1a-version": "0"},
    )

    stored = Answer.objects.get(statement__code="thema-2-1a", respondent__scan=world.a.running)
    assert (stored.value, stored.version, stored.updated_by) == ("yes", 1, world.bram)


def tables() -> dict[str, dict[int, dict]]:
    return {
        model._meta.db_table: {row["id"]: row for row in model._base_manager.values()}
        for model in (Scan, Answer, Reopening, Membership, User, Organisation, *OTHERS, *ROAD)
    }


OTHERS = [
    Department,
    Document,
    Invitation,
    Predecessor,
    *(
        relation.related_model
        for relation in Scan._meta.related_objects
        if relation.related_model not in (Answer, Reopening)
    ),
]

ROAD = [
    *(Traject, Participant, PersonalLink, Meeting, Agreement, Initiative, StepCompletion),
    *(Goal, GoalRemark, GoalAdoption, GoalChange),
    *(Action, ActionNeed, ActionOwner, ActionStatement, ActionStep, Measurement, ProgressNote),
    *(PlanText, PlanDecision, PlanDocument),
]


def differences(before: dict, after: dict) -> set[str]:
    """ "table.column" for a changed value, "table +n" for new rows and "table -n" for lost ones."""
    found = set()
    for table, rows in before.items():
        new, lost = after[table].keys() - rows.keys(), rows.keys() - after[table].keys()
        found |= {f"{table} +{len(new)}"} if new else set()
        found |= {f"{table} -{len(lost)}"} if lost else set()
        for pk in rows.keys() & after[table].keys():
            stored = after[table][pk]
            names = stored.keys() - TRACES
            found |= {f"{table}.{name}" for name in names if stored[name] != rows[pk][name]}
    return found
