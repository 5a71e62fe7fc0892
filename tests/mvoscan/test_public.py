"""The pages for who wants to know what this is: for everybody, true to settings and data."""

import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings as django_settings
from django.core.management import call_command
from django.test import Client
from django.utils.timezone import now
from PIL import Image

from scans.models import IsoSubject, Sdg, Theme
from tests.factories import IsoSubjectFactory, SdgFactory, published_questionnaire
from tests.page import by_id, links, main_text, page_of, text_of, with_language
from tests.trajects.factories import (
    LiveSessionFactory,
    RollFactory,
    UrnFactory,
    VotingRoundFactory,
)

PAGES = {
    "/over-mvoscan/": "See where your organisation stands. Choose together where it goes.",
    "/mvo-traject/": "How an MVO traject runs",
    "/mvo-en-sdgs/": "MVO and the SDGs in short",
    "/privacy/": "Privacy",
    "/toegankelijkheid/": "Accessibility statement",
    "/contact/": "Contact",
}
FOOT = ["/over-mvoscan/", "/toegankelijkheid/", "/privacy/", "/contact/"]
MOST_BYTES = 120_000
every_page = pytest.mark.parametrize("path", PAGES)


@pytest.fixture
def rita(world) -> Client:
    client = Client()
    client.cookies["language"] = "en"
    client.force_login(world.rita)
    return client


@pytest.fixture
def taxonomy(db) -> None:
    call_command("load_taxonomy", verbosity=0)


def title(response) -> str:
    (head,) = page_of(response).iter("h1")
    return text_of(head)


def hrefs(response) -> list[str]:
    return links(page_of(response))


# For everybody


@every_page
def test_page_is_there_for_visitor_and_member(visitor, rita, path):
    assert [title(client.get(path)) for client in (visitor, rita)] == [PAGES[path]] * 2


@every_page
def test_page_speaks_the_chosen_language(visitor, path):
    visitor.cookies["language"] = "nl"

    response = visitor.get(path)

    assert page_of(response).get("lang") == "nl"
    assert response.headers["Content-Language"] == "nl"


@every_page
def test_page_of_a_member_is_never_stored(rita, visitor, path):
    assert rita.get(path).headers["Cache-Control"] == "no-store"
    assert visitor.get(path).headers["Vary"] == "Cookie"


@every_page
def test_headings_start_at_one_and_skip_no_level(visitor, taxonomy, path):
    elements = page_of(visitor.get(path)).iter()
    levels = [int(e.tag[1]) for e in elements if re.fullmatch("h[1-6]", str(e.tag))]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


@every_page
def test_page_asks_nothing_of_another_host(visitor, path):
    elements = list(page_of(visitor.get(path)).iter())
    fetched = [e.get("src") for e in elements if e.get("src")]
    fetched += [e.get("href") for e in elements if e.tag in ("link", "use")]
    fetched += [e.get("action") for e in elements if e.tag == "form"]

    assert {urlsplit(address)[:2] for address in fetched} == {("", "")}


@every_page
def test_own_links_of_the_page_lead_somewhere(visitor, path):
    own = {href for href in hrefs(visitor.get(path)) if href.startswith("/")}

    assert {visitor.get(href).status_code for href in own} == {200}


# The front door


def test_front_door_tells_a_visitor_what_this_is(visitor):
    front, about = visitor.get("/"), visitor.get("/over-mvoscan/")

    assert title(front) == PAGES["/over-mvoscan/"]
    assert main_text(front) == main_text(about)


def test_front_door_of_a_member_is_home(rita):
    assert title(rita.get("/")) != PAGES["/over-mvoscan/"]


def test_header_of_a_visitor_leads_to_the_public_pages_and_the_door(visitor):
    (header,) = page_of(visitor.get("/mvo-traject/")).iter("header")
    menu = ["/over-mvoscan/", "/mvo-traject/", "/mvo-en-sdgs/"]

    assert links(header) == ["/", *menu, "/aanmelden/", *menu]
    here = [a.get("href") for a in header.iter("a") if a.get("aria-current") == "page"]
    assert here == ["/mvo-traject/"] * 2


def test_header_of_a_member_does_not_ask_to_sign_in(rita):
    (header,) = page_of(rita.get("/over-mvoscan/")).iter("header")

    assert "/aanmelden/" not in links(header)


@pytest.mark.parametrize("path", ["/", "/aanmelden/", "/wachtwoord/vergeten/", "/nergens/"])
def test_public_pages_are_linked_at_the_foot_for_a_visitor(visitor, path):
    assert [href for href in hrefs(visitor.get(path)) if href in FOOT][-4:] == FOOT


def test_public_pages_are_linked_at_the_foot_for_a_member(rita):
    assert [href for href in hrefs(rita.get("/")) if href in FOOT] == FOOT


def test_next_step_is_one_for_visitor_and_member(visitor, rita):
    blocks = [
        [
            (a.get("href"), text_of(a))
            for a in page_of(client.get("/over-mvoscan/")).iter("a")
            if "btn-hero" in a.get("class", "")
        ]
        for client in (visitor, rita)
    ]

    assert blocks == [[("/contact/", "Get in touch")], [("/", "To the start page")]]


# Pictures


def test_pictures_exist_with_words_and_their_own_size(visitor):
    images = list(page_of(visitor.get("/over-mvoscan/")).iter("img"))

    assert len(images) == 3
    for image in images:
        file = Path(django_settings.BASE_DIR, "static", image.get("src").removeprefix("/static/"))
        with Image.open(file) as picture:
            stated = int(image.get("width")), int(image.get("height"))
            assert picture.size == stated, file
        assert file.stat().st_size < MOST_BYTES
        assert len(image.get("alt", "")) > 40


