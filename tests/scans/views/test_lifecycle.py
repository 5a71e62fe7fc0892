import pytest

from scans.models import Answer, Reopening, Scan
from tests.factories import answer_all
from tests.page import by_id, main_text, page_of
from tests.world import domain_hash

PAGES = ("afronden", "heropenen", "verwijderen")


def url_of(scan: Scan, page: str) -> str:
    return f"/scans/{scan.pk}/{page}/"


@pytest.mark.parametrize(
    ("person", "status"), [("els", 200), ("bram", 403), ("rita", 403), ("chaima", 404)]
)
@pytest.mark.parametrize("page", PAGES)
def test_page_is_for_the_coordinator(world, browse, page, person, status):
    assert browse(person).get(url_of(world.a.running, page)).status_code == status


@pytest.mark.parametrize(("person", "status"), [("bram", 403), ("rita", 403), ("chaima", 404)])
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("state", ["running", "finished"])
def test_post_of_others_changes_nothing(world, browse, page, person, status, state):
    data = {"reason": "Zomaar.", "name": world.a.organisation.name}
    before = domain_hash()

    response = browse(person).post(url_of(getattr(world.a, state), page), data)

    assert response.status_code == status
    assert domain_hash() == before


def test_finish_warns_for_what_is_open(world, browse):
    text = main_text(browse("els").get(url_of(world.a.running, "afronden")))

    assert "25 statements are still open" in text
    assert "1 Thema nummer 1: 5 of 15 answered" in text
    assert "2 Thema nummer 2: 0 of 15 answered" in text


def test_finish_of_a_full_scan_says_what_is_not_known(world, browse):
    Answer.objects.filter(respondent__scan=world.a.running).delete()
    answer_all(world.a.running, "w" + "j" * 29, by=world.els)

    text = main_text(browse("els").get(url_of(world.a.running, "afronden")))

    assert "Everything is answered 1 answer is “don’t know”." in text.replace(
        "answered1", "answered 1"
    )
    assert "still open" not in text


def test_finish_closes_and_shows_the_result(world, browse, clock):
    response = browse("els").post(url_of(world.a.running, "afronden"), follow=True)

    world.a.running.refresh_from_db()
    assert response.redirect_chain == [(url_of(world.a.running, "resultaat"), 302)]
    assert world.a.running.finished_by == world.els
    assert "finished on 4 May 2026 by Els Peeters" in main_text(response)


def test_second_finish_says_who_was_first(world, browse):
    before = domain_hash()

    response = browse("els").post(url_of(world.a.finished, "afronden"), follow=True)

    assert "This scan was finished already." in main_text(response)
    assert domain_hash() == before


def test_reopen_keeps_the_reason(world, browse):
    response = browse("els").post(
        url_of(world.a.finished, "heropenen"), {"reason": "Nog een dienst."}, follow=True
    )

    assert response.redirect_chain == [(f"/scans/{world.a.finished.pk}/", 302)]
    assert Reopening.objects.get().reason == "Nog een dienst."
    assert "Nog een dienst." in main_text(response)


@pytest.mark.parametrize("reason", ["", "   ", "x" * 501])
def test_reopen_without_a_good_reason_is_refused(world, browse, reason):
    before = domain_hash()

    response = browse("els").post(url_of(world.a.finished, "heropenen"), {"reason": reason})

    field = by_id(page_of(response), "id_reason")
    assert response.status_code == 422
    assert (field.text or "").strip() == reason.strip()
    assert (field.get("aria-invalid"), domain_hash()) == ("true", before)


def test_reopen_too_long_a_reason_names_the_limit(world, browse):
    response = browse("els").post(url_of(world.a.finished, "heropenen"), {"reason": "x" * 501})

    assert "This text has 501 characters. There is room for 500." in main_text(response)


def test_reopen_of_a_running_scan_says_so(world, browse):
    before = domain_hash()

    response = browse("els").post(
        url_of(world.a.running, "heropenen"), {"reason": "Zomaar."}, follow=True
    )

    assert "This scan was open already." in main_text(response)
    assert domain_hash() == before


def test_reopen_beside_a_running_scan_is_refused_with_the_reason_kept(world, browse):
    Scan.objects.filter(pk=world.a.running.pk).update(year=world.a.finished.year)
    before = domain_hash()

    response = browse("els").post(url_of(world.a.finished, "heropenen"), {"reason": "Zomaar."})

    assert response.status_code == 422
    assert "Another scan of this year is running." in main_text(response)
    assert by_id(page_of(response), "id_reason").text.strip() == "Zomaar."
    assert domain_hash() == before


@pytest.mark.parametrize("state", ["running", "finished"])
def test_delete_removes_the_scan(world, browse, state):
    scan = getattr(world.a, state)

    response = browse("els").post(
        url_of(scan, "verwijderen"), {"name": "gemeente aalbeke"}, follow=True
    )

    assert response.redirect_chain == [("/", 302)]
    assert "The scan and its answers are deleted." in main_text(response)
    assert not Scan.objects.filter(pk=scan.pk).exists()


@pytest.mark.parametrize("name", ["", "Gemeente", "Gemeente Bevere", "x" * 500])
def test_delete_without_the_right_name_is_refused(world, browse, name):
    before = domain_hash()

    response = browse("els").post(url_of(world.a.running, "verwijderen"), {"name": name})

    assert response.status_code == 422
    assert by_id(page_of(response), "id_name").get("value", "") == name
    assert domain_hash() == before


@pytest.mark.parametrize(
    ("page", "queries"), [("afronden", 4), ("heropenen", 3), ("verwijderen", 3)]
)
def test_page_costs(world, browse, page, queries, django_assert_num_queries):
    client = browse("els")

    with django_assert_num_queries(queries):
        client.get(url_of(world.a.running, page))
