import pytest

from tests.page import main_text, page_of
from tests.trajects.dream_factories import DreamImageFactory, DreamStarFactory
from tests.trajects.dreaming import box_with, chosen, collecting, over
from tests.trajects.factories import CandidateFactory, StepCompletionFactory
from tests.trajects.selecting import select
from trajects.steps import Key


@pytest.mark.parametrize(("who", "status"), [("els", 200), ("bram", 200), ("chaima", 404)])
def test_who_sees_the_traject_reads_the_hub(who, status, request, client_of, base, collection):
    user = request.getfixturevalue(who)

    assert client_of(user).get(base).status_code == status


def test_hub_tells_what_is_dreamt_per_theme(english_of, bram, base, traject, theme, collection):
    dream = DreamImageFactory(traject=traject, text="Zon op elk dak", author=bram, themes=[theme])
    DreamImageFactory(traject=traject, author=bram, themes=[theme])
    DreamStarFactory(dream=dream)
    chosen(traject, "Water")

    text = main_text(english_of(bram).get(base))

    assert "Energie 2 dream images, 1 star" in text
    assert "Water no dream image yet" in text
    assert "2 dream images Energie" in text
    assert "Write through 31 December 2999" in text


def test_hub_without_a_choice_leads_to_the_themes(english_of, bram, base):
    text = main_text(english_of(bram).get(base))

    assert "First the group chooses its themes" in text
    assert "Is this step ready?" in text


@pytest.mark.parametrize(
    ("who", "texts", "shown", "button"),
    [
        ("griet", ["a", "b"], "2 dream images without a name wait in the box", False),
        ("griet", ["a", "b", "c"], "3 dream images without a name wait in the box", True),
        ("bram", ["a", "b", "c"], "3 dream images without a name wait in the box", False),
    ],
)
def test_hub_tells_how_many_wait_and_not_what(
    who, texts, shown, button, request, english_of, base, traject, theme, collection
):
    box_with(traject, *(f"Geheim {text}" for text in texts), theme=theme)

    response = english_of(request.getfixturevalue(who)).get(base)

    assert shown in main_text(response)
    assert (b'action="' + f"{base}doos/".encode() in response.content) is button
    assert b"Geheim" not in response.content


@pytest.mark.parametrize("dreams", [1, 3])
def test_hub_costs_the_same_whatever_is_in_it(
    dreams, client_of, bram, base, traject, django_assert_num_queries
):
    collecting(traject)
    for number in range(dreams):
        theme = chosen(traject, f"Thema {number}")
        for dream in DreamImageFactory.create_batch(dreams, traject=traject, themes=[theme]):
            DreamStarFactory(dream=dream)
    client = client_of(bram)

    with django_assert_num_queries(23):
        client.get(base)


def test_who_leads_is_led_to_the_box(english_of, els, base, traject, theme):
    traject.completions.create(step="themes", at=traject.created_at, by=els)
    over(traject)
    box_with(traject, "a", "b", "c", theme=theme)

    (next_step,) = select(page_of(english_of(els).get(base)), ".next a")

    assert next_step.get("href") == f"{base}#box"


def test_hub_lists_what_no_chosen_theme_shows_any_more(english_of, bram, base, traject, theme):
    elsewhere = CandidateFactory(traject=traject)
    DreamImageFactory(traject=traject, text="Een bos in het dorp", author=bram, themes=[elsewhere])
    DreamImageFactory(traject=traject, text="Zon", author=bram, themes=[theme, elsewhere])

    text = main_text(english_of(bram).get(base))

    behind = text.split("Under no chosen theme")[1].split("Is this step ready?")[0]
    assert "Een bos in het dorp" in behind
    assert "Zon" not in behind


@pytest.mark.parametrize("done", [False, True])
def test_step_that_is_done_leads_on_to_the_goals(done, english_of, els, base, traject, theme):
    if done:
        DreamImageFactory(traject=traject, themes=[theme])
        StepCompletionFactory(traject=traject, step=Key.DREAMS)

    text = main_text(english_of(els).get(base))

    assert ("On to the goals" in text) is done
