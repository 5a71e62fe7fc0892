"""The page where the PDF is asked for, watched and fetched."""

from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django_tasks import default_task_backend

from scans.models import Report
from scans.models.document import GIVEN_UP_AFTER
from tests.factories import ReportFactory
from tests.page import links, main_text, page_of
from tests.scans.views.conftest import NOW

pytestmark = pytest.mark.usefixtures("clock")
HTMX = {"HX-Request": "true"}
IMMEDIATE = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


@pytest.fixture(autouse=True)
def _empty_queue():
    default_task_backend.clear()


@pytest.fixture
def url(world) -> str:
    return f"/scans/{world.a.finished.pk}/resultaat/pdf/"


def ready(world, **fields) -> Report:
    return ReportFactory(scan=world.a.finished, is_ready=True, **fields)


@pytest.mark.parametrize(
    ("person", "running", "finished"),
    [("els", 404, 200), ("bram", 404, 200), ("rita", 403, 200), ("chaima", 404, 404)],
)
def test_page_is_for_who_reads_the_result(world, browse, person, running, finished):
    client = browse(person)

    answers = [
        client.get(f"/scans/{scan.pk}/resultaat/pdf/").status_code
        for scan in (world.a.running, world.a.finished)
    ]

    assert answers == [running, finished]


def test_page_offers_both_choices_unticked(browse, url):
    page = page_of(browse("rita").get(url))

    boxes = {
        box.get("name"): box.get("checked")
        for box in page.iter("input")
        if box.get("type") == "checkbox"
    }
    assert boxes == {"names": None, "remarks": None}


def test_result_leads_to_the_page_once_the_scan_is_finished(world, browse, url):
    client = browse("rita")

    assert url in links(page_of(client.get(f"/scans/{world.a.finished.pk}/resultaat/")))
    running = browse("els").get(f"/scans/{world.a.running.pk}/resultaat/")
    assert f"/scans/{world.a.running.pk}/resultaat/pdf/" not in links(page_of(running))


def test_asking_queues_one_task_and_shows_that_it_is_being_made(world, browse, url):
    client = browse("rita")

    response = client.post(url, {"remarks": "on"}, follow=True)

    report = Report.objects.get()
    assert response.redirect_chain == [(url, 302)]
    assert (report.scan, report.asked_by, report.asked_at) == (world.a.finished, world.rita, NOW)
    assert (report.with_names, report.with_remarks) == (False, True)
    assert [task.args for task in default_task_backend.results] == [[report.pk]]
    assert "Your document is being made" in main_text(response)
    assert 'hx-trigger="every 2s"' in response.content.decode()


def test_asking_makes_the_document_at_once_with_the_immediate_backend(browse, url, settings):
    settings.TASKS = IMMEDIATE
    client = browse("els")

    page = client.post(url, follow=True)

    assert "Your document is ready" in main_text(page)
    assert client.get(f"{url}{Report.objects.get().pk}/").content.startswith(b"%PDF-1.7")


def test_asking_again_meanwhile_asks_nothing(browse, url):
    client = browse("els")
    client.post(url)

    response = client.post(url, {"names": "on"}, follow=True)

    assert Report.objects.count() == 1
    assert "A document is being made for you already." in main_text(response)


def test_asking_when_all_slots_are_taken_is_refused_in_words(world, browse, url):
    ReportFactory(scan=world.b.finished, asked_by=world.chaima, asked_at=NOW)

    response = browse("els").post(url)

    assert response.status_code == 429
    assert "Other documents are being made right now" in main_text(response)
    assert (Report.objects.count(), default_task_backend.results) == (1, [])


def test_state_alone_is_what_htmx_gets(world, browse, url):
    client = browse("els")
    client.post(url)
    pending = client.get(url, headers=HTMX).content.decode()
    Report.objects.update(finished_at=NOW, file="reports/x.pdf")

    done = client.get(url, headers=HTMX).content.decode()

    assert "hx-get" in pending
    assert "<h1" not in pending
    assert "hx-get" not in done
    assert "Your document is ready" in done
    assert done.strip() in client.get(url).content.decode()


