"""What would lift the scan, and the same answers by SDG and by ISO 26000 subject."""

from fractions import Fraction

import pytest

from scans.models import Scan, Theme
from scans.results import ScanResult, scan_result
from scans.scoring import Outcome, lifts_of_scan
from tests.factories import (
    IsoSubjectFactory,
    ScanFactory,
    SdgFactory,
    UserFactory,
    answer_all,
    published_questionnaire,
)

# Of themes 1 to 3: step 5, step 2, step 0 with a gap.
LETTERS = "jjj jjj jjj jjj jjx  jjj jjn nnn nnw ---  nnn jjj jjj jjj jjj"


@pytest.fixture
def scan(db) -> Scan:
    made = ScanFactory(questionnaire=published_questionnaire(themes=(1, 2, 3)))
    answer_all(made, LETTERS, by=UserFactory())
    published_questionnaire(themes=(9,))
    return Scan.objects.get(pk=made.pk)


def touch(number: int, *themes: int) -> None:
    SdgFactory(number=number, name=f"Doel {number}").themes.set(
        Theme.objects.filter(number__in=themes)
    )


def subjects(lines) -> list[tuple[str, str, list[int]]]:
    return [(one.code, one.name, [line.number for line in one.lines]) for one in lines]


def test_lifts_are_those_of_scoring_with_their_statements(scan):
    result = scan_result(scan)

    assert [one.lift for one in result.lifts] == list(lifts_of_scan(result.scored))
    assert [(one.line.number, one.lift.after) for one in result.lifts] == [(3, 5), (2, 3)]
    first = result.lifts[0]
    assert [statement.code for statement in first.statements] == ["thema-3-1a", "thema-3-1b"]
    assert first.statements[0].text == "Wij doen thema-3-1a helemaal."


def test_lifted_theme_adds_the_points_it_says(scan):
    result = scan_result(scan)

    assert [one.lift.points for one in result.lifts] == [Fraction(2, 45), Fraction(2, 33)]


def test_themes_stand_with_every_sdg_they_touch_in_order(scan):
    touch(12, 3, 1)
    touch(2, 1, 9)
    touch(17, 9)

    by_sdg = scan_result(scan).by_sdg

    assert subjects(by_sdg) == [("2", "Doel 2", [1]), ("12", "Doel 12", [1, 3])]


def test_iso_subjects_stand_by_code(scan):
    for code in ("6.8", "6.2"):
        IsoSubjectFactory(code=code, name=f"Onderwerp {code}").themes.set(
            Theme.objects.filter(number__in=(2, 9))
        )

    by_iso = scan_result(scan).by_iso

    assert subjects(by_iso) == [("6.2", "Onderwerp 6.2", [2]), ("6.8", "Onderwerp 6.8", [2])]


def test_subject_counts_the_statements_of_its_themes(scan):
    touch(12, 1, 2)

    (sdg,) = scan_result(scan).by_sdg

    assert dict(sdg.counts) == {
        Outcome.YES: 19,
        Outcome.NO: 6,
        Outcome.UNKNOWN: 1,
        Outcome.OPEN: 3,
        Outcome.DISPUTED: 0,
        Outcome.NOT_APPLICABLE: 1,
    }
    assert (sdg.yes, sdg.no) == (19, 6)
    assert [number for _name, number in sdg.not_counted] == [3, 1, 1]


def test_subjects_cost_two_queries_however_many(scan, django_assert_num_queries):
    for number in range(1, 18):
        touch(number, 1, 2, 3)

    with django_assert_num_queries(5):
        result: ScanResult = scan_result(scan)

    assert len(result.by_sdg) == 17
