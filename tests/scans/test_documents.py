"""The PDF of a finished scan: tagged, in Dutch, with our font, and for ever the same."""

import itertools
import re
from datetime import UTC, datetime
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.utils import translation
from django.utils.translation import gettext
from PIL import Image

from accounts.models import DepartmentKind, Organisation, User
from scans.actions.imprints import make_imprint
from scans.documents import scan_document
from scans.models import Answer, IsoSubject, Scan, Sdg, Theme
from tests.factories import (
    OrganisationFactory,
    ScanFactory,
    UserFactory,
    answer_all,
    published_questionnaire,
)
from tests.reporting.pdf.inspection import Font, all_text, bookmarks, fonts, opened, tags, texts

# Not counted as coverage, which would double its time: other tests reach each of these lines.
pytestmark = pytest.mark.no_cover

OWN_FONTS = {"Source-Sans-3", "Source-Sans-3,", "Source-Sans-3-Bold", "Source-Sans-3-Semi-Bold"}
FINISHED = datetime(2025, 4, 1, 22, 30, tzinfo=UTC)  # the second of April in Brussels
ANSWERS = "jjj jjn jnx nnn nnw" + "jnn jjj jjj jjj jjj" + "jjw --- --- --- ---"
with translation.override("nl"):
    CHAPTERS = [
        gettext("Contents"),
        gettext("Summary"),
        gettext("All themes at a glance"),
        gettext("The shape of your scan"),
        gettext("Theme by theme"),
        gettext("Possible themes to work on"),
        gettext("What would lift us"),
        gettext("Not known yet, and who may know"),
        gettext("The same answers by SDG and ISO 26000"),
        gettext("How the figures are made"),
        gettext("All answers"),
    ]
RADAR = CHAPTERS[3]


def finished_scan(*, themes=range(1, 16), answers=ANSWERS * 5, **fields) -> Scan:
    els = UserFactory(name="Els Peeters")
    organisation = OrganisationFactory(**{"name": "Gemeente Aalbeke", **fields})
    questionnaire = published_questionnaire(themes=themes, version=1)
    scan = ScanFactory(organisation=organisation, questionnaire=questionnaire, year=2025)
    answer_all(scan, answers, by=els)
    Answer.objects.filter(statement__code="thema-1-2c").update(
        interesting=True, remark="Dit staat op de agenda."
    )
    Answer.objects.filter(value="not_applicable").update(reason="Wij hebben dit niet.")
    Scan.objects.filter(pk=scan.pk).update(finished_at=FINISHED, finished_by=els)
    make_imprint(scan=scan, by=els)
    return Scan.objects.get(pk=scan.pk)


def made(scan: Scan, *, names=False, remarks=False) -> bytes:
    return scan_document(Scan.objects.get(pk=scan.pk), with_names=names, with_remarks=remarks)


def picture(width: int, height: int) -> bytes:
    target = BytesIO()
    Image.new("RGB", (width, height), "#8a3b12").save(target, "PNG")
    return target.getvalue()


@pytest.fixture(scope="module")
def of_fifteen() -> dict[str, bytes]:
    """One document for all tests that only read it."""
    return {}


@pytest.fixture
def pdf(db, of_fifteen) -> bytes:
    if not of_fifteen:
        of_fifteen["pdf"] = made(finished_scan())
    return of_fifteen["pdf"]


@pytest.fixture
def document(pdf):
    with opened(pdf) as document:
        yield document


def test_document_says_what_it_is(document):
    root = document.Root

    assert bool(root.MarkInfo.Marked) is True
    assert str(root.Lang) == "nl"
    assert bool(root.ViewerPreferences.DisplayDocTitle) is True
    assert str(document.docinfo.Title) == "MVO-scan 2025, Gemeente Aalbeke"
    assert str(document.docinfo.Author) == "Gemeente Aalbeke"
    with document.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "MVO-scan 2025, Gemeente Aalbeke"


def test_document_carries_the_date_of_the_finish(document, pdf):
    dates = {str(document.docinfo[key]) for key in ("/CreationDate", "/ModDate")}

    assert dates == {"D:20250401223000Z"}
    assert "Afgerond op 2 april 2025" in texts(pdf)[0]


