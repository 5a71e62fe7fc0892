"""The list of candidate themes, and one of them."""

from datetime import timedelta

import pytest

from scans.models import Sdg
from tests.factories import LONG_AGO, ThemeFactory
from tests.page import by_id, main_text, page_of, text_of
from tests.trajects.factories import (
    CandidateFactory,
    InitiativeFactory,
    ThemeChoiceFactory,
    TrajectFactory,
)
from tests.trajects.scanned import link_scan
from trajects.models import Candidate

READERS = [("els", 200), ("bram", 200), ("griet", 200), ("chaima", 404)]
LEADERS = [("els", 302), ("bram", 403), ("griet", 302), ("chaima", 404)]
WARMTH = {"name": "Warmte", "short_name": "W", "subtheme": "in huis", "version": "1"}


@pytest.fixture
def url(traject):
    return f"/trajecten/{traject.pk}/themas/kandidaten/"


def names(traject):
    return [one.full_name for one in traject.candidates.running()]


@pytest.mark.parametrize(("person", "status"), READERS)
def test_who_takes_part_reads_the_list(url, energy, client_of, request, person, status):
    assert client_of(request.getfixturevalue(person)).get(url).status_code == status


@pytest.mark.parametrize(("person", "status"), LEADERS)
def test_who_leads_lays_out_the_list(url, traject, client_of, request, person, status):
    ThemeFactory(number=7, name="Energie en klimaat")

    response = client_of(request.getfixturevalue(person)).post(url, {"source": "theme"})

    assert response.status_code == status
    assert names(traject) == (["Energie en klimaat"] if status == 302 else [])


@pytest.mark.parametrize(("person", "status"), LEADERS)
def test_who_leads_adds_a_theme(url, traject, client_of, request, person, status):
    response = client_of(request.getfixturevalue(person)).post(f"{url}nieuw/", WARMTH)

    assert response.status_code == status
    assert names(traject) == (["Warmte: in huis"] if status == 302 else [])


@pytest.mark.parametrize(("person", "status"), LEADERS)
def test_who_leads_renames_a_theme(url, traject, own, client_of, request, person, status):
    response = client_of(request.getfixturevalue(person)).post(f"{url}{own.pk}/", WARMTH)

    assert response.status_code == status
    assert names(traject) == (["Warmte: in huis"] if status == 302 else ["Zwerfvuil"])


@pytest.mark.parametrize(("person", "status"), LEADERS)
def test_who_leads_leaves_out_and_brings_back(
    url, traject, own, client_of, request, person, status
):
    browser = client_of(request.getfixturevalue(person))

    out = browser.post(f"{url}{own.pk}/weglaten/", {"because": "Doet de regio"})
    left = names(traject)
    back = browser.post(f"{url}{own.pk}/terug/")

    assert (out.status_code, back.status_code) == (status, status)
    assert (left, names(traject)) == ([] if status == 302 else ["Zwerfvuil"], ["Zwerfvuil"])


@pytest.mark.parametrize("page", ["nieuw/", "{pk}/", "{pk}/weglaten/"])
@pytest.mark.parametrize(
    ("person", "status"), [("els", 200), ("bram", 403), ("griet", 200), ("chaima", 404)]
)
def test_who_leads_opens_the_forms(url, own, client_of, request, page, person, status):
    browser = client_of(request.getfixturevalue(person))

    assert browser.get(url + page.format(pk=own.pk)).status_code == status


def test_candidate_of_another_traject_is_not_there(url, griet, client_of):
    other = CandidateFactory()

    assert client_of(griet).get(f"{url}{other.pk}/").status_code == 404
    assert client_of(griet).post(f"{url}{other.pk}/terug/").status_code == 404


def test_empty_list_teaches(url, els, bram, english_of):
    assert "There is no list yet" in main_text(english_of(els).get(url))
    assert "Begin with" in main_text(english_of(els).get(url))
    text = main_text(english_of(bram).get(url))
    assert "The moderator or the MVO coordinator prepares it." in text
    assert "Begin with" not in text


def rows(response):
    tree = page_of(response)
    found = next(one for one in tree.iter("ul") if one.get("class") == "candidates")
    return [text_of(li) for li in found if li.tag == "li"]


