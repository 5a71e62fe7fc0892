import pytest

from reporting.pdf import render_pdf, static_assets
from tests.reporting.pdf.inspection import opened, tags

HTML = """<!doctype html><html lang="nl"><head><title>Een stuk</title>
<meta name="dcterms.created" content="2025-04-01T15:00:00Z"></head><body><h1 id="a">Kop</h1>
<p><a href="#a">naar boven</a></p>
<table><thead><tr><th scope="col">Thema</th><th scope="col">Stap</th></tr></thead>
<tbody><tr><th scope="row">Bestuur</th><td>2</td></tr></tbody></table>
<table><tr><th scope="row">Los</th><td>3</td></tr></table>
<svg width="20" height="20"><title>
   Een    balk:
   40 %
</title><rect width="9" height="9"/></svg></body></html>"""


@pytest.fixture(scope="module")
def document():
    with opened(render_pdf(HTML, assets={})) as document:
        yield document


def test_heads_of_tables_have_a_scope(document):
    heads = [(tag.under[-2], tag.scope) for tag in tags(document) if tag.kind == "TH"]

    assert heads == [
        ("THead", "/Column"),
        ("THead", "/Column"),
        ("TBody", "/Row"),
        ("TBody", "/Row"),
    ]


def test_alternative_text_of_a_drawing_has_no_layout_in_it(document):
    assert [tag.alt for tag in tags(document) if tag.kind == "Figure"] == ["Een balk: 40 %"]


def test_links_are_printed(document):
    flags = [int(link.F) for page in document.pages for link in page.obj.get("/Annots", [])]

    assert flags == [4]


def test_link_is_one_with_all_that_is_in_it():
    html = """<!doctype html><html lang="nl"><head><title>Een stuk</title>
    <style>a::after { content: target-counter(attr(href), page); float: right }</style></head>
    <body><h1 id="a">Kop</h1><p><a href="#a">naar <b>boven</b></a></p></body></html>"""

    with opened(render_pdf(html, assets={})) as document:
        page = document.pages[0].obj
        links = [tag for tag in tags(document) if tag.kind == "Link"]
        keys = [int(key) for key in document.Root.StructTreeRoot.ParentTree.Nums[::2]]
        inner = [tag.kind for tag in tags(document) if "Link" in tag.under]

    assert (len(page.Annots), len(links)) == (1, 1)
    assert keys == [0, int(page.Annots[0].StructParent)]
    assert inner == ["NonStruct", "Span", "Span"]  # what is bold, its text, the page number


def test_date_is_the_one_of_the_document(document):
    assert str(document.docinfo["/CreationDate"]) == "D:20250401150000Z"
    assert "/ModDate" not in document.docinfo


def test_same_text_gives_the_same_bytes():
    assert render_pdf(HTML, assets={}) == render_pdf(HTML, assets={})


def test_own_files_are_found_by_name():
    name = "css/print/page.css"

    assert b"@page" in static_assets([name])[name]


def test_own_file_that_is_not_there_is_missed():
    with pytest.raises(FileNotFoundError):
        static_assets(["css/print/anders.css"])
