from datetime import UTC, datetime

import pytest

from scans.models import Answer, Respondent, Scan
from scans.queries import (
    Resume,
    StepProgress,
    asked_statements,
    scan_progress,
    scan_tallies,
    scanned_statements,
    statement_counts,
    stored_answer,
    theme_of_scan,
    theme_statements,
    where_was_i,
)
from scans.scoring import Outcome, ScoredStatement
from tests.factories import (
    AnswerFactory,
    ScanFactory,
    UserFactory,
    answer_all,
    published_questionnaire,
)

LATER = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)


@pytest.fixture
def scan(db) -> Scan:
    """Two themes of fifteen, with every kind of answer in the first."""
    made = ScanFactory(questionnaire=published_questionnaire(themes=(1, 4)))
    answer_all(made, "jnw x-- --j", by=UserFactory())
    return made


def empty(scan: Scan, code: str) -> None:
    AnswerFactory(
        respondent=scan.respondents.get(),
        statement=scan.statements().get(code=code),
        value="",
        remark="Later.",
    )


def test_progress_counts_per_step_and_theme(scan):
    progress = scan_progress(scan)

    first, second = progress.themes
    assert (first.number, first.code, first.name) == (1, "thema-1", "Thema nummer 1")
    assert first.steps == (
        StepProgress(1, 3, 3),
        StepProgress(2, 3, 1),
        StepProgress(3, 3, 1),
        StepProgress(4, 3, 0),
        StepProgress(5, 3, 0),
    )
    assert (first.asked, first.answered, first.open, first.unknown) == (15, 5, 10, 1)
    assert (second.asked, second.answered, second.open, second.unknown) == (15, 0, 15, 0)
    assert (progress.asked, progress.answered, progress.open, progress.unknown) == (30, 5, 25, 1)


def test_emptied_answer_is_open(scan):
    empty(scan, "thema-4-1a")

    assert scan_progress(scan).theme("thema-4").answered == 0


def test_answer_of_one_person_is_not_that_of_the_organisation(scan):
    person = Respondent.objects.create(scan=scan, user=UserFactory())
    AnswerFactory(respondent=person, statement=scan.statements().get(code="thema-4-1a"))

    assert scan_progress(scan).answered == 5
    assert scan_tallies([scan])[scan.pk].answered == 5
    assert where_was_i(scan, scan_progress(scan)).theme.code == "thema-1"


def test_answers_of_another_scan_do_not_count(scan):
    other = ScanFactory(questionnaire=scan.questionnaire)
    answer_all(other, "jjj jjj jjj", by=UserFactory())

    assert (scan_progress(scan).answered, scan_progress(other).answered) == (5, 9)


def test_light_scan_asks_the_light_statements(scan):
    light = ScanFactory(questionnaire=scan.questionnaire, depth="light")

    progress = scan_progress(light)

    assert [step.asked for step in progress.themes[0].steps] == [1, 1, 1, 1, 1]
    assert progress.asked == 10


def test_step_and_theme_are_done_when_nothing_is_open(scan):
    first = scan_progress(scan).themes[0]

    assert [step.is_done for step in first.steps] == [True, False, False, False, False]
    assert first.is_done is False
    answer_all(ScanFactory(questionnaire=scan.questionnaire, year=2030), "j" * 30, by=UserFactory())
    full = scan_progress(Scan.objects.get(year=2030))
    assert [theme.is_done for theme in full.themes] == [True, True]
    assert full.themes_with_open == ()


def test_themes_with_open_are_the_unfinished_ones(scan):
    assert [theme.code for theme in scan_progress(scan).themes_with_open] == ["thema-1", "thema-4"]


@pytest.mark.parametrize(
    ("code", "before", "after"), [("thema-1", None, "thema-4"), ("thema-4", "thema-1", None)]
)
def test_neighbours_follow_the_order_of_the_themes(scan, code, before, after):
    around = scan_progress(scan).neighbours(code)

    assert tuple(theme and theme.code for theme in around) == (before, after)


def test_progress_costs_one_query_whatever_its_size(django_assert_num_queries, db):
    for themes in ((1,), range(1, 16)):
        scan = ScanFactory(questionnaire=published_questionnaire(themes=themes))
        loaded = Scan.objects.with_respondent().get(pk=scan.pk)

        with django_assert_num_queries(1):
            scan_progress(loaded)


def test_tallies_count_scans_of_several_versions_and_depths(scan):
    light = ScanFactory(questionnaire=scan.questionnaire, depth="light")
    other = ScanFactory(questionnaire=published_questionnaire(themes=(2,)))
    answer_all(light, "jw", by=UserFactory())

    tallies = scan_tallies([scan, light, other])

    assert {pk: (own.asked, own.answered, own.open) for pk, own in tallies.items()} == {
        scan.pk: (30, 5, 25),
        light.pk: (10, 2, 8),
        other.pk: (15, 0, 15),
    }


