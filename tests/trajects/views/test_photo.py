"""The local photo: the list, one initiative, what waits, doubles, proposals and what to ask."""

import pytest

from accounts.models import Role
from scans.models import Answer, Theme
from tests.factories import (
    DepartmentFactory,
    DepartmentKindFactory,
    MembershipFactory,
    ScanFactory,
    ThemeFactory,
    answer_all,
    published_questionnaire,
)
from tests.page import by_id, main_text, page_of, text_of
from tests.trajects.factories import InitiativeFactory
from tests.trajects.selecting import select
from tests.world import domain_hash
from trajects.models import Initiative
from trajects.suggestions import Prefilled, Suggestion


@pytest.fixture
def url(traject) -> str:
    return f"/trajecten/{traject.pk}/lokale-foto/"


@pytest.fixture
def theme(db) -> Theme:
    return ThemeFactory(number=7, name="Energie en klimaat")


@pytest.fixture
def department(traject):
    return DepartmentFactory(organisation=traject.organisation, name="Milieudienst")


@pytest.fixture
def page(client_of, griet):
    """Of Griet, in English."""
    client = client_of(griet)
    client.cookies["language"] = "en"
    return client


@pytest.fixture
def posted(theme) -> dict[str, object]:
    return {"title": "Repaircafé", "status": "running", "scope": "residents", "themes": [theme.pk]}


@pytest.fixture
def waiting(traject, bram, theme) -> Initiative:
    return InitiativeFactory(
        traject=traject, title="Zonnedak", accepted_at=None, added_by=bram, themes=[theme]
    )


def link_scan(traject, letters="jjj jjn", ticked=()):
    questionnaire = published_questionnaire(themes=(7,))
    scan = ScanFactory(organisation=traject.organisation, questionnaire=questionnaire)
    answer_all(scan, letters, by=scan.started_by)
    Answer.objects.filter(statement__code__in=ticked).update(interesting=True)
    traject.scan, traject.scan_linked_at = scan, traject.created_at
    traject.save()


@pytest.mark.parametrize(
    ("person", "read", "add", "decide"),
    [
        ("els", 200, 200, 403),
        ("bram", 200, 200, 403),
        ("griet", 200, 200, 200),
        ("chaima", 404, 404, 404),
    ],
)
def test_who_sees_who_adds_and_who_decides(
    request, client_of, url, waiting, traject, person, read, add, decide
):
    other = InitiativeFactory(traject=traject)
    client = client_of(request.getfixturevalue(person))

    def status(path):
        return client.get(url + path).status_code

    assert [status(""), status("vragen/")] == [read, read]
    assert [status("nieuw/"), status("voorstellen/")] == [add, add]
    paths = ("dubbels/", f"{waiting.pk}/weglaten/", f"dubbels/{waiting.pk}/{other.pk}/")
    assert [status(path) for path in paths] == [decide] * 3


def test_empty_photo_teaches_and_has_one_button(page, url):
    response = page.get(url)

    assert "Nothing is on the photo yet" in main_text(response)
    assert len(select(page_of(response), "main .btn-primary")) == 1


def test_empty_photo_offers_a_reader_no_button(client_of, url, traject):
    reader = MembershipFactory(organisation=traject.organisation, role=Role.READER).user

    response = client_of(reader).get(url)

    assert select(page_of(response), "main .btn-primary") == []


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", ["Fietspad", "Zonnedak"]),
        ("?thema=thema-7", ["Zonnedak"]),
        ("?dienst={department}", ["Fietspad"]),
        ("?status=planned", ["Fietspad"]),
        ("?zoek=ZONNE", ["Zonnedak"]),
        ("?thema=thema-7&status=planned", []),
        ("?thema=bestaat-niet&dienst=x&status=y&bladzijde=z", ["Fietspad", "Zonnedak"]),
    ],
)
def test_filters(page, url, traject, theme, department, query, shown):
    InitiativeFactory(traject=traject, title="Zonnedak", themes=[theme])
    InitiativeFactory(traject=traject, title="Fietspad", status="planned", departments=[department])
    InitiativeFactory(traject=traject, title="Wacht", accepted_at=None)

    response = page.get(url + query.format(department=department.pk))

    titles = [text_of(row) for row in select(page_of(response), ".photo-list tbody th")]
    assert titles == shown


