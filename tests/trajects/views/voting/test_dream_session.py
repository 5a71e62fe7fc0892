"""A session about dream images: starting it, its desk and its screen."""

import pytest

from tests.page import main_text, page_of, text_of
from tests.trajects.dream_factories import (
    DreamBoxFactory,
    DreamClusterFactory,
    DreamImageFactory,
    DreamPlaceFactory,
    DreamStarFactory,
)
from tests.trajects.factories import CandidateFactory, LiveSessionFactory, ThemeChoiceFactory
from tests.trajects.live import candidates_of, session_with_people
from tests.trajects.views.voting.test_desk import buttons
from trajects.forms import session_start
from trajects.models import DreamBox, DreamImage, LiveSession, VotingRound
from trajects.stages import Stage, Subject


@pytest.fixture
def sessions(traject):
    return f"/trajecten/{traject.pk}/sessies/"


@pytest.fixture
def themes(traject):
    """Chosen, beside one that was not."""
    found = candidates_of(traject, "Energie", "Water")
    for one in found:
        ThemeChoiceFactory(candidate=one)
    CandidateFactory(traject=traject, name="Mobiliteit")
    return found


@pytest.fixture
def session(traject, themes):
    return session_with_people(traject, subject=Subject.DREAMS, stage=Stage.DREAMING)


def at(session, stage, **fields):
    LiveSession.objects.filter(pk=session.pk).update(stage=stage, **fields)


def state(client, url):
    return client.get(f"{url}stand/").json()


def boxed(traject, themes, many):
    bag = [["Zonder naam", [themes[0].pk], "", "", ""] for _ in range(many)]
    return DreamBoxFactory(traject=traject, bag=bag)


# -- starting


def test_dreams_are_offered_once_themes_are_chosen(traject, sessions, desk_of_els):
    (theme,) = candidates_of(traject, "Energie")
    before = main_text(desk_of_els.get(sessions))
    refused = desk_of_els.post(sessions, {"subject": "dreams"})
    ThemeChoiceFactory(candidate=theme)
    after = main_text(desk_of_els.get(sessions))

    assert ("Writing dream images" in before, "Writing dream images" in after) == (False, True)
    assert refused.status_code == 422
    assert desk_of_els.post(sessions, {"subject": "dreams"}).status_code == 302
    assert LiveSession.objects.get().about is Subject.DREAMS


def test_likely_subject_is_picked_beforehand(traject, sessions, desk_of_els):
    def picked() -> str:
        (radio,) = page_of(desk_of_els.get(sessions)).xpath("//*[@name='subject'][@checked]")
        return radio.get("value")

    before = picked()
    ThemeChoiceFactory(candidate=candidates_of(traject, "Energie")[0])

    assert (before, picked()) == ("themes", "dreams")


def test_end_leads_on_to_the_dream_images(session, url, traject, desk_of_els, sessions):
    response = desk_of_els.post(f"{url}afsluiten/")

    assert response["Location"] == f"/trajecten/{traject.pk}/droombeelden/"
    assert "no vote" in main_text(desk_of_els.get(sessions))


def test_nothing_to_practise_is_told_at_the_box(sessions, themes, desk_of_els):
    response = desk_of_els.post(sessions, {"subject": "dreams", "practice": "on"})

    assert response.status_code == 422
    assert "nothing to practise with voters" in main_text(response)
    assert not LiveSession.objects.exists()


def test_choice_taken_back_meanwhile_is_told(sessions, traject, desk_of_els, monkeypatch):
    monkeypatch.setattr(session_start, "has_chosen", lambda _traject: True)

    response = desk_of_els.post(sessions, {"subject": "dreams"})

    assert response.status_code == 409
    assert "The group chose no theme yet, or not any more." in main_text(response)


def test_session_without_a_vote_opens_no_round(session, url, desk_of_els):
    page = desk_of_els.get(f"{url}ronde/")
    refused = desk_of_els.post(f"{url}ronde/", {"minimum": "3", "shown": ""})

    assert page.status_code == 200
    assert refused.status_code in (409, 422)
    assert not VotingRound.objects.exists()


# -- the desk


@pytest.mark.parametrize(
    ("stage", "theme", "wanted"),
    [
        ("welcome", None, ["Begin to write"]),
        ("dreaming", None, ["Next theme: Energie", "Show the dream images", "One step back"]),
        ("dreaming", 0, ["Next theme: Water", "Show the dream images", "One step back"]),
        ("dreaming", 1, ["Show the dream images", "One step back"]),
        ("gallery", None, ["Show the next screen", "One step back"]),
        ("gallery", 0, ["Next theme: Water", "One step back"]),
        ("gallery", 1, ["End the session", "One step back"]),
    ],
)
def test_desk_has_one_next_step_first(session, themes, url, desk_of_els, stage, theme, wanted):
    at(session, stage, candidate=None if theme is None else themes[theme])

    assert buttons(desk_of_els.get(url)) == wanted


