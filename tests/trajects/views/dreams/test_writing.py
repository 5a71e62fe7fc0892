"""A dream image of who has an account."""

import pytest

from tests.factories import ScanFactory, answer_all, published_questionnaire
from tests.page import main_text, page_of
from tests.trajects.dream_factories import DreamImageFactory
from tests.trajects.dreaming import box_with, chosen, collecting, over, photograph, typed
from tests.trajects.selecting import select
from trajects.dreams import MOST_IN_BOX
from trajects.models import DreamBox, DreamImage


@pytest.mark.parametrize(
    ("who", "seen", "sent"),
    [("els", 200, 302), ("bram", 200, 302), ("griet", 200, 302), ("chaima", 404, 404)],
)
def test_the_lead_group_and_who_leads_it_write(
    who, seen, sent, request, client_of, base, theme, collection
):
    user = request.getfixturevalue(who)
    client = client_of(user)

    assert client.get(f"{base}schrijven/").status_code == seen
    assert client.post(f"{base}schrijven/", typed(theme)).status_code == sent
    authors = [dream.author for dream in DreamImage.objects.all()]
    assert authors == ([user] if sent == 302 else [])


def test_who_writes_reads_who_will_read_it(english_of, bram, base, collection):
    text = main_text(english_of(bram).get(f"{base}schrijven/"))

    assert "Everybody who sees this traject reads it: colleagues of Gemeente Aalbeke" in text
    assert "Imagine that everything were allowed and possible." in text


def test_the_invitation_of_the_moderator_stands_above_the_form(english_of, bram, base, traject):
    chosen(traject, "Energie")
    collecting(traject, invitation="Denk aan 2040.")

    text = main_text(english_of(bram).get(f"{base}schrijven/"))

    assert "Denk aan 2040." in text
    assert "Imagine that everything" not in text


def test_nothing_can_be_written_when_it_is_closed(english_of, bram, base, traject, theme):
    over(traject)
    client = english_of(bram)

    seen = main_text(client.get(f"{base}schrijven/"))
    sent = client.post(f"{base}schrijven/", typed(theme))

    assert "Nobody can write dream images now: the collection is not open." in seen
    assert sent.status_code == 409
    assert "Elke school een bos" in sent.content.decode()
    assert DreamImage.objects.count() == 0


def test_nothing_can_be_written_before_a_theme_is_chosen(english_of, bram, base):
    text = main_text(english_of(bram).get(f"{base}schrijven/"))

    assert "no theme is chosen yet" in text


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"themes": []}, "Tick at least one theme."),
        ({"themes": ["999999"]}, "The group no longer works on one of these themes. Tick again."),
        ({"themes": ["9" * 30]}, "The group no longer works on one of these themes. Tick again."),
        ({"text": "  \n - "}, "Write what you would like to see. One sentence is enough."),
        ({"text": "a" * 2001}, "This text has 2001 characters. There is room for 2000."),
        ({"name": ""}, "Choose: with your name, or without."),
    ],
)
def test_a_mistake_is_said_and_what_was_typed_stays(
    wrong, said, english_of, bram, base, theme, collection
):
    sent = {**typed(theme), "picture_alt": "Een boom", **wrong}

    response = english_of(bram).post(f"{base}schrijven/", sent)

    assert response.status_code == 422
    assert said in main_text(response)
    assert "Een boom" in response.content.decode()
    assert DreamImage.objects.count() == 0


@pytest.mark.parametrize(
    ("picture", "alt", "said"),
    [
        (photograph(), "", "Write in a few words what the picture shows."),
        (photograph("boom.svg"), "Een boom", "An SVG file can hold more than a picture"),
        (photograph("boom.exe"), "Een boom", "This is not a PNG or JPEG file."),
    ],
)
def test_a_picture_that_is_not_right_is_to_be_chosen_again(
    picture, alt, said, english_of, bram, base, theme, collection
):
    picture.seek(0)
    sent = typed(theme, picture=picture, picture_alt=alt)

    response = english_of(bram).post(f"{base}schrijven/", sent)

    assert response.status_code == 422
    assert said in main_text(response)
    assert "A browser does not keep a chosen picture: choose it again." in main_text(response)


