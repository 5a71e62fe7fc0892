"""What the scan proposes for the photo."""

import pytest

from scans.models import Theme
from tests.factories import DepartmentKindFactory
from tests.page import by_id, main_text, page_of
from tests.trajects.scanned import link_scan
from tests.trajects.selecting import select
from trajects.models import Initiative
from trajects.pages.suggestions import Prefilled, Suggestion


def test_proposals_come_from_yes_and_from_ticks_and_go_once_they_are_on_the_photo(
    page, url, traject, department
):
    kind = DepartmentKindFactory()
    department.kind = kind
    department.save()
    link_scan(traject, "jn-", ticked=("thema-7-1b",))

    listed = page_of(page.get(f"{url}voorstellen/"))
    addresses = [link.get("href") for link in select(listed, ".offer .btn")]
    start = page_of(page.get(addresses[0]))
    ticked = page_of(page.get(addresses[1]))

    assert addresses == [f"{url}nieuw/?stelling=thema-7-1{track}" for track in "ab"]
    checked = {box.get("name") for box in select(start, "input[checked]")}
    assert by_id(start, "id_title").get("value") == "Wij doen thema-7-1a helemaal"
    assert checked == {"status", "themes", "departments"}
    assert select(ticked, "input[name=status][checked]")[0].get("value") == "planned"
    theme = Theme.objects.get(number=7)
    own = {"title": "Dak", "status": "running", "scope": "residents", "themes": [theme.pk]}
    page.post(addresses[0], own)
    left = select(page_of(page.get(f"{url}voorstellen/")), ".offer .btn")
    assert [link.get("href") for link in left] == addresses[1:]
    assert Initiative.objects.get().statement_code == "thema-7-1a"


def test_a_statement_that_is_not_offered_starts_an_empty_form(page, url, traject):
    link_scan(traject, "jn-")

    response = page.get(f"{url}nieuw/?stelling=thema-7-1b")

    assert select(page_of(response), "main input[checked]") == []


def test_without_a_scan_nothing_is_proposed(page, url, posted):
    assert "No scan is linked" in main_text(page.get(f"{url}voorstellen/"))
    page.post(f"{url}nieuw/?stelling=thema-7-1a", posted)
    assert Initiative.objects.get().statement_code == ""


def test_a_long_statement_becomes_title_and_text(traject, theme):
    text = "Wij doen " + "heel " * 40 + "veel."
    started = Prefilled(Suggestion("x", text, is_yes=True), theme, ()).initial

    assert len(started["title"]) <= 160
    assert started["title"].endswith(" …")
    assert started["description"] == text


@pytest.mark.parametrize("person", ["els", "bram"])
def test_answers_of_a_running_scan_are_for_who_answers_it(
    request, client_of, url, traject, posted, person
):
    """Els comes from outside; Bram only reads at his organisation."""
    link_scan(traject, "jn-")
    client = client_of(request.getfixturevalue(person))
    client.cookies["language"] = "en"

    listed = client.get(f"{url}voorstellen/")
    started = client.get(f"{url}nieuw/?stelling=thema-7-1a")

    assert "still running" in main_text(listed)
    assert "thema-7-1a" not in main_text(listed) + main_text(started)
    traject.scan.finished_at = traject.scan.started_at
    traject.scan.finished_by = traject.scan.started_by
    traject.scan.save()
    assert "thema-7-1a" in main_text(client.get(f"{url}voorstellen/"))
