"""What moderators write down about a theme."""

import pytest

from tests.page import by_id, main_text, page_of
from tests.trajects.factories import CandidateFactory, LiveSessionFactory, ThemeNoteFactory
from tests.trajects.selecting import select
from trajects.models import LiveSession, ThemeNote
from trajects.stages import Stage

PEOPLE = [("els", 200), ("bram", 403), ("griet", 403), ("chaima", 404)]


@pytest.fixture
def candidate(traject):
    return CandidateFactory(traject=traject, name="Energie")


@pytest.fixture
def notes(url, candidate):
    return f"{url}notities/{candidate.pk}/"


@pytest.mark.parametrize(("person", "status"), PEOPLE)
def test_only_moderators_read_and_write_notes(notes, client_of, request, person, status):
    client = client_of(request.getfixturevalue(person))

    read = client.get(notes).status_code
    written = client.post(notes, {"text": "Veel draagvlak.", "version": 0}).status_code

    assert (read, written) == (status, 302 if status == 200 else status)
    assert ThemeNote.objects.exists() is (status == 200)


def test_desk_has_one_next_step_beside_the_notes(session, url, candidate, desk_of_els):
    LiveSession.objects.update(stage=Stage.DIALOGUE, candidate=candidate)

    tree = page_of(desk_of_els.get(url))

    assert by_id(tree, "id_text") is not None
    assert select(tree, "main .btn-primary") == []
    assert len(select(tree, "main .btn-hero")) == 1


def test_notes_lead_back_to_the_desk(notes, url, desk_of_els):
    response = desk_of_els.post(notes, {"text": "Veel draagvlak.", "version": 0})

    assert response["Location"] == url
    assert ThemeNote.objects.get().text == "Veel draagvlak."


def test_notes_of_a_colleague_are_shown_beside_ones_own(notes, candidate, desk_of_els):
    ThemeNoteFactory(candidate=candidate, text="Van Griet.", version=2)

    response = desk_of_els.post(notes, {"text": "Van mij.", "version": 1})

    tree = page_of(response)
    assert response.status_code == 409
    assert "Van Griet." in main_text(response)
    assert by_id(tree, "id_text").text.strip() == "Van mij."
    assert by_id(tree, "id_version").get("value") == "2"
    assert ThemeNote.objects.get().text == "Van Griet."


def test_notes_without_a_text_are_no_fault_of_the_server(notes, candidate, desk_of_els):
    ThemeNoteFactory(candidate=candidate, text="Van Griet.", version=2)

    response = desk_of_els.post(notes, {"version": 1})

    assert response.status_code == 409
    assert ThemeNote.objects.get().text == "Van Griet."


def test_nothing_is_noted_in_a_practice(traject, candidate, desk_of_els):
    """These notes are of the traject, and a practice leaves nothing behind."""
    practice = LiveSessionFactory(
        traject=traject, is_practice=True, stage=Stage.DIALOGUE, candidate=candidate
    )
    url = f"/trajecten/{traject.pk}/sessies/{practice.pk}/"
    notes = f"{url}notities/{candidate.pk}/"

    desk = main_text(desk_of_els.get(url))

    assert "Energie" in desk
    assert "Save the notes" not in desk
    assert desk_of_els.get(notes).status_code == 404
    assert desk_of_els.post(notes, {"text": "Geoefend.", "version": 0}).status_code == 404
    assert not ThemeNote.objects.exists()


def test_notes_that_are_too_long_stay_on_the_page(notes, desk_of_els):
    response = desk_of_els.post(notes, {"text": "a" * 20_001, "version": 0})

    assert response.status_code == 422
    assert by_id(page_of(response), "id_text").text.strip() == "a" * 20_001
    assert not ThemeNote.objects.exists()


def test_theme_of_another_traject_does_not_exist(url, desk_of_els):
    assert desk_of_els.get(f"{url}notities/{CandidateFactory().pk}/").status_code == 404
