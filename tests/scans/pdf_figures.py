"""The figures of the PDF, read as a screen reader gets them: by its tags, table by table.

The document is in Dutch; its words are found by what the catalogue makes of ours.
"""

import re
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext

from scans.labels import OUTCOME_NAMES
from scans.results.lines import NON_ANSWERS
from tests.scans.figures import Figures

Table = list[list[str]]  # rows of cells, the row of heads first

FIGURE = r"(\d+)"
SHARE = r"(\d+ %)"
OVERALL = "The global score is %(score)s. It hides weak themes, so look at the themes one by one."
APPLICABLE = "of the %(applicable)s statements that apply have a yes or a no"

SCORE_COLUMNS = 6


def from_pdf(content: bytes) -> Figures:
    """From the summary, from the table of all themes, and from the answers of each theme."""
    tagged = _tagged(content)
    tables = _tables(tagged)
    scores = next(table for table in tables if len(table[0]) == SCORE_COLUMNS)
    answers = [table for table in tables if _counts_answers(table)]
    with translation.override(settings.LANGUAGE_CODE):
        figures = _summary(_words(tagged), [row[0] for row in scores[1:]])
        for row, steps in zip(scores[1:], answers, strict=True):
            own = {**_scores(*row[2:]), "not counted": _not_counted(steps)}
            figures |= {f"{row[0]}: {name}": value for name, value in own.items()}
    return figures


# --- the tags


def _tagged(content: bytes) -> list[str]:
    """A line per tag or piece of text, indented, as poppler writes the structure of a PDF."""
    run = ["pdfinfo", "-struct-text", "-"]
    done = subprocess.run(run, input=content, capture_output=True, check=True)
    return [line for line in done.stdout.decode().splitlines() if line.strip()]


def _words(lines: Iterable[str]) -> str:
    texts = (line.strip()[1:-1] for line in lines if line.strip().startswith('"'))
    return " ".join(" ".join(texts).split())


def _tables(lines: Sequence[str]) -> list[Table]:
    return [
        [[_words(cell) for cell in _parts(row, "TH", "TD")] for row in _parts(table, "TR")]
        for table in _parts(lines, "Table")
    ]


def _parts(lines: Sequence[str], *tags: str) -> Iterator[Sequence[str]]:
    """What is inside each of these tags: the lines after it that are indented more."""
    for place, line in enumerate(lines):
        if re.match(rf"({'|'.join(tags)})\b", line.strip()):
            inside = lines[place + 1 :]
            yield list(takewhile(lambda inner: _indent(inner) > _indent(line), inside))  # noqa: B023


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


# --- the words


def _summary(text: str, themes: list[str]) -> Figures:
    known, applicable = re.search(
        rf"(\d+) {_pattern(APPLICABLE, applicable=FIGURE)}", text
    ).groups()
    overall = re.search(_pattern(OVERALL, score=SHARE), text)
    return {
        "overall": overall[1] if overall else "",
        "weakest": next(_weakest(text, themes), ""),
        "known": known,
        "applicable": applicable,
    }


def _weakest(text: str, themes: list[str]) -> Iterator[str]:
    """The names of themes are in small letters there."""
    for theme in themes:
        name = theme.partition(" ")[2]
        found = re.search(rf"{SHARE} {_pattern('weakest: %(theme)s', theme=name.lower())}\b", text)
        if found:
            yield f"{name}, {found[1]}"


def _pattern(text: str, **filled_in: str) -> str:
    """A translated text as a pattern, with a pattern for what it is filled in with."""
    signs = {name: f"@{name}@" for name in filled_in}
    pattern = re.escape(gettext(text) % signs)
    for name, sign in signs.items():
        pattern = pattern.replace(sign, filled_in[name])
    return pattern


def _scores(score: str, band: str, completeness: str, step: str) -> Figures:
    """One row of the table of all themes. A band that is a point is printed once."""
    none = gettext("none")
    low, _dash, high = band.replace(none, "").partition(" – ")
    reached = re.search(_pattern("step %(step)s", step=FIGURE), step)
    possible = re.search(_pattern("possibly %(step)s", step=FIGURE), step) or reached
    words = {gettext(word): word for word in ("not applicable", "too few answers")}
    return {
        "score": words.get(score, score),
        "low": low,
        "high": high or low,
        "completeness": completeness.replace(none, ""),
        "step": reached[1] if reached else "",
        "possible step": possible[1] if possible else "",
    }


def _counts_answers(table: Table) -> bool:
    """Step, numbers of answers, and two columns about the weight; a row for each step."""
    return len(table) == 6 and all(re.match(r"(\d+ × |$)", row[1]) for row in table[1:])


def _not_counted(steps: Table) -> str:
    """From the answers of each of the five steps."""
    counts: Counter[str] = Counter()
    for _step, answers, *_rest in steps[1:]:
        for number, name in re.findall(r"(\d+) × ([^,]+)", answers):
            counts[name] += int(number)
    names = {str(OUTCOME_NAMES[kind]): kind for kind in NON_ANSWERS}
    with translation.override("en"):
        return ", ".join(
            f"{counts[name]} × {OUTCOME_NAMES[kind]}"
            for name, kind in names.items()
            if counts[name]
        )
