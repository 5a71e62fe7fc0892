"""The questionnaires that come with the product, as a whole."""

import re
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest

from scans.questionnaire_files import QuestionnaireFile, read_questionnaire
from tests.scans.questionnaire_files.sample import FIXTURES, TAXONOMY

FOLDERS = sorted((FIXTURES / "questionnaires").iterdir())
# Turns of phrase that the writing rules fix: the cascade, and one definition of MVO.
FIXED = {
    "Dan is het ook ja.",
    "MVO is zorg voor mens, milieu en goed bestuur in alles wat we doen.",
    "De lijst, met een datum.",
}


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: folder.name)
def shipped(request: pytest.FixtureRequest) -> QuestionnaireFile:
    return read_questionnaire(request.param, taxonomy=TAXONOMY)


@pytest.fixture(scope="module")
def newest() -> QuestionnaireFile:
    return read_questionnaire(FOLDERS[-1], taxonomy=TAXONOMY)


def test_light_scan_of_the_newest_asks_one_statement_per_step_of_fifteen_themes(newest):
    light = [s.code for s in newest.statements() if s.light]

    assert light == [
        f"{theme.code}-{step}a" for theme in TAXONOMY.themes for step in range(1, 6)
    ]  # fmt: skip


def test_newest_keeps_the_two_finished_themes_whole(newest):
    first = read_questionnaire(FOLDERS[0], taxonomy=TAXONOMY)
    themes = {theme.code: theme for theme in newest.themes}

    assert [themes[theme.code] for theme in first.themes] == list(first.themes)


def test_every_theme_names_three_tracks_and_its_subthemes(newest):
    assert {theme.code: [track.letter for track in theme.tracks] for theme in newest.themes} == {
        theme.code: ["a", "b", "c"] for theme in TAXONOMY.themes
    }
    assert [theme.code for theme in newest.themes if len(theme.subthemes) < 5] == []


def test_no_light_statement_depends_on_a_fact(shipped):
    assert [s.code for s in shipped.statements() if s.light and s.condition] == []


def test_no_sentence_stands_twice(shipped):
    sentences = chain.from_iterable(
        re.split(r"(?<=[.?!])\s+", text)
        for s in shipped.statements()
        for text in (s.text, s.help, s.evidence, s.example)
    )
    counted = Counter(text for text in sentences if len(text.split()) >= 5)

    assert [text for text, times in counted.items() if times > 1 and text not in FIXED] == []


def test_sentences_of_help_have_at_most_twenty_words(shipped):
    long = [
        (s.code, sentence)
        for s in shipped.statements()
        for sentence in re.split(r"(?<=[.?!:])\s+", s.help)
        if len(sentence.split()) > 20
    ]

    assert long == []


def test_a_word_means_the_same_in_every_theme(shipped):
    meanings: dict[str, set[str]] = {}
    for theme in shipped.themes:
        for word in theme.words:
            meanings.setdefault(word.word, set()).add(word.means)

    assert {word: means for word, means in meanings.items() if len(means) > 1} == {}


def test_folders_are_found():
    assert [Path(folder).name for folder in FOLDERS] == ["overheid-1", "overheid-2"]
