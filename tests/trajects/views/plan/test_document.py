"""The page where the plan is asked for as a file, watched and fetched."""

import pytest
from django.core.files.storage import default_storage
from django_tasks import default_task_backend

from accounts.models import Role
from tests.factories import MembershipFactory, ReportFactory, UserFactory
from tests.page import main_text
from tests.scans.views.conftest import NOW
from tests.trajects.plan_factories import ActionFactory, PlanDocumentFactory
from trajects.models import Audience, Paper, PlanDocument

pytestmark = pytest.mark.usefixtures("clock")
COUNCIL = {"audience": "council", "paper": "pdf"}
ALL = {"audience": "own", "paper": "word", "names": "on", "remarks": "on", "notes": "on"}


@pytest.fixture(autouse=True)
def _empty_queue():
    default_task_backend.clear()


@pytest.fixture
def url(traject) -> str:
    ActionFactory(goal__candidate__traject=traject, goal__traject=traject)
    return f"/trajecten/{traject.pk}/actieplan/document/"


@pytest.fixture
def reader(organisation):
    """Sees the traject, and adds nothing to it."""
    user = UserFactory(name="Lieve Smet")
    MembershipFactory(user=user, organisation=organisation, role=Role.READER)
    return user


@pytest.mark.parametrize(
    ("person", "status"),
    [("griet", 200), ("els", 200), ("bram", 200), ("reader", 200), ("chaima", 404)],
)
def test_document_is_for_who_reads_the_traject(traject, english_of, request, url, person, status):
    made = PlanDocumentFactory(traject=traject)
    client = english_of(request.getfixturevalue(person))

    assert [client.get(url).status_code, client.get(f"{url}{made.pk}/").status_code] == [status] * 2


@pytest.mark.parametrize(
    ("person", "seen"),
    [
        ("els", ["plain", "names", "remarks", "notes"]),
        ("griet", ["plain", "names", "remarks"]),
        ("bram", ["plain", "names", "remarks"]),
        ("reader", ["plain"]),
    ],
)
def test_document_with_more_is_for_fewer_people(traject, english_of, request, url, person, seen):
    made = {"plain": PlanDocumentFactory(traject=traject)}
    for extra in ("names", "remarks", "notes"):
        made[extra] = PlanDocumentFactory(traject=traject, **{f"with_{extra}": True})
    client = english_of(request.getfixturevalue(person))

    page = client.get(url).content.decode()
    fetched = {kind: client.get(f"{url}{one.pk}/").status_code for kind, one in made.items()}

    assert [kind for kind, one in made.items() if f"{url}{one.pk}/" in page] == seen
    assert fetched == {kind: 200 if kind in seen else 404 for kind in made}


@pytest.mark.parametrize(
    ("person", "offered"),
    [
        ("els", {"names", "remarks", "notes"}),
        ("griet", {"names", "remarks"}),
        ("bram", {"names", "remarks"}),
        ("reader", set()),
    ],
)
def test_posting_more_than_one_may_have_gives_less(
    traject, english_of, request, url, person, offered
):
    user = request.getfixturevalue(person)

    english_of(user).post(url, ALL)

    asked = PlanDocument.objects.get()
    assert (asked.paper, asked.audience, asked.asked_by) == (Paper.WORD, Audience.OWN, user)
    extras = {one for one in ("names", "remarks", "notes") if getattr(asked, f"with_{one}")}
    assert extras == offered


def test_asking_queues_one_task_and_shows_that_it_is_being_made(traject, bram, english_of, url):
    response = english_of(bram).post(url, COUNCIL, follow=True)

    document = PlanDocument.objects.get()
    assert response.redirect_chain == [(url, 302)]
    assert (document.traject, document.asked_by, document.asked_at) == (traject, bram, NOW)
    assert [task.args for task in default_task_backend.results] == [[document.pk]]
    assert "Your document is being made" in main_text(response)


@pytest.mark.parametrize("audience", ["own", "council", "public"])
def test_moderator_decides_who_reads_the_notes(els, english_of, url, audience):
    english_of(els).post(url, {**ALL, "audience": audience})

    asked = PlanDocument.objects.get()
    assert (asked.audience, asked.with_notes) == (audience, True)