def test_row_shows_scan_and_photo_of_each_origin(url, traject, bram, english_of):
    energy = ThemeFactory(number=7, name="Energie en klimaat", short_name="Energie")
    link_scan(traject, "jjj jjn jnn nnn nnn")
    scan = traject.scan
    scan.finished_at, scan.finished_by = scan.started_at, scan.started_by
    scan.save()
    water = ThemeFactory(number=10, name="Water en afval", short_name="Water")
    sdg = Sdg.objects.update_or_create(number=13, defaults={"name": "Klimaatactie"})[0]
    energy.sdgs.add(sdg)
    InitiativeFactory(traject=traject, themes=[energy]).sdgs.add(sdg)
    group = CandidateFactory(traject=traject, position=1, name="Warmte", themes=[energy, water])
    CandidateFactory(traject=traject, name="Stoken", themes=[energy], grouped_into=group)
    CandidateFactory(traject=traject, position=2, name="Klimaat").sdgs.add(sdg)
    CandidateFactory(traject=traject, position=3, name="Zwerfvuil", subtheme="langs wegen")

    found = rows(english_of(bram).get(url))

    assert found == [
        "Warmte A group of: Stoken"
        " Energie en klimaat 40 % · step 2 1 initiative on the photo"
        " Water en afval The scan says nothing about it. nothing on the photo",
        "Klimaat SDG 13 Klimaatactie Scan: Energie 40 % 1 initiative on the photo",
        "Zwerfvuil langs wegen Of the group itself: no figures beside it.",
    ]


def test_what_is_out_of_the_running_stands_apart(url, traject, els, griet, english_of):
    whole = CandidateFactory(traject=traject, name="Groen", split_at=LONG_AGO)
    for name in ("Bos", "Gras"):
        CandidateFactory(traject=traject, name=name, split_from=whole)
    CandidateFactory(
        traject=traject,
        name="Lucht",
        left_out_at=LONG_AGO,
        left_out_by=griet,
        left_out_because="Doet de regio",
    )

    text = main_text(english_of(els).get(url))

    assert "Split up Groen became Bos; Gras Make it whole again: Groen" in text
    assert "Left out Lucht Doet de regio · Griet Maes, 3 March 2025 Bring back: Lucht" in text


def test_list_that_nobody_touched_may_begin_anew(url, traject, energy, els, english_of):
    browser = english_of(els)
    assert "Begin with another list" in main_text(browser.get(url))
    Sdg.objects.exclude(number=13).delete()
    Sdg.objects.get_or_create(number=13, defaults={"name": "Klimaatactie"})

    browser.post(url, {"source": "sdg"})

    assert traject.candidates.count() == 1
    assert traject.candidates.get().sdgs.get().number == 13


def test_list_that_was_changed_does_not_begin_anew(url, traject, own, els, english_of):
    browser = english_of(els)

    response = browser.post(url, {"source": "sdg"})

    assert response.status_code == 409
    assert "A colleague changed this meanwhile." in main_text(response)
    assert "Begin with another list" not in main_text(browser.get(url))
    assert names(traject) == ["Zwerfvuil"]


def test_begin_with_something_else_is_refused(url, traject, els, english_of):
    response = english_of(els).post(url, {"source": "wensen"})

    assert response.status_code == 422
    assert not traject.candidates.exists()


@pytest.mark.parametrize("page", ["nieuw/", "{pk}/"])
@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"name": ""}, "Give it a name."),
        ({"name": "Energie en klimaat", "subtheme": ""}, "Another candidate theme has this name"),
        (
            {"name": "Een naam van meer dan twintig letters", "short_name": ""},
            "Write a short name of at most 20 characters.",
        ),
    ],
)
def test_mistake_keeps_what_was_typed(
    url, traject, energy, own, els, english_of, page, changes, message
):
    sent = WARMTH | changes

    response = english_of(els).post(url + page.format(pk=own.pk), sent)

    assert response.status_code == 422
    assert message in main_text(response)
    assert by_id(page_of(response), "id_name").get("value", "") == sent["name"]
    assert names(traject) == ["Energie en klimaat", "Zwerfvuil"]


def test_short_name_is_the_name_when_that_fits(url, traject, els, english_of):
    english_of(els).post(f"{url}nieuw/", {"name": "Warmte"})

    assert traject.candidates.get().short_name == "Warmte"


def test_older_page_stores_nothing_until_it_is_sent_again(url, own, els, english_of):
    Candidate.objects.filter(pk=own.pk).update(name="Sluikstort", version=2)
    browser = english_of(els)

    response = browser.post(f"{url}{own.pk}/", WARMTH)
    tree = page_of(response)
    version = by_id(tree, "id_version").get("value")

    assert response.status_code == 409
    assert "A colleague changed this meanwhile" in text_of(next(tree.iter("main")))
    assert (by_id(tree, "id_name").get("value"), version) == ("Warmte", "2")
    assert browser.post(f"{url}{own.pk}/", WARMTH | {"version": version}).status_code == 302
    own.refresh_from_db()
    assert own.full_name == "Warmte: in huis"


