"""One initiative: added, changed, changed by two at once."""

from accounts.models import Role
from tests.factories import MembershipFactory, SdgFactory, ThemeFactory
from tests.page import by_id, main_text, page_of, text_of, with_language
from tests.trajects.factories import InitiativeFactory
from tests.trajects.selecting import select
from trajects.models import Initiative


def test_add_by_who_coordinates_is_on_the_photo(page, url, posted, department):
    response = page.post(f"{url}nieuw/", {**posted, "departments": [department.pk]}, follow=True)

    assert "“Repaircafé” is on the photo." in text_of(page_of(response))
    made = Initiative.objects.get()
    assert made.is_on_photo
    assert list(made.departments.all()) == [department]


def test_add_by_somebody_else_waits_and_is_shown_to_both(client_of, page, url, bram, posted):
    client_of(bram).post(f"{url}nieuw/", posted)

    own = client_of(bram).get(url)
    theirs = page_of(page.get(url))

    assert Initiative.objects.get().is_waiting
    assert "Repaircafé" in main_text(own)
    assert "Repaircafé" in text_of(by_id(theirs, "waiting"))


def test_add_with_mistakes_keeps_what_was_typed(page, url):
    typed = {"title": "", "description": "Elke maand.", "evidence": "geen adres", "since": "12"}

    response = page.post(f"{url}nieuw/", typed)

    assert response.status_code == 422
    assert set(response.context["form"].errors) == {
        "title",
        "status",
        "scope",
        "themes",
        "evidence",
        "since",
    }
    assert "Elke maand." in text_of(page_of(response))
    assert not Initiative.objects.exists()


def test_evidence_gets_its_beginning_and_other_kinds_of_address_are_refused(page, url, posted):
    page.post(f"{url}nieuw/", {**posted, "evidence": "www.a.example/plan"})
    refused = [
        page.post(f"{url}nieuw/", {**posted, "evidence": evil}).status_code
        for evil in ("javascript://a.example/%0aalert(1)", "ftp://a.example/", "x" * 495 + ".be")
    ]

    assert Initiative.objects.get().evidence == "https://www.a.example/plan"
    assert refused == [422, 422, 422]


def test_edit_stores_and_a_stale_edit_shows_both(client_of, page, url, waiting, bram, posted):
    address = f"{url}{waiting.pk}/wijzigen/"
    author = client_of(bram)
    author.cookies["language"] = "en"

    first = page.post(address, {**posted, "title": "Zonnedak school", "version": "1"})
    stale = author.post(address, {**posted, "title": "Zonnedak turnzaal", "version": "1"})

    assert first.status_code == 302
    assert stale.status_code == 409
    (both,) = select(page_of(stale), "section.photo-conflict")
    assert "Griet Maes changed this meanwhile" in text_of(both)
    assert "Zonnedak turnzaal Zonnedak school" in text_of(both)
    assert Initiative.objects.get().title == "Zonnedak school"
    version = select(page_of(stale), "input[name=version]")[0].get("value")
    again = author.post(
        address, {**posted, "title": "Zonnedak turnzaal", "version": version}, follow=True
    )
    assert again.redirect_chain[-1][0] == f"{url}{waiting.pk}/"
    assert Initiative.objects.get().title == "Zonnedak turnzaal"


def test_a_conflict_shows_every_field_that_differs(page, url, traject, theme, posted):
    """Labels by name, choices by word, and nothing of what is the same."""
    other = ThemeFactory(number=8, name="Mobiliteit")
    one = InitiativeFactory(traject=traject, title="Dak", themes=[theme], description="Kort.")
    Initiative.objects.update(version=2)

    stale = page.post(
        f"{url}{one.pk}/wijzigen/",
        {**posted, "title": "Dak", "status": "planned", "themes": [other.pk], "version": "1"},
    )

    (table,) = select(page_of(stale), ".photo-conflict tbody")
    assert text_of(table) == (
        "What it is – Kort. Status planned running Themes 8 Mobiliteit 7 Energie en klimaat"
    )


def test_edit_with_a_mistake_and_of_what_was_merged(page, url, waiting, traject, posted):
    address = f"{url}{waiting.pk}/wijzigen/"

    assert page.get(address).status_code == 200
    assert page.post(address, {"title": ""}).status_code == 422
    kept = InitiativeFactory(traject=traject)
    Initiative.objects.filter(pk=waiting.pk).update(merged_into=kept, merged_at=kept.added_at)
    assert page.get(address).status_code == 403
    late = page.post(address, posted)
    assert late.status_code == 409
    assert "Repaircafé Zonnedak" in main_text(late)


def test_what_was_typed_too_late_is_given_back(client_of, url, waiting, bram, posted):
    author = client_of(bram)
    author.cookies["language"] = "en"
    address = f"{url}{waiting.pk}/wijzigen/"
    Initiative.objects.update(accepted_at=waiting.added_at)

    late = author.post(address, {**posted, "description": "Een hele middag werk.", "version": "1"})

    assert author.get(address).status_code == 403
    assert late.status_code == 409
    assert "decided about it meanwhile" in main_text(late)
    assert "Een hele middag werk." in main_text(late)
    assert Initiative.objects.get().title == "Zonnedak"


def test_what_waits_is_no_page_for_a_reader(client_of, url, waiting, traject):
    reader = MembershipFactory(organisation=traject.organisation, role=Role.READER).user

    assert client_of(reader).get(f"{url}{waiting.pk}/").status_code == 403


def test_names_of_themes_and_sdgs_are_marked_as_dutch(page, url, theme, department):
    SdgFactory(number=13, name="Klimaatactie")

    texts = dict(with_language(page_of(page.get(f"{url}nieuw/"))))

    assert texts["Energie en klimaat"] == texts["13 Klimaatactie"] == "nl"
    assert texts["Milieudienst"] == "en"


def test_themes_to_choose_from_are_marked_as_dutch(page, url, waiting):
    InitiativeFactory(traject=waiting.traject, themes=waiting.themes.all())

    options = select(page_of(page.get(url)), "select[name=thema] option")

    assert [(one.text, one.get("lang")) for one in options] == [
        ("All themes", None),
        ("7 Energie en klimaat", "nl"),
    ]
