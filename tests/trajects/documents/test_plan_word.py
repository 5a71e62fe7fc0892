"""The Word file of a plan, opened the way Word opens it."""

from datetime import date
from io import BytesIO
from itertools import pairwise

import pytest
from django.core.files.base import ContentFile
from django.utils import translation
from django.utils.translation import gettext
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from PIL import Image

from tests.trajects.documents.plans import (
    NAMES,
    NOTE,
    NOW,
    REMARK,
    SCAN_REMARK,
    full_plan,
)
from tests.trajects.plan_factories import ActionFactory
from trajects.documents.plan_word import plan_word
from trajects.documents.word.titles import TITLES
from trajects.models import Action, Audience, Paper, PlanDocument, Traject

with translation.override("nl"):
    CHAPTERS = [gettext("Contents"), *map(str, TITLES.values())]


def made(traject: Traject, griet, **choice) -> bytes:
    fields = {"audience": Audience.COUNCIL, "paper": Paper.WORD, **choice}
    document = PlanDocument(traject=traject, asked_at=NOW, asked_by=griet, **fields)
    return plan_word(document)


def opened(content: bytes):
    return Document(BytesIO(content))


def heads(document, level: int) -> list[str]:
    style = f"Heading {level}"
    return [one.text for one in document.paragraphs if one.style.name == style]


def words(document) -> str:
    """Also those in tables, and above and below the pages."""
    section = document.sections[0]
    parts = (document.element.body, section.header._element, section.footer._element)
    return " ".join(text.text or "" for part in parts for text in part.iter(qn("w:t")))


def rows(document) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]


@pytest.fixture
def plan(traject) -> Traject:
    return full_plan(traject)


def test_every_chapter_has_a_heading(plan, griet):
    assert heads(opened(made(plan, griet)), 1) == CHAPTERS


def test_follow_up_has_a_heading_for_each_of_its_parts(plan, griet):
    found = heads(opened(made(plan, griet)), 2)

    assert {"Hoe we erover vertellen", "Beslissing"} <= set(found)
    assert "Geplande bijeenkomsten" not in found  # there is none


def test_reason_of_an_action_is_named(plan, griet):
    action = Action.objects.exclude(because="").first()

    assert f"Waarom: {action.because}" in words(opened(made(plan, griet)))


def test_no_level_of_headings_is_passed_over(plan, griet):
    styles = [one.style.name for one in opened(made(plan, griet)).paragraphs]
    levels = [int(name[-1]) for name in styles if name.startswith("Heading ")]

    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_actions_stand_in_a_table_with_their_owner_and_state(plan, griet):
    found = {row[0]: row for row in rows(opened(made(plan, griet)))}

    assert found["1.1"][1] == "Alle daken laten onderzoeken"
    assert found["1.2"][1] == "Panelen leggen & aansluiten ‹fase 1›"
    assert {"1.1", "1.2", "1.3", "2.1", "2.2"} <= set(found)


def test_budget_has_a_column_for_every_year(plan, griet):
    with translation.override("nl"):
        together = gettext("Together")

    found = rows(opened(made(plan, griet)))

    assert [row[1:] for row in found if row[0] == together] == [
        ["125.500", "1.000", "0", "0", "126.500"]
    ]
    assert ["2028", "2029", "2030", "2031", together] in [row[1:] for row in found]


def test_heads_of_tables_return_on_every_page(plan, griet):
    document = opened(made(plan, griet))

    marked = [table.rows[0]._tr.trPr.find(qn("w:tblHeader")) for table in document.tables]

    assert sum(mark is not None for mark in marked) >= 10
    assert all(len(table.rows) for table in document.tables)


def test_timeline_lies_and_the_rest_stands(plan, griet):
    turned = [one.orientation for one in opened(made(plan, griet)).sections]

    assert turned == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT]


def test_document_says_what_it_is_and_in_which_language(plan, griet):
    document = opened(made(plan, griet))

    about = document.core_properties
    assert "2028–2031, Gemeente Aalbeke" in about.title
    assert (about.author, about.language) == ("Gemeente Aalbeke", "nl-BE")
    language = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert language.get(qn("w:val")) == "nl-BE"


def test_whatever_is_typed_survives(plan, griet):
    goal = plan.goals.first()
    typed = "A & B <i>{{ d }}</i> {% raw %} ‹›\x0b\x07\x0cslot\nen verder"
    ActionFactory(goal=goal, title="R&D <x> {{ 7*7 }}", what=typed)

    text = words(opened(made(plan, griet)))

    assert "R&D <x> {{ 7*7 }}" in text
    assert "A & B <i>{{ d }}</i> {% raw %} ‹›slot" in text
    assert "en verder" in text


def test_document_without_names_names_nobody(plan, griet):
    text = words(opened(made(plan, griet)))

    for hidden in (*NAMES, griet.name, REMARK, NOTE, SCAN_REMARK):
        assert hidden not in text
    assert "Gebouwbeheerder" in text


def test_names_remarks_and_notes_are_there_when_chosen(plan, griet):
    fields = {"with_names": True, "with_remarks": True, "with_notes": True}

    text = words(opened(made(plan, griet, audience=Audience.OWN, **fields)))

    for shown in (*NAMES, REMARK, NOTE, SCAN_REMARK):
        assert shown in text


def test_plan_of_one_bare_action_is_a_document(traject, griet):
    ActionFactory(goal__candidate__traject=traject, goal__traject=traject, title="Bellen")
    assert Action.objects.get().traject == traject

    document = opened(made(traject, griet))

    assert "Bellen" in words(document)
    assert CHAPTERS[3] not in heads(document, 1)


def test_logo_has_words(plan, griet, organisation):
    target = BytesIO()
    Image.new("RGB", (40, 20), "#8a3b12").save(target, "PNG")
    organisation.logo.save("logo.png", ContentFile(target.getvalue()))
    plan.organisation = organisation

    document = opened(made(plan, griet))

    pictures = list(document.element.body.iter(qn("wp:docPr")))
    assert [one.get("descr") for one in pictures] == ["Logo van Gemeente Aalbeke"]


def test_document_is_the_same_whoever_asks(plan, griet):
    first = words(opened(made(plan, griet)))

    with translation.override("en"):
        assert words(opened(made(plan, griet))) == first
    assert date(2028, 5, 4) == NOW.date()
    assert "4 mei 2028" in first