def test_a_picture_is_kept_with_what_it_shows(client_of, bram, base, theme, collection):
    sent = typed(theme, picture=photograph(), picture_alt="Een boom")

    client_of(bram).post(f"{base}schrijven/", sent)

    made = DreamImage.objects.get()
    assert (made.picture_alt, made.text) == ("Een boom", "Elke school een bos\n- met een vijver")
    assert made.picture.name.startswith("dreams/")
    with made.picture.open() as file:
        assert file.read(3) == b"\xff\xd8\xff"


def test_without_a_name_it_goes_into_the_box(english_of, bram, base, theme, collection):
    client = english_of(bram)

    response = client.post(f"{base}schrijven/", typed(theme, name="nameless"))

    assert (response.status_code, response["Location"]) == (303, f"{base}verstuurd/")
    assert DreamImage.objects.count() == 0
    assert [line[0] for line in DreamBox.objects.get().bag] == [
        "Elke school een bos\n- met een vijver"
    ]
    sent = main_text(client.get(response["Location"]))
    assert "We did not keep who sent it, nor when." in sent
    assert "So you cannot change it or take it back any more." in sent


def test_a_full_box_keeps_what_was_typed(english_of, bram, base, traject, theme, collection):
    box_with(traject, *(f"Droom {number}" for number in range(MOST_IN_BOX)), theme=theme)

    response = english_of(bram).post(f"{base}schrijven/", typed(theme, name="nameless"))

    assert response.status_code == 409
    assert "So much waits without a name" in main_text(response)
    assert "Elke school een bos" in response.content.decode()


def test_the_form_starts_with_the_theme_in_the_address(client_of, bram, base, traject, theme):
    collecting(traject)
    other = chosen(traject, "Water")

    def ticked(query: str) -> list[str | None]:
        found = page_of(client_of(bram).get(f"{base}schrijven/{query}"))
        return [one.get("value") for one in select(found, "input[name=themes][checked]")]

    assert ticked("") == []
    assert ticked(f"?thema={other.pk}") == [str(other.pk)]
    assert ticked("?thema=999999") == []
    assert ticked("?thema=x") == []


def test_one_chosen_theme_needs_no_choice(client_of, bram, base, theme, collection):
    found = page_of(client_of(bram).get(f"{base}schrijven/"))

    assert len(select(found, "input[name=themes][checked]")) == 1


@pytest.fixture
def scanned(traject, theme, griet):
    """A finished scan of the theme, with a no to its first statement."""
    questionnaire = published_questionnaire(themes=(1,))
    own = {"organisation": traject.organisation, "questionnaire": questionnaire}
    scan = ScanFactory(**own, started_by=griet)
    answer_all(scan, "njjj", by=griet)
    scan.finished_at, scan.finished_by = scan.started_at, griet
    scan.save()
    traject.scan, traject.scan_linked_at = scan, scan.started_at
    traject.save()
    theme.themes.set([questionnaire.themes.get().theme])
    return scan.statements().order_by("step", "track").first()


def test_a_statement_of_the_scan_is_a_start(english_of, bram, base, scanned, theme, collection):
    client = english_of(bram)
    address = f"{base}schrijven/?stelling={scanned.code}"

    text = main_text(client.get(address))
    client.post(address, typed(theme))

    assert "A statement of the scan to start from" in text
    assert scanned.text in text
    assert DreamImage.objects.get().statement_code == scanned.code


def test_a_statement_that_is_not_offered_counts_for_nothing(
    english_of, bram, base, scanned, theme, collection
):
    client = english_of(bram)
    address = f"{base}schrijven/?stelling=thema-99"

    assert "A statement of the scan" not in main_text(client.get(address))
    client.post(address, typed(theme))
    assert DreamImage.objects.get().statement_code == ""


