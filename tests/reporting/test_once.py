"""`{% once %}`: rendered in the first turn of a loop, anew for every page."""

from django.template import Context, Template


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
