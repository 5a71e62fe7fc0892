"""A stored questionnaire as content, and what the rules find in it."""

from dataclasses import dataclass

from accounts.models import DepartmentKind
from scans.models import (
    ProfileFact,
    Questionnaire,
    QuestionnaireTheme,
    Statement,
    Subtheme,
    Theme,
)
from scans.questionnaire_files import RULES, QuestionnaireFile, Taxonomy, ThemeFile
from scans.questionnaire_files import content as said
from scans.questionnaire_files.problems import Place
from scans.questionnaire_files.taxonomy import CodeEntry, ThemeEntry

# How a text is worded is advice to its writer; every other rule holds before people answer.
ADVICE = frozenset({"texts_too_long", "double_claims", "negations", "helps_without_verdict"})


@dataclass(frozen=True)
class Fault:
    """A broken rule, by the name of its function, and where: the code of what breaks it."""

    rule: str
    where: str

    @property
    def is_advice(self) -> bool:
        return self.rule in ADVICE


def faults(questionnaire: Questionnaire) -> list[Fault]:
    """In the order of rules, then of places; as many queries for one statement as for all."""
    content = questionnaire_content(questionnaire)
    taxonomy = _stored_taxonomy()
    return [
        Fault(rule.__name__, problem.file) for rule in RULES for problem in rule(content, taxonomy)
    ]


def questionnaire_content(questionnaire: Questionnaire) -> QuestionnaireFile:
    """What its files would say; every place is the code of the thing, without a line."""
    themes = (
        questionnaire.themes.select_related("theme")
        .prefetch_related(
            "theme__iso_subjects",
            "theme__sdgs",
            "subthemes",
            "statements__subtheme",
            "statements__department_kind",
            "statements__condition_fact",
        )
        .order_by("theme__number")
    )
    return QuestionnaireFile(
        variant=questionnaire.variant,
        version=questionnaire.version,
        facts=tuple(_fact(fact) for fact in questionnaire.facts.order_by("position")),
        themes=tuple(_theme(theme) for theme in themes),
        fixed_names=tuple(questionnaire.fixed_names),
        complete=True,
        place=_place(str(questionnaire)),
    )


def _place(code: str) -> Place:
    return Place(code, 0, {"code": 0})


def _fact(fact: ProfileFact) -> said.Fact:
    return said.Fact(
        code=fact.code,
        question=fact.question,
        kind=fact.kind,
        options=tuple(
            said.Option(option["code"], option["label"], place=_place(fact.code))
            for option in fact.options
        ),
        help=fact.help,
        why=fact.why,
        useful_in_themes=tuple(fact.useful_in_themes),
        place=_place(fact.code),
    )


def _theme(own: QuestionnaireTheme) -> ThemeFile:
    place = _place(own.theme.code)
    statements = sorted(own.statements.all(), key=lambda line: (line.step, line.code))
    return ThemeFile(
        number=own.theme.number,
        code=own.theme.code,
        name=own.theme.name,
        iso26000=tuple(subject.code for subject in own.theme.iso_subjects.all()),
        sdgs=tuple(sdg.number for sdg in own.theme.sdgs.all()),
        scope=own.scope,
        intro=own.intro,
        why=own.why,
        weight=own.weight,
        subthemes=tuple(_subtheme(line) for line in own.subthemes.all()),
        tracks=tuple(said.Track(letter, name) for letter, name in sorted(own.tracks.items())),
        words=tuple(said.Word(item["word"], item["means"], place=place) for item in own.words),
        statements=tuple(_statement(line) for line in statements),
        complete=True,
        place=place,
    )


def _subtheme(line: Subtheme) -> said.Subtheme:
    return said.Subtheme(line.code, line.name, line.about, place=_place(line.code))


def _statement(line: Statement) -> said.Statement:
    return said.Statement(
        code=line.code,
        step=line.step,
        subtheme=line.subtheme.code,
        light=line.light,
        weight=line.weight,
        text=line.text,
        help=line.help,
        evidence=line.evidence,
        example=line.example,
        department=line.department_kind.name,
        department_kind=line.department_kind.code,
        condition=_condition(line),
        place=_place(line.code),
    )


def _condition(line: Statement) -> said.Condition | None:
    if line.condition_fact is None:
        return None
    values = tuple(line.condition_values)
    return said.Condition(line.condition_fact.code, values, place=_place(line.code))


def _stored_taxonomy() -> Taxonomy:
    """As far as the rules ask for it; names and subjects come from these very rows."""
    themes = Theme.objects.prefetch_related("iso_subjects", "sdgs")
    return Taxonomy(
        sdgs=(),
        iso_subjects=(),
        themes=tuple(
            ThemeEntry(
                theme.number,
                theme.code,
                theme.name,
                theme.short_name,
                tuple(subject.code for subject in theme.iso_subjects.all()),
                tuple(sdg.number for sdg in theme.sdgs.all()),
                place=_place(theme.code),
            )
            for theme in themes
        ),
        departments=tuple(
            CodeEntry(kind.code, kind.name, place=_place(kind.code))
            for kind in DepartmentKind.objects.all()
        ),
    )
