"""The shipped texts of the method: complete, long enough to help, and in the words of the house."""

import re
from collections import Counter

import pytest
import yaml
from django.conf import settings

from trajects.steps import STEPS

METHOD = yaml.safe_load((settings.BASE_DIR / "fixtures" / "method.yaml").read_text())
LANGUAGES = ("nl", "en")
PARTS = ("what", "why", "how", "tips")
FEWEST_WORDS, MOST_WORDS = 60, 120
# Who reads at B1 gets lost in longer sentences; a list after a colon counts as part of one.
LONGEST_SENTENCE = 32

# Not in any text of this product.
FORBIDDEN = {
    "an exclamation mark": r"!",
    "an informal you": r"\b(?:je|jij|jou|jouw|jullie|gij)\b",
    "chumminess": r"\b(?:oeps|sorry|hoera|super|leuk|oops)\b",
    "a vague verb": r"\b(?:inzetten op|streven naar|aandacht hebben voor|strive|stakeholders?)\b",
    "a moving window": r"\b(?:momenteel|onlangs|recent|regelmatig|currently|recently)\b",
    "empty nouns": r"\b(?:draagvlak|beleidsmatig|integraal|synergie|synergy|holistic)\b",
    "judgement": r"\b(?:zwakke?|onvoldoende|achterstand|fout|weak|insufficient|failure)\b",
}
TEXTS = [
    pytest.param(language, METHOD[step.key][language][part], id=f"{step.key}-{language}-{part}")
    for step in STEPS
    for language in LANGUAGES
    for part in PARTS
]


def words(text: str) -> list[str]:
    return re.findall(r"[\w’-]+", text)


def sentences(text: str) -> list[str]:
    return [sentence for sentence in re.split(r"(?<=[.?:])\s+", text) if sentence]


def problems(text: str) -> list[str]:
    return [
        problem for problem, pattern in FORBIDDEN.items() if re.search(pattern, text, re.IGNORECASE)
    ]


def test_every_step_has_every_part_in_both_languages_and_nothing_else():
    parts = {
        (step, language): tuple(METHOD[step][language])
        for step in METHOD
        for language in METHOD[step]
    }

    assert parts == {(step.key, language): PARTS for step in STEPS for language in LANGUAGES}


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_text_is_long_enough_to_help_and_short_enough_to_read(language, text):
    assert FEWEST_WORDS <= len(words(text)) <= MOST_WORDS


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_sentences_can_be_read_in_one_breath(language, text):
    assert [one for one in sentences(text) if len(words(one)) > LONGEST_SENTENCE] == []


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_text_keeps_to_the_words_of_the_house(language, text):
    assert problems(text) == []


def test_no_text_and_no_sentence_is_used_twice():
    used = Counter(
        sentence
        for step in METHOD.values()
        for texts in step.values()
        for text in texts.values()
        for sentence in [text, *sentences(text)]
        if len(words(sentence)) > 3
    )

    assert [sentence for sentence, times in used.items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_tips_are_one_a_line(language):
    tips = [METHOD[step.key][language]["tips"].split("\n") for step in STEPS]

    assert [len(of_step) for of_step in tips if len(of_step) not in {4, 5}] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Goed zo!", ["an exclamation mark"]),
        ("Vraag het aan je collega.", ["an informal you"]),
        ("Oeps, dat is leuk.", ["chumminess"]),
        ("We streven naar beter.", ["a vague verb"]),
        ("Vraag het aan uw collega.", []),
    ],
)
def test_forbidden_words_are_found(text, found):
    assert problems(text) == found
