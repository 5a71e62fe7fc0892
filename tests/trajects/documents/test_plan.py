"""The PDF of a plan: tagged, in Dutch, with our font, every chapter and a timeline that lies."""

import itertools
import re
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.utils import translation
from django.utils.translation import gettext
from PIL import Image

from scans.models import Document
from tests.reporting.pdf.inspection import Font, all_text, bookmarks, fonts, opened, tags, texts
from tests.scans.test_documents import OWN_FONTS
from tests.trajects.documents.plans import NAMES, NOTE, NOW, REMARK, SCAN_REMARK, full_plan
from tests.trajects.plan_factories import ActionFactory, PlanDecisionFactory
from trajects.documents.plan import plan_html, plan_pdf
from trajects.documents.word.titles import TITLES
from trajects.models import Audience, Paper, PlanDocument, Traject
from trajects.tasks import make_plan_document

# Not counted as coverage, which would double its time: other tests reach each of these lines.
pytestmark = [pytest.mark.no_cover, pytest.mark.django_db]
with translation.override("nl"):
    CHAPTERS = [gettext("Contents"), *map(str, TITLES.values())]
    TIMELINE, GOALS = str(TITLES["timeline"]), str(TITLES["goals"])
EVERYTHING = {"with_names": True, "with_remarks": True, "with_notes": True}


def made(traject: Traject, by, **choice) -> bytes:
    fields = {"audience": Audience.COUNCIL, **choice}
    return plan_pdf(PlanDocument(traject=traject, asked_at=NOW, asked_by=by, **fields))


@pytest.fixture(scope="module")
def kept() -> dict[str, bytes]:
    """One document for all tests that only read it."""
    return {}


@pytest.fixture
def pdf(kept, request) -> bytes:
    if not kept:
        traject, griet = (request.getfixturevalue(name) for name in ("traject", "griet"))
        kept["pdf"] = made(full_plan(traject), griet)
    return kept["pdf"]


@pytest.fixture
def document(pdf):
    with opened(pdf) as document:
        yield document


def test_document_says_what_it_is(document):
    root = document.Root

    assert bool(root.MarkInfo.Marked) is True
    assert str(root.Lang) == "nl"
    assert str(document.docinfo.Title).endswith("2028–2031, Gemeente Aalbeke")
    assert str(document.docinfo.CreationDate) == "D:20280504093000Z"
    with document.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"


@pytest.mark.parametrize(
    ("decided", "said"),
    [
        (None, "Voorstel, nog niet beslist."),
        ({"approved": True}, "Goedgekeurd door de gemeenteraad op 3 maart 2025."),
        (
            {"approved": False, "remarks": "Te duur."},
            "Nog niet goedgekeurd door de gemeenteraad op 3 maart 2025.",
        ),
    ],
)
def test_cover_says_what_was_decided(traject, griet, decided, said):
    if decided:
        PlanDecisionFactory(traject=traject, **decided)
    asked = PlanDocument(traject=traject, asked_at=NOW, asked_by=griet, audience=Audience.COUNCIL)

    html, _assets = plan_html(asked)

    (told,) = re.findall(r"cover-foot[^>]*>\s*<b>(.*?)</b>", html, re.DOTALL)
    assert told.strip() == said


def test_cover_tells_years_organisation_and_decision(pdf):
    cover = texts(pdf)[0]

    for expected in ("Gemeente Aalbeke", "2028–2031", "1 maart 2028", "4 mei 2028"):
        assert expected in cover


def test_every_chapter_says_what_it_is_about(pdf):
    words = all_text(pdf)

    for expected in (
        "We leggen de basis.",
        "Gebouwbeheerder",
        "46 %",
        "Zonnepanelen",
        "Omdat Energie telt.",
        "Op elk dak ligt een zonnepaneel.",
        "Tegen eind 2029 ligt op 12 gemeentelijke gebouwen een zonnedak.",
        "Panelen leggen & aansluiten ‹fase 1›",
        "126.500",
        "Wij doen energie-2c helemaal.",
        "Dat loopt al goed.",
        "Elk kwartaal kijken we samen.",
        "In het infoblad.",
    ):
        assert expected in words


def test_headings_go_down_one_level_at_a_time(document):
    levels = [int(tag.kind[1]) for tag in tags(document) if re.fullmatch(r"H\d", tag.kind)]

    jumps = [(a, b) for a, b in itertools.pairwise(levels) if b > a + 1]
    assert (levels[0], jumps) == (1, [])


