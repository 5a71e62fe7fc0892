"""A published version never changes, by whatever way through the models (promise 24)."""

import pytest

from scans.models import (
    ProfileFact,
    Questionnaire,
    QuestionnairePublished,
    QuestionnaireTheme,
    Statement,
    Subtheme,
)
from tests.factories import (
    LONG_AGO,
    ProfileFactFactory,
    QuestionnaireThemeFactory,
    StatementFactory,
    SubthemeFactory,
    draft_questionnaire,
)
from tests.world import domain_hash

CHANGES = {
    Questionnaire: {"version": 99},
    ProfileFact: {"question": "Anders?"},
    QuestionnaireTheme: {"intro": "Anders."},
    Subtheme: {"name": "Anders"},
    Statement: {"text": "Anders."},
}
FACTORIES = {
    ProfileFact: ProfileFactFactory,
    QuestionnaireTheme: QuestionnaireThemeFactory,
    Subtheme: SubthemeFactory,
    Statement: StatementFactory,
}


@pytest.fixture
def draft(db) -> Questionnaire:
    questionnaire = draft_questionnaire(themes=(1,))
    ProfileFactFactory(questionnaire=questionnaire)
    return questionnaire


@pytest.fixture
def published(draft) -> Questionnaire:
    draft.published_at = LONG_AGO
    draft.save()
    return draft


def save(model, changes):
    row = model.objects.first()
    for name, value in changes.items():
        setattr(row, name, value)
    row.save()


def save_some_fields(model, changes):
    row = model.objects.first()
    for name, value in changes.items():
        setattr(row, name, value)
    row.save(update_fields=list(changes))


def update(model, changes):
    model.objects.filter(pk=model.objects.first().pk).update(**changes)


def update_all(model, changes):
    model.objects.all().update(**changes)


def bulk_update(model, changes):
    row = model.objects.first()
    for name, value in changes.items():
        setattr(row, name, value)
    model.objects.bulk_update([row], list(changes))


def update_or_create(model, changes):
    model.objects.update_or_create(pk=model.objects.first().pk, defaults=changes)


def delete(model, _changes):
    model.objects.first().delete()


def delete_all(model, _changes):
    model.objects.all().delete()


def upsert(model, changes):
    row = model.objects.first()
    for name, value in changes.items():
        setattr(row, name, value)
    model.objects.bulk_create(
        [row], update_conflicts=True, unique_fields=["id"], update_fields=list(changes)
    )


WAYS = (
    save,
    save_some_fields,
    update,
    update_all,
    bulk_update,
    update_or_create,
    upsert,
    delete,
    delete_all,
)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("model", CHANGES)
def test_published_version_is_not_changed(published, model, way):
    before = domain_hash()

    with pytest.raises(QuestionnairePublished):
        way(model, CHANGES[model])

    assert domain_hash() == before


@pytest.mark.parametrize("model", CHANGES)
@pytest.mark.parametrize("way", [save, save_some_fields, update, bulk_update, update_or_create])
def test_draft_is_changed(draft, model, way):
    way(model, CHANGES[model])

    (name, value) = next(iter(CHANGES[model].items()))
    assert model.objects.filter(**{name: value}).count() == 1


@pytest.mark.parametrize("model", FACTORIES)
@pytest.mark.parametrize("way", ["save", "bulk_create"])
def test_nothing_is_added_to_a_published_version(published, model, way):
    owner = "questionnaire_theme" if model in (Statement, Subtheme) else "questionnaire"
    theme = published.themes.get()
    fields = {owner: theme if owner == "questionnaire_theme" else published}
    row = new_row(model, fields, published)
    before = domain_hash()

    with pytest.raises(QuestionnairePublished):
        row.save() if way == "save" else model.objects.bulk_create([row])

    assert domain_hash() == before


def new_row(model, fields, questionnaire):
    if model is Statement:
        return Statement(**fields, questionnaire=questionnaire, step=1, track="d", light=False)
    return FACTORIES[model].build(**fields)


def test_row_does_not_move_into_or_out_of_a_published_version(published):
    other = draft_questionnaire(themes=(2,))
    inside, outside = published.statements.first(), other.statements.first()
    inside.questionnaire, outside.questionnaire = other, published
    before = domain_hash()

    for row in (inside, outside):
        with pytest.raises(QuestionnairePublished):
            row.save()

    assert domain_hash() == before


def test_publication_is_not_undone(published):
    published.published_at = None

    with pytest.raises(QuestionnairePublished):
        published.save()

    published.refresh_from_db()
    assert published.is_published


def test_draft_is_deleted_with_all_that_belongs_to_it(draft):
    draft.delete()

    assert {model.objects.count() for model in CHANGES} == {0}


def test_drafts_are_deleted_together(draft):
    Questionnaire.objects.filter(pk=draft.pk).delete()

    assert {model.objects.count() for model in CHANGES} == {0}


def test_draft_beside_a_published_version_can_be_deleted(published):
    other = draft_questionnaire(themes=(2,))

    other.delete()

    assert list(Questionnaire.objects.all()) == [published]


def test_newest_published_version_counts_per_variant(published):
    draft_questionnaire(themes=(2,), version=published.version + 1)

    found = Questionnaire.objects.newest_published(variant="government")

    assert found == published
    assert Questionnaire.objects.newest_published(variant="company") is None


def test_update_does_not_move_a_draft_row_into_a_published_version(published):
    other = draft_questionnaire(themes=(2,), version=published.version + 1)
    statements = Statement.objects.filter(questionnaire=other)

    with pytest.raises(QuestionnairePublished):
        statements.update(questionnaire=published)

    assert Statement.objects.filter(questionnaire=published).count() == 15


def test_update_may_name_a_parent_that_is_a_draft(draft):
    changed = Statement.objects.filter(questionnaire=draft).update(questionnaire=draft)

    assert changed == 15
