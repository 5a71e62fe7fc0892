import re
from io import BytesIO

import pytest
from openpyxl import load_workbook

from tests.page import by_id, main_text, page_of
from tests.world import domain_hash

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def export(client, scan, **fields):
    return client.post(f"/scans/{scan.pk}/resultaat/cijfers/", fields)


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
@pytest.mark.parametrize(
    ("person", "running", "finished"),
    [("els", 200, 200), ("bram", 200, 200), ("rita", 403, 200), ("chaima", 404, 404)],
)
def test_export_is_for_who_may_read(world, browse, person, running, finished, kind):
    client = browse(person)

    statuses = [
        export(client, scan, format=kind).status_code
        for scan in (world.a.running, world.a.finished)
    ]

    assert statuses == [running, finished]


@pytest.mark.parametrize(
    ("kind", "content_type"), [("xlsx", XLSX), ("csv", "text/csv; charset=utf-8")]
)
def test_export_is_a_private_file_with_a_name(world, browse, kind, content_type):
    response = export(browse("rita"), world.a.finished, format=kind)

    assert response["Content-Type"] == content_type
    assert response["Content-Disposition"] == (
        f'attachment; filename="mvo-scan-gemeente-aalbeke-2025.{kind}"'
    )
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_export_opens_as_what_it_says_it_is(world, browse):
    client = browse("rita")

    book = load_workbook(BytesIO(export(client, world.a.finished, format="xlsx").content))
    text = export(client, world.a.finished, format="csv").content.decode("utf-8")

    assert book.sheetnames == ["Overview", "Themes", "Answers", "Explanation"]
    assert text.startswith("\ufeffOrganisation;Year;")
    assert len(text.splitlines()) == 31


def test_export_of_a_running_scan_is_marked_provisional(world, browse):
    response = export(browse("bram"), world.a.running, format="xlsx")

    overview = load_workbook(BytesIO(response.content))["Overview"]
    assert dict(overview.values)["State"] == "provisional"
    assert "2026-provisional.xlsx" in response["Content-Disposition"]


@pytest.mark.parametrize(("fields", "chosen"), [({}, False), ({"remarks": "on"}, True)])
def test_remarks_are_in_the_file_only_when_ticked(world, browse, fields, chosen):
    world.a.finished.respondents.get().answers.filter(statement__code="thema-1-1a").update(
        remark="Een opmerking"
    )

    text = export(browse("rita"), world.a.finished, format="csv", **fields).content.decode()

    assert ("Een opmerking" in text, "Remark;Reason" in text) == (chosen, chosen)


@pytest.mark.parametrize("fields", [{}, {"format": "pdf"}, {"format": ""}, {"format": "XLSX"}])
def test_unknown_format_is_a_bad_request(world, browse, fields):
    assert export(browse("els"), world.a.finished, **fields).status_code == 400


@pytest.mark.parametrize("method", ["get", "head", "put", "delete"])
def test_export_is_made_by_a_post_alone(world, browse, method):
    response = getattr(browse("els"), method)(f"/scans/{world.a.finished.pk}/resultaat/cijfers/")

    assert response.status_code == 405


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_export_changes_nothing(world, browse, kind):
    client = browse("els")
    before = domain_hash()

    export(client, world.a.running, format=kind, remarks="on")

    assert domain_hash() == before


def test_buttons_of_the_page_make_the_files(world, browse):
    client = browse("rita")
    page = page_of(client.get(f"/scans/{world.a.finished.pk}/resultaat/"))

    [form] = [f for f in page.iter("form") if (f.get("action") or "").endswith("/cijfers/")]
    sent = [
        {button.get("name"): button.get("value")}
        for button in form.iter("button")
        if button.get("type") == "submit"
    ]

    assert by_id(page, "export-title").text == "Take the figures with you"
    assert [(i.get("name"), i.get("checked")) for i in form.iter("input")][1:] == [
        ("remarks", None)
    ]
    assert [client.post(form.get("action"), data)["Content-Type"] for data in sent] == [
        XLSX,
        "text/csv; charset=utf-8",
    ]


def test_page_says_when_the_file_is_provisional(world, browse):
    told = [
        re.search("the file says “provisional”", main_text(browse("els").get(address))) is not None
        for address in (
            f"/scans/{scan.pk}/resultaat/" for scan in (world.a.running, world.a.finished)
        )
    ]

    assert told == [True, False]


@pytest.mark.parametrize(("kind", "fields"), [("xlsx", {}), ("csv", {"remarks": "on"})])
def test_export_costs(world, browse, django_assert_num_queries, kind, fields):
    client = browse("rita")
    queries = 7 + len(fields)  # session, person, scan, then those of the export itself

    with django_assert_num_queries(queries):
        export(client, world.a.finished, format=kind, **fields)
