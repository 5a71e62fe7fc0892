"""Two that look alike and are not the same."""

from tests.page import main_text
from tests.trajects.factories import InitiativeFactory
from trajects.models import ToldApart


def test_two_things_are_not_shown_as_one_any_more(page, url, traject, waiting, theme):
    other = InitiativeFactory(traject=traject, title="Zonnedak van de school", themes=[theme])
    beside = f"{url}dubbels/{other.pk}/{waiting.pk}/"
    apart = f"{beside}anders/"

    assert f'action="{apart}"' in page.get(f"{url}dubbels/").content.decode()
    assert f'action="{apart}"' in page.get(beside).content.decode()
    said = page.post(apart, follow=True)

    assert said.redirect_chain[-1][0] == f"{url}dubbels/"
    assert "“Zonnedak van de school” and “Zonnedak” are two things" in main_text(said)
    assert "No two entries look alike" in main_text(said)
    assert apart not in page.get(f"{url}{waiting.pk}/").content.decode()
    assert ToldApart.objects.count() == 1


def test_one_entry_is_not_two_things(page, url, waiting):
    said = page.post(f"{url}dubbels/{waiting.pk}/{waiting.pk}/anders/", follow=True)

    assert "one and the same entry" in main_text(said)
    assert not ToldApart.objects.exists()


def test_what_is_of_another_traject_is_not_there(page, url, waiting):
    foreign = InitiativeFactory()

    assert page.post(f"{url}dubbels/{waiting.pk}/{foreign.pk}/anders/").status_code == 404
