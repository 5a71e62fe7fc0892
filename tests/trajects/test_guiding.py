"""The questions come with the code: every theme and every SDG of the taxonomy has its own."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from django.conf import settings

from trajects.guiding import (
    DIALOGUE_FILE,
    QUESTIONS_FILE,
    dialogue_questions,
    general_dialogue_questions,
    questions_for,
    sdg_dialogue_questions,
)

TAXONOMY = yaml.safe_load(Path(settings.BASE_DIR, "fixtures", "taxonomy.yaml").read_text())
CODES = [theme["code"] for theme in TAXONOMY["themes"]]
NUMBERS = [sdg["number"] for sdg in TAXONOMY["sdgs"]]
DIALOGUE = yaml.safe_load(DIALOGUE_FILE.read_text())
# A moderator reads it aloud: who listens has to keep all of it.
MOST_WORDS, MOST_WORDS_SDG = 25, 18

# Not in any question: it would answer itself, judge, or need explaining first.
FORBIDDEN = {
    "an exclamation mark": r"!",
    "a bracket or a slash": r"[()/]",
    "an informal you": r"\b(?:je|jij|jou|jouw|jullie|gij)\b",
    "a yes or a no": r"^(?:is|zijn|heeft|hebt|kan|kunt|doet|wilt|moet|moeten)\b",
    "a vague verb": r"\b(?:inzetten op|streven|aandacht)\b",
    "a moving window": r"\b(?:momenteel|onlangs|recente?|regelmatig|binnenkort)\b",
    "an empty noun": r"\b(?:draagvlak|stakeholders?|beleidsmatig|synergie|impact|uitdaging\w*)\b",
    "judgement": r"\b(?:zwakk?e?|onvoldoende|achterstand|fouten|fout|falen)\b",
}


def asked_in_the_dialogue():
    yield from general_dialogue_questions()
    for code in CODES:
        yield from dialogue_questions(code)
    for number in NUMBERS:
        yield from sdg_dialogue_questions(number)


def length(question):
    return len(re.findall(r"[\w’-]+", question))


def problems(question):
    return [
        problem
        for problem, pattern in FORBIDDEN.items()
        if re.search(pattern, question, re.IGNORECASE)
    ]


@pytest.mark.parametrize("ask", [questions_for, dialogue_questions])
@pytest.mark.parametrize("code", CODES)
def test_theme_has_four_or_five_questions(ask, code):
    questions = ask(code)

    assert len(questions) in {4, 5}
    assert [question for question in questions if not question.endswith("?")] == []


def test_questions_are_in_the_order_of_the_file():
    first = yaml.safe_load(QUESTIONS_FILE.read_text())["energie"][0]

    assert questions_for("energie")[0] == first
    assert dialogue_questions("energie") == tuple(DIALOGUE["themes"]["energie"])
    assert sdg_dialogue_questions(13) == tuple(DIALOGUE["sdgs"][13])
    assert general_dialogue_questions() == tuple(DIALOGUE["general"])


def test_no_question_is_asked_twice():
    of_the_photo = [question for code in CODES for question in questions_for(code)]
    asked = Counter([*of_the_photo, *asked_in_the_dialogue()])

    assert [question for question, times in asked.items() if times > 1] == []


def test_questions_are_those_of_the_taxonomy_and_no_other():
    assert set(yaml.safe_load(QUESTIONS_FILE.read_text())) == set(CODES)
    assert list(DIALOGUE) == ["general", "themes", "sdgs"]
    assert list(DIALOGUE["themes"]) == CODES
    assert list(DIALOGUE["sdgs"]) == NUMBERS


def test_unknown_theme_has_no_questions():
    assert questions_for("thema-1") == ()
    assert dialogue_questions("thema-1") == ()


def test_unknown_sdg_has_no_questions():
    assert sdg_dialogue_questions(18) == ()


def test_talk_has_six_or_seven_general_questions():
    assert len(general_dialogue_questions()) in {6, 7}


@pytest.mark.parametrize("number", NUMBERS)
def test_sdg_has_two_short_questions(number):
    questions = sdg_dialogue_questions(number)

    assert len(questions) == 2
    assert [question for question in questions if length(question) > MOST_WORDS_SDG] == []


def test_every_question_of_the_dialogue_is_one_question():
    assert [one for one in asked_in_the_dialogue() if not re.fullmatch(r"[^.?]+\?", one)] == []


def test_every_question_of_the_dialogue_can_be_kept_in_mind():
    assert [one for one in asked_in_the_dialogue() if length(one) > MOST_WORDS] == []


def test_every_question_of_the_dialogue_keeps_to_the_words_of_the_house():
    assert [(one, problems(one)) for one in asked_in_the_dialogue() if problems(one)] == []


def test_no_two_questions_of_the_dialogue_begin_alike():
    begins = Counter(" ".join(one.split()[:5]) for one in asked_in_the_dialogue())

    assert [begin for begin, times in begins.items() if times > 1] == []


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Wat kan jij doen?", ["an informal you"]),
        ("Kunt u dat beter doen?", ["a yes or a no"]),
        ("Waar zit de uitdaging (volgens u)?", ["a bracket or a slash", "an empty noun"]),
        ("Waar bent u zwak!", ["an exclamation mark", "judgement"]),
        ("Waar kunt u zelf iets doen?", []),
    ],
)
def test_forbidden_words_are_found(question, found):
    assert problems(question) == found
