"""Themes, groups and leaving out, on the pages."""

import pytest

from tests.factories import LONG_AGO
from tests.page import by_id, main_text, page_of
from tests.trajects.dream_factories import (
    DreamClusterFactory,
    DreamImageFactory,
    GoalDreamFactory,
    GoalFactory,
)
from tests.trajects.factories import CandidateFactory
from trajects.actions.dreams.leaving_out import leave_out_dream
from trajects.forms.arranging import seen
from trajects.models import DreamCluster, DreamImage, DreamPlace, DreamSource

WRITERS = [("els", 302), ("bram", 403), ("griet", 302), ("chaima", 404)]
OPENERS = [("els", 200), ("bram", 403), ("griet", 200), ("chaima", 404)]
WHY = {"because": "Bestaat al."}


@pytest.fixture
def cluster(theme, dreams):
    made = DreamClusterFactory(candidate=theme, name="Dichtbij")
    dreams[0].places.update(cluster=made)
    return made


def themes_of(dream):
    return [place.candidate.name for place in dream.places.order_by("candidate")]


def under(*themes, version=1):
    return {"themes": [one.pk for one in themes], "version": str(version)}


@pytest.mark.parametrize(("person", "status"), WRITERS)
def test_who_leads_puts_one_idea_under_several_themes(
    base, theme, other_theme, dreams, client_of, request, person, status
):
    browser = client_of(request.getfixturevalue(person))

    response = browser.post(f"{base}{dreams[0].pk}/themas/", under(theme, other_theme))

    assert response.status_code == status
    assert themes_of(dreams[0]) == (["Energie", "Water"] if status == 302 else ["Energie"])


@pytest.mark.parametrize(("person", "status"), WRITERS)
def test_who_leads_leaves_out_and_brings_back(
    base, traject, dreams, client_of, request, person, status
):
    browser = client_of(request.getfixturevalue(person))

    response = browser.post(f"{base}{dreams[0].pk}/weglaten/", WHY)

    assert response.status_code == status
    if status == 302:
        found = traject.dreams.left_out().get()
        assert (found, found.left_out_because) == (dreams[0], "Bestaat al.")
        assert browser.post(f"{base}{dreams[0].pk}/terug/").status_code == 302
    assert list(traject.dreams.standing()) == dreams


@pytest.mark.parametrize(("person", "status"), [("bram", 403), ("chaima", 404)])
def test_who_does_not_lead_brings_nothing_back(
    base, traject, dreams, els, client_of, request, person, status
):
    leave_out_dream(dream=dreams[0], because="Nee", by=els, at=LONG_AGO)

    response = client_of(request.getfixturevalue(person)).post(f"{base}{dreams[0].pk}/terug/")

    assert response.status_code == status
    assert traject.dreams.left_out().get() == dreams[0]


@pytest.mark.parametrize(("person", "status"), WRITERS)
def test_who_leads_names_a_group_and_takes_it_away(
    base, theme, dreams, cluster, client_of, request, person, status
):
    browser = client_of(request.getfixturevalue(person))
    url, sent = f"{base}groepen/{cluster.pk}/", {"name": "Vlakbij", "shown": "Dichtbij"}

    assert browser.post(url, sent).status_code == status
    assert theme.clusters.get().name == ("Vlakbij" if status == 302 else "Dichtbij")
    assert browser.post(url, {"remove": "1"}).status_code == status
    assert theme.clusters.exists() == (status != 302)
    assert theme.dreams.count() == 3


@pytest.mark.parametrize("page", ["{dream}/themas/", "{dream}/weglaten/", "groepen/{cluster}/"])
@pytest.mark.parametrize(("person", "status"), OPENERS)
def test_who_leads_opens_the_forms(base, dreams, cluster, client_of, request, page, person, status):
    browser = client_of(request.getfixturevalue(person))
    path = page.format(dream=dreams[0].pk, cluster=cluster.pk)

    assert browser.get(f"{base}{path}").status_code == status


def test_at_least_one_theme_and_only_chosen_ones(base, traject, theme, dreams, els, english_of):
    browser, parked = english_of(els), CandidateFactory(traject=traject)
    url = f"{base}{dreams[0].pk}/themas/"

    none, wrong = browser.post(url, under()), browser.post(url, under(theme, parked))

    assert (none.status_code, wrong.status_code) == (422, 422)
    assert "Choose at least one of the themes" in main_text(none)
    assert "One of them is no longer chosen" in main_text(wrong)
    assert themes_of(dreams[0]) == ["Energie"]


