"""A goal is changed; what is adopted with a reason, and never over what a colleague stored."""

from datetime import date
from decimal import Decimal
from http import HTTPStatus

import pytest
from django.urls import reverse

from scans.models import Sdg
from tests.factories import SdgFactory
from tests.page import by_id, main_text, page_of
from tests.trajects.dream_factories import (
    DreamImageFactory,
    DreamSourceFactory,
    GoalAdoptionFactory,
    GoalDreamFactory,
    GoalFactory,
)
from tests.trajects.views.goals.form.typed import errors, ticked, typed
from tests.trajects.views.goals.room import chosen_theme, set_aside
from trajects.models import Goal, GoalChange, ThemeChoice


@pytest.mark.parametrize(
    ("person", "status"), [("els", 422), ("bram", 409), ("griet", 422), ("chaima", 404)]
)
def test_adopted_goal_is_for_who_leads(edit, stored, theme, client_of, request, person, status):
    GoalAdoptionFactory(goal=stored)

    answer = client_of(request.getfixturevalue(person)).post(edit, typed(theme, unit="%"))

    assert answer.status_code == status
    assert not GoalChange.objects.exists()


def test_what_a_member_typed_before_the_adoption_stays(edit, stored, theme, bram, english_of):
    GoalAdoptionFactory(goal=stored)

    answer = english_of(bram).post(edit, typed(theme, result="Elke kast is van hout."))

    assert answer.status_code == 409
    assert list(errors(answer)) == ["__all__"]
    assert errors(answer)["__all__"][0].startswith("The group adopted this goal meanwhile")
    assert by_id(page_of(answer), "id_result").text.strip() == "Elke kast is van hout."
    assert english_of(bram).get(edit).status_code == 403


def test_form_shows_what_is_stored_the_dutch_way(edit, stored, bram, english_of):
    Goal.objects.update(baseline=Decimal("15000.5"), due_on=date(2028, 12, 31))
    SdgFactory(number=3, name="Gezondheid")
    stored.sdgs.add(SdgFactory(number=12))

    answer = english_of(bram).get(edit)

    page = page_of(answer)
    assert by_id(page, "id_baseline").get("value") == "15.000,5"
    assert by_id(page, "id_due_on").get("value") == "2028-12-31"
    assert by_id(page, "id_sentence").text.strip() == "We kopen duurzamer."
    assert ticked(answer, "sdgs") == [str(Sdg.objects.get(number=12).pk)]


def test_change_is_kept(edit, stored, theme, bram, english_of):
    answer = english_of(bram).post(edit, typed(theme, unit="kWh"))

    stored.refresh_from_db()
    assert answer.url == reverse("trajects:goal", args=[stored.traject_id, stored.pk])
    assert (stored.unit, stored.version) == ("kWh", 5)


def test_older_page_shows_both_and_wins_when_sent_again(edit, stored, theme, bram, english_of):
    Goal.objects.update(version=5, unit="kWh", target=Decimal("1500"), mvoi_goal="climate")
    client = english_of(bram)

    answer = client.post(edit, typed(theme, unit="%", carrier="ICT"))

    rows = {row.name: (row.typed, row.stored) for row in answer.context["rows"]}
    assert answer.status_code == HTTPStatus.CONFLICT
    assert rows == {
        "unit": ("%", "kWh"),
        "target": ("", "1.500"),
        "who pulls it": ("ICT", ""),
        "goal of purchasing (MVOI)": ("", "climate"),
    }
    assert by_id(page_of(answer), "id_unit").get("value") == "%"
    again = by_id(page_of(answer), "id_version").get("value")
    assert client.post(edit, typed(theme, unit="%", version=again)).status_code == HTTPStatus.FOUND
    assert Goal.objects.get().unit == "%"