def test_headings_go_down_one_level_at_a_time(document):
    levels = [int(tag.kind[1]) for tag in tags(document) if re.fullmatch(r"H\d", tag.kind)]

    jumps = [(a, b) for a, b in itertools.pairwise(levels) if b > a + 1]
    assert (levels[0], jumps) == (1, [])


def test_heads_of_tables_have_a_scope_and_every_table_has_heads(document):
    found = tags(document)
    heads = [tag for tag in found if tag.kind == "TH"]
    tables = [tag for tag in found if tag.kind == "Table"]

    assert {tag.scope for tag in heads} == {"/Column", "/Row"}
    assert len(tables) > 20
    assert [tag for tag in heads if ("THead" in tag.under) != (tag.scope == "/Column")] == []


def test_every_figure_has_words(document):
    figures = [tag.alt for tag in tags(document) if tag.kind == "Figure"]

    assert len(figures) > 40
    assert [alt for alt in figures if not alt or alt != " ".join(alt.split())] == []


def test_fonts_are_ours_and_inside(document):
    found = fonts(document)

    assert {font.name for font in found} <= OWN_FONTS
    assert found == {Font(font.name, True) for font in found}
    assert len(found) >= 3


def test_bookmarks_are_the_chapters_and_the_themes(document):
    found = bookmarks(document)

    assert [title for level, title in found if level == 1] == CHAPTERS
    assert (2, "15 Thema nummer 15") in found


def test_contents_name_the_page_of_every_chapter(pdf):
    pages = texts(pdf)
    contents = pages[1]

    for chapter in CHAPTERS[1:]:
        numbers = re.findall(rf"{re.escape(chapter)} (\d+)", contents)
        assert len(numbers) == 1, chapter
        assert pages[int(numbers[0]) - 1].count(chapter) >= 2  # head of the page and heading


def test_pages_carry_organisation_date_and_number(pdf):
    pages = texts(pdf)
    total = len(pages)

    for number, page in enumerate(pages[1:], start=2):
        assert page.startswith("Gemeente Aalbeke ")
        assert page.endswith(f"2 april 2025 {number} van {total}")
    assert f"1 van {total}" not in pages[0]


def test_summary_is_one_page(pdf):
    heads = [page for page in texts(pdf) if page.startswith("Gemeente Aalbeke Samenvatting")]

    assert len(heads) == 1


def test_contents_have_one_link_for_each_entry_that_is_printed(document):
    links = [link for page in document.pages for link in page.obj.get("/Annots", [])]
    tagged = [tag for tag in tags(document) if tag.kind == "Link"]

    assert len(links) == len({str(link.Dest) for link in links}) == len(CHAPTERS) - 1 + 15
    assert len(tagged) == len(links)
    assert {len(tag.element.K) for tag in tagged} == {3}  # where to, the title, the page number
    assert {int(link.F) for link in links} == {4}


def test_nothing_in_it_runs_or_leads_elsewhere(document):
    actions = {
        str(link.A.S)
        for page in document.pages
        for link in page.obj.get("/Annots", [])
        if "/A" in link
    }

    assert actions == set()
    assert {"/OpenAction", "/AA", "/AcroForm"} & set(document.Root.keys()) == set()
    assert "/EmbeddedFiles" not in document.Root.get("/Names", {})


@pytest.mark.django_db
def test_names_and_remarks_are_in_it_only_when_chosen():
    scan = finished_scan(themes=(1, 2))
    words = {
        (names, remarks): all_text(made(scan, names=names, remarks=remarks))
        for names in (False, True)
        for remarks in (False, True)
    }

    assert [choice for choice, text in words.items() if "Els Peeters" in text] == [
        (True, False),
        (True, True),
    ]
    for note in ("Dit staat op de agenda.", "Wij hebben dit niet."):
        assert [choice for choice, text in words.items() if note in text] == [
            (False, True),
            (True, True),
        ]


@pytest.mark.django_db
def test_reason_of_before_the_answer_changed_is_not_in_it():
    scan = finished_scan(themes=(1, 2))
    Answer.objects.filter(value="yes").update(reason="Dat was vorig jaar zo.")

    words = all_text(made(scan, remarks=True))

    assert "Wij hebben dit niet." in words
    assert "vorig jaar" not in words


