"""The parts of the form that come back while somebody types."""

from http import HTTPStatus

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.page import by_id, page_of, text_of
from tests.trajects.views.goals.form.typed import ANSWERS, PROPOSAL
from trajects.models import Goal


@pytest.fixture
def check(traject):
    return reverse("trajects:check_goal", args=[traject.pk])


@pytest.mark.parametrize(
    ("person", "status"),
    [("els", 200), ("bram", 200), ("griet", 200), ("reader", 403), ("chaima", 404)],
)
def test_who_may_propose_may_look(check, client_of, request, person, status):
    answer = client_of(request.getfixturevalue(person)).post(check, ANSWERS)

    assert answer.status_code == status


def test_nothing_is_written(check, bram, client_of):
    client = client_of(bram)

    with CaptureQueriesContext(connection) as told:
        client.post(check, ANSWERS)

    writing = ("INSERT", "UPDATE", "DELETE")
    assert [query["sql"] for query in told if query["sql"].startswith(writing)] == []


def test_parts_are_those_of_the_page(check, traject, goal, bram, english_of):
    """What comes back replaces what the whole page would show."""
    client = english_of(bram)
    new = reverse("trajects:new_goal", args=[traject.pk])

    whole = page_of(client.post(new, {**ANSWERS, "check": "1"})).xpath("//*[@data-part]")
    parts = page_of(client.post(check, ANSWERS)).xpath("//*[@data-part]")

    def told(found):
        return {one.get("id"): text_of(one) for one in found}

    assert told(parts) == told(whole)
    assert set(told(parts)) == {
        *("smart-now", "proposal"),
        *(f"state-{letter}" for letter in "SMART"),
    }
    assert PROPOSAL in told(parts)["proposal"]


def test_what_changed_is_told_in_words(check, bram, english_of):
    page = page_of(english_of(bram).post(check, ANSWERS))

    now = by_id(page, "smart-now")
    assert now.get("data-said") == text_of(now.xpath(".//title")[0])
    assert "of 5 in order" in now.get("data-said")


def test_nothing_is_said_of_nothing(check, bram, english_of):
    page = page_of(english_of(bram).post(check, {}))

    assert by_id(page, "smart-now").get("data-said") == ""
    assert [text_of(by_id(page, f"state-{letter}")) for letter in "SMART"] == [""] * 5
    assert text_of(by_id(page, "proposal")) == ""


def test_what_cannot_be_read_counts_as_open(check, bram, english_of):
    answer = english_of(bram).post(check, {**ANSWERS, "target": "veel", "sentence": "x" * 400})

    assert answer.status_code == HTTPStatus.OK
    assert text_of(by_id(page_of(answer), "proposal")) == ""
    assert not Goal.objects.exists()
