from datetime import datetime

import pytest

from accounts.models import Membership, Role
from scans.models import Answer, Scan
from tests.factories import (
    LONG_AGO,
    InvitationFactory,
    MembershipFactory,
    ScanFactory,
    UserFactory,
    answer_all,
)
from tests.page import by_id, links, main_text, page_of, text_of
from tests.trajects.factories import (
    AgreementFactory,
    InitiativeFactory,
    ParticipantWithAccountFactory,
    StepCompletionFactory,
    TrajectFactory,
)
from trajects.models import Part
from trajects.pages.home import part_of_day
from trajects.steps import Key


def next_step(client) -> str:
    return text_of(by_id(page_of(client.get("/")), "next-title"))


def finish_all(world) -> None:
    scan = world.a.running
    Scan.objects.filter(pk=scan.pk).update(finished_at=scan.started_at, finished_by=world.els)


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ("els", "Go on with scan 2026"),
        ("bram", "Go on with scan 2026"),
        ("rita", "Read the result of scan 2025"),
        ("chaima", "Go on with scan 2026"),
    ],
)
def test_home_has_the_next_step_while_a_scan_runs(browse, person, expected):
    assert next_step(browse(person)) == expected


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ("els", "Start a scan"),
        ("bram", "Read the result of scan 2026"),
        ("rita", "Read the result of scan 2026"),
    ],
)
def test_home_has_the_next_step_when_nothing_runs(world, browse, person, expected):
    finish_all(world)
    Scan.objects.filter(pk=world.a.finished.pk).update(finished_at=world.a.running.started_at)
    Scan.objects.filter(pk=world.a.running.pk).update(finished_at="2026-06-01T00:00Z")

    assert next_step(browse(person)) == expected


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ("els", "Start a scan"),
        ("bram", "Nothing to do right now"),
        ("rita", "Nothing to do right now"),
    ],
)
def test_home_has_the_next_step_when_there_is_no_scan(world, browse, person, expected):
    Answer.objects.all().delete()
    Scan.objects.filter(organisation=world.a.organisation).delete()

    assert next_step(browse(person)) == expected


def nothing_yet(world) -> None:
    """Els is on her own in an organisation without a scan."""
    Answer.objects.all().delete()
    Scan.objects.filter(organisation=world.a.organisation).delete()
    Membership.objects.filter(organisation=world.a.organisation).exclude(user=world.els).delete()


def test_home_of_a_new_organisation_begins_with_setting_it_up(world, browse):
    nothing_yet(world)
    base = f"/besturen/{world.a.organisation.pk}/"

    tree = page_of(browse("els").get("/"))

    section = next(one for one in tree.iter("section") if one.get("class") == "next")
    assert text_of(by_id(tree, "next-title")) == "Set up Gemeente Aalbeke"
    assert links(section) == [f"{base}scans/nieuw/", base]


@pytest.mark.parametrize(
    ("begun", "expected"),
    [
        (lambda own, asked: MembershipFactory(organisation=own, role=Role.READER), "Start a scan"),
        (lambda own, asked: InvitationFactory(organisation=own), "Start a scan"),
        (
            lambda own, asked: InvitationFactory(organisation=own, revoked_at=LONG_AGO),
            "Set up Gemeente Aalbeke",
        ),
        (
            lambda own, asked: ScanFactory(
                organisation=own,
                questionnaire=asked,
                finished_at=LONG_AGO,
                finished_by=UserFactory(),
            ),
            "Start a scan",
        ),
        (
            lambda own, asked: ScanFactory(organisation=own, questionnaire=asked),
            "Go on with scan 2026",
        ),
    ],
    ids=["colleague", "invitation", "withdrawn invitation", "result", "scan"],
)
def test_home_of_an_organisation_that_has_begun_goes_on(world, browse, begun, expected):
    nothing_yet(world)
    begun(world.a.organisation, world.b.running.questionnaire)

    assert next_step(browse("els")) == expected


def test_home_asks_nobody_but_the_coordinator_to_set_up(world, browse):
    nothing_yet(world)
    Membership.objects.filter(user=world.els).update(role=Role.CONTRIBUTOR)

    assert next_step(browse("els")) == "Nothing to do right now"


def test_home_says_when_everything_is_answered(world, browse):
    Answer.objects.filter(respondent__scan=world.a.running).delete()
    answer_all(world.a.running, "j" * 30, by=world.els)

    assert next_step(browse("els")) == "Scan 2026 is filled in"


