"""What must never be false of questionnaires, scans and answers, tried against the database
(promise 25)."""

import pytest
from django.db import IntegrityError, transaction

from scans.models import ProfileFact, Subtheme
from tests.constraints import names_constraint
from tests.factories import (
    LONG_AGO,
    AnswerFactory,
    DepartmentKindFactory,
    IsoSubjectFactory,
    ProfileFactFactory,
    QuestionnaireFactory,
    QuestionnaireThemeFactory,
    ReopeningFactory,
    ReportFactory,
    RespondentFactory,
    ScanFactory,
    SdgFactory,
    StatementFactory,
    SubthemeFactory,
    ThemeFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def version_twice() -> None:
    QuestionnaireFactory(version=1)
    QuestionnaireFactory(version=1)


def fact_twice() -> None:
    fact = ProfileFactFactory()
    ProfileFactFactory(questionnaire=fact.questionnaire, code=fact.code)


def theme_twice() -> None:
    theme = QuestionnaireThemeFactory()
    QuestionnaireThemeFactory(questionnaire=theme.questionnaire, theme=theme.theme)


def subtheme_twice() -> None:
    subtheme = SubthemeFactory()
    SubthemeFactory(questionnaire_theme=subtheme.questionnaire_theme, code=subtheme.code)


def statement(**fields) -> None:
    StatementFactory(**fields)


def code_twice() -> None:
    first = StatementFactory(code="x")
    StatementFactory(questionnaire_theme=first.questionnaire_theme, step=2, code="x")


def rung_twice() -> None:
    first = StatementFactory(code="x")
    StatementFactory(questionnaire_theme=first.questionnaire_theme, code="y")


def condition_without_values() -> None:
    theme = QuestionnaireThemeFactory()
    fact = ProfileFactFactory(questionnaire=theme.questionnaire)
    StatementFactory(questionnaire_theme=theme, condition_fact=fact, condition_values=[])


def scan_finished_by_nobody() -> None:
    ScanFactory(finished_at=LONG_AGO)


def scan_finished_on_no_day() -> None:
    ScanFactory(finished_by=UserFactory())


def second_running_scan() -> None:
    first = ScanFactory()
    ScanFactory(organisation=first.organisation, questionnaire=first.questionnaire)


def respondent_twice() -> None:
    first = RespondentFactory()
    RespondentFactory(scan=first.scan, user=first.user)


def second_respondent_for_the_organisation() -> None:
    RespondentFactory(scan=ScanFactory(), user=None)


def answer_twice() -> None:
    first = AnswerFactory()
    AnswerFactory(respondent=first.respondent, statement=first.statement)


def two_reports_for_one_person() -> None:
    first = ReportFactory()
    ReportFactory(asked_by=first.asked_by, slot=2)


def two_reports_in_one_slot() -> None:
    ReportFactory(slot=1)
    ReportFactory(slot=1)


def sdg_twice() -> None:
    SdgFactory()
    SdgFactory._meta.model.objects.create(number=12, name="x")


def iso_subject_twice() -> None:
    IsoSubjectFactory()
    IsoSubjectFactory._meta.model.objects.create(code="6.2", name="x")


def department_kind_twice() -> None:
    DepartmentKindFactory()
    DepartmentKindFactory._meta.model.objects.create(code="directie", name="x")


def department_kind_name_twice() -> None:
    DepartmentKindFactory()
    DepartmentKindFactory._meta.model.objects.create(code="x", name="Algemene directie")


def theme_number_twice() -> None:
    ThemeFactory(number=1)
    ThemeFactory._meta.model.objects.create(number=1, code="x", name="x", short_name="x")


def theme_code_twice() -> None:
    ThemeFactory(number=1)
    ThemeFactory._meta.model.objects.create(number=2, code="thema-1", name="x", short_name="x")


VIOLATIONS = [
    (version_twice, "questionnaire_version_unique", "variant, version"),
    (lambda: QuestionnaireFactory(variant="school"), "questionnaire_variant_known", ""),
    (lambda: QuestionnaireFactory(version=0), "questionnaire_version_from_one", ""),
    (fact_twice, "fact_code_unique_in_questionnaire", "questionnaire_id, code"),
    (theme_twice, "theme_once_in_questionnaire", "questionnaire_id, theme_id"),
    (lambda: QuestionnaireThemeFactory(weight=0), "theme_weight_1_to_9", ""),
    (lambda: QuestionnaireThemeFactory(weight=10), "theme_weight_1_to_9", ""),
    (subtheme_twice, "subtheme_code_unique_in_theme", "questionnaire_theme_id, code"),
    (code_twice, "statement_code_unique_in_questionnaire", "questionnaire_id, code"),
    (rung_twice, "statement_once_per_rung", "questionnaire_theme_id, step, track"),
    (lambda: statement(step=0), "statement_step_1_to_5", ""),
    (lambda: statement(step=6), "statement_step_1_to_5", ""),
    (lambda: statement(weight=0), "statement_weight_1_to_9", ""),
    (lambda: statement(weight=10), "statement_weight_1_to_9", ""),
    (lambda: statement(condition_values=["yes"]), "statement_condition_complete", ""),
    (condition_without_values, "statement_condition_complete", ""),
    (scan_finished_by_nobody, "scan_finish_dated_and_signed", ""),
    (scan_finished_on_no_day, "scan_finish_dated_and_signed", ""),
    (lambda: ScanFactory(depth="deep"), "scan_depth_known", ""),
    (lambda: ScanFactory(year=1999), "scan_year_plausible", ""),
    (lambda: ScanFactory(year=2101), "scan_year_plausible", ""),
    (
        second_running_scan,
        "scan_one_running_per_year_and_depth",
        "organisation_id, year, depth",
    ),
    (respondent_twice, "respondent_once_per_user", "scan_id, user_id"),
    (second_respondent_for_the_organisation, "respondent_one_organisation", "scan_id"),
    (answer_twice, "answer_once_per_statement", "respondent_id, statement_id"),
    (lambda: AnswerFactory(value="maybe"), "answer_value_known", ""),
    (lambda: AnswerFactory(version=0), "answer_version_from_one", ""),
    (lambda: ReopeningFactory(reason=""), "reopening_has_a_reason", ""),
    (
        lambda: ReportFactory(is_ready=True, failed_at=LONG_AGO),
        "document_made_or_failed",
        "",
    ),
    (lambda: ReportFactory(finished_at=LONG_AGO), "document_has_a_file_once_made", ""),
    (lambda: ReportFactory(file="x.pdf"), "document_has_a_file_once_made", ""),
    (lambda: ReportFactory(slot=0), "document_slot_from_one", ""),
    (two_reports_for_one_person, "document_one_at_a_time_per_person", "asked_by_id"),
    (two_reports_in_one_slot, "document_one_at_a_time_per_slot", "slot"),
    (sdg_twice, "number", "number"),
    (iso_subject_twice, "code", "code"),
    (department_kind_twice, "code", "code"),
    (department_kind_name_twice, "name", "name"),
    (theme_number_twice, "number", "number"),
    (theme_code_twice, "code", "code"),
]


@pytest.mark.parametrize(("violate", "constraint", "columns"), VIOLATIONS)
def test_database_refuses(violate, constraint, columns):
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        violate()

    assert names_constraint(str(refusal.value).strip().splitlines()[0], constraint, columns)


@pytest.mark.parametrize(
    "kept",
    [
        lambda answer: answer.statement,
        lambda answer: answer.updated_by,
        lambda answer: answer.respondent.scan.organisation,
        lambda answer: answer.respondent.scan.started_by,
    ],
    ids=["statement", "person", "organisation", "starter"],
)
def test_what_answers_rest_on_cannot_be_deleted(kept):
    answer = AnswerFactory(respondent__scan=ScanFactory(respondent=None))

    with pytest.raises(IntegrityError, match=r"protected"):
        kept(answer).delete()


def test_new_scan_may_start_when_the_other_is_finished():
    first = ScanFactory(finished_at=LONG_AGO, finished_by=UserFactory())

    second = ScanFactory(organisation=first.organisation, questionnaire=first.questionnaire)

    assert second.organisation.scans.count() == 2


def test_company_and_government_versions_are_numbered_apart():
    numbers = [
        QuestionnaireFactory(variant=variant, version=1).version
        for variant in ("government", "company")
    ]

    assert numbers == [1, 1]


def test_models_say_their_name():
    statement = StatementFactory(
        questionnaire_theme__theme__number=7, questionnaire_theme__questionnaire__version=3
    )
    scan = ScanFactory(organisation__name="Gemeente Aalbeke")
    answer = AnswerFactory(statement=statement, respondent__scan=ScanFactory(respondent=None))
    person = UserFactory(name="Els Peeters")
    rows = [
        (statement, "thema-7-1a: Wij doen thema-7-1a helemaal."),
        (statement.questionnaire_theme, "7 Thema nummer 7"),
        (Subtheme(name="Beleid"), "Beleid"),
        (ProfileFact(question="Een zwembad?"), "Een zwembad?"),
        (SdgFactory(), "12 Verantwoorde consumptie"),
        (IsoSubjectFactory(), "6.2 Behoorlijk bestuur"),
        (DepartmentKindFactory(), "Algemene directie"),
        (scan, "Gemeente Aalbeke 2026"),
        (scan.respondents.get(), "Gemeente Aalbeke 2026"),
        (RespondentFactory(user=person), "Els Peeters"),
        (answer, f"{statement.pk}: yes"),
        (ReopeningFactory(scan=scan, reason="Vergeten"), "Gemeente Aalbeke 2026: Vergeten"),
    ]

    assert [str(row) for row, _name in rows] == [name for _row, name in rows]
    assert str(statement.questionnaire)[-2:] == " 3"
