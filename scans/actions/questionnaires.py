from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import Enum
from typing import Any

from django.db import models, transaction

from accounts.models import DepartmentKind
from scans.models import (
    ProfileFact,
    Questionnaire,
    QuestionnaireTheme,
    Statement,
    Subtheme,
    Theme,
)
from scans.questionnaire_files import (
    Fact,
    QuestionnaireFile,
    ThemeFile,
    content_hash,
)
from scans.questionnaire_files import Statement as StatementEntry


class QuestionnaireError(Exception):
    """Base of all refusals to load a questionnaire."""


class VersionAlreadyPublished(QuestionnaireError):
    """This version is published with other content; other content needs a higher version."""


class VersionIsDraft(QuestionnaireError):
    """Somebody is writing this version in the database; loading would overwrite that work."""


class TaxonomyNotLoaded(QuestionnaireError):
    """The questionnaire names themes or departments that the database does not have."""

    def __init__(self, codes: Iterable[str]) -> None:
        self.codes = tuple(sorted(codes))
        super().__init__(", ".join(self.codes))


class LoadResult(Enum):
    CREATED = "created"
    UNCHANGED = "unchanged"


@transaction.atomic
def load_questionnaire(*, source: QuestionnaireFile, at: datetime) -> LoadResult:
    """Store and publish a checked questionnaire, all of it or nothing.

    Raises VersionAlreadyPublished, VersionIsDraft, TaxonomyNotLoaded.
    """
    stored = Questionnaire.objects.filter(variant=source.variant, version=source.version).first()
    if stored is not None:
        return _compare(stored, source)
    questionnaire = Questionnaire.objects.create(
        variant=source.variant,
        version=source.version,
        content_hash=content_hash(source),
        fixed_names=list(source.fixed_names),
    )
    store_contents(questionnaire, source)
    questionnaire.published_at = at
    questionnaire.save()
    return LoadResult.CREATED


def _compare(stored: Questionnaire, source: QuestionnaireFile) -> LoadResult:
    if not stored.is_published:
        raise VersionIsDraft
    if stored.content_hash != content_hash(source):
        raise VersionAlreadyPublished
    return LoadResult.UNCHANGED


def store_contents(questionnaire: Questionnaire, source: QuestionnaireFile) -> None:
    """Fills an empty draft. Raises TaxonomyNotLoaded."""
    themes = _rows_by_code(Theme, {theme.code for theme in source.themes})
    kinds = _rows_by_code(DepartmentKind, {entry.department_kind for entry in source.statements()})
    facts = _create_facts(questionnaire, source.facts)
    for entry in source.themes:
        theme = _create_theme(questionnaire, themes[entry.code], entry)
        subthemes = _create_subthemes(theme, entry)
        Statement.objects.bulk_create(
            _statement(theme, subthemes[line.subtheme], kinds[line.department_kind], facts, line)
            for line in entry.statements
        )


def _rows_by_code(model: type[models.Model], codes: set[str]) -> dict[str, Any]:
    rows: models.QuerySet[Any] = model._default_manager.filter(code__in=codes)
    found = {row.code: row for row in rows}
    if missing := codes - found.keys():
        raise TaxonomyNotLoaded(missing)
    return found


def _create_facts(
    questionnaire: Questionnaire, entries: tuple[Fact, ...]
) -> dict[str, ProfileFact]:
    facts = ProfileFact.objects.bulk_create(
        ProfileFact(
            questionnaire=questionnaire,
            position=position,
            code=entry.code,
            question=entry.question,
            kind=entry.kind,
            options=[{"code": option.code, "label": option.label} for option in entry.options],
            help=entry.help,
            why=entry.why,
            useful_in_themes=list(entry.useful_in_themes),
        )
        for position, entry in enumerate(entries, start=1)
    )
    return {fact.code: fact for fact in facts}


def _create_theme(
    questionnaire: Questionnaire, theme: Theme, entry: ThemeFile
) -> QuestionnaireTheme:
    return QuestionnaireTheme.objects.create(
        questionnaire=questionnaire,
        theme=theme,
        scope=entry.scope,
        intro=entry.intro,
        why=entry.why,
        tracks={track.letter: track.name for track in entry.tracks},
        words=[{"word": word.word, "means": word.means} for word in entry.words],
        weight=entry.weight,
    )


def _create_subthemes(theme: QuestionnaireTheme, entry: ThemeFile) -> dict[str, Subtheme]:
    subthemes = Subtheme.objects.bulk_create(
        Subtheme(
            questionnaire_theme=theme,
            position=position,
            code=line.code,
            name=line.name,
            about=line.about,
        )
        for position, line in enumerate(entry.subthemes, start=1)
    )
    return {subtheme.code: subtheme for subtheme in subthemes}


def _statement(
    theme: QuestionnaireTheme,
    subtheme: Subtheme,
    kind: DepartmentKind,
    facts: Mapping[str, ProfileFact],
    entry: StatementEntry,
) -> Statement:
    return Statement(
        questionnaire=theme.questionnaire,
        questionnaire_theme=theme,
        subtheme=subtheme,
        code=entry.code,
        step=entry.step,
        track=entry.track,
        text=entry.text,
        help=entry.help,
        evidence=entry.evidence,
        example=entry.example,
        department_kind=kind,
        light=entry.light,
        weight=entry.weight,
        **_condition(facts, entry),
    )


def _condition(facts: Mapping[str, ProfileFact], entry: StatementEntry) -> dict[str, Any]:
    if entry.condition is None:
        return {}
    return {
        "condition_fact": facts[entry.condition.fact],
        "condition_values": list(entry.condition.values),
    }