def test_conflict_names_themes_sdgs_and_dream_images(
    edit, stored, traject, theme, dream, bram, english_of
):
    other = chosen_theme(traject, "Energie")
    stored.sdgs.add(SdgFactory(number=12))
    GoalDreamFactory(goal=stored, dream=dream)
    Goal.objects.update(version=5)

    answer = english_of(bram).post(edit, typed(other))

    assert [(row.typed, row.stored) for row in answer.context["rows"]] == [
        ("Energie", "Duurzaam aankopen"),
        ("", str(Sdg.objects.get(number=12))),
        ("", "Elk bestek"),
    ]


def test_goal_that_was_set_aside_says_so(edit, stored, theme, bram, english_of):
    set_aside(stored)

    looked = main_text(english_of(bram).get(edit))
    answer = english_of(bram).post(edit, typed(theme, unit="%"))

    assert "This goal is set aside. Bring it back before you change it." in looked
    assert answer.status_code == HTTPStatus.CONFLICT
    assert "This goal was set aside meanwhile." in main_text(answer)
    assert by_id(page_of(answer), "id_unit").get("value") == "%"


def test_adopted_goal_asks_for_the_reason(edit, stored, theme, els, english_of):
    GoalAdoptionFactory(goal=stored)

    without = english_of(els).post(edit, typed(theme, unit="%"))
    because = "Beter te tellen."
    answer = english_of(els).post(edit, typed(theme, unit="%", because=because))

    assert errors(without) == {"because": ["Write down why. One sentence is enough."]}
    assert answer.status_code == HTTPStatus.FOUND
    assert GoalChange.objects.get().because == because


def test_goal_that_is_adopted_meanwhile_asks_for_the_reason(
    edit, stored, theme, els, english_of, monkeypatch
):
    """Between reading it and the lock."""

    def adopted():
        GoalAdoptionFactory(goal=stored)
        return stored.proposed_at

    monkeypatch.setattr("trajects.views.goals.writing.now", adopted)

    answer = english_of(els).post(edit, typed(theme, unit="%"))

    assert answer.status_code == HTTPStatus.CONFLICT
    assert "The group adopted this goal meanwhile." in main_text(answer)
    assert by_id(page_of(answer), "id_because").get("value") is None
    assert by_id(page_of(answer), "id_unit").get("value") == "%"


def test_goal_keeps_a_dream_image_and_a_theme_of_before(
    edit, stored, traject, theme, dream, els, english_of
):
    GoalDreamFactory(goal=stored, dream=dream)
    dream.left_out_at, dream.left_out_by, dream.left_out_because = stored.proposed_at, els, "Dubbel"
    dream.save()
    ThemeChoice.objects.all().delete()

    answer = english_of(els).get(edit)

    assert ticked(answer, "dreams") == [str(dream.pk)]
    assert "Merged, split or left out since" in main_text(answer)
    assert english_of(els).post(edit, typed(theme, dreams=[dream.pk], unit="%")).status_code == 302


@pytest.mark.parametrize("number", [1, 3])
def test_form_costs_the_same_for_one_and_for_three(
    edit, stored, traject, theme, bram, english_of, django_assert_num_queries, number
):
    for _one in range(number):
        dream = DreamImageFactory(traject=traject, themes=[theme])
        GoalDreamFactory(goal=stored, dream=dream)
        GoalFactory(candidate=theme)
    client = english_of(bram)

    with django_assert_num_queries(19):
        client.get(edit)


@pytest.mark.parametrize("number", [1, 3])
def test_form_costs_the_same_for_one_and_for_three_that_were_left_out(
    edit, stored, traject, theme, bram, english_of, django_assert_num_queries, number
):
    for _one in range(number):
        dream = DreamImageFactory(traject=traject, themes=[theme])
        GoalDreamFactory(goal=stored, dream=dream)
        DreamSourceFactory(dream=DreamImageFactory(traject=traject), source=dream)
    client = english_of(bram)

    with django_assert_num_queries(21):
        client.get(edit)
