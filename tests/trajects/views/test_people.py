"""The people of a traject, and adding to them."""

import pytest

from accounts.models import Membership, Role
from tests.factories import DepartmentFactory, MembershipFactory, UserFactory
from tests.page import by_id, links, main_text, page_of, text_of
from tests.trajects.factories import ParticipantFactory, ParticipantWithAccountFactory
from tests.trajects.linked import NOW, browser, linked, running, token_in, url
from tests.trajects.selecting import select
from trajects.models import Part, Participant, PersonalLink

PERSON = {"save": "1", "name": "Lotte Wauters", "email": "Lotte@A.example"}


@pytest.fixture(autouse=True)
def _now(time_machine, traject):
    time_machine.move_to(NOW, tick=False)
    running(traject)


def address(traject, rest: str = "") -> str:
    return f"/trajecten/{traject.pk}/mensen/{rest}"


@pytest.mark.parametrize(
    ("who", "read", "change"), [("els", 200, 403), ("bram", 200, 403), ("chaima", 404, 404)]
)
def test_three_people(traject, els, bram, chaima, client_of, who, read, change):
    client = client_of({"els": els, "bram": bram, "chaima": chaima}[who])
    participant, _token = linked(traject)
    before = list(Participant.objects.values()), list(PersonalLink.objects.values())

    one = f"{participant.pk}/"
    pages = [
        client.get(address(traject, page)) for page in ("toevoegen/", one, f"{one}verwijderen/")
    ]
    posts = [
        client.post(address(traject, page), PERSON)
        for page in (
            "toevoegen/",
            one,
            f"{one}verwijderen/",
            f"{one}link/",
            f"{one}link/intrekken/",
        )
    ]

    assert client.get(address(traject)).status_code == read
    assert {response.status_code for response in (*pages, *posts)} == {change}
    assert before == (list(Participant.objects.values()), list(PersonalLink.objects.values()))


def test_addresses_and_links_are_for_the_coordinator(traject, griet, els, bram):
    linked(traject, email="gast@a.example")

    pages = [browser(user).get(address(traject)) for user in (griet, els, bram)]

    shown = ["gast@a.example" in page.content.decode() for page in pages]
    assert shown == [True, False, False]
    assert ["link sent" in main_text(page) for page in pages] == [True, False, False]
    assert [f"{address(traject)}toevoegen/?rol=kopgroep" in links(page_of(p)) for p in pages] == [
        True,
        False,
        False,
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_list_costs_the_same_for_one_and_three(traject, griet, django_assert_num_queries, number):
    for one in range(number):
        linked(traject, email=f"gast{one}@a.example")
    client = browser(griet)

    with django_assert_num_queries(6):
        client.get(address(traject))


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "Nobody is in it yet. 6 to 25 people work best"),
        (1, "1 person from 1 department. From 6 people on, a group carries its choices."),
        (6, "6 people from 1 department. Lead group"),
        (26, "26 people from 1 department. With more than 25 people not everybody gets to speak."),
    ],
)
def test_size_of_the_lead_group_comes_with_advice(traject, griet, bram, number, words):
    Participant.objects.all().delete()
    department = DepartmentFactory(organisation=traject.organisation)
    ParticipantFactory.create_batch(number, traject=traject, department=department)

    assert words in main_text(browser(bram).get(address(traject)))


def test_who_left_the_organisation_is_marked_and_out_at_once(traject, griet, client_of):
    member = MembershipFactory(organisation=traject.organisation, role=Role.READER)
    data = {"choose": "1", "members": [member.pk]}
    for rol in ("kopgroep", "moderator"):
        browser(griet).post(address(traject, f"toevoegen/?rol={rol}"), data)
    client = client_of(member.user)
    assert client.get(address(traject)).status_code == 200

    Membership.objects.filter(pk=member.pk).delete()

    assert client.get(address(traject)).status_code == 404
    assert "no longer a member" in main_text(browser(griet).get(address(traject)))


def test_ticked_members_are_added(traject, griet):
    member = MembershipFactory(
        organisation=traject.organisation, user=UserFactory(name="An Segers")
    )
    client = browser(griet)

    response = client.post(
        address(traject, "toevoegen/?rol=kopgroep"),
        {"choose": "1", "members": [member.pk]},
        follow=True,
    )

    assert response.redirect_chain == [(f"{address(traject)}#kopgroep", 302)]
    assert "1 person is added." in main_text(response)
    assert Participant.objects.get(user=member.user).as_member


def test_members_to_tick_are_shown_with_their_department(traject, griet):
    department = DepartmentFactory(organisation=traject.organisation, name="Water & groen")
    user = UserFactory(name="An <b>Segers</b>")
    MembershipFactory(organisation=traject.organisation, user=user, department=department)

    shown = main_text(browser(griet).get(address(traject, "toevoegen/")))

    assert "An <b>Segers</b> Water & groen" in shown