@pytest.mark.django_db
def test_same_scan_gives_the_same_bytes_whatever_changes_afterwards():
    organisation = OrganisationFactory(name="Gemeente Aalbeke", accent="#4a6a1e")
    organisation.logo.save("logo.png", ContentFile(picture(60, 40)))
    scan = finished_scan(themes=(1, 2, 3))
    Scan.objects.filter(pk=scan.pk).update(organisation=organisation)
    scan.imprint.delete()
    for theme in Theme.objects.all():
        theme.sdgs.add(Sdg.objects.get_or_create(number=12, name="Consumptie")[0])
        theme.iso_subjects.add(IsoSubject.objects.get_or_create(code="6.2", name="Bestuur")[0])
    make_imprint(scan=Scan.objects.get(pk=scan.pk), by=User.objects.get(name="Els Peeters"))
    before = made(scan, names=True, remarks=True)

    with translation.override("en"):
        again = made(scan, names=True, remarks=True)
    everything_else_changes(organisation)

    assert again == before
    assert made(scan, names=True, remarks=True) == before


def everything_else_changes(organisation: Organisation) -> None:
    organisation.logo.delete()
    organisation.logo.save("logo.png", ContentFile(picture(10, 90)))
    Organisation.objects.update(name="Fusiegemeente", accent="#8a3b12")
    User.objects.update(name="Iemand Anders")
    Theme.objects.update(name="Anders", short_name="Anders")
    Sdg.objects.update(name="Anders")
    IsoSubject.objects.update(name="Anders")
    DepartmentKind.objects.update(name="Anders")
    Theme.objects.first().sdgs.clear()
    published_questionnaire(themes=(1, 2, 3, 4), version=2)


@pytest.mark.django_db
@pytest.mark.parametrize("size", [(900, 60), (60, 900), (300, 300)])
def test_logo_of_any_shape_stays_within_its_place(size):
    organisation = OrganisationFactory(name="Gemeente Met Logo")
    organisation.logo.save("logo.png", ContentFile(picture(*size)))
    scan = finished_scan(themes=(1, 2), name="x")
    Scan.objects.filter(pk=scan.pk).update(organisation=organisation)
    scan.imprint.delete()
    make_imprint(scan=Scan.objects.get(pk=scan.pk), by=User.objects.first())

    with opened(made(scan)) as document:
        logo = next(tag for tag in tags(document) if tag.kind == "Figure")
        left, top, right, bottom = (float(edge) * 25.4 / 96 for edge in logo.element.A.BBox)

    assert logo.alt == "Logo van Gemeente Met Logo"
    assert right - left <= 70.01
    assert bottom - top <= 16.01
    assert (right - left) / (bottom - top) == pytest.approx(size[0] / size[1], rel=0.02)


@pytest.mark.django_db
def test_long_name_is_whole_on_the_cover_and_the_head_stays_apart():
    name = "Intercommunale vereniging voor ontwikkeling van het gewest en expansie Aalbeke-Bevere-"
    pages = texts(made(finished_scan(themes=(1, 2), name=name + "Zavelgem en omstreken")))

    assert "Zavelgem en omstreken" in pages[0]
    assert "Zavelgem en omstreken" in pages[2]
    assert "Samenvatting" in pages[2]


@pytest.mark.django_db
def test_scan_of_two_themes_has_no_radar():
    with opened(made(finished_scan(themes=(1, 2)))) as document:
        chapters = [title for level, title in bookmarks(document) if level == 1]

    assert chapters == [title for title in CHAPTERS if title != RADAR]


@pytest.mark.django_db
@pytest.mark.parametrize("answers", ["", "jj", "x" * 30, "w" * 30])
def test_scan_with_too_few_answers_makes_a_document(answers):
    pages = texts(made(finished_scan(themes=(1, 2), answers=answers)))

    assert "geen globale score" in pages[2]
    assert "None" not in " ".join(pages)


@pytest.mark.django_db
def test_one_theme_is_enough_for_a_document():
    words = all_text(made(finished_scan(themes=(4,), answers="jjj jjn jnx nnn nnw")))

    assert "Alleen" in words
    assert "4 Thema nummer 4" in words


@pytest.mark.django_db
def test_text_of_people_stays_text():
    scan = finished_scan(themes=(1, 2), name="<b>Gemeente</b> & <img src=x>")
    Answer.objects.filter(statement__code="thema-1-1a").update(remark="<script>1</script> a < b")

    words = all_text(made(scan, remarks=True))

    assert "<b>Gemeente</b> & <img src=x>" in words
    assert "<script>1</script> a < b" in words
