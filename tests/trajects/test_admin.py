import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from tests.factories import UserFactory
from tests.trajects.factories import MethodTextFactory

EDITED = {"what": "Nieuw.", "why": "Waarom.", "how": "Hoe.", "tips": "Tip."}


@pytest.fixture
def text(db):
    return MethodTextFactory(step="start", language="nl", what="Oud.")


def admin_of(*codes):
    user = UserFactory(is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=codes))
    client = Client()
    client.force_login(user)
    return client


def test_who_may_edits_the_words_and_nothing_else(text):
    client = admin_of("change_methodtext")

    client.post(
        f"/beheer/trajects/methodtext/{text.pk}/change/",
        {**EDITED, "step": "scan", "language": "en"},
    )

    text.refresh_from_db()
    assert (text.what, text.step, text.language) == ("Nieuw.", "start", "nl")


def test_who_may_not_is_refused(text):
    response = admin_of("view_methodtext").post(
        f"/beheer/trajects/methodtext/{text.pk}/change/", EDITED
    )

    text.refresh_from_db()
    assert (response.status_code, text.what) == (403, "Oud.")


def test_list_names_the_step(text):
    response = admin_of("view_methodtext").get("/beheer/trajects/methodtext/")

    assert "Getting started" in response.content.decode() or "Start" in response.content.decode()


@pytest.mark.parametrize("page", ["add/", "{pk}/delete/"])
def test_texts_are_neither_made_nor_deleted(text, page):
    client = admin_of("add_methodtext", "delete_methodtext", "change_methodtext")

    response = client.get(f"/beheer/trajects/methodtext/{page.format(pk=text.pk)}")

    assert response.status_code == 403
