"""The small document that screens ask for, and that is mostly a 304."""

from django.test import RequestFactory

from trajects.pages.state_document import screen_of, state_document


def document(screen="a", turnout="1 of 3 have voted", **headers):
    return state_document(
        RequestFactory().get("/", headers=headers), screen=screen, turnout=turnout
    )


def test_document_says_screen_and_turnout():
    response = document()

    assert response.content == b'{"screen": "a", "turnout": "1 of 3 have voted"}'
    assert response["Cache-Control"] == "private, no-cache"
    assert response["Content-Type"] == "application/json"


def test_what_is_known_already_is_not_sent_again():
    etag = document()["ETag"]

    response = document(**{"If-None-Match": etag})

    assert (response.status_code, response.content, response["ETag"]) == (304, b"", etag)
    assert response["Cache-Control"] == "private, no-cache"


def test_each_change_is_sent():
    etag = document()["ETag"]

    answers = [
        document(**{"If-None-Match": etag}, **change)
        for change in ({"screen": "b"}, {"turnout": "2 of 3 have voted"})
    ]

    assert [answer.status_code for answer in answers] == [200, 200]


def test_screen_is_another_one_for_each_part():
    screens = {screen_of(1, None), screen_of(2, None), screen_of(1, 0), screen_of(1)}

    assert len(screens) == 4
    assert screen_of(1, None) in screens
