import pytest

from tests.page import main_text, page_of, text_of
from tests.trajects.factories import InitiativeFactory, MethodTextFactory, StepCompletionFactory
from trajects.labels import STEP_SLUGS
from trajects.models import StepCompletion
from trajects.steps import Key

PEOPLE = [("els", 302), ("bram", 403), ("griet", 302), ("chaima", 404)]


@pytest.fixture
def as_person(client_of):
    def as_person(user):
        client = client_of(user)
        client.cookies["language"] = "en"
        return client

    return as_person


@pytest.mark.parametrize("slug", STEP_SLUGS.values())
@pytest.mark.parametrize(
    ("person", "status"), [("els", 200), ("bram", 200), ("griet", 200), ("chaima", 404)]
)
def test_who_takes_part_reads_every_step(traject, as_person, request, person, status, slug):
    client = as_person(request.getfixturevalue(person))

    assert client.get(f"/trajecten/{traject.pk}/stappen/{slug}/").status_code == status


def test_unknown_step_does_not_exist(traject, griet, as_person):
    assert as_person(griet).get(f"/trajecten/{traject.pk}/stappen/dromen/").status_code == 404


def test_step_has_what_why_how_and_a_tip_per_line(traject, griet, as_person):
    MethodTextFactory(language="en", what="One.\nTwo.", why="Why.", how="How.", tips="A.\nB.\nC.")

    tree = page_of(as_person(griet).get(f"/trajecten/{traject.pk}/stappen/start/"))

    method = next(div for div in tree.iter("div") if div.get("class") == "method")
    assert [text_of(h2) for h2 in method.iter("h2")] == ["What", "Why", "How", "Tips"]
    assert [text_of(p) for p in method.iter("p")] == ["One.", "Two.", "Why.", "How."]
    assert [text_of(li) for li in method.iter("li")] == ["A.", "B.", "C."]


def test_step_without_a_text_says_who_can_help(traject, griet, as_person):
    response = as_person(griet).get(f"/trajecten/{traject.pk}/stappen/start/")

    assert "The text of this step is not loaded." in main_text(response)


def test_step_that_is_still_to_be_built_leads_nowhere(traject, griet, as_person):
    response = as_person(griet).get(f"/trajecten/{traject.pk}/stappen/opvolging/")

    text = main_text(response)
    assert "This step is coming" in text
    assert "Go to this step" not in text
    assert "This step is done" not in text


@pytest.mark.parametrize(("person", "status"), PEOPLE)
def test_who_leads_says_that_a_step_is_done(traject, as_person, request, person, status):
    client = as_person(request.getfixturevalue(person))

    response = client.post(f"/trajecten/{traject.pk}/stappen/start/klaar/")

    done = StepCompletion.objects.filter(traject=traject, step=Key.START)
    assert response.status_code == status
    assert done.exists() is (status == 302)


def test_step_that_is_not_ready_stays_open(traject, griet, as_person):
    response = as_person(griet).post(f"/trajecten/{traject.pk}/stappen/scan/klaar/", follow=True)

    assert "This step cannot be closed yet." in main_text(response)
    assert not StepCompletion.objects.exists()


@pytest.mark.parametrize(("person", "status"), PEOPLE)
def test_who_leads_opens_a_step_again(traject, as_person, request, person, status):
    StepCompletionFactory(traject=traject)
    client = as_person(request.getfixturevalue(person))

    response = client.post(f"/trajecten/{traject.pk}/stappen/start/opnieuw/")

    assert response.status_code == status
    assert StepCompletion.objects.exists() is (status != 302)


def test_step_that_another_rests_on_stays_done(traject, griet, as_person):
    StepCompletionFactory(traject=traject, step=Key.START)
    StepCompletionFactory(traject=traject, step=Key.PHOTO)

    response = as_person(griet).post(f"/trajecten/{traject.pk}/stappen/start/opnieuw/", follow=True)

    assert "A later step rests on this one." in main_text(response)
    assert StepCompletion.objects.count() == 2


@pytest.mark.parametrize(("person", "shown"), [("els", True), ("bram", False), ("griet", True)])
def test_button_is_there_for_who_leads(traject, as_person, request, person, shown):
    StepCompletionFactory(traject=traject)
    InitiativeFactory(traject=traject)
    client = as_person(request.getfixturevalue(person))

    text = main_text(client.get(f"/trajecten/{traject.pk}/stappen/lokale-foto/"))

    assert ("This step is done" in text) is shown
