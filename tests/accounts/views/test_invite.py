from functools import partial

import pytest
from django.core import mail
from django.test import Client

from accounts.actions.invitations import Invitee, invite
from accounts.models import Invitation, Role
from tests.accounts.invited import NOW, invited, token_in
from tests.accounts.mail_server import use
from tests.at_once import overlapping
from tests.factories import DepartmentFactory, MembershipFactory
from tests.page import by_id, links, main_text, page_of
from tests.world import domain_hash

pytestmark = pytest.mark.usefixtures("clock")

ONE = {
    "name": "Koen De Wilde",
    "email": "Koen@A.example",
    "role": "reader",
    "department": "",
    "language": "en",
}
PASTED = """Naam\tE-mail\tRol\tDienst
Koen De Wilde\tkoen@a.example\tlezer\tSport
\tfien.de.wit@a.example\t\t
Els Peeters\tELS@a.example\tcoördinator\t
Zonder adres\t\tlezer\t
Rik Claes\trik@a.example\tbaas\tSport
"""


@pytest.fixture
def one(world) -> str:
    return f"/besturen/{world.a.organisation.pk}/mensen/uitnodigen/"


@pytest.fixture
def many(one) -> str:
    return f"{one}lijst/"


def rows(*people: tuple, language: str = "nl", **more: str) -> dict[str, str]:
    """What the browser sends for name, address, role, department and "leave out" of each."""
    names = ("name", "email", "role", "department", "leave_out")
    data = {"person-TOTAL_FORMS": str(len(people)), "person-INITIAL_FORMS": "0"}
    for i, person in enumerate(people):
        data |= {f"person-{i}-{name}": value for name, value in zip(names, person, strict=False)}
    return {**data, "language": language, "pasted": PASTED, "send": "1", **more}


KOEN = ("Koen De Wilde", "koen@a.example", "reader", "Sport")
FIEN = ("Fien De Wit", "fien@a.example", "contributor", "")


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(
    ("person", "status"), [("els", 200), ("bram", 403), ("rita", 403), ("chaima", 404)]
)
def test_inviting_is_for_the_coordinator(browse, one, many, person, status, method):
    answers = [getattr(browse(person), method)(url).status_code for url in (one, many)]

    # An empty post of the coordinator is incomplete, not refused.
    assert answers == [422 if (person, method) == ("els", "post") else status] * 2


# --- one person


def test_invitation_page_says_what_each_role_may(browse, one):
    response = browse("els").get(one)

    text = main_text(response)
    assert "Reader Reads the result once a scan is finished" in text.replace("Reader", "Reader ")
    assert by_id(page_of(response), "id_role_1").get("checked") == ""
    assert f"{one}lijst/" in links(page_of(response))


def test_one_colleague_is_invited_by_mail(world, browse, one):
    department = DepartmentFactory(organisation=world.a.organisation, name="Sport")

    response = browse("els").post(one, {**ONE, "department": department.pk}, follow=True)

    invitation = Invitation.objects.get()
    assert response.redirect_chain == [(f"/besturen/{world.a.organisation.pk}/mensen/", 302)]
    assert "1 invitation is sent." in main_text(response)
    assert (invitation.email, invitation.role, invitation.language) == (
        "koen@a.example",
        Role.READER,
        "en",
    )
    assert (invitation.department, invitation.created_by) == (department, world.els)
    assert (invitation.created_at, invitation.sent_at) == (NOW, NOW)
    (message,) = mail.outbox
    link = f"http://testserver/uitnodiging/{token_in(message.body)}/"
    assert link in message.body
    assert browse("els").get(link).status_code == 404
    assert "Choose a password" in main_text(browse_anonymously(link))


def browse_anonymously(link: str):
    client = Client()
    client.cookies["language"] = "en"
    return client.get(link)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({}, "Check 4 fields"),
        ({**ONE, "email": "geen adres"}, "Enter a valid email address."),
        ({**ONE, "email": "koen@a.example\nBcc: x@b.example"}, "Enter a valid email address."),
        ({**ONE, "email": "koen@a.example,x@b.example"}, "Enter a valid email address."),
        ({**ONE, "email": "koen@اa.example"}, "Enter a valid email address."),
        ({**ONE, "name": "Koen\r\nBcc: x@b.example"}, "Write this on one line."),
        ({**ONE, "name": "\u200b\u202e"}, "This field is required."),
        ({**ONE, "email": "Rita@A.example"}, "already takes part in your organisation."),
        ({**ONE, "role": "superuser"}, "Check 1 field"),
        ({**ONE, "language": "fr"}, "Check 1 field"),
        ({**ONE, "department": "999999"}, "Check 1 field"),
    ],
)
def test_wrong_invitation_is_refused_with_what_was_typed(browse, one, data, message):
    before = domain_hash()

    response = browse("els").post(one, data)

    assert response.status_code == 422
    assert message in main_text(response)
    assert (by_id(page_of(response), "id_name").get("value") or "")[:4] == data.get("name", "")[:4]
    assert (domain_hash(), mail.outbox) == (before, [])


