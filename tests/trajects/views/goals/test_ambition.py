"""The page of the ambition: read by all, written down by who leads."""

import pytest

from tests.page import by_id, main_text, page_of
from tests.trajects.dream_factories import ThemeAmbitionFactory
from tests.trajects.factories import CandidateFactory, ThemeChoiceFactory
from tests.trajects.photos import photo_of
from tests.trajects.scanned import link_scan
from trajects.models import ThemeAmbition


@pytest.fixture
def url(traject) -> str:
    return f"/trajecten/{traject.pk}/doelen/ambitie/"


@pytest.fixture
def scanned(traject):
    photo = photo_of(traject)
    link_scan(traject, "jjj jjn jnn nnn nnn")
    scan = traject.scan
    scan.finished_at, scan.finished_by = scan.started_at, scan.started_by
    scan.save()
    return photo


def chosen(traject, **own):
    candidate = CandidateFactory(traject=traject, **own)
    ThemeChoiceFactory(candidate=candidate, chosen=True)
    return candidate


@pytest.fixture
def themes(traject, scanned):
    """Two of the scan and one that the group thought up."""
    energy, water, _people = scanned.themes
    return [
        chosen(traject, position=1, name="Warmte", themes=[energy]),
        chosen(traject, position=2, name="Energie en water", themes=[energy, water]),
        chosen(traject, position=3, name="Buurten"),
    ]


def filled_in(client, url, themes, steps=(3, 4, "not-yet"), because="Omdat het kan."):
    """What a browser sends."""
    sent = {"shown": by_id(page_of(client.get(url)), "id_shown").get("value")}
    for theme, step in zip(themes, steps, strict=True):
        sent[f"step_{theme.pk}"] = str(step)
        sent[f"because_{theme.pk}"] = because if step in range(6) else ""
    return sent


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
    assert ThemeAmbition.objects.count() == (2 if written == 302 else 0)


def test_page_shows_the_step_of_the_scan_per_origin(griet, themes, english_of, url):
    text = main_text(english_of(griet).get(url))

    assert "Warmte Now, as the scan found it: step 2" in text
    assert "Energie en klimaat: step 2" in text
    assert "no step known" in text
    assert "Buurten Now, as the scan found it: not a theme of the scan" in text


def test_what_was_written_is_drawn_and_stands_in_a_table(griet, themes, bram, english_of, url):
    client = english_of(griet)
    client.post(url, filled_in(client, url, themes))

    tree = page_of(english_of(bram).get(url))

    cells = [" ".join(cell.itertext()).split() for cell in tree.iter("td")]
    assert [" ".join(cell) for cell in cells] == [
        *("step 2", "3 Broadening", "Omdat het kan."),
        *("Energie en klimaat : step 2 Water en afval : no step known",),
        *("4 Anchoring", "Omdat het kan."),
        *("not a theme of the scan", "not chosen yet", "–"),
    ]
    radars = [svg for svg in tree.iter("svg") if svg.get("class") == "radar"]
    aims = [path for path in radars[0].iter("path") if path.get("class") == "f-surface s-ambition"]
    assert (len(radars), len(aims)) == (2, 2)
    assert "id_shown" not in {element.get("id") for element in tree.iter()}


@pytest.mark.parametrize("number", [1, 2])
def test_one_or_two_themes_are_a_table_and_no_shape(traject, griet, english_of, url, number):
    for _place in range(number):
        ThemeAmbitionFactory(candidate=chosen(traject))

    tree = page_of(english_of(griet).get(url))

    assert [svg for svg in tree.iter("svg") if svg.get("class") == "radar"] == []
    assert len(list(tree.iter("tr"))) == number + 1


def test_reader_of_what_is_not_written_yet_sees_the_steps_of_the_scan(
    bram, themes, english_of, url
):
    text = main_text(english_of(bram).get(url))

    assert "The ambition is not written down yet." in text
    assert "1 Warmte step 2 not chosen yet" in text


def test_without_chosen_themes_there_is_nothing_to_fill_in(griet, english_of, url):
    tree = page_of(english_of(griet).get(url))

    assert "The group did not choose its themes yet." in main_text(english_of(griet).get(url))
    assert "id_shown" not in {element.get("id") for element in tree.iter()}


def test_reason_without_a_step_is_asked_about_and_stays(griet, themes, english_of, url):
    client = english_of(griet)
    sent = filled_in(client, url, themes)
    sent[f"because_{themes[2].pk}"] = "We weten het nog niet."

    response = client.post(url, sent)

    assert response.status_code == 422
    text = main_text(response)
    assert "You wrote why. Choose the step as well." in text
    assert "We weten het nog niet." in text
    assert not ThemeAmbition.objects.exists()


@pytest.mark.parametrize("step", ["", "0", "6", "drie"])
def test_other_steps_are_refused(griet, themes, english_of, url, step):
    client = english_of(griet)

    response = client.post(url, filled_in(client, url, themes, steps=(step, 1, 1)))

    assert response.status_code == 422
    assert not ThemeAmbition.objects.exists()


@pytest.mark.parametrize("is_valid", [True, False])
def test_stale_page_shows_both_and_replaces_when_sent_again(
    griet, els, themes, english_of, url, is_valid
):
    client, colleague = english_of(griet), english_of(els)
    mine = filled_in(client, url, themes, because="Dit van mij.")
    colleague.post(url, filled_in(colleague, url, themes, (1, 1, 1), because="Van een collega."))
    if not is_valid:
        mine[f"because_{themes[2].pk}"] = "Zonder stap."

    response = client.post(url, mine)

    tree, text = page_of(response), main_text(response)
    assert response.status_code == 409
    assert "Dit van mij." in text
    assert "Stored now: 1 Consideration, Van een collega." in text
    again = mine | {
        "shown": by_id(tree, "id_shown").get("value"),
        f"because_{themes[2].pk}": "",
    }
    assert client.post(url, again).status_code == 302
    assert list(ThemeAmbition.objects.values_list("step", flat=True).order_by("candidate")) == [
        3,
        4,
    ]


def test_reason_for_a_theme_that_is_gone_stays_to_be_read(griet, themes, english_of, url):
    client = english_of(griet)
    mine = filled_in(client, url, themes) | {f"because_{themes[0].pk}": "Over warmte."}
    themes[0].choice.delete()

    response = client.post(url, mine)

    assert response.status_code == 409
    assert "You also typed this, about a theme that is no longer in the list:" in main_text(
        response
    )
    kept = [p.text for p in page_of(response).iter("p") if p.get("class") == "kept"]
    assert kept == ["Over warmte."]


@pytest.mark.parametrize("number", [1, 3])
def test_page_costs_the_same_for_one_and_for_three(
    traject, scanned, griet, english_of, url, number, django_assert_num_queries
):
    for _place in range(number):
        ThemeAmbitionFactory(candidate=chosen(traject, themes=[scanned.themes[0]]))
    client = english_of(griet)

    with django_assert_num_queries(11):
        assert client.get(url).status_code == 200
