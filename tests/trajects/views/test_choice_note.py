"""The page where the note is asked for, watched and fetched."""

import pytest
from django.core.files.storage import default_storage
from django_tasks import default_task_backend

from tests.factories import ReportFactory
from tests.page import main_text
from tests.scans.views.conftest import NOW
from tests.trajects.factories import CandidateFactory, ChoiceDocumentFactory, ThemeChoiceFactory
from trajects.models import ChoiceDocument

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture(autouse=True)
def _empty_queue():
    default_task_backend.clear()


@pytest.fixture
def url(traject) -> str:
    ThemeChoiceFactory(candidate=CandidateFactory(traject=traject))
    return f"/trajecten/{traject.pk}/themas/nota/"


@pytest.mark.parametrize(
    ("person", "status"), [("griet", 200), ("els", 200), ("bram", 200), ("chaima", 404)]
)
def test_note_is_for_who_reads_the_traject(traject, english_of, request, url, person, status):
    made = ChoiceDocumentFactory(traject=traject)
    client = english_of(request.getfixturevalue(person))

    assert [client.get(url).status_code, client.get(f"{url}{made.pk}/").status_code] == [status] * 2


def test_asking_queues_one_task_and_shows_that_it_is_being_made(traject, bram, english_of, url):
    response = english_of(bram).post(url, follow=True)

    document = ChoiceDocument.objects.get()
    assert response.redirect_chain == [(url, 302)]
    assert (document.traject, document.asked_by, document.asked_at) == (traject, bram, NOW)
    assert [task.args for task in default_task_backend.results] == [[document.pk]]
    assert "Your document is being made" in main_text(response)


def test_asking_again_meanwhile_asks_nothing(griet, english_of, url):
    client = english_of(griet)
    client.post(url)

    response = client.post(url, follow=True)

    assert ChoiceDocument.objects.count() == 1
    assert "A document is being made for you already." in main_text(response)


def test_report_of_a_scan_takes_the_same_place(griet, english_of, url):
    ReportFactory(asked_at=NOW)

    response = english_of(griet).post(url)

    assert response.status_code == 429
    assert "Other documents are being made right now" in main_text(response)


def test_before_a_choice_there_is_no_note(traject, griet, english_of, url):
    traject.candidates.all().delete()

    response = english_of(griet).post(url, follow=True)

    assert "Nothing is chosen yet" in main_text(response)
    assert not ChoiceDocument.objects.exists()


def test_state_alone_is_what_htmx_gets(griet, english_of, url):
    client = english_of(griet)
    client.post(url)

    pending = client.get(url, headers={"HX-Request": "true"}).content.decode()

    assert "hx-get" in pending
    assert "<h1" not in pending


def test_note_is_an_attachment_that_nobody_keeps(traject, els, english_of, url):
    made = ChoiceDocumentFactory(traject=traject)

    response = english_of(els).get(f"{url}{made.pk}/")

    assert response.content == b"%PDF-1.7 nota"
    assert response.headers["Content-Disposition"] == (
        'attachment; filename="nota-themas-gemeente-aalbeke.pdf"'
    )
    assert response.headers["Cache-Control"] == "private, no-store"


def test_note_that_is_not_there_does_not_exist(traject, griet, english_of, url):
    lost, foreign = ChoiceDocumentFactory(traject=traject), ChoiceDocumentFactory()
    default_storage.delete(lost.file.name)
    client = english_of(griet)

    assert [client.get(f"{url}{one.pk}/").status_code for one in (lost, foreign)] == [404, 404]