def test_department_of_another_organisation_is_refused(world, browse, one):
    foreign = DepartmentFactory(organisation=world.b.organisation, name="Geheim")

    response = browse("els").post(one, {**ONE, "department": foreign.pk})

    assert response.status_code == 422
    assert "Geheim" not in response.content.decode()
    assert Invitation.objects.count() == 0


def test_invited_colleague_is_not_invited_twice(browse, one):
    browse("els").post(one, ONE)

    response = browse("els").post(one, ONE)

    assert response.status_code == 422
    assert "already has an invitation. You can send it again" in main_text(response)
    assert len(mail.outbox) == 1


def test_dead_mail_server_keeps_the_invitation_and_says_so(browse, one, settings):
    use(settings, 1)

    response = browse("els").post(one, ONE, follow=True)

    assert "1 invitation is kept, but not sent yet" in main_text(response)
    assert "could not be sent" in main_text(response)
    assert Invitation.objects.get().failed_at == NOW


# --- a list


def test_list_is_understood_before_anything_is_sent(world, browse, many):
    DepartmentFactory(organisation=world.a.organisation, name="sport")
    before = domain_hash()

    response = browse("els").post(many, {"pasted": PASTED})

    page, text = page_of(response), main_text(response)
    assert response.status_code == 200
    assert "4 people were found in your list. Nothing is sent yet." in text
    assert [
        tuple(by_id(page, f"id_person-{i}-{name}").get("value") for name in ("name", "email"))
        for i in range(4)
    ] == [
        ("Koen De Wilde", "koen@a.example"),
        ("Fien De Wit", "fien.de.wit@a.example"),
        ("Els Peeters", "els@a.example"),
        ("Rik Claes", "rik@a.example"),
    ]
    assert [chosen(page, f"id_person-{i}-role") for i in range(4)] == [
        "reader",
        "contributor",
        "coordinator",
        "",
    ]
    left_out = [by_id(page, f"id_person-{i}-leave_out").get("checked") for i in range(4)]
    assert left_out == [None, None, "", None]
    assert "Person 2 The name is made of the address." in text
    assert "Person 3 takes part already, or is invited" in text
    assert "Line 5 has no e-mail address: “Zonder adres lezer”." in text
    assert "The role on line 6 is not one of ours" in text
    assert "New department" not in text
    assert by_id(page, "id_pasted").text.strip() == PASTED.strip()
    assert (domain_hash(), mail.outbox) == (before, [])


def chosen(page, field: str) -> str:
    options = by_id(page, field).iter("option")
    return next(o.get("value") for o in options if o.get("selected") is not None)


def test_new_department_is_told(browse, many):
    response = browse("els").post(many, {"pasted": PASTED})

    assert main_text(response).count("New department: it is added.") == 2


def test_list_is_kept_and_sent(world, browse, many):
    response = browse("els").post(many, rows(KOEN, FIEN), follow=True)

    organisation = world.a.organisation
    assert response.redirect_chain == [(f"/besturen/{organisation.pk}/mensen/", 302)]
    assert "2 invitations are sent." in main_text(response)
    made = Invitation.objects.order_by("pk")
    assert [(one.email, one.role) for one in made] == [
        ("koen@a.example", Role.READER),
        ("fien@a.example", Role.CONTRIBUTOR),
    ]
    assert [one.department for one in made] == [organisation.departments.get(name="Sport"), None]
    assert {one.organisation for one in made} == {organisation}
    assert [message.to for message in mail.outbox] == [["koen@a.example"], ["fien@a.example"]]


def test_who_is_left_out_is_not_invited_whatever_the_row_holds(browse, many):
    wrong = ("", "geen adres", "baas", "x" * 300, "on")

    browse("els").post(many, rows(KOEN, wrong))

    assert [one.email for one in Invitation.objects.all()] == ["koen@a.example"]


def test_one_wrong_row_sends_nothing_and_loses_nothing(browse, many):
    before = domain_hash()

    response = browse("els").post(many, rows(KOEN, ("Fien", "fien@", "", "Jeugd")))

    page, text = page_of(response), main_text(response)
    assert response.status_code == 422
    assert "Nothing is sent yet" in text
    assert "Person 2, E-mail address: Enter a valid email address." in text
    assert "Person 2, Role: Choose a role." in text
    assert {"#id_person-1-email", "#id_person-1-role"} <= set(links(page))
    assert by_id(page, "id_person-1-email").get("value") == "fien@"
    assert by_id(page, "id_person-1-department").get("value") == "Jeugd"
    assert by_id(page, "id_pasted").text.strip() == PASTED.strip()
    assert (domain_hash(), mail.outbox) == (before, [])