def test_home_shows_scans_with_their_state(world, browse):
    response = browse("els").get("/")

    text = main_text(response)
    assert "Gemeente Aalbeke: 5 of 30 statements are answered." in text
    assert "Scan 2026, full 5 of 30 statements answered" in text
    assert "Scan 2025, full Finished on 1 April 2025 by Els Peeters" in text
    assert [link for link in links(page_of(response)) if link.startswith("/scans/")] == [
        f"/scans/{world.a.running.pk}/",
        f"/scans/{world.a.running.pk}/",
        f"/scans/{world.a.finished.pk}/resultaat/",
    ]


def test_home_of_a_reader_shows_no_running_scan(world, browse):
    response = browse("rita").get("/")

    assert "Scans under way" not in main_text(response)
    assert f"/scans/{world.a.running.pk}/" not in links(page_of(response))


@pytest.mark.parametrize(("person", "shown"), [("els", True), ("bram", False), ("rita", False)])
def test_only_a_coordinator_can_start(world, browse, person, shown):
    found = links(page_of(browse(person).get("/")))

    assert (f"/besturen/{world.a.organisation.pk}/scans/nieuw/" in found) is shown


@pytest.mark.parametrize(("is_staff", "expected"), [(True, ["/beheer/"]), (False, [])])
def test_home_of_somebody_without_organisation_says_who_can_help(browse, is_staff, expected):
    response = browse(UserFactory(is_staff=is_staff)).get("/")

    main = next(page_of(response).iter("main"))
    assert "You do not belong to an organisation yet" in text_of(main)
    assert links(main) == expected


def test_home_lists_the_organisations_by_name(world, browse):
    MembershipFactory(user=world.els, organisation=world.b.organisation, role=Role.READER)

    tree = page_of(browse("els").get("/"))

    assert [text_of(by_id(tree, f"organisation-{o.pk}")) for o in own(world)] == [
        "Gemeente Aalbeke",
        "Gemeente Bevere",
    ]
    assert [text_of(h2) for h2 in tree.iter("h2")][1:] == ["Gemeente Aalbeke", "Gemeente Bevere"]


def test_home_has_one_step_and_a_quiet_line_for_each_organisation(world, browse):
    """Els coordinates a, where a scan runs, reads in b and starts in a third."""
    MembershipFactory(user=world.els, organisation=world.b.organisation, role=Role.READER)
    third = MembershipFactory(user=world.els, organisation__name="Gemeente Zwalm").organisation

    tree = page_of(browse("els").get("/"))

    lines = [text_of(p) for p in tree.iter("p") if text_of(p).startswith("Next step here")]
    assert text_of(by_id(tree, "next-title")) == "Go on with scan 2026"
    assert lines == [
        "Next step here: Go on with scan 2026",
        "Next step here: Read the result of scan 2025",
        "Next step here: Set up Gemeente Zwalm",
    ]
    assert [one.get("class") for one in tree.iter("section")].count("next") == 1
    assert f"/besturen/{third.pk}/" in links(tree)


def test_home_of_one_organisation_says_the_step_once(browse):
    assert "Next step here" not in main_text(browse("els").get("/"))


@pytest.mark.parametrize(
    ("person", "words"),
    [("els", "3 people, 2 invitations open"), ("bram", "3 people"), ("rita", "3 people")],
)
def test_home_counts_people_and_for_coordinators_invitations(world, browse, person, words):
    own = world.a.organisation
    InvitationFactory.create_batch(2, organisation=own)
    InvitationFactory(organisation=world.b.organisation)

    tree = page_of(browse(person).get("/"))

    main = next(tree.iter("main"))
    people = [text_of(a) for a in main.iter("a") if a.get("href") == f"/besturen/{own.pk}/mensen/"]
    assert people == [words]
    assert f"/besturen/{own.pk}/" in links(main)


@pytest.mark.parametrize(
    ("utc", "greeting"),
    [
        ("2026-05-04T03:30:00Z", "Good morning, Els"),  # 5.30 in Brussels
        ("2026-05-04T09:59:00Z", "Good morning, Els"),
        ("2026-05-04T10:00:00Z", "Good afternoon, Els"),
        ("2026-05-04T16:00:00Z", "Good evening, Els"),
    ],
)
def test_home_greets_by_the_clock_of_brussels(browse, time_machine, utc, greeting):
    time_machine.move_to(utc, tick=False)

    (title,) = page_of(browse("els").get("/")).iter("h1")

    assert text_of(title) == greeting


@pytest.mark.parametrize(
    ("hour", "part"),
    [
        (0, "evening"),
        (4, "evening"),
        (5, "morning"),
        (11, "morning"),
        (12, "afternoon"),
        (17, "afternoon"),
        (18, "evening"),
        (23, "evening"),
    ],
)
def test_part_of_the_day(hour, part):
    assert part_of_day(datetime(2026, 5, 4, hour)) == part  # noqa: DTZ001 - the clock on the wall


