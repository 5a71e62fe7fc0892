import pytest
from django.utils.timezone import now

from accounts.models import Role
from scans.actions.imprints import make_imprint
from tests.factories import (
    LONG_AGO,
    MembershipFactory,
    ReopeningFactory,
    ScanFactory,
    UserFactory,
    answer_all,
    published_questionnaire,
)
from tests.page import links, main_text, page_of
from tests.trajects.factories import ParticipantWithAccountFactory, StepCompletionFactory
from trajects.models import Part
from trajects.steps import Key


@pytest.fixture
def as_person(client_of):
    def as_person(user):
        client = client_of(user)
        client.cookies["language"] = "en"
        return client

    return as_person


@pytest.fixture
def url(traject):
    return f"/trajecten/{traject.pk}/scan/"


@pytest.fixture
def finished(organisation, griet):
    """Theme 1 has all its statements met, theme 2 one step."""
    scan = ScanFactory(
        organisation=organisation,
        questionnaire=published_questionnaire(version=1, themes=(1, 2)),
        year=2025,
        finished_at=LONG_AGO,
        finished_by=griet,
    )
    answer_all(scan, "jjj jjj jjj jjj jjj jjj nnn nnn nnn nnn", by=griet)
    make_imprint(scan=scan, by=griet)
    return scan


@pytest.fixture
def running(organisation, finished):
    return ScanFactory(organisation=organisation, questionnaire=finished.questionnaire, year=2026)


def link(traject, scan):
    traject.scan, traject.scan_linked_at = scan, now()
    traject.save()


@pytest.mark.parametrize(
    ("person", "status"), [("els", 200), ("bram", 200), ("griet", 200), ("chaima", 404)]
)
def test_who_takes_part_reads_the_scan_in_short(
    url, traject, finished, as_person, request, person, status
):
    link(traject, finished)
    client = as_person(request.getfixturevalue(person))

    response = client.get(url)

    assert response.status_code == status
    if status == 200:
        text = main_text(response)
        assert "Scan 2025, full finished on 3 March 2025 Global score 60 %" in text
        assert "Strongest theme" in text
        assert "Weakest theme" in text


def test_who_moderates_from_outside_gets_no_link_to_the_scan(
    url, traject, finished, els, as_person
):
    link(traject, finished)

    found = links(page_of(as_person(els).get(url)))

    assert not [one for one in found if one.startswith(("/scans/", "/besturen/"))]
    assert as_person(els).get(f"/scans/{finished.pk}/resultaat/").status_code == 404


@pytest.mark.parametrize(
    ("role", "shown"), [(Role.COORDINATOR, True), (Role.CONTRIBUTOR, True), (Role.READER, False)]
)
def test_result_of_a_running_scan_is_for_who_answers(url, traject, running, as_person, role, shown):
    link(traject, running)
    person = MembershipFactory(organisation=traject.organisation, role=role).user

    text = main_text(as_person(person).get(url))

    assert "still running: 0 of 30 statements are answered" in text
    assert ("Global score, provisional" in text) is shown


def test_moderator_from_outside_waits_for_the_finish(url, traject, running, els, as_person):
    link(traject, running)

    text = main_text(as_person(els).get(url))

    assert "The result stands here as soon as the scan is finished." in text


@pytest.mark.parametrize(
    ("person", "status"), [("els", 403), ("bram", 403), ("griet", 302), ("chaima", 404)]
)
def test_only_the_coordinator_chooses_the_scan(
    url, traject, finished, as_person, request, person, status
):
    client = as_person(request.getfixturevalue(person))

    response = client.post(url, {"scan": finished.pk})

    traject.refresh_from_db()
    assert response.status_code == status
    assert traject.scan == (finished if status == 302 else None)


def test_scan_of_another_organisation_cannot_be_chosen(url, traject, finished, griet, as_person):
    other = ScanFactory(questionnaire=finished.questionnaire)

    response = as_person(griet).post(url, {"scan": other.pk})

    traject.refresh_from_db()
    assert (response.status_code, traject.scan) == (422, None)
    assert "Choose a scan of your organisation." in main_text(response)


def test_newest_finished_scan_is_proposed(url, finished, running, griet, as_person):
    tree = page_of(as_person(griet).get(url))

    radios = [one for one in tree.iter("input") if one.get("name") == "scan"]
    assert [one.get("value") for one in radios] == [str(running.pk), str(finished.pk)]
    assert [one.get("checked") is not None for one in radios] == [False, True]


def test_running_scan_is_proposed_when_there_is_no_other(url, griet, organisation, as_person):
    scan = ScanFactory(organisation=organisation)

    tree = page_of(as_person(griet).get(url))

    radios = [one for one in tree.iter("input") if one.get("name") == "scan"]
    assert [(one.get("value"), one.get("checked") is not None) for one in radios] == [
        (str(scan.pk), True)
    ]


def test_coordinator_without_a_scan_starts_one(url, organisation, griet, as_person):
    response = as_person(griet).get(url)

    assert "There is no scan yet" in main_text(response)
    assert f"/besturen/{organisation.pk}/scans/nieuw/" in links(page_of(response))


def test_others_read_what_will_stand_here(url, bram, as_person):
    assert "No scan is chosen yet" in main_text(as_person(bram).get(url))


def test_scan_that_was_opened_again_is_flagged_until_somebody_looks(
    url, traject, finished, griet, els, as_person
):
    link(traject, finished)
    ReopeningFactory(scan=finished, at=LONG_AGO, reason="Van vroeger")
    assert "This scan was opened again" not in main_text(as_person(els).get(url))

    ReopeningFactory(scan=finished, at=now(), reason="We vergaten iets")
    text = main_text(as_person(els).get(url))
    assert "This scan was opened again" in text
    assert "We vergaten iets" in text
    assert "I looked at it again" not in text

    client = as_person(griet)
    assert "I looked at it again" in main_text(client.get(url))
    response = client.post(url, {"scan": finished.pk}, follow=True)
    assert "You looked at the scan again." in main_text(response)
    assert "This scan was opened again" not in main_text(response)


def test_scan_that_is_still_open_again_stays_flagged(url, traject, running, griet, as_person):
    """What is answered from now on would otherwise slip through."""
    link(traject, running)
    ReopeningFactory(scan=running, at=now())
    client = as_person(griet)

    assert "I looked at it again" not in main_text(client.get(url))
    text = main_text(client.post(url, {"scan": running.pk}, follow=True))

    assert "This scan was opened again" in text
    assert "Once it is finished again" in text


def test_another_scan_waits_until_the_step_is_open(
    url, traject, finished, running, griet, as_person
):
    link(traject, finished)
    StepCompletionFactory(traject=traject, step=Key.SCAN)
    client = as_person(griet)
    assert "Open it again first" in main_text(client.get(url))

    response = client.post(url, {"scan": running.pk})

    traject.refresh_from_db()
    assert (response.status_code, traject.scan) == (422, finished)
    assert "Open it again before you choose another scan." in main_text(response)


def test_scan_without_answers_has_no_score(url, traject, running, griet, as_person):
    link(traject, running)

    assert "not enough answers yet" in main_text(as_person(griet).get(url))


def test_moderator_who_is_a_member_reads_on_the_page_of_the_scan(url, traject, finished, as_person):
    link(traject, finished)
    user = UserFactory()
    MembershipFactory(user=user, organisation=traject.organisation, role=Role.READER)
    ParticipantWithAccountFactory(traject=traject, user=user, part=Part.MODERATOR)

    found = links(page_of(as_person(user).get(url)))

    assert f"/scans/{finished.pk}/resultaat/" in found
