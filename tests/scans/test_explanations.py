"""An explanation ends in the figure it explains: every sum is made again from its own rows."""

import re
from dataclasses import replace
from fractions import Fraction
from itertools import takewhile

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from reporting.formatting import percent, points
from scans.explanations import (
    WHOLE_SCAN,
    ThemeExplanation,
    explain_global,
    explain_theme,
    explanation,
)
from scans.models import Scan
from scans.queries import ScannedStatement
from scans.results import ThemeLine, scan_result
from scans.scoring import Outcome, ScoredTheme, global_score, lift_of_theme
from tests.factories import ScanFactory, UserFactory, answer_all, published_questionnaire
from tests.page import Element, text_of, tree_of
from tests.scans.scoring.examples import scans, scored, themes

TWO_THIRDS = Fraction(2, 3)
NOT_KNOWN = (Outcome.OPEN, Outcome.UNKNOWN, Outcome.DISPUTED)


def line_of(theme: ScoredTheme) -> ThemeLine:
    name = f"Thema nummer {theme.number}"
    return ThemeLine(theme.number, f"thema-{theme.number}", name, name, theme.result)


def statements_of(theme: ScoredTheme) -> list[ScannedStatement]:
    return [
        ScannedStatement(
            theme_number=theme.number,
            code=one.code,
            step=one.step,
            weight=one.weight,
            text=f"Wij doen {one.code}.",
            department="Milieu",
            outcome=one.outcome,
            ticked=one.code in theme.ticked,
        )
        for one in theme.statements
    ]


def explained(theme: ScoredTheme, scan: list[ScoredTheme] | None = None) -> ThemeExplanation:
    return explain_theme(line_of(theme), statements_of(theme), scan or [theme])


def weight(explained: ThemeExplanation, *outcomes: Outcome, step: int | None = None) -> int:
    """From the rows that are shown, and from nothing else."""
    return sum(
        answer.statement.weight
        for rung in explained.rungs
        for answer in rung.answers
        if answer.outcome in outcomes and step in (None, rung.step)
    )


def climb(explained: ThemeExplanation, *met: Outcome) -> int:
    applying = set(Outcome) - {Outcome.NOT_APPLICABLE}
    applies = {rung.step: weight(explained, *applying, step=rung.step) for rung in explained.rungs}
    asked = [step for step in applies if applies[step]]
    holding = takewhile(
        lambda step: 3 * weight(explained, *met, step=step) >= 2 * applies[step], asked
    )
    return max(holding, default=0)


# --- every figure follows from the rows


@given(themes())
def test_rows_add_up_to_score_range_and_completeness(theme):
    shown = explained(theme)

    score = shown.line.result.score
    met = weight(shown, Outcome.YES)
    known = met + weight(shown, Outcome.NO)
    not_known = weight(shown, *NOT_KNOWN)
    applies = known + not_known
    assert score.score == (Fraction(met, known) if known else None)
    assert score.completeness == (Fraction(known, applies) if applies else None)
    expected = (Fraction(met, applies), Fraction(met + not_known, applies)) if applies else None
    assert score.band == expected
    assert score.possible == met + not_known


@given(themes())
def test_rows_add_up_to_the_subtotal_of_each_step(theme):
    for rung in explained(theme).rungs:
        answers = [(answer.outcome, answer.statement.weight) for answer in rung.answers]
        met = sum(weight for outcome, weight in answers if outcome is Outcome.YES)
        applies = sum(weight for outcome, weight in answers if outcome != Outcome.NOT_APPLICABLE)
        assert (rung.rung.met, rung.rung.applicable) == (met, applies)
        assert rung.rung.holds == (Fraction(met, applies) >= TWO_THIRDS if applies else None)
        assert (met >= rung.rung.needed) == (rung.rung.holds is not False)
        assert all(answer.statement.step == rung.step for answer in rung.answers)


@given(themes())
def test_rows_lead_to_the_step_and_the_possible_step(theme):
    shown = explained(theme)

    result = shown.line.result
    if result.score.has_enough:
        assert result.reached == climb(shown, Outcome.YES)
    else:
        assert result.reached is None
    if result.possible is not None:
        assert result.possible == climb(shown, Outcome.YES, *NOT_KNOWN)


@given(themes())
def test_every_statement_is_explained_once(theme):
    rows = [answer.statement for rung in explained(theme).rungs for answer in rung.answers]

    assert sorted(rows, key=lambda row: row.code) == sorted(
        statements_of(theme), key=lambda row: row.code
    )


