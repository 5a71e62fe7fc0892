"""The voting page on a phone: what it answers never depends on what was chosen."""

from django.conf import settings
from django.contrib.sessions.models import Session
from django.utils.timezone import now

from tests.factories import ThemeFactory
from tests.page import main_text, page_of
from tests.trajects.factories import CandidateFactory, InitiativeFactory
from tests.trajects.views.phone.phones import URL, bag_of, filled, opened, phone
from trajects.actions.rounds import close_round, open_round
from trajects.models import Roll, Seat, Urn
from trajects.stages import Subject
from trajects.voting import QUESTIONS, Item


def test_page_gives_a_key_for_the_pages_of_this_round_alone(voting, url):
    response = phone("Aya").get(url)

    cookie = response.cookies[f"ballot_key_{voting.pk}"]
    assert len(cookie.value) == 43
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == (url, True, "Lax")
    assert response.headers["Cache-Control"] == (
        "max-age=0, no-cache, no-store, must-revalidate, private"
    )


def test_page_keeps_the_key_that_is_there(voting, url):
    aya = phone("Aya")
    aya.get(url)

    assert set(aya.get(url).cookies) == {"csrf"}


def test_vote_goes_into_the_urn_and_onto_the_roll(voting, url, items, seats):
    aya = phone("Aya")
    aya.get(url)

    response = aya.post(url, filled(items, "3", "1"))

    assert (response.status_code, response.headers["Location"]) == (303, f"{url}klaar/")
    assert bag_of(voting) == [filled(items, "3", "1")]
    assert list(Roll.objects.filter(submitted=True).values_list("seat", flat=True)) == [seats[0].pk]


def test_what_is_left_open_is_no_opinion(voting, url, items):
    aya = phone("Aya")
    aya.get(url)

    aya.post(url, filled(items, "2"))

    assert bag_of(voting) == [filled(items, "2", "0")]


def test_last_vote_counts(voting, url, items):
    aya = phone("Aya")
    aya.get(url)
    aya.post(url, filled(items, "3", "1"))

    aya.post(url, filled(items, "1", "1"))

    assert bag_of(voting) == [filled(items, "1", "1")]


def test_page_shows_nothing_of_an_earlier_vote(url, items):
    aya = phone("Aya")
    aya.get(url)
    aya.post(url, filled(items, "3", "1"))

    page = page_of(aya.get(url))

    assert page.xpath("//input[@checked]") == []


def test_page_after_casting_tells_and_shows_the_turnout(url, items):
    aya = phone("Aya")
    aya.get(url)

    response = aya.post(url, filled(items, "3", "1"), follow=True)

    assert "Your vote is in" in main_text(response)
    assert "1 of 3 have voted" in response.content.decode()


def test_voting_writes_nothing_to_the_session_of_who_is_signed_in(
    voting, url, items, bram, session, client_of, els
):
    close_round(voting_round=voting, by=els, at=now())
    Seat.objects.create(session=session, user=bram, asked_at=now(), admitted_at=now())
    again = open_round(session=session, by=els, at=now(), items=items, minimum=3)
    address = f"/sessie/ABCDEF/stem/{again.pk}/"
    client = client_of(bram)
    before = list(Session.objects.values_list("session_data", "expire_date"))

    client.get(address)
    response = client.post(address, filled(items, "3", "1"), follow=True)

    assert response.status_code == 200
    assert list(Session.objects.values_list("session_data", "expire_date")) == before


def test_page_costs_the_same_queries_for_two_and_six_themes(
    session, seats, items, traject, els, django_assert_num_queries
):
    voting = open_round(session=session, by=els, at=now(), items=items, minimum=3)
    with django_assert_num_queries(7):
        phone("Aya").get(f"/sessie/ABCDEF/stem/{voting.pk}/")
    Urn.objects.all().delete()
    voting.delete()
    more = [CandidateFactory(traject=traject) for _number in range(4)]
    items += [Item(f"k{one.pk}", one.name, one.short_name) for one in more]
    voting = open_round(session=session, by=els, at=now(), items=items, minimum=3)

    with django_assert_num_queries(7):
        phone("Aya").get(f"/sessie/ABCDEF/stem/{voting.pk}/")


def test_small_letters_lead_to_the_address_of_the_key(url):
    response = phone("Aya").get(url.replace("ABCDEF", "abcdef"))

    assert (response.status_code, response.headers["Location"]) == (302, url)


def test_page_of_a_measurement_has_five_levels_in_words(session, seats, els):
    session.subject = Subject.START
    session.save()
    voting = opened(session, els, items=[Item(key, key, key) for key in QUESTIONS])

    response = phone("Aya").get(f"{URL}stem/{voting.pk}/")

    text = main_text(response)
    assert "Where do we stand?" in text
    assert "4a fixed part of our work" in text
    radios = page_of(response).xpath("//input[@type='radio'][@name='maturity']/@value")
    assert radios == ["1", "2", "3", "4", "5", "0"]


def test_page_of_a_vote_has_three_figures_and_no_opinion(url, items):
    page = page_of(phone("Aya").get(url))

    radios = page.xpath(f"//input[@type='radio'][@name='{items[0].key}']/@value")
    assert radios == ["1", "2", "3", "0"]


def test_each_origin_of_a_group_has_its_own_figures(session, seats, els, traject):
    first, second = ThemeFactory(short_name="Lucht"), ThemeFactory(short_name="Bodem")
    InitiativeFactory(traject=traject, themes=[first])
    group = CandidateFactory(traject=traject, name="Buiten", themes=[first, second])
    voting = opened(session, els, items=[Item(f"k{group.pk}", "Buiten", "Buiten")])

    text = main_text(phone("Aya").get(f"{URL}stem/{voting.pk}/"))

    assert "Lucht: 1 initiative" in text
    assert "Bodem: 0 initiatives" in text


def test_what_is_left_open_is_not_sent_and_the_limits_say_so(url, items):
    """A request tells how many themes were left open. Fill one in for everybody, and the limit can
    go."""
    sent = page_of(phone("Aya").get(url)).xpath("//form[@data-ballot]//input[@name]")

    assert {one.get("type") for one in sent} == {"hidden", "radio"}
    assert [one.get("name") for one in sent if one.get("type") == "hidden"] == [
        "csrfmiddlewaretoken"
    ]
    assert not any("checked" in one.attrib for one in sent)
    limits = (settings.BASE_DIR / "docs" / "voting.md").read_text(encoding="utf-8")
    assert "how many themes somebody left open" in " ".join(limits.split())


def test_all_choices_are_answered_with_the_same_bytes(url, items, time_machine):
    time_machine.move_to(now(), tick=False)  # an answer tells the time
    aya = phone("Aya")
    aya.get(url)

    answers = []
    for figures in ("31", "13", "00", ""):
        posted = aya.post(url, filled(items, *figures))
        page = aya.get(posted.headers["Location"])
        answers += [(a.status_code, a.content, sorted(a.headers.items())) for a in (posted, page)]

    assert answers == answers[:2] * 4
