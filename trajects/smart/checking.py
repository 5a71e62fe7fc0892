"""The five checks together."""

from collections.abc import Collection

from trajects.smart.advising import advice_on
from trajects.smart.amounts import check_amount
from trajects.smart.deadlines import check_deadline
from trajects.smart.findings import Draft, Period, Smart
from trajects.smart.grounds import check_grounds
from trajects.smart.reading import read_goal
from trajects.smart.results import check_result
from trajects.smart.support import check_support


def check(draft: Draft, *, period: Period, carriers: Collection[str]) -> Smart:
    """What of SMART can be found in the draft of a goal. `carriers`: the names of departments,
    functions and bodies of the organisation. It answers for any text, in one pass."""
    reading = read_goal(draft.sentence, period=period, carriers=carriers)
    result = read_goal(draft.result, period=period, carriers=carriers)
    return Smart(
        verdicts=(
            check_result(reading, draft, result),
            check_amount(reading, draft),
            check_support(reading, draft, carriers),
            check_grounds(reading, draft),
            check_deadline(reading, draft),
        ),
        advice=tuple(advice_on(reading, draft)),
    )
