"""The overview and the print view: for who may read, the same for one initiative and for three."""

import pytest

from tests.page import links, main_text, page_of
from tests.trajects.factories import InitiativeFactory
from tests.trajects.photos import photo_of

PAGES = ("overzicht", "afdruk")


def url(traject, page: str = "overzicht") -> str:
    return f"/trajecten/{traject.pk}/lokale-foto/{page}/"


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("person", "status"), [("griet", 200), ("els", 200), ("bram", 200), ("chaima", 404)]
)
def test_page_is_for_who_reads_the_traject(traject, english_of, request, person, status, page):
    photo_of(traject)
    client = english_of(request.getfixturevalue(person))

    assert client.get(url(traject, page)).status_code == status


def test_matrix_says_who_does_what_and_where_nothing_happens(traject, griet, english_of):
    photo_of(traject)

    page = english_of(griet).get(url(traject))

    words = main_text(page)
    assert "4 initiatives, and one theme without any." in words
    assert "Departments Personeel" in words
    rows = [
        [" ".join(cell.itertext()).strip() for cell in row]
        for row in page_of(page).iter("tr")
        if len(row) == 6
    ]
    assert ["7 Energie", "2+1", "0", "1", "2+1", "0"] in rows


def test_empty_photo_teaches(traject, griet, english_of):
    response = english_of(griet).get(url(traject))

    assert "Nothing is on the photo yet" in main_text(response)
    assert f"/trajecten/{traject.pk}/lokale-foto/" in links(page_of(response))


def test_only_who_coordinates_is_led_to_bringing_in(traject, griet, els, english_of):
    photo_of(traject)
    offered = url(traject, "invoeren")

    assert offered in links(page_of(english_of(griet).get(url(traject))))
    assert offered not in links(page_of(english_of(els).get(url(traject))))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("number", [1, 3])
def test_page_costs_the_same_for_one_and_for_three(
    traject, griet, english_of, django_assert_num_queries, page, number
):
    photo = photo_of(traject)
    for _time in range(number):
        InitiativeFactory(traject=traject, themes=photo.themes, departments=photo.departments)
    client = english_of(griet)

    with django_assert_num_queries(8):
        client.get(url(traject, page))
