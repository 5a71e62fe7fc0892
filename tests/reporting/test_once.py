"""`{% once %}`: rendered in the first turn of a loop, anew for every page."""

import pytest
from django.template import Context, Template, TemplateSyntaxError


def render(source, **values):
    return Template("{% load once %}" + source).render(Context(values))


def test_once_repeats_what_the_first_turn_rendered():
    source = "{% for turn in turns %}{{ turn }}:{% once %}{{ turn }}{% endonce %} {% endfor %}"

    assert render(source, turns="abc") == "a:a b:a c:a "


def test_once_keeps_two_places_apart():
    source = "{% for turn in turns %}{% once %}x{% endonce %}{% once %}y{% endonce %}{% endfor %}"

    assert render(source, turns="ab") == "xyxy"


def test_once_renders_anew_for_the_next_page():
    template = Template("{% load once %}{% once %}{{ name }}{% endonce %}")

    pages = [template.render(Context({"name": name})) for name in ("Els", "Bram")]

    assert pages == ["Els", "Bram"]


def test_once_escapes_what_users_type():
    assert render("{% once %}{{ name }}{% endonce %}", name="<b>") == "&lt;b&gt;"


def test_once_with_a_key_renders_anew_for_each_value():
    source = "{% for key in keys %}{% once key %}{{ forloop.counter }}{% endonce %} {% endfor %}"

    assert render(source, keys="abab") == "1 2 1 2 "


def test_once_takes_no_second_key():
    with pytest.raises(TemplateSyntaxError, match="once takes at most one key"):
        render("{% once a b %}{% endonce %}")