@given(themes())
def test_blocking_step_is_the_one_above_the_theme(theme):
    shown = explained(theme)

    if theme.result.reached is not None:
        blocking = shown.blocking.step if shown.blocking else 6
        between = range(theme.result.reached + 1, blocking)
        assert set(between) <= set(shown.passed_over)
        assert set(shown.above) <= set(range(blocking + 1, 6))


@given(st.data(), scans())
def test_lift_of_an_explanation_is_that_of_the_theme_in_its_scan(data, scan):
    if scan:
        theme = data.draw(st.sampled_from(scan))
        own = lift_of_theme(theme, scan)
        shown = explained(theme, scan).lift
        assert (shown and shown.lift) == own
        if own:
            assert tuple(statement.code for statement in shown.statements) == own.codes


# --- what stands on the page


def rendered(shown: ThemeExplanation, language: str = "en") -> Element:
    """Down to every statement with its answer."""
    scan = Scan(pk=1, depth="full")
    context = {"why": shown, "line": shown.line, "scan": scan, "shown": "antwoorden"}
    with translation.override(language):
        page = render_to_string("scans/results/_why.html", context)
    return tree_of(page)


def paragraph(tree: Element, name: str) -> str:
    found = next(element for element in tree.iter() if element.get("class") == name)
    return text_of(found)


def plain(text: str) -> str:
    return text.replace("\xa0", " ")


@settings(max_examples=40)
@given(themes())
def test_printed_figures_are_those_of_the_score(theme):
    shown = explained(theme)
    score, result = theme.result.score, theme.result
    tree = rendered(shown)

    if score.not_applicable:
        assert "No statement of this theme applies to you." in text_of(tree)
        return
    words, band = paragraph(tree, "why-score"), paragraph(tree, "why-band")
    if score.has_enough:
        printed = plain(percent(score.score))
        assert f"{score.met} divided by {score.known} is {printed}." in words
        assert f"Why {printed} and step {result.reached}?" in text_of(tree)
        total = text_of(next(tree.iter("tfoot")))
        assert f"= {printed}, the step is {result.reached}." in total
    else:
        assert f"That is {plain(percent(score.completeness))}." in words
        assert "Why no score and no step?" in text_of(tree)
    if score.known < score.applicable:
        low, high = (plain(percent(share)) for share in score.band)
        assert f"the score is {score.met} divided by {score.applicable}: {low}." in band
        assert f"it is {score.possible} divided by {score.applicable}: {high}." in band


def with_link(answer):
    """What is a no leads to the actions that help."""
    text = answer.statement.text
    return f"{text} Example actions: {text}" if answer.outcome == Outcome.NO else text


@settings(max_examples=40)
@given(themes())
def test_printed_rows_are_those_of_the_theme(theme):
    shown = explained(theme)
    tree = rendered(shown)

    squares = [one.get("aria-label") for one in tree.iter("span") if one.get("role") == "img"]
    with translation.override("en"):
        assert squares == [
            f"{answer.statement.code}: {answer.name}"
            for rung in shown.downwards
            for answer in rung.answers
        ]
    listed = next(table for table in tree.iter("table") if "why-list" in table.get("class", ""))
    rows = [
        (text_of(row[0]), text_of(row[1]), text_of(row[2]))
        for row in listed.iter("tr")
        if len(row) > 2
    ][1:]
    with translation.override("en"):
        assert rows == [
            (with_link(answer), str(answer.name), str(answer.statement.weight))
            for rung in shown.rungs
            for answer in rung.answers
        ]
    subtotals = [text_of(row) for row in listed.iter("tr") if row.get("class") == "why-sub"]
    for own, said in zip((rung for rung in shown.rungs if rung.answers), subtotals, strict=True):
        if own.rung.holds is None:
            assert said == "Nothing applies here: this step is passed over."
        else:
            assert said.startswith(f"Yes: {own.rung.met} of the {own.rung.applicable} that apply.")
            assert f"At least {own.rung.needed} is" in said
            assert said.endswith("step holds." if own.rung.holds else "step does not hold.")


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ("jjj|jjn|jnn|nnn|nnn", "Step 3 does not hold: 1 of 3 is yes."),
        ("jnn|jjj|jjj|nnn|nnn", "What holds higher up does not count yet: step 2, step 3."),
        ("jjj|xxx|jjj|nnn|xxx", "Passed over, because nothing applies there: step 2, step 5."),
        ("jjj|jjw|jwn|nnn|nnn", "If what is not known yet turns out to be yes, it is step 3."),
        ("j|j|j|j|j", "Every step that applies holds. So this theme stands on step 5."),
        ("j|o|o|o|o", "With too few answers we name no step."),
    ],
)
def test_step_is_told_in_words(answers, sentence):
    assert sentence in paragraph(rendered(explained(scored(4, answers))), "why-step")


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ("jjj|jjj|jjj|jjw|jov", "Not known yet: 1 × open, 1 × don’t know, 1 × difference."),
        ("jjj|jjj|jjj|jjj|jxx", "2 statements do not apply and count nowhere."),
        ("jjj|jjj|jjj|jjj|jjx", "1 statement does not apply and counts nowhere."),
        ("jjj|jjj|jjj|jjj|jjn", "So the score cannot move."),
    ],
)
def test_what_is_left_out_is_told_with_its_reason(answers, sentence):
    assert sentence in paragraph(rendered(explained(scored(4, answers))), "why-band")


