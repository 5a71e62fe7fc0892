"""When keeping a dream image without a name breaks, the mail about it holds nothing of what was
sent."""

import pytest
import time_machine
from django.db import DatabaseError, connection

from tests.trajects.dreams.browsers import address, browsers, filled
from tests.trajects.dreams.circles import Circle
from tests.trajects.dreams.worlds import Sent
from tests.trajects.reported import all_of, reports
from tests.trajects.voting.rooms import AT

__all__ = ["reports"]

BY = pytest.mark.parametrize("sender", [0, 1, 2], ids=["account", "link", "seat"])
SAID = Sent(0, "Een geheim dat niemand leest", (0,), picture=7)


@pytest.fixture
def circle(traject, els, media):
    return Circle.of(traject, els, senders=3, themes=1)


@pytest.fixture(params=["themes", "box"])
def broken(request):
    """The database refuses when the form looks up what was ticked, or at the last moment: with all
    variables in place."""
    refused = {"themes": ("trajects_candidate", " IN ("), "box": ("UPDATE", "trajects_dreambox")}

    def refuse(execute, sql, params, many, context):
        if all(part in sql for part in refused[request.param]):
            raise DatabaseError("the disk is full")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        yield


@BY
def test_report_tells_what_broke_and_nothing_that_was_sent(
    circle, client_of, reports, broken, sender
):
    client = browsers(circle, client_of)[sender]
    with time_machine.travel(AT):
        response = client.post(address(circle, sender), filled(circle, SAID))

    report = all_of(reports)
    assert response.status_code == 500
    assert "the disk is full" in report
    assert "********************" in report
    ticked = f"[&#x27;{circle.themes[0].pk}&#x27;]"
    assert [one for one in ("geheim", "Beeld 7", ticked) if one in report] == []
