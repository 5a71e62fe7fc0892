import pytest

from accounts.models import Role
from scans.models import Answer, Scan
from tests.factories import MembershipFactory, ScanFactory, UserFactory, answer_all
from tests.page import by_id, links, main_text, page_of, text_of


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


def own(world):
    return (world.a.organisation, world.b.organisation)


def test_home_with_one_organisation_carries_its_accent(world, browse):
    html = browse("els").get("/").content.decode()

    assert f"/besturen/{world.a.organisation.pk}/accent-" in html


@pytest.mark.parametrize("organisations", [1, 3])
def test_home_costs_the_same_for_one_and_for_three(
    world, browse, organisations, django_assert_num_queries
):
    for _number in range(organisations - 1):
        membership = MembershipFactory(user=world.els)
        scan = ScanFactory(
            organisation=membership.organisation, questionnaire=world.b.running.questionnaire
        )
        answer_all(scan, "jjj", by=world.els)
    client = browse("els")

    with django_assert_num_queries(6):
        response = client.get("/")

    assert len(response.context["page"].cards) == organisations