@pytest.mark.parametrize("wrong", [{}, {"audience": "king", "paper": "pdf"}])
def test_unknown_choice_is_refused(griet, english_of, url, wrong):
    assert english_of(griet).post(url, wrong).status_code == 422
    assert not PlanDocument.objects.exists()


def test_asking_again_meanwhile_asks_nothing(griet, english_of, url):
    client = english_of(griet)
    client.post(url, COUNCIL)

    response = client.post(url, COUNCIL, follow=True)

    assert PlanDocument.objects.count() == 1
    assert "A document is being made for you already." in main_text(response)


def test_report_of_a_scan_takes_the_same_place(griet, english_of, url):
    ReportFactory(asked_at=NOW)

    response = english_of(griet).post(url, COUNCIL)

    assert response.status_code == 429
    assert "Other documents are being made right now" in main_text(response)


def test_plan_without_actions_has_no_document(traject, griet, english_of, url):
    traject.actions.all().delete()

    response = english_of(griet).post(url, COUNCIL, follow=True)

    assert "The plan has no action yet" in main_text(response)
    assert not PlanDocument.objects.exists()


def test_state_alone_is_what_htmx_gets(griet, english_of, url):
    client = english_of(griet)
    client.post(url, COUNCIL)

    pending = client.get(url, headers={"HX-Request": "true"}).content.decode()

    assert "hx-get" in pending
    assert "<h1" not in pending


def test_made_documents_say_what_is_in_them(traject, els, english_of, url):
    extras = {"with_names": True, "with_remarks": True, "with_notes": True}
    PlanDocumentFactory(traject=traject, paper="word", audience="own", **extras)

    words = main_text(english_of(els).get(url))

    assert "Word for ourselves, with personal names, with remarks, with notes of the moder" in words


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("plan.pdf", "application/pdf"),
        (
            "plan.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
    ],
)
def test_document_is_an_attachment_that_nobody_keeps(traject, els, english_of, url, name, kind):
    made = PlanDocumentFactory(traject=traject, file__filename=name, file__data=b"inhoud")

    response = english_of(els).get(f"{url}{made.pk}/")

    suffix = name.partition(".")[2]
    assert response.content == b"inhoud"
    assert response.headers["Content-Type"] == kind
    assert response.headers["Content-Disposition"] == (
        f'attachment; filename="mvo-actieplan-gemeente-aalbeke-voor-de-raad.{suffix}"'
    )
    assert response.headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ({"audience": "public"}, "voor-iedereen"),
        ({"audience": "own", "with_names": True}, "voor-onszelf-met-namen"),
        ({"with_remarks": True}, "voor-de-raad-met-opmerkingen"),
        (
            {"audience": "own", "with_names": True, "with_remarks": True, "with_notes": True},
            "voor-onszelf-met-namen-met-opmerkingen-met-notities",
        ),
    ],
)
def test_name_of_the_file_tells_for_whom_it_is_and_what_is_in_it(
    traject, els, english_of, url, chosen, told
):
    """Who sends one along sees which one."""
    made = PlanDocumentFactory(traject=traject, **chosen)

    sent = english_of(els).get(f"{url}{made.pk}/")["Content-Disposition"]

    assert sent == f'attachment; filename="mvo-actieplan-gemeente-aalbeke-{told}.pdf"'


def test_document_that_is_not_there_does_not_exist(traject, griet, english_of, url):
    lost, foreign = PlanDocumentFactory(traject=traject), PlanDocumentFactory()
    default_storage.delete(lost.file.name)
    client = english_of(griet)

    assert [client.get(f"{url}{one.pk}/").status_code for one in (lost, foreign)] == [404, 404]


@pytest.mark.parametrize("number", [1, 3])
def test_page_costs_the_same_for_more_documents(
    traject, griet, english_of, url, django_assert_num_queries, number
):
    for paper, audience in (("pdf", "own"), ("word", "own"), ("pdf", "public"))[:number]:
        PlanDocumentFactory(traject=traject, paper=paper, audience=audience)
    client = english_of(griet)

    with django_assert_num_queries(6):
        client.get(url)