def test_pages_of_the_list_keep_the_filter(page, url, traject, theme):
    for number in range(51):
        InitiativeFactory(traject=traject, title=f"Zonnedak {number:02}", themes=[theme])

    first = page_of(page.get(f"{url}?thema=thema-7"))
    (following,) = select(first, ".pager a")
    last = page_of(page.get(url + following.get("href")))

    assert following.get("href") == "?thema=thema-7&bladzijde=2"
    assert len(select(last, ".photo-list tbody tr")) == 1
    assert select(last, ".pager a")[0].get("href") == "?thema=thema-7&bladzijde=1"


@pytest.mark.parametrize("number", [1, 3])
def test_price_of_the_list(
    page, url, traject, theme, department, django_assert_num_queries, number
):
    for accepted_at in (traject.created_at, None):
        InitiativeFactory.create_batch(
            number,
            traject=traject,
            themes=[theme],
            departments=[department],
            accepted_at=accepted_at,
        )

    with django_assert_num_queries(17):
        page.get(url)


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


def test_edit_with_a_mistake_and_of_what_was_merged(page, url, waiting, traject, posted):
    address = f"{url}{waiting.pk}/wijzigen/"

    assert page.get(address).status_code == 200
    assert page.post(address, {"title": ""}).status_code == 422
    kept = InitiativeFactory(traject=traject)
    Initiative.objects.filter(pk=waiting.pk).update(merged_into=kept, merged_at=kept.added_at)
    assert page.post(address, posted).status_code == 403


def test_accept_and_refuse(page, url, waiting):
    refused = page.post(f"{url}{waiting.pk}/weglaten/", {"because": "Dubbel."}, follow=True)
    shown = main_text(page.get(f"{url}{waiting.pk}/"))
    accepted = page.post(f"{url}{waiting.pk}/aanvaarden/", follow=True)

    assert "“Zonnedak” is left out." in main_text(refused)
    assert "Dubbel." in shown
    assert "“Zonnedak” is on the photo." in main_text(accepted)
    assert Initiative.objects.get().is_on_photo


def test_refuse_asks_why(page, url, waiting):
    assert page.get(f"{url}{waiting.pk}/weglaten/").status_code == 200
    assert page.post(f"{url}{waiting.pk}/weglaten/", {"because": " "}).status_code == 422
    assert Initiative.objects.get().is_waiting


def test_who_wrote_it_reads_why_it_was_left_out(client_of, page, url, waiting, bram):
    page.post(f"{url}{waiting.pk}/weglaten/", {"because": "Dat bestaat al."})

    assert "Dat bestaat al." in main_text(client_of(bram).get(url))


def test_what_waits_is_no_page_for_a_reader(client_of, url, waiting, traject):
    reader = MembershipFactory(organisation=traject.organisation, role=Role.READER).user

    assert client_of(reader).get(f"{url}{waiting.pk}/").status_code == 403


def test_doubles_are_shown_merged_and_taken_apart(page, url, traject, waiting, theme):
    kept = InitiativeFactory(traject=traject, title="Zonnedak van de school", themes=[theme])

    beside = f"{url}dubbels/{kept.pk}/{waiting.pk}/"
    assert f'href="{beside}"' in page.get(f"{url}dubbels/").content.decode()
    assert f'href="{beside}"' in page.get(f"{url}{waiting.pk}/").content.decode()
    buttons = select(page_of(page.get(beside)), "button[name=keep]")
    assert [button.get("value") for button in buttons] == [str(kept.pk)]
    merged = page.post(beside, {"keep": kept.pk}, follow=True)

    assert "Also reported as Zonnedak" in main_text(merged).replace(
        "These entries were merged into this one. They stand here as they were written. ", ""
    )
    assert "merged into another one" in main_text(page.get(f"{url}{waiting.pk}/"))
    apart = page.post(f"{url}{waiting.pk}/losmaken/", follow=True)
    assert apart.redirect_chain[-1][0] == f"{url}{kept.pk}/"
    assert Initiative.objects.waiting().get() == waiting


def test_merging_and_taking_apart_what_cannot_be_changes_nothing(page, url, traject, waiting):
    kept = InitiativeFactory(traject=traject)
    foreign = InitiativeFactory()
    before = domain_hash()

    assert page.get(f"{url}dubbels/{kept.pk}/{foreign.pk}/").status_code == 404
    assert page.post(f"{url}dubbels/{kept.pk}/{waiting.pk}/").status_code == 422
    wrong = page.post(f"{url}dubbels/{kept.pk}/{waiting.pk}/", {"keep": waiting.pk}, follow=True)
    assert "cannot be merged" in main_text(wrong)
    itself = page.post(f"{url}{kept.pk}/losmaken/", follow=True)
    assert "stands by itself already" in main_text(itself)
    assert domain_hash() == before