def test_tallies_of_no_scan_are_none(db):
    assert scan_tallies([]) == {}


def test_tallies_cost_two_queries(scan, django_assert_num_queries):
    others = [ScanFactory(questionnaire=scan.questionnaire) for _number in range(3)]

    with django_assert_num_queries(2):
        scan_tallies([scan, *others])


def test_counts_say_what_light_and_full_ask(scan):
    counts = statement_counts(scan.questionnaire)

    assert (counts["light"], counts["full"]) == (10, 30)


def resume(scan: Scan) -> tuple[str, bool]:
    found: Resume = where_was_i(scan, scan_progress(scan))
    return found.theme.code, found.goes_on


def test_one_goes_on_in_the_theme_of_the_last_saved_answer(scan):
    Answer.objects.all().delete()
    statements = scan.statements()
    respondent = scan.respondents.get()
    AnswerFactory(respondent=respondent, statement=statements.get(code="thema-1-1a"))
    AnswerFactory(
        respondent=respondent, statement=statements.get(code="thema-4-1a"), updated_at=LATER
    )

    assert resume(scan) == ("thema-4", True)


def test_one_starts_with_the_first_theme(scan):
    Answer.objects.all().delete()

    assert resume(scan) == ("thema-1", False)


def test_one_goes_to_the_first_open_theme_when_the_last_is_done(scan):
    Answer.objects.all().delete()
    answer_all(scan, "j" * 15, by=UserFactory())

    assert resume(scan) == ("thema-4", False)


def test_one_ends_at_the_first_theme_when_all_is_done(scan):
    Answer.objects.all().delete()
    answer_all(scan, "j" * 30, by=UserFactory())

    assert resume(scan) == ("thema-1", False)


@pytest.mark.parametrize(("code", "found"), [("thema-4", "Thema nummer 4"), ("thema-9", None)])
def test_theme_is_found_by_its_code(scan, code, found):
    theme = theme_of_scan(scan, code)

    assert (theme and theme.theme.name) == found


def test_theme_of_another_version_is_not_of_this_scan(scan):
    published_questionnaire(themes=(7,))

    assert theme_of_scan(scan, "thema-7") is None
    assert theme_statements(scan, "thema-7") == []


def test_statements_come_with_their_answers_in_order(scan):
    found = asked_statements(scan, theme_of_scan(scan, "thema-1"))

    assert [item.statement.code for item in found][:4] == [
        "thema-1-1a",
        "thema-1-1b",
        "thema-1-1c",
        "thema-1-2a",
    ]
    assert [item.answer and item.answer.value for item in found][:6] == [
        "yes",
        "no",
        "unknown",
        "not_applicable",
        None,
        None,
    ]


def test_one_statement_is_found_by_its_code(scan):
    (found,) = theme_statements(scan, "thema-1", code="thema-1-1b")

    assert found.code == "thema-1-1b"
    assert stored_answer(scan, found).value == "no"
    assert theme_statements(scan, "thema-1", code="thema-4-1a") == []


def test_open_statement_has_no_stored_answer(scan):
    (found,) = theme_statements(scan, "thema-4", code="thema-4-1a")

    assert stored_answer(scan, found) is None


def test_scanned_statements_have_the_outcome_of_each(scan):
    empty(scan, "thema-4-1a")

    scanned = scanned_statements(scan)

    assert [statement.theme_number for statement in scanned] == [1] * 15 + [4] * 15
    assert [statement.outcome for statement in scanned][:9] == [
        Outcome.YES,
        Outcome.NO,
        Outcome.UNKNOWN,
        Outcome.NOT_APPLICABLE,
        Outcome.OPEN,
        Outcome.OPEN,
        Outcome.OPEN,
        Outcome.OPEN,
        Outcome.YES,
    ]
    assert {statement.outcome for statement in scanned[15:]} == {Outcome.OPEN}
    assert scanned[3].scored == ScoredStatement("thema-1-2a", 2, 1, Outcome.NOT_APPLICABLE)
    assert scanned[3].department == "Algemene directie"


def test_scanned_statements_know_what_was_ticked(scan):
    Answer.objects.filter(statement__code__in=["thema-1-1a", "thema-1-2a"]).update(interesting=True)

    ticked = [statement.code for statement in scanned_statements(scan) if statement.ticked]

    assert ticked == ["thema-1-1a", "thema-1-2a"]


def test_scanned_statements_cost_two_queries(scan, django_assert_num_queries):
    with django_assert_num_queries(2):
        scanned_statements(scan)