def test_weights_are_told_where_they_differ():
    heavy = scored(1, "jn|j|j|j|j")
    heavy = replace(
        heavy, statements=(replace(heavy.statements[0], weight=4), *heavy.statements[1:])
    )

    light, weighed = (
        paragraph(rendered(explained(theme)), "why-score") for theme in (scored(1, "j|j"), heavy)
    )

    assert "2 of the 2 statements that apply have a yes or a no. 2 times it is a yes." in light
    assert "the statements that apply weigh 9" in weighed
    assert "Those with a yes or a no weigh 9. Those with a yes weigh 8." in weighed


def test_lift_is_told_as_a_condition():
    theme = scored(1, "jnn|jjj|jjj|nnn|nnn")
    shown = explained(theme, [theme, scored(2, "j|j|j|j|j")])

    said = paragraph(rendered(shown), "lift")

    assert shown.lift.lift.points == Fraction(1, 30)
    assert said == (
        "What would help most? If this statement becomes a yes, this theme goes from step 0 to "
        f"step 3. The global score would be {points(Fraction(1, 30))} points higher. Wij doen 1b. "
        "Example actions: Wij doen 1b."
    )


# --- the global score


@given(scans())
def test_mean_worked_out_is_the_global_score(scan):
    overall = global_score(scan)

    counted = [theme for theme in scan if theme.counts]
    total = sum((theme.weighted_share for theme in counted), start=Fraction(0))
    assert all(theme.weighted_share == theme.weight * theme.share for theme in counted)
    if overall.score is None:
        assert counted == []
    else:
        assert total / sum(theme.weight for theme in counted) == overall.score


@pytest.fixture
def scan(db) -> Scan:
    """Themes 1 and 2 count, theme 3 has too few answers, theme 4 does not apply."""
    made = ScanFactory(questionnaire=published_questionnaire(themes=(1, 2, 3, 4)))
    letters = "j" * 15 + "jjj jjn nnn nnn nnn" + "jww------------" + "x" * 15
    answer_all(made, letters, by=UserFactory())
    return Scan.objects.get(pk=made.pk)


def test_global_score_is_explained_theme_by_theme(scan):
    result = scan_result(scan)

    shown = explain_global(result)

    assert [(one.line.number, one.weight, one.weighted) for one in shown.counted] == [
        (1, 1, Fraction(1)),
        (2, 1, Fraction(1, 3)),
    ]
    assert [line.number for line in shown.left_out] == [3, 4]
    assert (shown.total, shown.weight) == (Fraction(4, 3), 2)
    assert shown.total / shown.weight == result.overall.score == Fraction(2, 3)


def test_explanation_is_found_by_what_the_address_asks_for(scan):
    result = scan_result(scan)

    found = [explanation(result, key) for key in ("2", WHOLE_SCAN)]

    assert [one.key for one in found] == ["2", WHOLE_SCAN]
    assert found[0].line == result.lines[1]
    unknown = ("", "5", "02", "-1", "zeventien", "9" * 5000, "\x00")
    assert [explanation(result, key) for key in unknown] == [None] * len(unknown)


def test_explanations_cost_no_query(scan, django_assert_num_queries):
    result = scan_result(scan)

    with django_assert_num_queries(0):
        [explanation(result, key) for key in ("1", "2", "3", "4", WHOLE_SCAN)]


def test_every_statement_of_a_stored_scan_is_in_its_explanation(scan):
    result = scan_result(scan)

    shown = [explanation(result, str(line.number)) for line in result.lines]

    codes = [a.statement.code for one in shown for rung in one.rungs for a in rung.answers]
    assert codes == [statement.code for statement in result.statements]
    assert [re.match(r"thema-(\d+)", code)[1] for code in codes[::15]] == ["1", "2", "3", "4"]