def test_a_merger_is_not_left_out_and_what_was_merged_not_accepted(page, url, traject, waiting):
    kept = InitiativeFactory(traject=traject)
    page.post(f"{url}dubbels/{kept.pk}/{waiting.pk}/", {"keep": kept.pk})
    before = domain_hash()

    left_out = page.post(f"{url}{kept.pk}/weglaten/", {"because": "Zomaar."}, follow=True)
    accepted = page.post(f"{url}{waiting.pk}/aanvaarden/", follow=True)

    assert "Take the merger apart first" in main_text(left_out)
    assert "merged meanwhile" in main_text(accepted)
    assert domain_hash() == before


def test_proposals_come_from_yes_and_from_ticks_and_go_once_they_are_on_the_photo(
    page, url, traject, department
):
    kind = DepartmentKindFactory()
    department.kind = kind
    department.save()
    link_scan(traject, "jn-", ticked=("thema-7-1b",))

    listed = page_of(page.get(f"{url}voorstellen/"))
    addresses = [link.get("href") for link in select(listed, ".offer .btn")]
    start = page_of(page.get(addresses[0]))
    ticked = page_of(page.get(addresses[1]))

    assert addresses == [f"{url}nieuw/?stelling=thema-7-1{track}" for track in "ab"]
    checked = {box.get("name") for box in select(start, "input[checked]")}
    assert by_id(start, "id_title").get("value") == "Wij doen thema-7-1a helemaal"
    assert checked == {"status", "themes", "departments"}
    assert select(ticked, "input[name=status][checked]")[0].get("value") == "planned"
    theme = Theme.objects.get(number=7)
    own = {"title": "Dak", "status": "running", "scope": "residents", "themes": [theme.pk]}
    page.post(addresses[0], own)
    left = select(page_of(page.get(f"{url}voorstellen/")), ".offer .btn")
    assert [link.get("href") for link in left] == addresses[1:]
    assert Initiative.objects.get().statement_code == "thema-7-1a"


def test_without_a_scan_nothing_is_proposed(page, url, posted):
    assert "No scan is linked" in main_text(page.get(f"{url}voorstellen/"))
    page.post(f"{url}nieuw/?stelling=thema-7-1a", posted)
    assert Initiative.objects.get().statement_code == ""


def test_what_to_ask_is_for_the_kind_of_department(page, url, traject, department):
    link_scan(traject)
    department.kind = DepartmentKindFactory()
    department.save()
    plain = DepartmentFactory(organisation=traject.organisation, name="Dienst apart")
    InitiativeFactory(traject=traject, departments=[plain])

    listed = main_text(page.get(f"{url}vragen/"))
    usual = main_text(page.get(f"{url}vragen/{department.pk}/"))
    apart = main_text(page.get(f"{url}vragen/{plain.pk}/"))
    foreign = page.get(f"{url}vragen/{DepartmentFactory().pk}/")

    assert "Dienst apart 1 initiative Milieudienst nothing yet" in listed
    assert "Wij doen thema-7-1a helemaal." in usual
    assert "Wij doen" not in apart
    assert "Thema nummer 7" in apart
    assert foreign.status_code == 404


def test_what_to_ask_without_a_scan_comes_from_the_newest_questionnaire(page, url, department):
    published_questionnaire(themes=(7,))
    department.kind = DepartmentKindFactory()
    department.save()

    assert "Wij doen thema-7-1a" in main_text(page.get(f"{url}vragen/{department.pk}/"))


def test_without_departments_there_is_nothing_to_ask(page, url):
    assert "no departments yet" in main_text(page.get(f"{url}vragen/"))
    assert select(page_of(page.get(f"{url}nieuw/")), "input[name=departments]") == []


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


def test_a_long_statement_becomes_title_and_text(traject, theme):
    text = "Wij doen " + "heel " * 40 + "veel."
    started = Prefilled(Suggestion("x", text, is_yes=True), theme, ()).initial

    assert len(started["title"]) <= 160
    assert started["title"].endswith(" …")
    assert started["description"] == text


def test_a_statement_that_is_not_offered_starts_an_empty_form(page, url, traject):
    link_scan(traject, "jn-")

    response = page.get(f"{url}nieuw/?stelling=thema-7-1b")

    assert select(page_of(response), "main input[checked]") == []
