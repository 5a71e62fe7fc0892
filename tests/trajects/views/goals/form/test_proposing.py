"""A goal is proposed: the ladder of questions, with dream images beside it."""

from datetime import date
from decimal import Decimal
from http import HTTPStatus

import pytest
from django.urls import reverse

from tests.factories import SdgFactory, ThemeFactory
from tests.page import by_id, main_text, page_of, text_of
from tests.trajects.dream_factories import (
    DreamImageFactory,
    ThemeAmbitionFactory,
)
from tests.trajects.views.goals.form.typed import ANSWERS, errors, ticked, typed
from tests.trajects.views.goals.room import chosen_theme
from trajects.actions.goals.snapshots import entry_of
from trajects.models import Goal, ThemeChoice


@pytest.mark.parametrize(
    ("person", "status"),
    [("els", 200), ("bram", 200), ("griet", 200), ("reader", 403), ("chaima", 404)],
)
def test_lead_group_and_who_leads_open_the_form(new, edit, client_of, request, person, status):
    client = client_of(request.getfixturevalue(person))

    assert [client.get(new).status_code, client.get(edit).status_code] == [status, status]


@pytest.mark.parametrize(
    ("person", "status"),
    [("els", 302), ("bram", 302), ("griet", 302), ("reader", 403), ("chaima", 404)],
)
def test_lead_group_and_who_leads_propose(new, theme, client_of, request, person, status):
    answer = client_of(request.getfixturevalue(person)).post(new, typed(theme))

    assert (answer.status_code, Goal.objects.exists()) == (status, status == 302)


def test_form_says_who_reads_and_what_is_needed(new, theme, bram, english_of):
    said = main_text(english_of(bram).get(new))

    assert "Everybody who sees this traject can read the goal." in said
    assert "Only the sentence and the theme are needed to begin with." in said
    assert "No dream image is ticked yet." in said


def test_dream_images_of_the_address_stand_beside_it(new, traject, theme, dream, bram, english_of):
    chosen_theme(traject, "Energie")
    ThemeAmbitionFactory(candidate=theme, step=3)
    foreign = DreamImageFactory(text="Van een ander")

    answer = english_of(bram).get(f"{new}?droom={dream.pk}&droom={foreign.pk}&droom=x&thema=99999")

    beside = text_of(page_of(answer).xpath("//section[contains(@class, 'goalform-dreams')]")[0])
    assert "Elk bestek" in beside
    assert "step not known, ambition 3" in beside
    assert "Van een ander" not in main_text(answer)
    assert ticked(answer, "dreams") == [str(dream.pk)]
    assert ticked(answer, "candidate") == [str(theme.pk)]


def test_theme_of_the_address_is_chosen(new, traject, theme, bram, english_of):
    other = chosen_theme(traject, "Energie")

    answer = english_of(bram).get(f"{new}?thema={other.pk}")

    assert ticked(answer, "candidate") == [str(other.pk)]


def test_nothing_is_chosen_among_several(new, traject, theme, bram, english_of):
    chosen_theme(traject, "Energie")

    assert ticked(english_of(bram).get(new), "candidate") == []


def test_without_themes_there_is_a_way_to_them(new, traject, bram, english_of):
    answer = english_of(bram).get(new)

    assert "The group did not choose its themes yet." in main_text(answer)
    assert page_of(answer).xpath("//main//form") == []


def test_everything_that_was_typed_is_kept(new, theme, dream, bram, english_of):
    theme.themes.add(ThemeFactory(code="aankopen", number=13))
    sdg = SdgFactory(number=12)
    more = {"result": "In elk bestek\nstaat een eis.", "baseline_on": "2025-06-30", "means": "Geld"}
    belongs = {"dreams": [dream.pk], "sdgs": [sdg.pk], "bbc_code": "AP-4.2"}
    mvoi = {"mvoi_goal": "climate", "mvoi_now": "0", "mvoi_wanted": "3"}

    answer = english_of(bram).post(new, typed(theme, **ANSWERS, **more, **belongs, **mvoi))

    made = Goal.objects.get()
    entry = entry_of(made)
    assert answer.url == reverse("trajects:goal", args=[made.traject_id, made.pk])
    assert (entry.baseline, entry.target, entry.unit) == (Decimal("18.5"), Decimal(60), "%")
    assert (entry.baseline_on, entry.due_on) == (date(2025, 6, 30), date(2028, 12, 31))
    assert (entry.result, entry.carrier) == ("In elk bestek\nstaat een eis.", "dienst aankoop")
    assert (entry.dreams, entry.sdgs, entry.bbc_code) == ({dream.pk}, {12}, "AP-4.2")
    assert (entry.mvoi_goal, entry.mvoi_now, entry.mvoi_wanted) == ("climate", 0, 3)
    assert made.proposed_by == bram


def test_mistakes_are_told_and_nothing_is_lost(new, traject, theme, dream, bram, english_of):
    wrong = {"sentence": " ", "candidate": "99999", "baseline": "1.5", "target": "veel"}
    sent = {**wrong, "dreams": ["99999"], "means": "Twee dagen"}

    answer = english_of(bram).post(new, sent)

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert set(errors(answer)) == {"sentence", "candidate", "baseline", "target", "dreams"}
    assert errors(answer)["baseline"] == ["Write decimals after a comma, such as 1,2."]
    assert [
        by_id(page_of(answer), f"id_{name}").get("value") for name in ("baseline", "target")
    ] == [
        "1.5",
        "veel",
    ]
    assert by_id(page_of(answer), "id_means").text.strip() == "Twee dagen"
    assert not Goal.objects.exists()


def test_purchasing_belongs_with_its_theme(new, traject, theme, bram, english_of):
    assert "mvoi_goal" not in english_of(bram).get(new).context["form"].fields
    chosen_theme(traject, "Aankopen").themes.add(ThemeFactory(code="aankopen", number=13))

    elsewhere = english_of(bram).post(new, typed(theme, mvoi_goal="climate"))
    of_nothing = english_of(bram).post(new, typed(theme, mvoi_now="2"))

    assert errors(elsewhere) == {"mvoi_goal": ["This belongs with a theme about purchasing only."]}
    assert errors(of_nothing) == {"mvoi_goal": ["Choose which goal these steps belong to."]}
    assert page_of(of_nothing).xpath("//details[contains(@class, 'rung-more')][@open]")


def test_theme_that_was_parked_meanwhile_is_told(new, theme, bram, english_of, monkeypatch):
    """Between drawing the choices and the lock."""
    monkeypatch.setattr("trajects.views.goals.writing.now", lambda: parked(theme))

    answer = english_of(bram).post(new, typed(theme, means="Twee dagen"))

    assert answer.status_code == HTTPStatus.CONFLICT
    assert "The group does not go on with this theme any more." in main_text(answer)
    assert by_id(page_of(answer), "id_means").text.strip() == "Twee dagen"


def parked(theme):
    ThemeChoice.objects.filter(candidate=theme).update(chosen=False)
    return theme.traject.created_at
