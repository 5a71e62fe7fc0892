"""The page on which the group's choice is written down and read."""

import pytest

from tests.page import by_id, main_text, page_of
from tests.trajects.counted import candidate_called, voted
from tests.trajects.factories import (
    CandidateFactory,
    LiveSessionFactory,
    ThemeChoiceFactory,
    VotingRoundFactory,
)
from trajects.models import ThemeChoice

TEN = {
    "Bestuur": (0, 1, 9, 0),
    "Aankopen": (0, 3, 7, 0),
    "Energie": (1, 4, 5, 0),
    "Water": (2, 4, 4, 0),
    "Welzijn": (6, 3, 1, 0),
}
NAMES = tuple(TEN)


@pytest.fixture
def url(traject) -> str:
    return f"/trajecten/{traject.pk}/themas/keuze/"


@pytest.fixture
def themes(traject):
    voted(traject, TEN)
    return {name: candidate_called(traject, name) for name in NAMES}


def filled_in(client, url, themes, *, chosen=("Bestuur", "Aankopen"), **changed):
    """What a browser sends after the reasons were typed."""
    shown = by_id(page_of(client.get(url)), "id_shown").get("value")
    sent = {"shown": shown, "rest": "Voor later."}
    for name, theme in themes.items():
        sent[f"what_{theme.pk}"] = "chosen" if name in chosen else "parked"
        sent[f"because_{theme.pk}"] = f"Omdat {name} nodig is." if name in chosen else ""
    return sent | changed


def checked(tree, theme):
    """What stands chosen for this theme."""
    return [
        one.get("value")
        for one in tree.iter("input")
        if one.get("name") == f"what_{theme.pk}" and one.get("checked") is not None
    ]


@pytest.mark.parametrize(
    ("person", "read", "written"),
    [("els", 200, 302), ("griet", 200, 302), ("bram", 200, 403), ("chaima", 404, 404)],
)
def test_everybody_reads_it_and_who_leads_writes_it(
    griet, themes, english_of, request, url, person, read, written
):
    client = english_of(request.getfixturevalue(person))
    sent = filled_in(english_of(griet), url, themes)

    assert (client.get(url).status_code, client.post(url, sent).status_code) == (read, written)
    assert ThemeChoice.objects.count() == (5 if written == 302 else 0)


def test_top_of_the_last_round_is_filled_in_as_a_proposal(themes, griet, english_of, url):
    tree = page_of(english_of(griet).get(url))

    assert [checked(tree, themes[name]) for name in NAMES] == [
        ["chosen"],
        ["chosen"],
        ["chosen"],
        ["parked"],
        ["parked"],
    ]
    assert not ThemeChoice.objects.exists()


def test_shared_last_place_is_filled_in_for_nobody(traject, griet, english_of, url):
    voted(traject, {**TEN, "Water": (1, 4, 5, 0)})

    response = english_of(griet).get(url)

    tree = page_of(response)
    chosen = [checked(tree, candidate_called(traject, name)) for name in NAMES]
    assert chosen == [["chosen"], ["chosen"], [], [], ["parked"]]
    assert "These share the last place" in main_text(response)


def test_theme_with_too_few_opinions_is_never_proposed(traject, griet, english_of, url):
    voted(traject, {**TEN, "Nieuw": (0, 0, 4, 6)})

    tree = page_of(english_of(griet).get(url))

    assert checked(tree, candidate_called(traject, "Nieuw")) == ["parked"]


def test_without_a_round_nothing_is_proposed(traject, griet, english_of, url):
    theme = CandidateFactory(traject=traject)

    response = english_of(griet).get(url)

    assert checked(page_of(response), theme) == []
    assert "nothing is proposed" in main_text(response)


def test_without_candidates_the_page_leads_to_them(griet, bram, english_of, url):
    assert "There are no candidate themes yet." in main_text(english_of(griet).get(url))
    assert "The group did not choose yet." in main_text(english_of(bram).get(url))


def test_parked_themes_share_one_reason(themes, griet, bram, english_of, url):
    client = english_of(griet)

    client.post(url, filled_in(client, url, themes))

    about = dict(ThemeChoice.objects.values_list("candidate__name", "because"))
    assert about["Bestuur"] == "Omdat Bestuur nodig is."
    assert {about[name] for name in ("Energie", "Water", "Welzijn")} == {"Voor later."}
    text = main_text(english_of(bram).get(url))
    assert "Omdat Aankopen nodig is." in text
    assert "Rank 1 in the last round, mean 2,9: 9 × 3 points, 1 × 2, 0 × 1; of one mind" in text


