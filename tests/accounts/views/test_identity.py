import pytest

from accounts.models import Organisation
from tests.factories import OrganisationFactory
from tests.page import as_sent, by_id, main_text, page_of, text_of
from tests.world import domain_hash

DETAILS = {
    "name": "Stad Aalbeke",
    "type": "municipality",
    "kbo_number": "BE 0207.451.227",
    "nis_code": "11001",
    "accent": "4A6A1E",
}
HTMX = {"HX-Request": "true"}


@pytest.fixture
def url(world) -> str:
    return f"/besturen/{world.a.organisation.pk}/gegevens/"


@pytest.mark.parametrize(
    ("person", "status"), [("els", 200), ("bram", 403), ("rita", 403), ("chaima", 404)]
)
def test_details_are_for_the_coordinator(browse, url, person, status):
    client, before = browse(person), domain_hash()

    statuses = [client.get(url).status_code, client.get(f"{url}kleur/").status_code]
    posted = client.post(url, DETAILS).status_code

    assert statuses == [status, status]
    assert posted == (302 if person == "els" else status)
    assert (domain_hash() == before) is (person != "els")


def test_details_are_saved_in_one_notation(world, browse, url):
    response = browse("els").post(url, DETAILS, follow=True)

    stored = Organisation.objects.get(pk=world.a.organisation.pk)
    assert {field: getattr(stored, field) for field in DETAILS} == {
        **DETAILS,
        "kbo_number": "0207451227",
        "accent": "#4a6a1e",
    }
    assert response.redirect_chain == [(f"/besturen/{stored.pk}/", 302)]
    assert "The details are saved." in main_text(response)


def test_form_starts_with_what_is_stored(world, browse, url):
    Organisation.objects.filter(pk=world.a.organisation.pk).update(kbo_number="0207451227")

    page = page_of(browse("els").get(url))

    assert by_id(page, "id_name").get("value") == "Gemeente Aalbeke"
    assert by_id(page, "id_kbo_number").get("value") == "0207.451.227"


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"name": ""}, "name", "This field is required."),
        ({"name": "Stad\nAalbeke"}, "name", "Write this on one line."),
        ({"type": "kingdom"}, "type", "Select a valid choice."),
        ({"kbo_number": "0207.451.228"}, "kbo_number", "This is not a valid KBO number"),
        ({"kbo_number": "taken"}, "kbo_number", "Organisation with this KBO number already exists"),
        ({"nis_code": "1100"}, "nis_code", "A NIS code has five digits."),
        ({"nis_code": "taken"}, "nis_code", "Another organisation has this NIS code."),
        ({"type": "province"}, "nis_code", "Only a municipality has a NIS code."),
        ({"accent": "groen"}, "accent", "Write the colour as # and six digits"),
        ({"accent": "#4a6a1"}, "accent", "Write the colour as # and six digits"),
        ({"accent": "x" * 51}, "accent", "at most 50 characters"),
        ({"accent": "#808080"}, "accent", "Take #757575, which is close and clear."),
    ],
)
def test_wrong_details_are_refused_at_their_field(world, browse, url, changes, field, message):
    taken = OrganisationFactory(nis_code="44021")
    stored = {"kbo_number": taken.kbo_number, "nis_code": taken.nis_code}
    changes = {name: stored[name] if text == "taken" else text for name, text in changes.items()}
    before = domain_hash()

    response = browse("els").post(url, {**DETAILS, **changes})

    page = page_of(response)
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert len(response.context["form"].errors[field]) == 1
    assert message in text_of(by_id(page, f"id_{field}_error"))
    assert domain_hash() == before


def test_refused_details_keep_what_was_typed_and_the_header_what_is_stored(browse, url):
    response = browse("els").post(url, {**DETAILS, "kbo_number": "12"})

    page = page_of(response)
    assert by_id(page, "id_name").get("value") == "Stad Aalbeke"
    assert by_id(page, "id_kbo_number").get("value") == "12"
    assert "Gemeente Aalbeke" in text_of(next(page.iter("header")))
    assert "Stad Aalbeke" not in text_of(next(page.iter("header")))


@pytest.mark.parametrize(
    ("accent", "words"),
    [
        ("#0d5863", "White text on #0d5863 has a contrast of 8.1 to 1. That reads well."),
        ("FFDF9A", "Dark text on #ffdf9a has a contrast of 11.8 to 1. That reads well."),
        ("#808080", "reaches a contrast of 3.9 to 1"),
        ("#808080", "The nearest colour that works is #757575. Save with #757575"),
        ("#777777", "reaches a contrast of 4.4 to 1"),
        ("groen", "Here you see the colour, as soon as it is # and six digits."),
        ("", "Here you see the colour, as soon as it is # and six digits."),
    ],
)
def test_colour_is_checked_while_it_is_typed(browse, url, accent, words):
    response = browse("els").get(f"{url}kleur/", {"accent": accent}, headers=HTMX)

    assert response.status_code == 200
    assert words in text_of(page_of(response))
    assert "<html" not in response.content.decode()