@pytest.mark.parametrize("version", ["", "nul", "-1", "99999999999999999999"])
def test_absurd_version_is_a_mistake(url, own, els, english_of, version):
    response = english_of(els).post(f"{url}{own.pk}/", WARMTH | {"version": version})

    assert response.status_code == 422


def test_subthemes_of_the_scan_are_proposed(url, traject, els, english_of):
    link_scan(traject)
    theme = traject.scan.questionnaire.themes.get().theme
    candidate = CandidateFactory(traject=traject, themes=[theme])
    proposed = list(
        traject.scan.questionnaire.themes.get().subthemes.values_list("name", flat=True)
    )

    tree = page_of(english_of(els).get(f"{url}{candidate.pk}/"))

    options = [one.get("value") for one in by_id(tree, "subthemes").iter("option")]
    assert options == proposed != []


def test_leaving_out_takes_a_reason(url, own, els, english_of):
    response = english_of(els).post(f"{url}{own.pk}/weglaten/", {"because": " "})

    assert response.status_code == 422
    assert "Write down why. One sentence is enough." in main_text(response)


def test_round_that_is_open_locks_the_list_and_loses_nothing_typed(
    url, traject, own, open_round, els, english_of
):
    browser = english_of(els)

    listed = main_text(browser.get(url))
    added = browser.post(f"{url}nieuw/", WARMTH)
    renamed = browser.post(f"{url}{own.pk}/", WARMTH)
    left = browser.post(f"{url}{own.pk}/weglaten/", {"because": "Klaar"})
    back = browser.post(f"{url}{own.pk}/terug/", follow=True)

    assert "A voting round is open" in listed
    assert "Rename or refine" not in listed
    for response in (added, renamed, left):
        assert response.status_code == 409
        assert "A voting round is open." in main_text(response)
    assert by_id(page_of(added), "id_name").get("value") == "Warmte"
    assert "A voting round is open." in text_of(page_of(back))
    assert names(traject) == ["Zwerfvuil"]


@pytest.fixture
def parked(traject):
    earlier = TrajectFactory(
        organisation=traject.organisation,
        title="Traject 2020",
        created_at=LONG_AGO - timedelta(days=900),
    )
    candidate = CandidateFactory(traject=earlier, name="Fairtrade")
    ThemeChoiceFactory(candidate=candidate, chosen=False, because="Eerst de energie.")
    return candidate


def test_parked_themes_are_offered_to_who_coordinates(url, parked, griet, els, english_of):
    text = main_text(english_of(griet).get(url))

    assert "Fairtrade Traject 2020: Eerst de energie." in text
    assert "Fairtrade" not in main_text(english_of(els).get(url))


def test_parked_theme_is_taken_along(url, traject, parked, griet, english_of):
    browser = english_of(griet)

    response = browser.post(url, {"parked": parked.pk, "take": "yes"})

    assert response.status_code == 302
    assert names(traject) == ["Fairtrade"]
    (row,) = rows(browser.get(url))
    assert "Parked in “Traject 2020”: Eerst de energie." in row


@pytest.mark.parametrize(("person", "status"), [("els", 403), ("bram", 403), ("chaima", 404)])
def test_who_does_not_coordinate_takes_nothing_along(
    url, traject, parked, client_of, request, person, status
):
    browser = client_of(request.getfixturevalue(person))

    assert browser.post(url, {"parked": parked.pk, "take": "yes"}).status_code == status
    assert names(traject) == []


@pytest.mark.parametrize("sent", [{}, {"parked": "0"}, {"parked": "9" * 30}])
def test_nothing_or_nonsense_is_not_taken_along(url, traject, parked, griet, english_of, sent):
    response = english_of(griet).post(url, {"take": "yes", **sent})

    assert response.status_code == 422
    assert names(traject) == []


def test_parked_theme_waits_while_a_round_is_open(
    url, traject, parked, open_round, griet, english_of
):
    response = english_of(griet).post(url, {"parked": parked.pk, "take": "yes"})

    assert response.status_code == 409
    assert names(traject) == []


@pytest.mark.parametrize("number", [1, 3])
def test_list_costs_the_same_for_one_and_for_three(
    url, traject, parked, griet, english_of, number, django_assert_num_queries
):
    link_scan(traject)
    for _each in range(number):
        group = CandidateFactory(traject=traject, themes=[ThemeFactory()], parked_before=parked)
        CandidateFactory(traject=traject, grouped_into=group)
        whole = CandidateFactory(traject=traject, split_at=LONG_AGO)
        CandidateFactory(traject=traject, split_from=whole)
        CandidateFactory(
            traject=traject, left_out_at=LONG_AGO, left_out_by=griet, left_out_because="Klaar"
        )
    browser = english_of(griet)

    with django_assert_num_queries(12):
        browser.get(url)