def test_mistakes_are_said_and_nothing_typed_is_lost(themes, griet, english_of, url):
    client = english_of(griet)
    first = themes["Bestuur"]
    sent = filled_in(client, url, themes, **{f"because_{first.pk}": "", "rest": ""})

    response = client.post(url, sent)

    text = main_text(response)
    assert response.status_code == 422
    assert "Write why the group chose this theme." in text
    assert "Write why, here or with each theme that you park." in text
    assert by_id(page_of(response), f"id_because_{themes['Aankopen'].pk}").text.strip() == (
        "Omdat Aankopen nodig is."
    )
    assert not ThemeChoice.objects.exists()


def test_at_least_one_theme_is_chosen(themes, griet, english_of, url):
    client = english_of(griet)

    response = client.post(url, filled_in(client, url, themes, chosen=()))

    assert response.status_code == 422
    assert "Choose at least one theme to go on with." in main_text(response)


def test_every_theme_needs_an_answer(themes, griet, english_of, url):
    client = english_of(griet)
    sent = filled_in(client, url, themes)
    del sent[f"what_{themes['Water'].pk}"]

    response = client.post(url, sent)

    assert response.status_code == 422
    assert "Say for this theme: go on with it, or park it." in main_text(response)


def test_older_page_shows_both_and_a_second_save_wins(themes, griet, els, english_of, url):
    client = english_of(griet)
    sent = filled_in(client, url, themes)
    other = english_of(els)
    other.post(url, filled_in(other, url, themes, chosen=("Water",)))

    response = client.post(url, sent)

    tree = page_of(response)
    assert response.status_code == 409
    assert "The themes or the choice changed meanwhile" in main_text(response)
    assert "Stored now: chosen, Omdat Water nodig is." in main_text(response)
    again = client.post(url, {**sent, "shown": by_id(tree, "id_shown").get("value")})
    assert again.status_code == 302
    assert ThemeChoice.objects.get(candidate=themes["Bestuur"]).chosen


def test_theme_that_came_meanwhile_is_asked_about(traject, themes, griet, english_of, url):
    client = english_of(griet)
    sent = filled_in(client, url, themes)
    CandidateFactory(traject=traject, name="Nieuw")

    response = client.post(url, sent)

    assert response.status_code == 409
    assert "Nieuw" in main_text(response)
    assert not ThemeChoice.objects.exists()


def test_reason_for_a_theme_that_went_is_shown_once_more(traject, themes, griet, english_of, url):
    client = english_of(griet)
    sent = filled_in(client, url, themes)
    traject.candidates.filter(name="Bestuur").update(split_at=traject.created_at)

    response = client.post(url, sent)

    assert response.status_code == 409
    assert "Omdat Bestuur nodig is." in main_text(response)


def test_nothing_is_chosen_while_people_vote(traject, themes, griet, english_of, url):
    client = english_of(griet)
    sent = filled_in(client, url, themes)
    VotingRoundFactory(session=LiveSessionFactory(traject=traject))

    response = client.post(url, sent)

    assert response.status_code == 409
    assert "People are voting now." in page_of(response).text_content()
    assert not ThemeChoice.objects.exists()


def test_choice_can_be_changed_and_holds_what_was_written(themes, griet, english_of, url):
    client = english_of(griet)
    client.post(url, filled_in(client, url, themes))
    assert "id_shown" not in client.get(url).content.decode()

    tree = page_of(client.get(f"{url}?wijzigen=1"))

    assert checked(tree, themes["Energie"]) == ["parked"]
    assert by_id(tree, f"id_because_{themes['Energie'].pk}").text.strip() == "Voor later."


def test_theme_after_the_choice_opens_the_form_again(traject, themes, griet, english_of, url):
    client = english_of(griet)
    client.post(url, filled_in(client, url, themes))
    CandidateFactory(traject=traject)

    response = client.get(url)

    assert "One theme came after this choice." in main_text(response)
    assert "id_shown" in response.content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_page_costs_the_same_for_one_theme_and_three(
    traject, bram, english_of, url, django_assert_num_queries, number
):
    for one in range(number):
        ThemeChoiceFactory(candidate=CandidateFactory(traject=traject, name=f"Thema {one}"))
        voted(traject, {f"Thema {other}": (1, 4, 5, 0) for other in range(number)})
    client = english_of(bram)
    client.get(url)

    with django_assert_num_queries(8):
        client.get(url)
