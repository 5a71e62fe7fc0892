"""Scans whose figures are known: the oracle of `docs/scoring.md` and other telling cases."""

from collections.abc import Iterator
from datetime import UTC, datetime

from accounts.models import User
from scans.actions.imprints import make_imprint
from scans.models import Answer, Questionnaire, Scan, Statement
from tests.factories import (
    LONG_AGO,
    DepartmentKindFactory,
    QuestionnaireFactory,
    QuestionnaireThemeFactory,
    RespondentFactory,
    ScanFactory,
    StatementFactory,
    SubthemeFactory,
    ThemeFactory,
)

FINISHED = datetime(2025, 4, 1, 15, 0, tzinfo=UTC)
VALUES = {"j": "yes", "n": "no", "w": "unknown", "x": "not_applicable"}

# A step per part, a letter a statement, and after a letter its weight when that is not 1:
# j yes, n no, w don't know, x not applicable, v two people differ, o open.
ORACLE = {
    1: "jjj|jjn|jnn|nnn|nnn",
    2: "jjn|jjx|jwx|nnn|nnw",
    3: "jnn|jjj|jjj|jjj|jjj",
    4: "jjj|xxx|jjw|jwo|xxx",
    5: "joo|joo|ooo|ooo|ooo",
    6: "xxx|xxx|xxx|xxx|xxx",
    7: "j|j|j|n|n",
    8: "j2n1|j1n1|j1",
    9: "jjv|jvn|nnn",
    10: "jnn|nnn|nnx|xxx|xxx",  # 1/8: half a percent goes up
    11: "jjj|jjn|nnx|xxx|xxx",  # 5/8: so does this one
    12: "o|w|v",
}
NOTHING_COUNTS = {1: "joo|ooo|ooo|ooo|ooo", 2: "xxx|xxx|xxx|xxx|xxx"}
ALL_THE_SAME = {1: "jjj|jjj|jjj|jjj|jjj", 2: "jjj|jjj|jjj|jjj|jjj"}
SEEDED = {"oracle": ORACLE, "nothing counts": NOTHING_COUNTS, "all the same": ALL_THE_SAME}


def seeded_scan(themes: dict[int, str], *, by: User, **fields) -> Scan:
    """A scan finished by `by`, unless `fields` say otherwise, answered as `themes` say."""
    questionnaire = QuestionnaireFactory()
    letters = [
        pair
        for number, answers in themes.items()
        for pair in _statements(questionnaire, number, answers)
    ]
    Statement.objects.bulk_create(statement for statement, _letter in letters)
    questionnaire.published_at = LONG_AGO
    questionnaire.save()
    signed = {"finished_at": FINISHED, "finished_by": by}
    scan = ScanFactory(**{"questionnaire": questionnaire, "started_by": by, **signed, **fields})
    _answer(scan, letters, by=by)
    if scan.is_finished:
        make_imprint(scan=scan, by=by)
    return scan


def _statements(
    questionnaire: Questionnaire, number: int, answers: str
) -> Iterator[tuple[Statement, str]]:
    theme = QuestionnaireThemeFactory(
        questionnaire=questionnaire, theme=ThemeFactory(number=number), weight=1 + number % 2
    )
    subtheme = SubthemeFactory(questionnaire_theme=theme)
    kind = DepartmentKindFactory()
    for step, part in enumerate(answers.split("|"), start=1):
        for track, (letter, weight) in zip("abc", _weighted(part), strict=False):
            yield (
                StatementFactory.build(
                    questionnaire=questionnaire,
                    questionnaire_theme=theme,
                    subtheme=subtheme,
                    department_kind=kind,
                    step=step,
                    track=track,
                    weight=weight,
                ),
                letter,
            )


def _weighted(part: str) -> list[tuple[str, int]]:
    pairs: list[tuple[str, int]] = []
    for sign in part:
        if sign.isdigit():
            pairs[-1] = (pairs[-1][0], int(sign))
        else:
            pairs.append((sign, 1))
    return pairs


def _answer(scan: Scan, letters: list[tuple[Statement, str]], *, by: User) -> None:
    organisation, colleague = scan.respondents.get(user=None), RespondentFactory(scan=scan)
    given = [(organisation, statement, VALUES.get(letter)) for statement, letter in letters]
    for statement, letter in letters:
        if letter == "v":
            given += [(organisation, statement, "yes"), (colleague, statement, "no")]
    Answer.objects.bulk_create(
        Answer(
            respondent=respondent,
            statement=statement,
            value=value,
            updated_at=LONG_AGO,
            updated_by=by,
        )
        for respondent, statement, value in given
        if value
    )
