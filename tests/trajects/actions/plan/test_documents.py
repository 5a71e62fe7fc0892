from datetime import UTC, datetime, timedelta

import pytest

from scans.actions.documents import store_document
from scans.errors import ReportUnderWay, TooManyReports
from tests.factories import ReportFactory
from tests.trajects.plan_factories import ActionFactory
from trajects.actions.plan.documents import ask_plan_document
from trajects.entries import PlanPaper
from trajects.errors import PlanEmpty
from trajects.models import Audience, Paper, PlanDocument

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
COUNCIL = PlanPaper(paper=Paper.PDF, audience=Audience.COUNCIL)
WORD = PlanPaper(paper=Paper.WORD, audience=Audience.COUNCIL)


@pytest.fixture
def planned(traject):
    ActionFactory(goal__candidate__traject=traject, goal__traject=traject)
    return traject


def ask(traject, by, *, choice=COUNCIL, slots=1) -> PlanDocument:
    return ask_plan_document(traject=traject, choice=choice, by=by, at=NOW, slots=slots)


def test_document_is_asked_for_as_it_was_chosen(planned, griet):
    choice = PlanPaper(
        paper=Paper.WORD,
        audience=Audience.OWN,
        with_names=True,
        with_remarks=True,
        with_notes=True,
    )

    asked = PlanDocument.objects.get(pk=ask(planned, griet, choice=choice).pk)

    assert (asked.traject, asked.asked_by, asked.asked_at, asked.slot) == (planned, griet, NOW, 1)
    assert (asked.paper, asked.audience) == (Paper.WORD, Audience.OWN)
    assert (asked.with_names, asked.with_remarks, asked.with_notes) == (True, True, True)


def test_plan_without_actions_has_no_document(traject, griet):
    with pytest.raises(PlanEmpty):
        ask(traject, griet)


def test_limits_count_documents_of_scans_as_well(planned, griet, bram):
    ReportFactory(asked_by=griet, asked_at=NOW)

    with pytest.raises(ReportUnderWay):
        ask(planned, griet, slots=2)
    with pytest.raises(TooManyReports):
        ask(planned, bram)


@pytest.mark.parametrize(("choice", "suffix"), [(COUNCIL, ".pdf"), (WORD, ".docx")])
def test_stored_file_is_of_its_kind(planned, griet, choice, suffix):
    asked = ask(planned, griet, choice=choice)

    store_document(document=asked, content=b"...", at=NOW)

    asked.refresh_from_db()
    assert asked.file.name.endswith(suffix)


def test_new_document_replaces_one_of_the_same_choices_only(planned, griet):
    kept = []
    for choice in (COUNCIL, WORD, COUNCIL):
        asked = ask(planned, griet, choice=choice)
        store_document(document=asked, content=b"...", at=NOW + timedelta(seconds=4))
        kept.append(asked)

    assert set(planned.plan_documents.all()) == {kept[1], kept[2]}
