"""The picture of a dream image goes to who may read it, and as nothing but a picture."""

import pytest

from tests.trajects.dream_factories import DreamImageFactory
from tests.trajects.dreaming import photograph
from trajects.models import DreamImage


@pytest.fixture
def dream(traject, theme, griet):
    return DreamImageFactory(traject=traject, text="Veel bomen", author=griet, themes=[theme])


@pytest.mark.parametrize(("who", "status"), [("els", 200), ("bram", 200), ("chaima", 404)])
def test_a_picture_goes_to_who_sees_the_traject(who, status, request, client_of, base, dream):
    dream.picture.save("x.jpg", photograph(), save=False)
    dream.picture_alt = "Een boom"
    dream.save()

    response = client_of(request.getfixturevalue(who)).get(f"{base}{dream.pk}/beeld/")

    assert response.status_code == status
    if status == 200:
        assert response["Content-Disposition"] == 'attachment; filename="droombeeld.jpg"'
        assert response["Content-Type"] == "image/jpeg"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Cache-Control"] == "no-store"
        assert response.content[:3] == b"\xff\xd8\xff"


def test_a_picture_that_is_not_there_does_not_exist(client_of, bram, base, dream):
    client = client_of(bram)
    assert client.get(f"{base}{dream.pk}/beeld/").status_code == 404

    DreamImage.objects.update(picture="dreams/weg.jpg", picture_alt="Weg")

    assert client.get(f"{base}{dream.pk}/beeld/").status_code == 404


def test_a_guest_sees_pictures_of_what_is_shown(page, door, dream, traject, griet):
    dream.picture.save("x.jpg", photograph(), save=False)
    dream.picture_alt = "Een boom"
    dream.save()
    out = {"left_out_because": "x", "left_out_by": griet, "left_out_at": dream.written_at}
    hidden = DreamImageFactory(traject=traject, author=griet, **out)

    response = page.get(f"{door}{dream.pk}/beeld/")

    assert (response.status_code, response["Content-Type"]) == (200, "image/jpeg")
    assert page.get(f"{door}{hidden.pk}/beeld/").status_code == 404
