"""The collector of texts, and its judgement of a catalogue, on small examples."""

from __future__ import annotations

import pytest

from tests import catalogue

PYTHON = """
from django.utils import translation
from django.utils.translation import gettext_lazy as _, ngettext, pgettext_lazy
_("One " "text")
ngettext("%(n)s answer", "%(n)s answers", n)
pgettext_lazy("verb", "Open")
translation.gettext("Later")
for _unused, gettext in pairs: gettext("not imported"); _unused("no")
"""

TEMPLATE = """
{% load i18n %}{% translate 'Say "hi" 100%' %}{% translate "Open" context "verb" %}
{% blocktranslate trimmed count n=rows|length with name=user.name %}
  {{ name }} has
  {{ n }} row
{% plural %}
  {{ name }} has {{ n }} rows
{% endblocktranslate %}
{% include "a.html" with title=_("A title") %}{{ _("In place") }}
{% comment %}{% translate "Not this" %}{% endcomment %} gettext('nor this')
"""


def found(texts):
    return [(text.context, text.singular, text.plural) for text in texts]


def test_texts_in_python():
    assert found(catalogue.texts_in_python(PYTHON, "a.py")) == [
        (None, "One text", None),
        (None, "%(n)s answer", "%(n)s answers"),
        ("verb", "Open", None),
        (None, "Later", None),
    ]


@pytest.mark.parametrize("argument", ['f"{n} answers"', '"a" + b', "word"])
def test_texts_in_python_refuses_what_nobody_can_translate(argument):
    source = f"from django.utils.translation import gettext as _\n_({argument})"

    with pytest.raises(ValueError, match=r"^a\.py:2 "):
        list(catalogue.texts_in_python(source, "a.py"))


def test_texts_in_template():
    assert found(catalogue.texts_in_template(TEMPLATE, "a.html")) == [
        (None, 'Say "hi" 100%%', None),
        ("verb", "Open", None),
        (None, "%(name)s has %(n)s row", "%(name)s has %(n)s rows"),
        (None, "A title", None),
        (None, "In place", None),
    ]


HEADER = 'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
TEXTS = [
    catalogue.Text("Open", None, "verb", "a.py:1"),
    catalogue.Text("%(n)s answer", "%(n)s answers", None, "a.py:2"),
]
COMPLETE = """
msgctxt "verb"
msgid "Open"
msgstr "Open"

msgid "%(n)s answer"
msgid_plural "%(n)s answers"
msgstr[0] "%(n)s antwoord"
msgstr[1] "%(n)s antwoorden"
"""


@pytest.mark.parametrize(
    ("old", "new", "missing", "unused", "broken"),
    [
        ("", "", [], [], []),
        ('msgstr "Open"', 'msgstr ""', ["Open"], [], []),
        ('msgctxt "verb"', '#, fuzzy\nmsgctxt "verb"', ["Open"], [], []),
        ('msgctxt "verb"', 'msgctxt "noun"', ["Open"], ["Open"], []),
        ('"%(n)s antwoorden"', '""', ["%(n)s answer"], [], ["%(n)s answer"]),
        ('"%(n)s antwoorden"', '"%(m)s antwoorden"', [], [], ["%(n)s answer"]),
        ('"%(n)s antwoord"', '"een antwoord"', [], [], ["%(n)s answer"]),
        ("\nmsgctxt", '\nmsgid "Old"\nmsgstr "Oud"\n\nmsgctxt', [], ["Old"], []),
        ("\nmsgctxt", '\n#~ msgid "Old"\n#~ msgstr "Oud"\n\nmsgctxt', [], ["Old"], []),
    ],
)
def test_catalogue_problems(old, new, missing, unused, broken):
    dutch = catalogue.read_catalogue((HEADER + COMPLETE.replace(old, new, 1)).encode())

    assert [text.singular for text in catalogue.missing(TEXTS, dutch).values()] == missing
    assert catalogue.unused(TEXTS, dutch) == unused
    assert catalogue.broken_placeholders(dutch) == broken


def test_catalogue_prints_what_is_missing(capsys, monkeypatch, tmp_path):
    monkeypatch.setattr(catalogue, "DUTCH", tmp_path / "django.po")

    catalogue.main()

    printed = capsys.readouterr().out
    empty = catalogue.read_catalogue(HEADER.encode())
    pasted = catalogue.read_catalogue((HEADER + printed).encode())
    wanted = catalogue.missing(catalogue.texts_of_the_house(), empty)
    assert set(catalogue.missing(wanted.values(), pasted)) == set(wanted)
    assert catalogue.unused(wanted.values(), pasted) == []