def test_heads_of_tables_have_a_scope_and_every_table_has_heads(document):
    found = tags(document)
    heads = [tag for tag in found if tag.kind == "TH"]
    tables = [tag for tag in found if tag.kind == "Table"]

    assert {tag.scope for tag in heads} == {"/Column", "/Row"}
    assert len(tables) > 10
    assert [tag for tag in heads if ("THead" in tag.under) != (tag.scope == "/Column")] == []


def test_every_figure_has_words(document):
    figures = [tag.alt for tag in tags(document) if tag.kind == "Figure"]

    assert len(figures) > 5
    assert [alt for alt in figures if not alt or alt != " ".join(alt.split())] == []


def test_fonts_are_ours_and_inside(document):
    found = fonts(document)

    assert {font.name for font in found} <= OWN_FONTS | {"Source-Sans-3-Italic"}
    assert found == {Font(font.name, True) for font in found}


def test_bookmarks_are_the_chapters_and_the_themes(document):
    found = bookmarks(document)

    assert [title for level, title in found if level == 1] == CHAPTERS
    assert {(2, "Energie"), (2, "Water")} <= set(found)


def test_contents_name_the_page_of_every_chapter(pdf):
    pages = texts(pdf)

    for chapter in CHAPTERS[1:]:
        numbers = re.findall(rf"{re.escape(chapter)} (\d+)", pages[1])
        assert len(numbers) == 1, chapter
        assert chapter in pages[int(numbers[0]) - 1]


def test_pages_carry_organisation_date_and_number(pdf):
    pages = texts(pdf)
    total = len(pages)

    for number, page in enumerate(pages[1:], start=2):
        assert page.startswith("Gemeente Aalbeke ")
        assert page.endswith(f"4 mei 2028 {number} van {total}")
    assert f"1 van {total}" not in pages[0]


def test_timeline_lies_down_and_the_rest_stands(document, pdf):
    lying = [page.mediabox[2] > page.mediabox[3] for page in document.pages]
    about = [TIMELINE in page.split("Energie")[0] for page in texts(pdf)[2:]]

    assert lying.count(True) == 1
    assert about.index(True) == lying[2:].index(True)


def test_document_without_names_names_nobody(pdf, document):
    words = all_text(pdf) + " ".join(tag.alt for tag in tags(document))

    for hidden in (*NAMES, "Griet Maes", REMARK, NOTE, SCAN_REMARK):
        assert hidden not in words
    for one in NAMES:
        assert one.encode() not in pdf


def test_names_remarks_and_notes_are_there_when_chosen(traject, griet):
    words = all_text(made(full_plan(traject), griet, audience=Audience.OWN, **EVERYTHING))

    for shown in (*NAMES, REMARK, NOTE, SCAN_REMARK):
        assert shown in words


def test_document_is_the_same_whoever_asks(traject, griet):
    full_plan(traject)
    first = made(traject, griet)

    with translation.override("en"):
        assert made(traject, griet) == first


def test_text_of_people_stays_text(traject, griet):
    typed = "<script>1</script> a < b & “c”"
    ActionFactory(goal__candidate__traject=traject, goal__traject=traject, title=typed)

    assert typed in all_text(made(traject, griet))


def test_plan_of_one_bare_action_is_a_document(traject, griet, organisation):
    target = BytesIO()
    Image.new("RGB", (40, 20), "#8a3b12").save(target, "PNG")
    organisation.logo.save("logo.png", ContentFile(target.getvalue()))
    ActionFactory(goal__candidate__traject=traject, goal__traject=traject, title="Bellen")

    with opened(made(traject, griet)) as document:
        chapters = [title for level, title in bookmarks(document) if level == 1]
        logo = next(tag for tag in tags(document) if tag.kind == "Figure")

    assert GOALS in chapters
    assert str(TITLES["mirror"]) not in chapters
    assert logo.alt == "Logo van Gemeente Aalbeke"


@pytest.mark.parametrize(("paper", "start"), [(Paper.PDF, b"%PDF"), (Paper.WORD, b"PK")])
def test_task_makes_what_was_asked(traject, griet, time_machine, paper, start):
    time_machine.move_to(NOW, tick=False)
    ActionFactory(goal__candidate__traject=traject, goal__traject=traject)
    fields = {"slot": 1, "asked_at": NOW, "asked_by": griet, "audience": Audience.PUBLIC}
    asked = PlanDocument.objects.create(traject=traject, paper=paper, **fields)

    make_plan_document.call(asked.pk)
    make_plan_document.call(asked.pk)

    asked.refresh_from_db()
    assert (asked.finished_at, asked.failed_at) == (NOW, None)
    assert asked.file.name.endswith(asked.suffix)
    assert asked.file.read()[: len(start)] == start
    asked.file.close()
    assert Document.objects.count() == 1
