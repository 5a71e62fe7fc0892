"""How SMART a goal is, on a button: for who has no script."""

from http import HTTPStatus

from tests.page import by_id, main_text, page_of, text_of
from tests.trajects.dream_factories import (
    GoalAdoptionFactory,
)
from tests.trajects.views.goals.form.typed import ANSWERS, PROPOSAL, errors, ticked, typed
from trajects.models import Goal, GoalChange


def test_look_stores_nothing_and_keeps_what_was_typed(new, theme, dream, bram, english_of):
    answer = english_of(bram).post(new, {**ANSWERS, "dreams": [dream.pk], "check": "1"})

    page = page_of(answer)
    assert answer.status_code == HTTPStatus.OK
    assert errors(answer) == {}
    assert by_id(page, "id_baseline").get("value") == "18,5"
    assert ticked(answer, "dreams") == [str(dream.pk)]
    assert PROPOSAL in text_of(by_id(page, "proposal"))
    assert not Goal.objects.exists()


def test_look_tells_what_saving_asks(new, theme, bram, english_of):
    for sent in (None, {**ANSWERS, "check": "1"}):
        client = english_of(bram)
        page = page_of(client.post(new, sent) if sent else client.get(new))

        label = page.xpath("//label[@for='id_sentence']")[0]
        assert "optional" not in text_of(label)
        assert "optional" not in text_of(page.xpath("//*[@id='div_id_candidate']//legend")[0])


def test_look_tells_what_cannot_be_read(new, theme, bram, english_of):
    answer = english_of(bram).post(new, {"baseline": "veel", "due_on": "morgen", "check": "1"})

    wrong = page_of(answer).xpath("//*[@id='smart-now']//a[starts-with(@href, '#id_')]/@href")
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert set(errors(answer)) == {"baseline", "due_on"}
    assert wrong == ["#id_baseline", "#id_due_on"]


def test_proposal_is_taken_over_and_what_stood_there_stays_readable(new, theme, bram, english_of):
    sent = {**ANSWERS, "sentence": "We kopen duurzamer.", "take_over": "1"}

    answer = english_of(bram).post(new, sent)

    assert by_id(page_of(answer), "id_sentence").text.strip() == PROPOSAL
    assert "You wrote before: We kopen duurzamer." in main_text(answer)


def test_without_a_proposal_nothing_is_taken_over(new, theme, bram, english_of):
    answer = english_of(bram).post(new, {"sentence": "We kopen duurzamer.", "take_over": "1"})

    assert by_id(page_of(answer), "id_sentence").text.strip() == "We kopen duurzamer."
    assert "You wrote before" not in main_text(answer)


def test_enter_looks_and_saves_nothing(new, theme, bram, english_of):
    buttons = page_of(english_of(bram).get(new)).xpath("//form[@data-check]//button")

    assert buttons[0].get("name") == "check"


def test_look_at_an_adopted_goal_needs_no_reason_yet(edit, stored, theme, els, english_of):
    GoalAdoptionFactory(goal=stored)

    answer = english_of(els).post(edit, typed(theme, unit="%", check="1"))

    assert (answer.status_code, errors(answer)) == (HTTPStatus.OK, {})
    assert not GoalChange.objects.exists()