def test_member_of_elsewhere_cannot_be_ticked(traject, griet, chaima):
    data = {"choose": "1", "members": [chaima.memberships.get().pk]}

    response = browser(griet).post(address(traject, "toevoegen/"), data)

    assert response.status_code == 422
    assert not Participant.objects.filter(user=chaima).exists()


@pytest.mark.parametrize(
    ("rol", "part"),
    [("kopgroep", "lead_group"), ("collega", "colleague"), ("onzin", "lead_group")],
)
def test_person_without_account_gets_a_link_by_mail(traject, griet, mailoutbox, rol, part):
    client = browser(griet)

    response = client.post(address(traject, f"toevoegen/?rol={rol}"), PERSON, follow=True)

    (mail,) = mailoutbox
    assert "Lotte Wauters gets a mail with a personal link." in main_text(response)
    assert (mail.to, Participant.objects.get(name="Lotte Wauters").part) == (
        ["lotte@a.example"],
        part,
    )
    assert "Welcome, Lotte Wauters" in main_text(browser().get(url(token_in(mail.body))))
    assert token_in(mail.body) not in response.content.decode()


def test_policy_maker_gets_no_mail(traject, griet, mailoutbox):
    response = browser(griet).post(address(traject, "toevoegen/?rol=beleid"), PERSON, follow=True)

    assert "Lotte Wauters is added." in main_text(response)
    assert mailoutbox == []


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"name": ""}, "Check 1 field"),
        ({"name": "Lotte\nBcc: x@b.example"}, "Write this on one line."),
        ({"email": "geen adres"}, "Check 1 field"),
        ({"email": ""}, "Check 1 field"),
        ({"email": "gast@a.example"}, "Somebody with this address is on this list already."),
        ({"email": "griet@a.example"}, "This person is a member of your organisation."),
    ],
)
def test_mistake_keeps_what_was_typed(traject, griet, mailoutbox, data, message):
    linked(traject, part=Part.COLLEAGUE, email="gast@a.example")

    response = browser(griet).post(
        address(traject, "toevoegen/?rol=collega"), {**PERSON, "function": "Tuinman", **data}
    )

    assert (response.status_code, message in main_text(response)) == (422, True)
    assert by_id(page_of(response), "id_function").get("value") == "Tuinman"
    assert (Participant.objects.filter(function="Tuinman").exists(), mailoutbox) == (False, [])


def test_form_tells_nothing_about_accounts_elsewhere(traject, griet):
    """An address with an account gets the same answer as one without."""
    UserFactory(email="ergens@c.example")
    answers = [
        browser(griet).post(address(traject, "toevoegen/"), {**PERSON, "email": email}, follow=True)
        for email in ("ergens@c.example", "nergens@c.example")
    ]

    first, second = (main_text(response) for response in answers)
    assert [response.status_code for response in answers] == [200, 200]
    assert first.split("Lead group")[0] == second.split("Lead group")[0]


# --- one person


def test_details_are_changed(traject, griet):
    participant, _token = linked(traject)
    data = {"name": "Koen D.", "email": "nieuw@a.example", "function": "Ploegbaas"}

    response = browser(griet).post(address(traject, f"{participant.pk}/"), data, follow=True)

    participant.refresh_from_db()
    assert (participant.name, participant.email) == ("Koen D.", "nieuw@a.example")
    assert "Send a link to the new address now." in main_text(response)
    assert "link withdrawn" in main_text(response)


def test_of_an_account_only_function_and_department_are_asked(traject, griet, bram):
    participant = Participant.objects.get(user=bram)
    client = browser(griet)

    page = page_of(client.get(address(traject, f"{participant.pk}/")))
    client.post(address(traject, f"{participant.pk}/"), {"name": "X", "function": "Ploegbaas"})

    ids = {element.get("id") for element in page.iter()}
    assert {"id_function", "id_department"} <= ids
    assert not {"id_name", "id_email"} & ids
    participant.refresh_from_db()
    assert (participant.function, participant.called) == ("Ploegbaas", "Bram Claes")


def test_address_of_somebody_else_is_refused(traject, griet):
    participant, _token = linked(traject)
    other = ParticipantFactory(traject=traject)

    response = browser(griet).post(
        address(traject, f"{participant.pk}/"), {"name": "Koen", "email": other.email}
    )

    assert response.status_code == 422


def test_removing_asks_first(traject, griet):
    participant, token = linked(traject)
    client = browser(griet)

    asked = client.get(address(traject, f"{participant.pk}/verwijderen/"))
    assert "The personal link opens nothing any more." in main_text(asked)
    assert Participant.objects.filter(pk=participant.pk).exists()
    response = client.post(address(traject, f"{participant.pk}/verwijderen/"), follow=True)

    assert "Koen takes no part in this traject any more." in main_text(response)
    assert browser().get(url(token)).status_code == 404