TAMPERED = [
    (("K\r\nBcc: x@b.example", "koen@a.example", "reader", ""), "Write this on one line."),
    (("Koen", "koen@a.example\r\nBcc: x@b.example", "reader", ""), "valid email"),
    (("Koen", "koen@a.example", "superuser", ""), "Select a valid choice"),
    (("Koen", "koen@a.example", "reader", "Sport\nx"), "Write this on one line."),
    (("Koen", "koen@a.example", "reader", "x" * 121), "at most 120 characters"),
    (("", "", "", ""), "This field is required."),
    (("Rita", "RITA@a.example", "coordinator", ""), "already takes part"),
    (("Bo", "bo@a.example", "reader", ""), "already has an invitation"),
    (("Koen", "Fien@A.example", "reader", ""), "stands in the list twice"),
]


@pytest.mark.parametrize(("person", "message"), TAMPERED)
def test_tampered_row_is_refused(world, browse, many, person, message):
    invited(organisation=world.a.organisation, email="bo@a.example")
    before = domain_hash()

    response = browse("els").post(many, rows(FIEN, person))

    assert response.status_code == 422
    assert message in main_text(response)
    assert (domain_hash(), mail.outbox) == (before, [])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"person-TOTAL_FORMS": "x"}, "This page is incomplete."),
        ({"person-TOTAL_FORMS": ""}, "This page is incomplete."),
        ({"person-TOTAL_FORMS": "-1"}, "Everybody is left out."),
        ({"person-TOTAL_FORMS": "0"}, "Everybody is left out."),
        ({"person-TOTAL_FORMS": "51"}, "at most 50 forms"),
        ({"person-TOTAL_FORMS": "999999999"}, "at most 50 forms"),
        ({"person-0-leave_out": "on"}, "Everybody is left out."),
        ({"language": "fr"}, "Select a valid choice"),
    ],
)
def test_tampered_list_is_refused(browse, many, change, message):
    before = domain_hash()

    response = browse("els").post(many, rows(KOEN, **change))

    assert response.status_code == 422
    assert message in main_text(response)
    assert (domain_hash(), mail.outbox) == (before, [])


@pytest.mark.parametrize(
    ("pasted", "message"),
    [
        ("", "Paste a list first."),
        (" \n\t\n", "Paste a list first."),
        (";;;", "There is no e-mail address in this list."),
        ("Jan Peeters", "Line 1 has no e-mail address: “Jan Peeters”."),
        ("x" * 100_000, "This text is too long to be a list of people"),
        ("koen@a.example " * 5_000, "This text is too long to be a list of people"),
        ("\ufffdPNG\ufffd\ufffd", "This is not text, but perhaps a file."),
        ("<script>alert(1)</script>", "has no e-mail address: “<script>”."),
    ],
)
def test_garbage_is_refused_with_a_clear_message(browse, many, pasted, message):
    response = browse("els").post(many, {"pasted": pasted})

    assert response.status_code == 422
    assert message in main_text(response)
    assert (by_id(page_of(response), "id_pasted").text or "").strip() == pasted.strip()
    assert b"<script>alert" not in response.content


def test_bytes_that_are_no_text_are_refused(browse, many):
    response = browse("els").post(
        many,
        b"pasted=" + bytes(range(128, 256)) * 20,
        content_type="application/x-www-form-urlencoded",
    )

    assert response.status_code == 422
    assert "This is not text, but perhaps a file." in main_text(response)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("page", ["one", "many"])
def test_invitation_by_a_colleague_meanwhile_sends_nothing(world, browse, one, many, page):
    """It is not committed yet when the rows are checked; keeping them waits for it."""
    els = browse("els")
    url, data = {"one": (one, ONE), "many": (many, rows(KOEN, FIEN))}[page]
    els.get(url)  # so that the date of being seen is not written below
    koen = [Invitee(email="koen@a.example", name="Koen", role="reader")]
    colleague = partial(
        invite,
        organisation=world.a.organisation,
        people=koen,
        by=world.els,
        at=NOW,
        language="nl",
    )

    _kept, response = overlapping(colleague, lambda: els.post(url, data))

    assert response.status_code == 422
    assert "A colleague was faster: koen@a.example is invited already" in main_text(response)
    assert (Invitation.objects.count(), mail.outbox) == (1, [])


@pytest.mark.parametrize("people", [1, 3])
def test_list_costs_the_same_for_one_and_for_three(
    browse, many, people, django_assert_num_queries, world
):
    client = browse("els")
    text = "\n".join(f"mens{number}@a.example" for number in range(people))
    MembershipFactory(organisation=world.a.organisation)
    client.get(many)

    with django_assert_num_queries(6):
        client.post(many, {"pasted": text})