def test_stale_place_is_shown_again(base, theme, other_theme, dreams, els, english_of):
    DreamImage.objects.filter(pk=dreams[0].pk).update(text="Meer bomen", version=2)
    url, browser = f"{base}{dreams[0].pk}/themas/", english_of(els)

    response = browser.post(url, under(theme, other_theme))

    assert response.status_code == 409
    assert "Meer bomen" in main_text(response)
    again = by_id(page_of(response), "id_version").get("value")
    assert browser.post(url, under(theme, other_theme, version=again)).status_code == 302


def test_reason_is_asked_for(base, traject, dreams, els, english_of):
    response = english_of(els).post(f"{base}{dreams[0].pk}/weglaten/", {"because": " "})

    assert response.status_code == 422
    assert "Write down why. One sentence is enough." in main_text(response)
    assert not traject.dreams.left_out().exists()


def test_what_a_goal_grows_from_is_not_left_out(base, theme, dreams, els, english_of):
    GoalDreamFactory(goal=GoalFactory(candidate=theme), dream=dreams[0])

    response = english_of(els).post(f"{base}{dreams[0].pk}/weglaten/", WHY)

    assert response.status_code == 409
    assert "A goal or another dream image grows from this" in main_text(response)
    assert by_id(page_of(response), "id_because").get("value") == "Bestaat al."


def test_what_is_back_already_is_said(base, dreams, els, english_of):
    response = english_of(els).post(f"{base}{dreams[0].pk}/terug/", follow=True)

    assert "Something changed meanwhile" in main_text(response)


def test_group_is_not_called_as_another_one(base, theme, cluster, els, english_of):
    DreamClusterFactory(candidate=theme, name="Ver")

    response = english_of(els).post(
        f"{base}groepen/{cluster.pk}/", {"name": "ver", "shown": "Dichtbij"}
    )

    assert response.status_code == 422
    assert "has this name already" in main_text(response)


def test_name_that_a_colleague_changed_is_shown(base, cluster, els, english_of):
    DreamCluster.objects.filter(pk=cluster.pk).update(name="Vlakbij")
    url, browser = f"{base}groepen/{cluster.pk}/", english_of(els)

    response = browser.post(url, {"name": "Buiten", "shown": "Dichtbij"})

    page = page_of(response)
    assert response.status_code == 409
    assert "Vlakbij" in main_text(response)
    assert by_id(page, "id_name").get("value") == "Buiten"
    again = by_id(page, "id_shown").get("value")
    assert browser.post(url, {"name": "Buiten", "shown": again}).status_code == 302
    assert DreamCluster.objects.get().name == "Buiten"


def test_group_of_another_traject_is_not_found(base, els, client_of):
    other = DreamClusterFactory()

    assert client_of(els).post(f"{base}groepen/{other.pk}/", {"remove": "1"}).status_code == 404
    assert DreamCluster.objects.exists()


@pytest.mark.parametrize("page", ["splitsen", "themas", "weglaten"])
def test_dream_image_of_another_traject_is_not_found(base, els, client_of, page):
    other = DreamImageFactory()

    assert client_of(els).get(f"{base}{other.pk}/{page}/").status_code == 404


def test_columns_that_no_form_has_change_nothing(
    base, traject, theme, other_theme, dreams, cluster, els, client_of
):
    """Promise 5: every column of every model is posted along."""
    models = (DreamImage, DreamPlace, DreamCluster, DreamSource)
    columns = {field.attname: "1" for model in models for field in model._meta.concrete_fields}
    first, second, third = dreams
    sent = {
        f"{first.pk}/themas/": under(theme, other_theme),
        f"{first.pk}/weglaten/": WHY,
        f"groepen/{cluster.pk}/": {"name": "Ver", "shown": "Dichtbij"},
        f"{second.pk}/splitsen/": {"part_1": "a", "part_2": "b", "version": "1"},
        "samenvoegen/": {"text": "c", "shown": None},
    }
    browser = client_of(els)

    for path, fields in sent.items():
        if path == "samenvoegen/":
            fields["shown"] = seen([third, traject.dreams.standing().get(text="a")])
        assert browser.post(f"{base}{path}", columns | fields).status_code == 302

    before = {one.pk: (one.text, one.written_at, one.author_id) for one in dreams}
    rows = list(traject.dreams.order_by("pk"))
    assert {one.pk: (one.text, one.written_at, one.author_id) for one in rows[:3]} == before
    assert [(one.text, one.author, one.statement_code, one.version) for one in rows[3:]] == [
        ("a", None, "", 1),
        ("b", None, "", 1),
        ("c", None, "", 1),
    ]
    assert [one.version for one in rows[:3]] == [2, 1, 1]
    assert [one.left_out_by for one in rows] == [els, *[None] * 5]
    assert (theme.clusters.get().name, other_theme.clusters.count()) == ("Ver", 0)