def own(world):
    return (world.a.organisation, world.b.organisation)


def test_home_with_one_organisation_carries_its_accent(world, browse):
    html = browse("els").get("/").content.decode()

    assert f"/besturen/{world.a.organisation.pk}/accent-" in html


@pytest.mark.parametrize("organisations", [1, 10])
def test_home_costs_the_same_for_one_and_for_ten(
    world, browse, organisations, django_assert_num_queries
):
    for _number in range(organisations - 1):
        membership = MembershipFactory(user=world.els)
        scan = ScanFactory(
            organisation=membership.organisation, questionnaire=world.b.running.questionnaire
        )
        answer_all(scan, "jjj", by=world.els)
        InvitationFactory(organisation=membership.organisation)
    client = browse("els")

    with django_assert_num_queries(9):
        response = client.get("/")

    assert len(response.context["page"].cards) == organisations


# Trajects


def test_home_of_who_leads_a_traject_goes_on_with_it(world, browse):
    finish_all(world)
    traject = TrajectFactory(organisation=world.a.organisation, title="MVO-traject 2026")

    tree = page_of(browse("els").get("/"))

    section = next(one for one in tree.iter("section") if one.get("class") == "next")
    assert text_of(by_id(tree, "next-title")) == "Bring the lead group together"
    assert links(section) == [f"/trajecten/{traject.pk}/mensen/"]
    assert f"/trajecten/{traject.pk}/" in links(tree)


def test_home_fills_in_the_scan_before_it_goes_on_with_the_traject(world, browse):
    TrajectFactory(organisation=world.a.organisation)

    tree = page_of(browse("els").get("/"))

    assert text_of(by_id(tree, "next-title")) == "Go on with scan 2026"
    assert "Next for you: Bring the lead group together" in text_of(next(tree.iter("main")))


def test_home_of_who_only_waits_names_no_task_in_the_traject(world, browse):
    TrajectFactory(organisation=world.a.organisation, title="MVO-traject 2026")

    text = main_text(browse("rita").get("/"))

    assert "MVO-traject 2026 step 1 of 8" in text
    assert "Next for you" not in text


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ((), "Plan the first meeting"),
        (tuple(Key), "Nothing to do right now"),
    ],
)
def test_home_of_a_moderator_from_outside_has_the_next_step(world, browse, keys, expected):
    moderator = UserFactory()
    traject = TrajectFactory(organisation=world.a.organisation, title="MVO-traject 2026")
    ParticipantWithAccountFactory(traject=traject, user=moderator, part=Part.MODERATOR)
    for key in keys:
        StepCompletionFactory(traject=traject, step=key)

    tree = page_of(browse(moderator).get("/"))

    assert text_of(by_id(tree, "next-title")) == expected
    assert "Gemeente Aalbeke" in text_of(next(tree.iter("main")))
    assert not any(link.startswith("/besturen/") for link in links(tree))


def test_home_offers_a_traject_to_the_coordinator_only(world, browse):
    new = f"/besturen/{world.a.organisation.pk}/trajecten/nieuw/"

    assert new in links(page_of(browse("els").get("/")))
    assert new not in links(page_of(browse("bram").get("/")))


def test_home_goes_on_where_there_is_most_to_do(world, browse):
    """Els coordinates two organisations; a traject comes before starting a scan."""
    finish_all(world)
    third = MembershipFactory(user=world.els, organisation__name="Gemeente Zwalm").organisation
    TrajectFactory(organisation=third)

    tree = page_of(browse("els").get("/"))

    lines = [text_of(p) for p in tree.iter("p") if text_of(p).startswith("Next step here")]
    assert text_of(by_id(tree, "next-title")) == "Bring the lead group together"
    assert lines == [
        "Next step here: Start a scan",
        "Next step here: Bring the lead group together",
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_home_costs_the_same_for_one_traject_and_for_three(
    world, browse, number, django_assert_num_queries
):
    for traject in TrajectFactory.create_batch(
        number, organisation=world.a.organisation, scan=world.a.finished, scan_linked_at=LONG_AGO
    ):
        ParticipantWithAccountFactory(traject=traject, user=world.els)
        AgreementFactory(traject=traject)
        InitiativeFactory(traject=traject)
    client = browse("els")

    with django_assert_num_queries(21):
        response = client.get("/")

    assert len(response.context["page"].cards[0].trajects) == number
