"""Files of any size, to any page: what is far too large is not even read (promise 15)."""

import io

import pytest
from django.core.exceptions import RequestDataTooBig
from django.test import Client

from mvoscan.uploads import LARGEST_REQUEST
from tests.accounts.pictures import upload

PAGES = ("/aanmelden/", "/besturen/{organisation}/logo/")


@pytest.mark.parametrize("page", PAGES)
def test_request_that_is_far_too_large_is_refused(world, page):
    client = Client(raise_request_exception=False)
    client.force_login(world.els)
    url = page.format(organisation=world.a.organisation.pk)

    response = client.post(url, {"logo": upload(b"\0" * LARGEST_REQUEST)})

    assert response.status_code == 400


class Unread(io.BytesIO):
    """A body that nobody looks at."""

    def read(self, *args):
        raise AssertionError("the body was read")


def test_request_that_says_to_be_large_is_refused_before_it_is_read(rf):
    kind = "multipart/form-data; boundary=x"
    length = str(LARGEST_REQUEST + 1)
    request = rf.post("/", b"x", kind, CONTENT_LENGTH=length, **{"wsgi.input": Unread()})

    with pytest.raises(RequestDataTooBig):
        _ = request.POST
