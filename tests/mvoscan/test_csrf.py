import pytest
from django.test import Client

from tests.access.roads import lay_roads
from tests.access.routes import routes
from tests.access.table import row
from tests.access.test_access_table import arguments
from tests.world import domain_hash

# Not counted as coverage, which would double its time: other tests reach each of these lines.
pytestmark = pytest.mark.no_cover

# Refused by the method itself, for everybody: there is nothing to protect.
POSTED = [
    route
    for route in routes()
    if set(row(route.name, "POST").values()) - {"sign in", 405} and route.is_named
]


@pytest.fixture
def signed_in(world) -> Client:
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.els)
    return client


def test_post_without_token_is_refused_everywhere(world, signed_in):
    lay_roads(world)
    urls = {route.name: route.url(**arguments(route, world, world.a.running)) for route in POSTED}
    before = domain_hash()

    posts = {
        name: signed_in.post(url, {"language": "en", "answer": "no"}) for name, url in urls.items()
    }

    statuses = {name: response.status_code for name, response in posts.items()}
    assert statuses == {route.name: 403 for route in POSTED}
    assert domain_hash() == before


def test_post_with_token_is_accepted(world, signed_in):
    url = f"/scans/{world.a.running.pk}/afronden/"
    token = signed_in.get(url).context["csrf_token"]

    response = signed_in.post(url, {"csrfmiddlewaretoken": str(token)})

    assert response["Location"] == f"/scans/{world.a.running.pk}/resultaat/"
