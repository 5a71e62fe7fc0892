"""A plan for the council names nobody, on paper as on screen: not in what is read, not in what lies
under it."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from accounts.models import User
from tests.reporting.pdf.inspection import all_text
from tests.trajects.dossiers import AT, NAMES, filled
from tests.trajects.plan_factories import PlanDocumentFactory
from trajects.documents.plan import plan_html, plan_pdf
from trajects.documents.plan_word import plan_word
from trajects.models import Participant, PlanDocument, Traject


def document_for(traject: Traject, **chosen: object) -> PlanDocument:
    own = {"audience": "council", "with_remarks": True, "with_notes": True} | chosen
    return PlanDocumentFactory(traject=traject, asked_by=traject.created_by, asked_at=AT, **own)


def named_in(text: str) -> list[str]:
    """Everybody who has a hand in the traject, whatever the blanks between the words."""
    said = " ".join(text.split()).casefold()
    everybody = {*NAMES, *User.objects.values_list("name", flat=True)}
    everybody |= {one.called for one in Participant.objects.all()}
    return sorted(name for name in everybody if name.casefold() in said)


def words_of(word: bytes) -> str:
    """Of every part of a Word file: text, headers, properties, comments."""
    with ZipFile(BytesIO(word)) as parts:
        files = [parts.read(name).decode() for name in parts.namelist() if name.endswith("xml")]
    return " ".join(" ".join(re.findall(r">([^<]*)<", text)) + text for text in files)


@pytest.mark.parametrize("audience", ["council", "public"])
def test_document_without_names_names_nobody(traject, audience):
    filled(traject)
    document = document_for(traject, audience=audience)

    page, _assets = plan_html(document)

    assert named_in(page) == []
    assert named_in(all_text(plan_pdf(document))) == []
    assert named_in(words_of(plan_word(document))) == []


def test_names_that_were_chosen_are_found_by_the_same_look(traject):
    """Else the test above could not fail."""
    filled(traject)
    document = document_for(traject, with_names=True)

    page, _assets = plan_html(document)

    assert set(NAMES) <= set(named_in(page))
    assert NAMES[4] in named_in(all_text(plan_pdf(document)))
    assert NAMES[4] in named_in(words_of(plan_word(document)))
