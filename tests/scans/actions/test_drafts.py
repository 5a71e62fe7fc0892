from datetime import UTC, datetime

import pytest

from scans.actions.drafts import (
    AlreadyPublished,
    DraftExists,
    DraftNotReady,
    copy_to_draft,
    publish_draft,
)
from scans.actions.questionnaires import load_questionnaire
from scans.actions.taxonomy import load_taxonomy
from scans.models import Questionnaire, QuestionnairePublished, Statement
from scans.queries import Fault, faults, questionnaire_content
from scans.questionnaire_files import content_hash, read_questionnaire
from tests.scans.questionnaire_files.sample import FIXTURES, TAXONOMY

AT = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
SHIPPED = FIXTURES / "questionnaires" / "overheid-2"


@pytest.fixture
def published(db) -> Questionnaire:
    load_taxonomy(source=TAXONOMY)
    load_questionnaire(source=read_questionnaire(SHIPPED, taxonomy=TAXONOMY), at=AT)
    return Questionnaire.objects.get()


@pytest.fixture
def draft(published) -> Questionnaire:
    return copy_to_draft(source=published)


def test_stored_questionnaire_has_the_content_of_its_files(published):
    source = read_questionnaire(SHIPPED, taxonomy=TAXONOMY)

    assert questionnaire_content(published) == source
    assert content_hash(questionnaire_content(published)) == published.content_hash


def test_copy_is_the_next_version_with_the_same_content(published):
    draft = copy_to_draft(source=published)

    assert (draft.variant, draft.version, draft.published_at) == ("government", 3, None)
    assert questionnaire_content(draft).themes == questionnaire_content(published).themes
    assert questionnaire_content(draft).facts == questionnaire_content(published).facts
    assert draft.fixed_names == published.fixed_names


def test_copy_beside_another_draft_is_refused(published, draft):
    with pytest.raises(DraftExists):
        copy_to_draft(source=published)

    assert Questionnaire.objects.count() == 2


def test_draft_without_faults_has_none(draft):
    assert faults(draft) == []


def test_fault_in_the_wording_is_advice(draft):
    Statement.objects.filter(questionnaire=draft, code="werking-1a").update(
        text="We besparen energie en water, maar niet altijd."
    )

    assert faults(draft) == [
        Fault("double_claims", "werking-1a"),
        Fault("negations", "werking-1a"),
    ]
    assert [fault.is_advice for fault in faults(draft)] == [True, True]


def test_fault_in_the_structure_blocks(draft):
    Statement.objects.filter(questionnaire=draft, code="integriteit-3a").delete()

    (fault,) = faults(draft)

    assert fault == Fault("missing_steps", "integriteit")
    assert fault.is_advice is False


def test_faults_cost_the_same_queries_for_any_number_of_statements(
    draft, django_assert_num_queries
):
    with django_assert_num_queries(13):
        faults(draft)


def test_publish_freezes_the_draft(draft):
    publish_draft(draft=draft, at=AT)

    draft.refresh_from_db()
    assert draft.published_at == AT
    assert draft.content_hash == content_hash(questionnaire_content(draft))
    assert Questionnaire.objects.newest_published(variant="government") == draft
    with pytest.raises(QuestionnairePublished):
        draft.statements.first().save()


def test_publish_with_advice_only_is_allowed(draft):
    Statement.objects.filter(questionnaire=draft, code="werking-1a").update(text="Dit en dat.")

    publish_draft(draft=draft, at=AT)

    assert Questionnaire.objects.get(pk=draft.pk).is_published is True


def test_publish_with_a_broken_structure_is_refused(draft):
    Statement.objects.filter(questionnaire=draft, code="integriteit-3a").delete()

    with pytest.raises(DraftNotReady) as refusal:
        publish_draft(draft=draft, at=AT)

    assert refusal.value.faults == [Fault("missing_steps", "integriteit")]
    assert Questionnaire.objects.get(pk=draft.pk).is_published is False


def test_publish_twice_is_refused(published):
    with pytest.raises(AlreadyPublished):
        publish_draft(draft=published, at=AT)
