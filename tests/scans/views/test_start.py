import pytest

from scans.models import Scan
from tests.factories import MembershipFactory, OrganisationFactory, UserFactory
from tests.page import by_id, main_text, page_of
from tests.world import domain_hash


@pytest.fixture
def url(world) -> str:
    return f"/besturen/{world.a.organisation.pk}/scans/nieuw/"


@pytest.mark.parametrize(
    ("person", "status"), [("els", 200), ("bram", 403), ("rita", 403), ("chaima", 404)]
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_start_is_for_the_coordinator(browse, url, person, status, method):
    response = getattr(browse(person), method)(url)

    # An empty post of the coordinator is incomplete, not refused.
    assert response.status_code == (422 if (person, method) == ("els", "post") else status)


def test_start_says_how_many_statements_and_how_long(browse, url, clock):
    response = browse("els").get(url)

    text = main_text(response)
    assert "Light, 10 statements, about 10 minutes" in text
    assert "Full, 30 statements, about 30 minutes" in text
    assert by_id(page_of(response), "id_year").get("value") == "2026"
    assert by_id(page_of(response), "id_depth_0").get("checked") == ""


def test_start_makes_a_scan_and_goes_there(world, browse, url):
    response = browse("els").post(url, {"depth": "light", "year": "2027"}, follow=True)

    scan = Scan.objects.get(year=2027)
    assert response.redirect_chain == [(f"/scans/{scan.pk}/", 302)]
    assert (scan.organisation, scan.depth, scan.started_by) == (
        world.a.organisation,
        "light",
        world.els,
    )
    assert "The scan has started. Choose a theme to begin with." in main_text(response)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"depth": "full", "year": "2026"}, "A scan like this is already running for that year."),
        ({"depth": "deep", "year": "2027"}, "Check 1 field"),
        ({"depth": "full", "year": "1900"}, "Check 1 field"),
        ({}, "Check 2 fields"),
    ],
)
def test_start_refuses_with_a_message_and_what_was_typed(browse, url, data, message):
    before = domain_hash()

    response = browse("els").post(url, data)

    assert response.status_code == 422
    assert message in main_text(response)
    assert by_id(page_of(response), "id_year").get("value", "") == data.get("year", "")
    assert domain_hash() == before


@pytest.mark.django_db
def test_start_without_questionnaire_says_who_can_help(client):
    user, organisation = UserFactory(), OrganisationFactory()
    MembershipFactory(user=user, organisation=organisation)
    client.force_login(user)
    client.cookies["language"] = "en"
    url = f"/besturen/{organisation.pk}/scans/nieuw/"

    pages = [client.get(url), client.post(url, {"depth": "full", "year": "2026"})]

    assert ["There is no questionnaire yet" in main_text(page) for page in pages] == [True, True]
    assert Scan.objects.count() == 0


def test_start_costs(browse, url, django_assert_num_queries):
    client = browse("els")

    with django_assert_num_queries(5):
        client.get(url)
