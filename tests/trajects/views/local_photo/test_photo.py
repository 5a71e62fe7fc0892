"""The local photo: the list, its filters, and who sees what on it."""

import pytest

from accounts.models import Role
from tests.factories import MembershipFactory
from tests.page import main_text, page_of, text_of
from tests.trajects.factories import InitiativeFactory
from tests.trajects.selecting import select


@pytest.mark.parametrize(
    ("person", "read", "add", "decide"),
    [
        ("els", 200, 200, 403),
        ("bram", 200, 200, 403),
        ("griet", 200, 200, 200),
        ("chaima", 404, 404, 404),
    ],
)
def test_who_sees_who_adds_and_who_decides(
    request, client_of, url, waiting, traject, person, read, add, decide
):
    other = InitiativeFactory(traject=traject)
    client = client_of(request.getfixturevalue(person))

    def status(path):
        return client.get(url + path).status_code

    assert [status(""), status("vragen/")] == [read, read]
    assert [status("nieuw/"), status("voorstellen/")] == [add, add]
    paths = ("dubbels/", f"{waiting.pk}/weglaten/", f"dubbels/{waiting.pk}/{other.pk}/")
    assert [status(path) for path in paths] == [decide] * 3


def test_empty_photo_teaches_and_has_one_button(page, url):
    response = page.get(url)

    assert "Nothing is on the photo yet" in main_text(response)
    assert len(select(page_of(response), "main .btn-primary")) == 1


def test_empty_photo_offers_a_reader_no_button(client_of, url, traject):
    reader = MembershipFactory(organisation=traject.organisation, role=Role.READER).user

    response = client_of(reader).get(url)

    assert select(page_of(response), "main .btn-primary") == []


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", ["Fietspad", "Zonnedak"]),
        ("?thema=thema-7", ["Zonnedak"]),
        ("?dienst={department}", ["Fietspad"]),
        ("?status=planned", ["Fietspad"]),
        ("?zoek=ZONNE", ["Zonnedak"]),
        ("?thema=thema-7&status=planned", []),
        ("?thema=bestaat-niet&dienst=x&status=y&bladzijde=z", ["Fietspad", "Zonnedak"]),
    ],
)
def test_filters(page, url, traject, theme, department, query, shown):
    InitiativeFactory(traject=traject, title="Zonnedak", themes=[theme])
    InitiativeFactory(traject=traject, title="Fietspad", status="planned", departments=[department])
    InitiativeFactory(traject=traject, title="Wacht", accepted_at=None)

    response = page.get(url + query.format(department=department.pk))

    titles = [text_of(row) for row in select(page_of(response), ".photo-list tbody th")]
    assert titles == shown


def test_pages_of_the_list_keep_the_filter(page, url, traject, theme):
    for number in range(51):
        InitiativeFactory(traject=traject, title=f"Zonnedak {number:02}", themes=[theme])

    first = page_of(page.get(f"{url}?thema=thema-7"))
    (following,) = select(first, ".pager a")
    last = page_of(page.get(url + following.get("href")))

    assert following.get("href") == "?thema=thema-7&bladzijde=2"
    assert len(select(last, ".photo-list tbody tr")) == 1
    assert select(last, ".pager a")[0].get("href") == "?thema=thema-7&bladzijde=1"


@pytest.mark.parametrize("number", [1, 3])
def test_price_of_the_list(
    page, url, traject, theme, department, django_assert_num_queries, number
):
    for accepted_at in (traject.created_at, None):
        InitiativeFactory.create_batch(
            number,
            traject=traject,
            themes=[theme],
            departments=[department],
            accepted_at=accepted_at,
        )

    with django_assert_num_queries(17):
        page.get(url)


def test_who_wrote_it_reads_why_it_was_left_out(client_of, page, url, waiting, bram):
    page.post(f"{url}{waiting.pk}/weglaten/", {"because": "Dat bestaat al."})

    assert "Dat bestaat al." in main_text(client_of(bram).get(url))
