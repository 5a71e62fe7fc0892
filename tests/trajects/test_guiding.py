"""The questions per theme come with the code; every theme of the taxonomy has its own."""

from collections import Counter
from pathlib import Path

import pytest
import yaml
from django.conf import settings

from trajects.guiding import QUESTIONS_FILE, questions_for

TAXONOMY = yaml.safe_load(Path(settings.BASE_DIR, "fixtures", "taxonomy.yaml").read_text())
CODES = [theme["code"] for theme in TAXONOMY["themes"]]


@pytest.mark.parametrize("code", CODES)
def test_theme_has_four_or_five_questions(code):
    questions = questions_for(code)

    assert len(questions) in {4, 5}
    assert [question for question in questions if not question.endswith("?")] == []


def test_questions_are_in_the_order_of_the_file():
    first = yaml.safe_load(QUESTIONS_FILE.read_text())["energie"][0]

    assert questions_for("energie")[0] == first


def test_no_question_is_asked_twice():
    asked = Counter(question for code in CODES for question in questions_for(code))

    assert [question for question, times in asked.items() if times > 1] == []


def test_questions_are_those_of_the_taxonomy_and_no_other():
    assert set(yaml.safe_load(QUESTIONS_FILE.read_text())) == set(CODES)


def test_unknown_theme_has_no_questions():
    assert questions_for("thema-1") == ()
