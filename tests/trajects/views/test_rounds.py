"""The counted rounds and the measurements as pages."""

import pytest

from tests.page import links, main_text, page_of, text_of
from tests.trajects.counted import TWELVE, counted_round, measured, session_of, voted
from tests.trajects.factories import VotingRoundFactory
from trajects.stages import Subject

READERS = [("griet", 200), ("els", 200), ("bram", 200), ("chaima", 404)]
START = {
    "knowledge": (1, 4, 3, 2, 1, 1),
    "importance": (0, 1, 4, 5, 2, 0),
    "maturity": (2, 5, 4, 1, 0, 0),
}
END = {**START, "knowledge": (0, 0, 4, 6, 2, 0), "importance": (0, 6, 6, 0, 0, 0)}


@pytest.fixture
def url(traject) -> str:
    return f"/trajecten/{traject.pk}/themas/rondes/"


@pytest.mark.parametrize(("person", "status"), READERS)
def test_results_are_for_who_reads_the_traject(traject, english_of, request, url, person, status):
    made = voted(traject, TWELVE)
    client = english_of(request.getfixturevalue(person))
    measurement = f"/trajecten/{traject.pk}/meting/"

    addresses = (url, f"{url}{made.pk}/", measurement)
    assert [client.get(address).status_code for address in addresses] == [status] * 3


def test_round_shows_counts_mean_word_and_place(traject, bram, english_of, url):
    made = voted(traject, TWELVE)

    response = english_of(bram).get(f"{url}{made.pk}/")

    table = next(page_of(response).iter("table"))
    rows = [[text_of(cell) for cell in row] for row in table.iter("tr")]
    assert rows[1] == [
        "1",
        "Interne-bestuurlijke werking",
        "3 points 10",
        "2 points 2",
        "1 point 0",
        "2,8median 3",
        "of one mind83 %",
        "firm",
    ]
    assert rows[4] == ["border of the top 3"]
    assert "12 votes" in main_text(response)


def test_only_who_moderates_reads_what_to_ask(traject, bram, griet, els, english_of, url):
    made = voted(traject, TWELVE)

    pages = [main_text(english_of(one).get(f"{url}{made.pk}/")) for one in (bram, griet, els)]

    assert ["For you as moderator" in page for page in pages] == [False, False, True]


def test_second_round_has_a_column_of_changes(traject, bram, english_of, url):
    session = session_of(traject)
    first = counted_round(session, TWELVE)
    second = counted_round(session, TWELVE, number=2)
    client = english_of(bram)

    heads = [
        [text_of(head) for head in page_of(client.get(f"{url}{one.pk}/")).iter("th")][-10:]
        for one in (first, second)
    ]

    assert ["Shift" in own for own in heads] == [False, True]


def test_round_that_is_not_counted_does_not_exist(traject, els, english_of, url):
    running = VotingRoundFactory(session=session_of(traject))
    foreign = voted(VotingRoundFactory().session.traject, TWELVE)
    client = english_of(els)

    for one in (running, foreign):
        assert client.get(f"{url}{one.pk}/").status_code == 404
    assert "No round was counted yet" in main_text(client.get(url))


@pytest.mark.parametrize(
    ("person", "status"), [("els", 200), ("griet", 404), ("bram", 404), ("chaima", 404)]
)
def test_round_to_practise_is_for_who_moderates(traject, english_of, request, url, person, status):
    practice = voted(traject, TWELVE, is_practice=True)
    client = english_of(request.getfixturevalue(person))

    response = client.get(f"{url}{practice.pk}/")

    assert response.status_code == status
    if status == 200:
        text = main_text(response)
        assert "This is a practice session. Nothing of it is kept." in text
        assert "For you as moderator" in text
        back = f"/trajecten/{traject.pk}/sessies/{practice.session_id}/"
        assert back in links(page_of(response))
        assert "To the choice of the group" not in text
        assert "No round was counted yet" in main_text(client.get(url))


def test_measurement_to_practise_is_marked(traject, els, english_of, url):
    practice = measured(traject, Subject.START, START)
    practice.session.is_practice = True
    practice.session.save()

    text = main_text(english_of(els).get(f"{url}{practice.pk}/"))

    assert "This is a practice session. Nothing of it is kept." in text


def test_rounds_are_listed_the_last_one_first(traject, bram, english_of, url):
    session = session_of(traject)
    made = [counted_round(session, TWELVE, number=number) for number in (1, 2)]

    tree = page_of(english_of(bram).get(url))

    shown = [link for link in links(tree) if link.startswith(url) and link != url]
    assert shown == [f"{url}{one.pk}/" for one in reversed(made)]


@pytest.mark.parametrize("rounds", [1, 3])
def test_pages_cost_the_same_for_one_round_and_three(
    traject, bram, english_of, url, django_assert_num_queries, rounds
):
    session = session_of(traject)
    made = [counted_round(session, TWELVE, number=number + 1) for number in range(rounds)]
    client = english_of(bram)
    client.get(url)

    with django_assert_num_queries(7):
        client.get(url)
    with django_assert_num_queries(8):
        client.get(f"{url}{made[-1].pk}/")


def test_measurement_shows_start_beside_end(traject, bram, english_of):
    measured(traject, Subject.START, START)
    measured(traject, Subject.END, END)

    text = main_text(english_of(bram).get(f"/trajecten/{traject.pk}/meting/"))

    assert "The median went up by 1." in text
    assert "The median went down by 1,5." in text
    assert "The median stayed the same." in text


def test_measurement_without_an_end_says_so(traject, bram, english_of):
    client = english_of(bram)
    page = f"/trajecten/{traject.pk}/meting/"
    assert "Nothing was measured yet." in main_text(client.get(page))

    measured(traject, Subject.START, START)

    assert "Not measured yet." in main_text(client.get(page))


def test_one_measurement_has_a_page(traject, bram, english_of, url):
    made = measured(traject, Subject.START, START)

    text = main_text(english_of(bram).get(f"{url}{made.pk}/"))

    assert "How far is our organisation with it?" in text
    assert "median 3, 1 without an opinion" in text