def test_every_picture_is_shown():
    folder = Path(django_settings.BASE_DIR, "static", "pictures")
    template = Path(django_settings.BASE_DIR, "templates/public/_pictures.html").read_text()

    shown = set(re.findall(r"pictures/([\w.]+)", template))

    assert {file.name for file in folder.iterdir()} == shown


# The road


def test_road_has_eight_steps_and_says_which_work(visitor):
    tree = page_of(visitor.get("/mvo-traject/"))
    steps = [by_id(tree, f"step-{number}") for number in range(1, 9)]

    chips = [text_of(next(step.iter("span"))) for step in steps]

    assert chips == ["Works today"] * 7 + ["Being built"]
    assert [len(list(step.iter("dd"))) for step in steps] == [3] * 8


def test_drawing_of_the_road_is_decoration(visitor):
    drawings = list(page_of(visitor.get("/mvo-traject/")).iter("svg"))

    assert "road" in {svg.get("class") for svg in drawings}
    assert {svg.get("aria-hidden") for svg in drawings} == {"true"}


# MVO and SDGs


def test_mvo_page_shows_the_whole_taxonomy_in_dutch(visitor, taxonomy):
    response = visitor.get("/mvo-en-sdgs/")
    names = {*Sdg.objects.values_list("name", flat=True)}
    names |= {*Theme.objects.values_list("name", flat=True)}
    names |= {n[0].upper() + n[1:] for n in IsoSubject.objects.values_list("name", flat=True)}

    found = [pair for pair in with_language(page_of(response)) if pair[0] in names]

    assert len(names) == 39
    assert {text for text, _language in found} == names
    assert {language for _text, language in found} == {"nl"}


def test_theme_stands_with_its_sdgs_and_subjects(visitor, taxonomy):
    rows = [text_of(row) for row in page_of(visitor.get("/mvo-en-sdgs/")).iter("tr")]

    assert rows[2] == "2 Integriteit en transparantie 16 6.2, 6.6"
    assert len(rows) == 16


def test_mvo_page_without_a_taxonomy_says_so(visitor):
    response = visitor.get("/mvo-en-sdgs/")

    assert main_text(response).count("This list is not filled in yet on this website.") == 3
    assert list(page_of(response).iter("table")) == []


@pytest.mark.parametrize("themes", [(1,), (1, 2, 3)])
def test_mvo_page_costs_the_same_for_one_and_for_three_themes(
    visitor, themes, django_assert_num_queries
):
    subject, sdg = IsoSubjectFactory(), SdgFactory()
    for own in published_questionnaire(themes=themes).themes.all():
        own.theme.iso_subjects.add(subject)
        own.theme.sdgs.add(sdg)

    with django_assert_num_queries(6):
        visitor.get("/mvo-en-sdgs/")


@pytest.mark.parametrize("path", sorted(PAGES.keys() - {"/mvo-en-sdgs/"}))
def test_other_pages_ask_the_database_nothing(visitor, path, django_assert_num_queries):
    with django_assert_num_queries(0):
        visitor.get(path)


# Privacy


def test_privacy_names_every_cookie_that_is_set(client, world):
    client.get("/aanmelden/")
    world.els.set_password("een-lang-wachtwoord")
    world.els.save()
    form = {"login": world.els.email, "password": "een-lang-wachtwoord"}
    client.post("/aanmelden/", form)
    client.post("/voorkeuren/", {"language": "en", "theme": "dark"})
    session = LiveSessionFactory(code="ABCDEF", opened_at=now())
    client.post("/sessie/ABCDEF/meedoen/", {"name": "Els"})
    session.seats.update(admitted_at=now())
    voting = VotingRoundFactory(session=session, opened_at=now())
    RollFactory(round=voting, seat=session.seats.get())
    UrnFactory(round=voting)
    client.get(f"/sessie/ABCDEF/stem/{voting.pk}/")

    cells = {text_of(code) for code in page_of(client.get("/privacy/")).iter("code")}

    names = {name.replace(f"_{voting.pk}", "_…") for name in client.cookies}
    assert cells == names


def test_privacy_names_who_is_responsible(visitor, filled_in):
    before = main_text(visitor.get("/privacy/"))

    filled_in(CONTACT_NAME="Vereniging Noord", PRIVACY_EMAIL="dpo@noord.example")

    after = visitor.get("/privacy/")
    assert "has not filled in a name" in before
    assert "Vereniging Noord runs this website" in main_text(after)
    assert "mailto:dpo@noord.example" in hrefs(after)


# Contact


def test_contact_that_is_not_filled_in_leads_to_the_coordinator(visitor):
    response = visitor.get("/contact/")

    assert "No address and no telephone number stand here yet." in main_text(response)
    assert [href for href in hrefs(response) if href.startswith("mailto:")] == []


def test_contact_shows_what_is_filled_in(visitor, filled_in):
    filled_in(
        CONTACT_NAME="Vereniging Noord",
        CONTACT_EMAIL="mvo@noord.example",
        CONTACT_PHONE="+32 50 00 00 00",
        SECURITY_EMAIL="veilig@noord.example",
    )

    response = visitor.get("/contact/")

    words = main_text(response)
    assert [word in words for word in ("Vereniging Noord", "+32 50 00 00 00")] == [True, True]
    assert [href for href in hrefs(response) if href.startswith("mailto:")] == [
        "mailto:mvo@noord.example",
        "mailto:veilig@noord.example",
    ]


def test_name_of_the_owner_is_text(visitor, filled_in):
    filled_in(CONTACT_NAME="<xss>", ACCESSIBILITY_LIMITATIONS="<xss>")

    pages = [visitor.get(path).content.decode() for path in PAGES]

    assert [page for page in pages if "<xss" in page] == []
