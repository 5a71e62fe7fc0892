"""Dutch content on an English page says that it is Dutch."""

import pytest
from django.test import Client

from tests.page import page_of, with_language


@pytest.fixture
def english(world) -> Client:
    client = Client()
    client.force_login(world.els)
    client.cookies["language"] = "en"
    return client


def languages_of(client: Client, path: str, *starts: str) -> dict[str, set[str]]:
    """Per beginning of a text, the languages in which the page says it stands."""
    texts = list(with_language(page_of(client.get(path))))
    return {
        start: {language for text, language in texts if text.startswith(start)} for start in starts
    }


def test_theme_page_marks_its_dutch_content(world, english):
    content = (
        "Thema nummer 1",
        "Dit thema gaat over",
        "bestuur",
        "wie beslist",
        "Wij doen thema-1-1a helemaal.",
        "Het gaat om de hele",
        "Een besluit van",
        "Een nota op",
        "Algemene directie",
    )

    found = languages_of(english, f"/scans/{world.a.running.pk}/themas/thema-1/", *content)

    assert found.pop("Thema nummer 1") == {"nl"}
    assert [start for start, languages in found.items() if languages != {"nl"}] == []


@pytest.mark.parametrize("page", ["", "resultaat/?toon=cijfers", "afronden/"])
def test_page_of_a_scan_marks_names_of_themes(world, english, page):
    path = f"/scans/{world.a.running.pk}/{page}"

    found = languages_of(english, path, "1 Thema nummer", "2 Thema nummer")

    assert found == {"1 Thema nummer": {"nl"}, "2 Thema nummer": {"nl"}}


def test_english_page_says_that_it_is_english(world, english):
    found = languages_of(english, f"/scans/{world.a.running.pk}/", "Started on", "Your next step")

    assert found == {"Started on": {"en"}, "Your next step": {"en"}}
