"""A right ends with the next request, and holds in one organisation only (promise 4)."""

import pytest

from accounts.models import Role, User
from tests.factories import MembershipFactory


@pytest.mark.parametrize(
    ("change", "status"),
    [
        (lambda user: user.memberships.all().delete(), 404),
        (lambda user: user.memberships.update(role=Role.READER), 403),
        (lambda user: User.objects.filter(pk=user.pk).update(is_active=False), 302),
    ],
    ids=["removed", "reader", "deactivated"],
)
def test_removed_right_is_gone_with_the_next_request(world, client, change, status):
    client.force_login(world.els)
    url = f"/scans/{world.a.running.pk}/"
    assert client.get(url).status_code == 200

    change(world.els)

    assert client.get(url).status_code == status


def test_role_in_another_organisation_gives_no_right_here(world, client):
    """Bram contributes to a and coordinates b: at a he still only contributes."""
    MembershipFactory(user=world.bram, organisation=world.b.organisation, role=Role.COORDINATOR)
    client.force_login(world.bram)

    statuses = {
        place.organisation.pk: client.get(f"/scans/{place.running.pk}/afronden/").status_code
        for place in (world.a, world.b)
    }

    assert statuses == {world.a.organisation.pk: 403, world.b.organisation.pk: 200}
