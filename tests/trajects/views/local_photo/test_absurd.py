"""What no page sends, and somebody does."""

import pytest

from tests.factories import DepartmentFactory
from trajects.models import Initiative

HUGE = "9" * 30


@pytest.mark.parametrize("field", ["themes", "departments", "sdgs"])
def test_number_that_no_row_can_have_is_no_choice(page, url, traject, posted, field):
    DepartmentFactory(organisation=traject.organisation)

    response = page.post(f"{url}nieuw/", {**posted, field: [HUGE]})

    assert response.status_code == 422
    assert not Initiative.objects.exists()
