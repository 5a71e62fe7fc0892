"""The note for the green light: two pages, tagged, in Dutch, with everything that is asked."""

from datetime import UTC, datetime

import pytest
from django.utils import translation

from reporting.pdf import page_count
from scans.models import Document
from tests.reporting.pdf.inspection import all_text, opened, tags
from tests.trajects.counted import voted
from tests.trajects.factories import CandidateFactory, ThemeChoiceFactory
from tests.trajects.photos import photo_of
from tests.trajects.scanned import link_scan
from trajects.documents.choice import FITS, choice_document, note_html, note_of
from trajects.models import ChoiceDocument
from trajects.tasks import make_choice_document

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
TEN = {
    "Bestuur": (0, 1, 9, 0),
    "Energie": (1, 4, 5, 0),
    "Welzijn": (6, 3, 1, 0),
}


@pytest.fixture
def document(traject, griet) -> ChoiceDocument:
    return ChoiceDocument.objects.create(traject=traject, slot=1, asked_at=NOW, asked_by=griet)


@pytest.fixture
def chosen(traject):
    voted(traject, TEN)
    for candidate in traject.candidates.all():
        is_chosen = candidate.name != "Welzijn"
        because = f"Omdat {candidate.name} telt." if is_chosen else "Dat loopt al."
        ThemeChoiceFactory(candidate=candidate, chosen=is_chosen, because=because)


def finished_scan(traject) -> None:
    link_scan(traject, "j" * 40)
    traject.scan.finished_at, traject.scan.finished_by = NOW, traject.created_by
    traject.scan.save()


@pytest.mark.usefixtures("chosen")
def test_note_has_photo_votes_choice_and_question(document, traject):
    photo_of(traject)

    words = " ".join(all_text(choice_document(document)).split())

    for expected in ("Gemeente Aalbeke", "4 mei 2026", "Energie en klimaat", "2,9"):
        assert expected in words
    for expected in ("Omdat Bestuur telt.", "Omdat Energie telt.", "Dat loopt al.", "Welzijn"):
        assert expected in words


@pytest.mark.usefixtures("chosen")
def test_note_is_two_pages_long(document, traject):
    photo_of(traject)
    finished_scan(traject)

    assert page_count(choice_document(document)) == 2


def test_note_of_nearly_nothing_is_two_pages_long(document, traject):
    ThemeChoiceFactory(candidate=CandidateFactory(traject=traject))

    assert page_count(choice_document(document)) == 2


def test_note_of_very_much_is_two_pages_long(document, traject):
    voted(traject, {f"{'Een heel lange naam ' * 3}{number}": (1, 4, 5, 2) for number in range(30)})
    for place, candidate in enumerate(traject.candidates.all()):
        candidate.subtheme = "Met een subthema dat ook lang is " * 3
        candidate.save()
        because = f"{place} " + "Hier maken we het verschil. " * 70
        ThemeChoiceFactory(candidate=candidate, chosen=place < 6, because=because[:2000])

    assert page_count(choice_document(document)) == 2


@pytest.mark.usefixtures("chosen")
def test_scan_stands_in_one_chart_that_has_words(document, traject):
    photo_of(traject)
    finished_scan(traject)
    note = note_of(document)

    with opened(choice_document(document)) as pdf:
        figures = [tag.alt for tag in tags(pdf) if tag.kind == "Figure"]

    assert note.columns == [[], [], [], [], [], ["7 Energie"]]
    assert figures == [" ".join(_dutch(note).split())]


def _dutch(note) -> str:
    with translation.override("nl"):
        return note.chart_label


@pytest.mark.usefixtures("chosen")
def test_scan_without_enough_answers_has_no_chart(document, traject):
    photo_of(traject)
    link_scan(traject, "--- ---")
    traject.scan.finished_at, traject.scan.finished_by = NOW, traject.created_by
    traject.scan.save()
    note = note_of(document)

    assert (note.claimed, len(note.unclaimed), note.chart_label) == ((), 1, "")
    with opened(choice_document(document)) as pdf:
        assert not [tag for tag in tags(pdf) if tag.kind == "Figure"]


@pytest.mark.usefixtures("chosen")
def test_note_is_tagged_and_every_table_has_its_heads(document, traject):
    photo_of(traject)

    with opened(choice_document(document)) as pdf:
        assert str(pdf.Root.Lang) == "nl"
        heads = {tag.scope for tag in tags(pdf) if tag.kind == "TH"}

    assert heads == {"/Column", "/Row"}


@pytest.mark.usefixtures("chosen")
def test_note_is_the_same_whoever_asks(document):
    first = choice_document(document)

    with translation.override("en"):
        assert choice_document(document) == first


def test_themes_parked_for_one_reason_stand_together(document, traject):
    for name, because in (("A", "Later."), ("B", "Loopt al."), ("C", "Later.")):
        candidate = CandidateFactory(traject=traject, name=name)
        ThemeChoiceFactory(candidate=candidate, chosen=False, because=because)

    assert note_of(document).parked == [("Later.", ["A", "C"]), ("Loopt al.", ["B"])]


def test_shortest_fit_leaves_out_what_does_not_fit(document, traject):
    voted(traject, {f"Thema {number}": (1, 4, 5, 2) for number in range(12)})
    for candidate in traject.candidates.all():
        ThemeChoiceFactory(candidate=candidate, because="Omdat. " * 40)
    note = note_of(document)

    whole, short = (note_html(note, fit) for fit in (FITS[0], FITS[-1]))

    rows = [html.count('<th scope="row">Thema') for html in (whole, short)]
    assert (rows, len(short) < len(whole)) == ([12, 10], True)


@pytest.mark.usefixtures("chosen")
def test_task_makes_what_was_asked(document, time_machine):
    time_machine.move_to(NOW, tick=False)

    make_choice_document.call(document.pk)
    make_choice_document.call(document.pk)

    document.refresh_from_db()
    assert (document.finished_at, document.failed_at) == (NOW, None)
    assert Document.objects.count() == 1