@pytest.mark.parametrize("failure", [{"failed_at": NOW}, {"asked_at": NOW - GIVEN_UP_AFTER * 2}])
def test_failure_is_said_and_can_be_tried_again(world, browse, url, failure):
    own = {"scan": world.a.finished, "asked_by": world.els, "asked_at": NOW, "with_names": True}
    ReportFactory(**{**own, **failure})
    client = browse("els")

    page = page_of(client.get(url))
    again = {
        field.get("name"): field.get("value")
        for field in page.iter("input")
        if field.get("type") == "hidden" and field.get("name") in ("names", "remarks")
    }
    client.post(url, again)

    assert again == {"names": "on"}
    newest = Report.objects.first()
    assert (newest.with_names, newest.failed_at) == (True, None)


def test_page_shows_the_failure_in_words(world, browse, url):
    ReportFactory(scan=world.a.finished, asked_by=world.els, failed_at=NOW)

    assert "Your document could not be made" in main_text(browse("els").get(url))
    assert "could not be made" not in main_text(browse("bram").get(url))


@pytest.mark.parametrize(
    ("own", "primary"),
    [
        (None, ["Make the document"]),
        ({}, []),
        ({"failed_at": NOW}, ["Try again"]),
        ({"finished_at": NOW, "file": "reports/x.pdf"}, ["Download the PDF"]),
    ],
)
def test_page_has_one_primary_button_and_none_while_one_waits(world, browse, url, own, primary):
    if own is not None:
        ReportFactory(scan=world.a.finished, asked_by=world.els, asked_at=NOW, **own)

    page = page_of(browse("els").get(url))

    buttons = [one for one in page.iter() if "btn-primary" in (one.get("class") or "").split()]
    found = [button.get("value") or "".join(button.itertext()) for button in buttons]
    assert found == primary


def test_documents_of_colleagues_can_be_fetched(world, browse, url):
    plain = ready(world, asked_by=world.els)
    both = ready(world, asked_by=world.bram, with_names=True, with_remarks=True)

    page = browse("rita").get(url)

    assert {f"{url}{plain.pk}/", f"{url}{both.pk}/"} <= set(links(page_of(page)))
    assert "PDF without names and remarks made on 3 March 2025 for Els Peeters" in main_text(page)
    assert "PDF with names and remarks made on 3 March 2025 for Bram Claes" in main_text(page)


def test_document_is_an_attachment_that_nobody_keeps(world, browse, url):
    report = ready(world)

    response = browse("rita").get(f"{url}{report.pk}/")

    assert response.content == b"%PDF-1.7 klaar"
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Disposition"] == (
        'attachment; filename="mvo-scan-2025-gemeente-aalbeke.pdf"'
    )
    assert response.headers["Cache-Control"] == "private, no-store"


def test_document_of_another_organisation_does_not_exist(world, browse, url):
    of_b = ReportFactory(scan=world.b.finished, is_ready=True)
    client = browse("els")

    assert client.get(f"{url}{of_b.pk}/").status_code == 404
    assert client.get(f"/scans/{world.b.finished.pk}/resultaat/pdf/{of_b.pk}/").status_code == 404


def test_document_that_is_not_there_does_not_exist(world, browse, url):
    pending = ReportFactory(scan=world.a.finished)
    lost = ready(world, with_names=True)
    default_storage.delete(lost.file.name)
    client = browse("els")

    assert [client.get(f"{url}{pk}/").status_code for pk in (pending.pk, lost.pk)] == [404, 404]


def test_page_costs_the_same_for_one_document_and_for_four(
    world, browse, url, django_assert_num_queries
):
    client = browse("els")
    for names in (False, True):
        for remarks in (False, True):
            ready(world, with_names=names, with_remarks=remarks)
            with django_assert_num_queries(4):
                client.get(url)


def test_clock_of_a_pending_document_is_the_one_of_now(world, browse, url, time_machine):
    client = browse("els")
    client.post(url)

    time_machine.move_to(NOW + GIVEN_UP_AFTER + timedelta(seconds=1), tick=False)

    assert "Your document could not be made" in main_text(client.get(url))