def test_figure_has_a_comma_in_dutch(world, browse, url):
    client = browse("els")
    client.cookies["language"] = "nl"

    response = client.get(f"{url}kleur/", {"accent": "#0d5863"}, headers=HTMX)

    assert "8,1" in text_of(page_of(response))


def test_sample_is_painted_without_style(browse, url):
    html = browse("els").get(f"{url}kleur/", {"accent": "#808080"}).content.decode()

    assert 'fill="#808080"' in html
    assert 'fill="#757575"' in html
    assert "style" not in html


@pytest.mark.parametrize("accent", ["#0d5863", "#808080", "groen"])
def test_part_is_the_same_as_on_the_page(browse, url, accent):
    """What htmx swaps in is what the page shows after a post of the same colour."""
    client = browse("els")

    part = page_of(client.get(f"{url}kleur/", {"accent": accent}, headers=HTMX))
    page = page_of(client.post(url, {**DETAILS, "name": "", "accent": accent}))

    shown = by_id(page, "accent-check")
    assert shown.get("role") == "status"
    assert text_of(part) == text_of(shown)
    assert [e.attrib for e in part.iter("rect")] == [e.attrib for e in shown.iter("rect")]


def test_proposed_colour_is_saved_with_one_press(world, browse, url):
    """Its button stands behind the field and carries the same name: the last value counts."""
    page = browse("els").get(f"{url}kleur/", {"accent": "#808080"})
    (button,) = page_of(page).iter("button")

    browse("els").post(url, {**DETAILS, button.get("name"): ["#808080", button.get("value")]})

    assert Organisation.objects.get(pk=world.a.organisation.pk).accent == "#757575"


def test_enter_in_a_field_chooses_no_other_colour(browse, url):
    """A browser presses the first button of the form."""
    page = page_of(browse("els").post(url, {**DETAILS, "accent": "#808080"}))

    buttons = [b for b in by_id(page, "content").iter("button") if b.get("type") == "submit"]

    assert [button.get("name") for button in buttons] == [None, "accent", None]


def test_field_asks_for_the_check(world, browse, url):
    page = page_of(browse("els").get(url))

    (asking,) = [element for element in page.iter("div") if element.get("hx-get")]
    assert asking.get("hx-get") == f"{url}kleur/"
    assert asking.get("hx-trigger") == "input changed delay:300ms from:#id_accent"
    assert by_id(page, asking.get("hx-target")[1:]) is not None


def test_details_cost(browse, url, django_assert_num_queries):
    client = browse("els")
    client.get(url)

    with django_assert_num_queries(3):
        client.get(url)


def test_older_page_undoes_nothing_of_a_colleague(world, browse, url):
    sent = as_sent(by_id(page_of(browse("els").get(url)), "content"))
    Organisation.objects.filter(pk=world.a.organisation.pk).update(name="Stad Aalbeke")

    response = browse("els").post(url, {**sent, "accent": "#4a6a1e"})

    stored = Organisation.objects.get(pk=world.a.organisation.pk)
    assert response.status_code == 302
    assert (stored.name, stored.accent) == ("Stad Aalbeke", "#4a6a1e")


def test_what_only_turns_out_while_saving_is_told(world, browse, url):
    """A colleague made it a province while this page gave it the code of a municipality."""
    sent = as_sent(by_id(page_of(browse("els").get(url)), "content"))
    Organisation.objects.filter(pk=world.a.organisation.pk).update(type="province")
    before = domain_hash()

    response = browse("els").post(url, {**sent, "nis_code": "11001"})

    assert response.status_code == 422
    assert "Only a municipality has a NIS code." in main_text(response)
    assert by_id(page_of(response), "id_nis_code").get("value") == "11001"
    assert domain_hash() == before


def test_what_was_shown_is_sent_along_without_the_words_of_its_field(browse, url):
    page = page_of(browse("els").post(url, {**DETAILS, "initial-name": "Oud", "name": ""}))

    (shown,) = [e for e in page.iter("input") if e.get("name") == "initial-name"]
    assert (shown.get("type"), shown.get("value")) == ("hidden", "Oud")
    assert not [name for name in shown.attrib if name.startswith("aria-")]