def test_removing_tells_what_becomes_of_dream_images_stars_and_adoptions(traject, griet):
    guest, _token = linked(traject)
    member = ParticipantWithAccountFactory(traject=traject, part=Part.LEAD_GROUP)
    colleague = ParticipantFactory(traject=traject, part=Part.COLLEAGUE)
    client = browser(griet)

    by_link, by_account, other = (
        main_text(client.get(address(traject, f"{one.pk}/verwijderen/")))
        for one in (guest, member, colleague)
    )

    assert "no longer say whose they are. The stars go." in by_link
    assert "Dream images and stars of this person stay." in by_account
    assert all("no longer name this person" in text for text in (by_link, by_account))
    assert "ream images" not in other


def test_removing_oneself_says_so(traject, griet):
    participant = Participant.objects.create(
        traject=traject, part="lead_group", user=griet, added_at=NOW
    )

    asked = browser(griet).get(address(traject, f"{participant.pk}/verwijderen/"))

    assert "This is you." in main_text(asked)


# --- the link


def test_link_is_sent_again_and_withdrawn(traject, griet, mailoutbox):
    participant, old = linked(traject)
    client = browser(griet)

    client.post(address(traject, f"{participant.pk}/link/"))
    new = token_in(mailoutbox[0].body)
    found = [browser().get(url(token)).status_code for token in (old, new)]
    said = main_text(
        client.post(address(traject, f"{participant.pk}/link/intrekken/"), follow=True)
    )
    again = main_text(
        client.post(address(traject, f"{participant.pk}/link/intrekken/"), follow=True)
    )

    assert found == [404, 200]
    assert "The link of Koen is withdrawn. It opens nothing any more." in said
    assert "There is no link to withdraw any more." in again
    assert browser().get(url(new)).status_code == 404


def test_mails_to_one_address_are_limited(traject, griet, mailoutbox):
    participant, _token = linked(traject)
    client = browser(griet)

    said = [
        main_text(client.post(address(traject, f"{participant.pk}/link/"), follow=True))
        for _time in range(6)
    ]

    assert len(mailoutbox) == 5
    assert ["No mail is sent now" in words for words in said] == [False] * 5 + [True]


def test_mail_that_does_not_leave_counts_not_and_loses_nobody(traject, griet, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1  # nobody listens
    participant, token = linked(traject)
    client = browser(griet)

    said = [
        main_text(client.post(address(traject, f"{participant.pk}/link/"), follow=True))
        for _time in range(6)
    ]
    new = main_text(client.post(address(traject, "toevoegen/"), PERSON, follow=True))

    assert ["The link that was sent before still works." in words for words in said] == [True] * 6
    assert "Lotte Wauters is on the list, but has no link yet" in new
    assert browser().get(url(token)).status_code == 200


def test_nothing_is_sent_to_who_has_an_account(traject, griet, bram, mailoutbox):
    participant = Participant.objects.get(user=bram)

    response = browser(griet).post(address(traject, f"{participant.pk}/link/"), follow=True)

    assert "Nothing was sent to Bram Claes" in main_text(response)
    assert mailoutbox == []


def test_rows_say_what_can_be_done(traject, griet, bram):
    linked(traject)

    page = page_of(browser(griet).get(address(traject)))

    buttons = [text_of(button) for button in page.iter("button") if "Koen" in text_of(button)]
    assert buttons == ["Send a new link Koen", "Withdraw the link Koen"]


def test_link_that_may_have_left_can_be_withdrawn(traject, griet):
    participant, token = linked(traject, sent_at=None, failed_at=NOW)
    client = browser(griet)
    place = address(traject, f"{participant.pk}/link/intrekken/")
    guest = browser()
    assert guest.get(url(token)).status_code == 200
    assert place in client.get(address(traject)).content.decode()

    shown = client.post(place, follow=True)

    assert guest.get(url(token)).status_code == 404
    assert place not in shown.content.decode()


def test_adding_a_moderator_says_who_reads_the_notes(traject, griet):
    text = main_text(browser(griet).get(address(traject, "toevoegen/?rol=moderator")))

    assert "Who you add here also reads the notes that the moderators wrote before." in text


@pytest.mark.parametrize("has_members", [True, False])
def test_page_to_add_somebody_has_one_primary_button(traject, griet, client_of, has_members):
    if not has_members:
        ParticipantWithAccountFactory(traject=traject, user=griet)

    response = client_of(griet).get(f"/trajecten/{traject.pk}/mensen/toevoegen/")

    assert len(select(page_of(response), "main .btn-primary")) == 1
    assert len(select(page_of(response), "main form")) == 1 + has_members
