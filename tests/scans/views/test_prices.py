"""What pages and saves cost in queries, with fifteen themes of fifteen statements."""

import pytest

from scans.models import Answer, Scan
from tests.factories import published_questionnaire
from tests.scans.views.filling_in import (
    autosave,
    filled_in,
    url_of,
)


@pytest.fixture
def large(world) -> Scan:
    """A running scan of fifteen themes with fifteen statements each."""
    questionnaire = published_questionnaire(themes=range(1, 16))
    Answer.objects.all().delete()
    Scan.objects.filter(pk=world.a.running.pk).update(questionnaire=questionnaire)
    return Scan.objects.get(pk=world.a.running.pk)


PRICES = [
    ("get", "/", 9),
    ("get", "/scans/{pk}/", 6),
    ("get", "/scans/{pk}/themas/thema-8/", 7),
    ("get", "/scans/{pk}/resultaat/", 9),
    ("get", "/scans/{pk}/afronden/", 4),
]


@pytest.mark.parametrize(("method", "path", "queries"), PRICES)
def test_page_of_225_statements_costs(
    large, browse, method, path, queries, django_assert_num_queries
):
    client = browse("els")

    with django_assert_num_queries(queries):
        response = getattr(client, method)(path.format(pk=large.pk))

    assert response.status_code == 200


def test_save_of_one_of_225_statements_costs(large, browse, django_assert_num_queries):
    client = browse("els")

    with django_assert_num_queries(10):
        response = autosave(client, large, "thema-8-1a", answer="yes")

    assert response.status_code == 200


def test_save_of_a_whole_page_costs(large, browse, django_assert_num_queries):
    client = browse("els")
    url = url_of(large, "thema-8")
    data = filled_in(client, url)
    data |= {name: "yes" for code in range(1, 6) for name in (f"thema-8-{code}a-answer",)}

    with django_assert_num_queries(11):
        response = client.post(url, data)

    assert response["Location"] == url_of(large, "thema-9")