def test_gallery_of_all_ends_after_its_last_screen(session, themes, url, desk_of_els):
    at(session, Stage.GALLERY, page=2)

    assert buttons(desk_of_els.get(url))[0] == "End the session"


@pytest.mark.parametrize("stage", ["dreaming", "gallery"])
def test_moderator_picks_the_theme(session, themes, url, desk_of_els, stage):
    at(session, stage, page=2)

    pick = {"moves": session.moves, "stage": stage, "candidate": themes[1].pk}
    desk_of_els.post(f"{url}stap/", pick)
    session.refresh_from_db()

    assert (session.stage, session.candidate, session.page) == (stage, themes[1], 1)
    text = main_text(desk_of_els.get(url))
    assert "Water now on the screen" in text
    assert "Mobiliteit" not in text


def test_theme_that_was_not_chosen_cannot_be_picked(session, traject, url, desk_of_els):
    other = traject.candidates.get(name="Mobiliteit")

    pick = {"moves": session.moves, "stage": "dreaming", "candidate": other.pk}

    assert desk_of_els.post(f"{url}stap/", pick).status_code == 409


def test_desk_tells_numbers_of_the_box_only(traject, themes, session, url, desk_of_els):
    DreamImageFactory(traject=traject, themes=[themes[0]])
    boxed(traject, themes, 3)

    response = desk_of_els.get(url)

    assert "1 dream image, 3 without a name" in main_text(response)
    assert "Zonder naam" not in response.content.decode()
    assert "/doos/" not in response.content.decode()


@pytest.mark.parametrize(("many", "may"), [(0, False), (2, False), (3, True)])
def test_box_opens_in_the_gallery_with_company(
    many, may, traject, themes, session, url, desk_of_els
):
    boxed(traject, themes, many)
    at(session, Stage.GALLERY)

    text = main_text(desk_of_els.get(url))

    assert (f"Open the box ({many})" in text) is may
    assert ("opens from 3 on" in text) is (many == 2)
    assert ("Nothing waits in the box." in text) is (many == 0)


def test_who_opens_the_box_at_the_desk_stays_there(traject, themes, session, url, desk_of_els):
    boxed(traject, themes, 3)
    at(session, Stage.GALLERY)

    answer = desk_of_els.post(
        f"/trajecten/{traject.pk}/droombeelden/doos/", {"session": session.pk}
    )

    assert answer.headers["Location"] == url
    assert DreamImage.objects.filter(written_at=None).count() == 3
    assert DreamBox.objects.get().bag == []


def test_desk_of_another_traject_is_no_way_back(traject, themes, desk_of_els):
    boxed(traject, themes, 3)
    other = LiveSessionFactory()

    answer = desk_of_els.post(f"/trajecten/{traject.pk}/droombeelden/doos/", {"session": other.pk})

    assert answer.headers["Location"] == f"/trajecten/{traject.pk}/droombeelden/"


def test_desk_leads_to_the_workplace_of_each_theme(session, themes, url, desk_of_els, traject):
    at(session, Stage.GALLERY)

    body = desk_of_els.get(url).content.decode()

    for theme in themes:
        assert f"/trajecten/{traject.pk}/droombeelden/thema/{theme.pk}/ordenen/" in body


def test_who_looks_on_may_write_along_again(session, url, desk_of_els):
    session.seats.filter(name="Aya").update(observes=True)

    text = main_text(desk_of_els.get(url))

    assert (text.count("Writes along"), text.count("Only looks on")) == (1, 4)
    assert "next round" not in text


def test_desk_without_chosen_themes_says_so(session, themes, url, desk_of_els):
    for theme in themes:
        theme.choice.delete()

    assert "No theme is chosen any more." in main_text(desk_of_els.get(url))


@pytest.mark.parametrize(("stage", "queries"), [("dreaming", 9), ("gallery", 13)])
def test_desk_takes_as_many_queries_for_one_as_for_three(
    stage, queries, traject, themes, session, url, desk_of_els, django_assert_num_queries
):
    at(session, stage)
    DreamImageFactory(traject=traject, themes=themes)

    with django_assert_num_queries(queries):
        desk_of_els.get(url)
    for dream in DreamImageFactory.create_batch(3, traject=traject, themes=themes):
        DreamStarFactory(dream=dream)
    with django_assert_num_queries(queries):
        desk_of_els.get(url)


# -- the screen


def test_screen_of_writing_shows_question_code_and_numbers(
    traject, themes, session, url, desk_of_els
):
    DreamImageFactory(traject=traject, themes=[themes[0]])
    boxed(traject, themes, 2)

    whole = main_text(desk_of_els.get(f"{url}scherm/"))
    at(session, Stage.DREAMING, candidate=themes[1])
    one = main_text(desk_of_els.get(f"{url}scherm/"))

    assert "If everything were allowed and possible: what would we see?" in whole
    assert session.code in whole
    assert "1 dream image, 2 without a name" in whole
    assert "For these themes: Energie · Water" in whole
    assert one.startswith("Water")
    assert "For these themes" not in one