@pytest.fixture
def own(traject, theme, bram, collection):
    return DreamImageFactory(traject=traject, text="Veel bomen", author=bram, themes=[theme])


@pytest.mark.parametrize(
    ("who", "seen", "sent"),
    [("els", 403, 403), ("bram", 200, 302), ("griet", 403, 403), ("chaima", 404, 404)],
)
def test_only_who_wrote_it_changes_it(who, seen, sent, request, client_of, base, own, theme):
    client = client_of(request.getfixturevalue(who))
    changed = {"text": "Meer bomen", "themes": [theme.pk], "version": "1"}

    assert client.get(f"{base}{own.pk}/wijzigen/").status_code == seen
    assert client.post(f"{base}{own.pk}/wijzigen/", changed).status_code == sent
    own.refresh_from_db()
    assert own.text == ("Meer bomen" if sent == 302 else "Veel bomen")


def test_a_stale_change_shows_both(english_of, bram, base, own, theme):
    DreamImage.objects.update(text="Van een ander scherm", version=2)
    sent = {"text": "Meer bomen", "themes": [theme.pk], "version": "1"}

    response = english_of(bram).post(f"{base}{own.pk}/wijzigen/", sent)

    html = response.content.decode()
    assert response.status_code == 409
    assert ("Van een ander scherm" in html, "Meer bomen" in html) == (True, True)
    found = select(page_of(response), "input[name=version]")
    assert [one.get("value") for one in found] == ["2"]


def test_what_was_merged_meanwhile_stays(english_of, bram, base, own, theme):
    DreamImage.objects.update(
        left_out_because="dubbel", left_out_by=bram, left_out_at=own.written_at
    )
    sent = {"text": "Meer bomen", "themes": [theme.pk], "version": "1"}

    response = english_of(bram).post(f"{base}{own.pk}/wijzigen/", sent)

    assert response.status_code == 409
    assert "merged, split or left out" in main_text(response)


def test_a_wrong_change_keeps_what_was_typed(english_of, bram, base, own):
    response = english_of(bram).post(f"{base}{own.pk}/wijzigen/", {"text": "Meer bomen"})

    assert response.status_code == 422
    assert "Meer bomen" in response.content.decode()


@pytest.mark.parametrize(
    ("who", "status"), [("els", 403), ("bram", 302), ("griet", 403), ("chaima", 404)]
)
def test_only_who_wrote_it_takes_it_back(who, status, request, client_of, base, own):
    client = client_of(request.getfixturevalue(who))

    assert client.post(f"{base}{own.pk}/intrekken/").status_code == status
    assert DreamImage.objects.exists() is (status != 302)


def test_what_something_rests_on_stays(english_of, bram, base, own, traject):
    made = DreamImageFactory(traject=traject)
    made.sources.add(own)

    response = english_of(bram).post(f"{base}{own.pk}/intrekken/", follow=True)

    assert "A goal or another dream image grows from this one" in main_text(response)
    assert DreamImage.objects.filter(pk=own.pk).exists()


def test_a_picture_is_taken_away_or_told_anew(client_of, bram, base, own, theme):
    own.picture.save("x.jpg", photograph(), save=False)
    own.picture_alt = "Een boom"
    own.save()
    client, sent = client_of(bram), {"text": "Bomen", "themes": [theme.pk]}
    address = f"{base}{own.pk}/wijzigen/"

    without_words = client.post(address, {**sent, "version": "1", "picture_alt": ""})
    told = client.post(address, {**sent, "version": "1", "picture_alt": "Een eik"})
    own.refresh_from_db()
    kept = own.picture_alt
    taken = client.post(address, {**sent, "version": "2", "no_picture": "on"})

    assert (without_words.status_code, told.status_code, taken.status_code) == (422, 302, 302)
    own.refresh_from_db()
    assert (kept, own.picture.name, own.picture_alt) == ("Een eik", "", "")