def test_screen_of_the_gallery_shows_groups_cards_and_stars(
    traject, themes, session, url, desk_of_els
):
    cluster = DreamClusterFactory(candidate=themes[0], name="Op het dak")
    named = DreamImageFactory(traject=traject, text="Zonnepanelen\n- op de school")
    DreamPlaceFactory(dream=named, candidate=themes[0], cluster=cluster)
    DreamStarFactory.create_batch(2, dream=named)
    nameless = DreamImageFactory(traject=traject, text="Stilte", written_at=None, author=None)
    DreamPlaceFactory(dream=nameless, candidate=themes[0])
    at(session, Stage.GALLERY)

    response = desk_of_els.get(f"{url}scherm/")

    text = main_text(response)
    assert text.startswith("Energie")
    assert "Screen 1 of 2" in text
    assert f"Op het dak Zonnepanelenop de school {named.author.name} 2 stars" in text
    assert "Stilte without a name" in text
    assert "2 stars given" in text
    assert [text_of(one) for one in page_of(response).iter("h2")] == ["Op het dak"]


def test_screen_of_a_theme_without_dream_images_says_so(session, themes, url, desk_of_els):
    at(session, Stage.GALLERY, page=2)

    text = main_text(desk_of_els.get(f"{url}scherm/"))

    assert text.startswith("Water")
    assert "Nobody wrote a dream image for this theme yet." in text


def test_screen_without_chosen_themes_says_so(session, themes, url, desk_of_els):
    for theme in themes:
        theme.choice.delete()
    at(session, Stage.GALLERY)

    assert "No theme is chosen any more." in main_text(desk_of_els.get(f"{url}scherm/"))


def test_theme_on_the_screen_that_is_no_longer_chosen_gives_way(session, themes, url, desk_of_els):
    at(session, Stage.DREAMING, candidate=themes[0])
    themes[0].choice.delete()

    assert "What would we like to see?" in main_text(desk_of_els.get(f"{url}scherm/"))


def test_theme_in_the_gallery_that_is_no_longer_chosen_gives_way(session, themes, url, desk_of_els):
    at(session, Stage.GALLERY, candidate=themes[0])
    themes[0].choice.delete()

    screen, desk = (main_text(desk_of_els.get(f"{url}{page}")) for page in ("scherm/", ""))

    assert screen.startswith("Water")
    assert "All chosen themesnow on the screen" in desk


@pytest.mark.parametrize(("stage", "queries"), [("dreaming", 7), ("gallery", 10)])
def test_screen_takes_as_many_queries_for_one_as_for_three(
    stage, queries, traject, themes, session, url, desk_of_els, django_assert_num_queries
):
    at(session, stage)
    DreamImageFactory(traject=traject, themes=themes)

    with django_assert_num_queries(queries):
        desk_of_els.get(f"{url}scherm/")
    for dream in DreamImageFactory.create_batch(3, traject=traject, themes=themes):
        DreamStarFactory(dream=dream)
    with django_assert_num_queries(queries):
        desk_of_els.get(f"{url}scherm/")


# -- what makes them draw anew


def test_writing_moves_numbers_and_draws_nothing_anew(traject, themes, session, url, desk_of_els):
    pages = (url, f"{url}scherm/")
    before = [state(desk_of_els, page) for page in pages]
    DreamImageFactory(traject=traject, themes=themes)
    boxed(traject, themes, 1)
    after = [state(desk_of_els, page) for page in pages]

    assert [one["screen"] for one in after] == [one["screen"] for one in before]
    assert {one["turnout"] for one in after} == {"1 dream image, 1 without a name"}


def test_gallery_is_drawn_anew_with_dream_images_stars_and_groups(
    traject, themes, session, url, desk_of_els
):
    at(session, Stage.GALLERY)
    seen = [[state(desk_of_els, page)["screen"] for page in (url, f"{url}scherm/")]]

    def now_differs():
        seen.append([state(desk_of_els, page)["screen"] for page in (url, f"{url}scherm/")])
        return [new != old for new, old in zip(seen[-1], seen[-2], strict=True)]

    dream = DreamImageFactory(traject=traject)
    place = DreamPlaceFactory(dream=dream, candidate=themes[0])
    assert now_differs() == [True, True]
    DreamStarFactory(dream=dream)
    assert now_differs() == [False, True]
    place.cluster = DreamClusterFactory(candidate=themes[0])
    place.save()
    assert now_differs() == [True, True]
    boxed(traject, themes, 3)
    assert now_differs() == [True, False]
    DreamImageFactory()
    assert now_differs() == [False, False]


def test_state_of_other_sessions_knows_nothing_of_dream_images(
    traject, themes, session, url, desk_of_els
):
    LiveSession.objects.update(subject=Subject.THEMES, stage=Stage.WELCOME)
    boxed(traject, themes, 3)

    assert state(desk_of_els, url)["turnout"] == "5 people take part"
