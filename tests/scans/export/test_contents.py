"""What is in the files: figures, answers and what they mean."""

from collections import Counter
from datetime import datetime

from scans.export import SCAN, STATEMENT, THEME, WRITTEN
from scans.results import scan_result
from scans.scoring import Outcome, ScoredStatement, score_theme
from tests.scans.export.reading import book_of, csv_of, export_of, table_of, write

OUTCOMES = {
    "yes": Outcome.YES,
    "no": Outcome.NO,
    "don’t know": Outcome.UNKNOWN,
    "difference": Outcome.DISPUTED,
    "not applicable": Outcome.NOT_APPLICABLE,
    "open": Outcome.OPEN,
}


def test_workbook_has_the_scan_its_themes_its_answers_and_what_they_mean(world):
    book = book_of(export_of(world.a.finished))

    assert book.sheetnames == ["Overview", "Themes", "Answers", "Explanation"]
    assert dict(book["Overview"].iter_rows(min_row=2, values_only=True)) == {
        "Organisation": "Gemeente Aalbeke",
        "Year": 2025,
        "Kind of scan": "full",
        "Questionnaire": "government 1",
        "State": "finished",
        "Finished on": datetime(2025, 4, 1),  # noqa: DTZ001 - a date, as openpyxl reads it
        "Global score": 0.55,
        "Themes counted": 2,
        "Themes not counted": 0,
        "Weakest theme": "Thema nummer 1",
        "Score of the weakest theme": 0.43,
        "Statements with yes or no": 26,
        "Statements that apply": 29,
    }
    assert table_of(book, "Themes")[0] == {
        "Theme number": 1,
        "Theme": "Thema nummer 1",
        "Weight of the theme": 1,
        "Score": 0.43,
        "Why no score": None,
        "Range from": 0.43,
        "Range to": 0.43,
        "Completeness": 1,
        "Step of the theme": 2,
        "Possible step": 2,
        "Number of yes": 6,
        "Number of no": 8,
        "Number of don’t know": 0,
        "Number of differences": 0,
        "Number of not applicable": 1,
        "Number of open": 0,
    }
    assert table_of(book, "Answers")[8] == {
        "Theme number": 1,
        "Theme": "Thema nummer 1",
        "Code": "thema-1-3c",
        "Step of the statement": 3,
        "Statement": "Wij doen thema-1-3c helemaal.",
        "Weight of the statement": 1,
        "Answer": "not applicable",
        "Interesting for us": "no",
        "Department": "Algemene directie",
    }


def test_csv_has_a_row_per_statement_with_everything_before_it(world):
    rows = csv_of(export_of(world.a.finished))

    assert len(rows) == 30
    assert rows[8] == {
        "Organisation": "Gemeente Aalbeke",
        "Year": "2025",
        "Kind of scan": "full",
        "Questionnaire": "government 1",
        "State": "finished",
        "Finished on": "2025-04-01",
        "Global score": "0,55",
        "Themes counted": "2",
        "Themes not counted": "0",
        "Weakest theme": "Thema nummer 1",
        "Score of the weakest theme": "0,43",
        "Statements with yes or no": "26",
        "Statements that apply": "29",
        "Theme number": "1",
        "Theme": "Thema nummer 1",
        "Weight of the theme": "1",
        "Score": "0,43",
        "Why no score": "",
        "Range from": "0,43",
        "Range to": "0,43",
        "Completeness": "1,00",
        "Step of the theme": "2",
        "Possible step": "2",
        "Number of yes": "6",
        "Number of no": "8",
        "Number of don’t know": "0",
        "Number of differences": "0",
        "Number of not applicable": "1",
        "Number of open": "0",
        "Code": "thema-1-3c",
        "Step of the statement": "3",
        "Statement": "Wij doen thema-1-3c helemaal.",
        "Weight of the statement": "1",
        "Answer": "not applicable",
        "Interesting for us": "no",
        "Department": "Algemene directie",
    }


def test_headings_are_all_different():
    headings = [str(column.heading) for column in (*SCAN, *THEME, *STATEMENT, *WRITTEN)]

    assert [heading for heading, times in Counter(headings).items() if times > 1] == []


def test_exported_answers_come_to_the_exported_figures(oracle):
    """Who counts by hand, with the weights and answers of the file, finds its scores and steps."""
    book = book_of(export_of(oracle))
    by_theme: dict[int, list[ScoredStatement]] = {}
    for row in table_of(book, "Answers"):
        scored = ScoredStatement(
            row["Code"],
            row["Step of the statement"],
            row["Weight of the statement"],
            OUTCOMES[row["Answer"]],
        )
        by_theme.setdefault(row["Theme number"], []).append(scored)

    counted = {number: score_theme(statements) for number, statements in by_theme.items()}

    assert counted == {line.number: line.result for line in scan_result(oracle).lines}
    assert [row["Step of the theme"] for row in table_of(book, "Themes")] == [
        result.reached for result in counted.values()
    ]


def test_answer_that_differs_between_people_says_so(oracle):
    answers = {
        row["Code"]: row["Answer"] for row in table_of(book_of(export_of(oracle)), "Answers")
    }

    assert (answers["thema-9-1c"], answers["thema-12-2a"]) == ("difference", "don’t know")


def test_remarks_and_reasons_have_no_place_unless_chosen(world):
    write(world.a.finished, "thema-1-3c", remark="Geheime opmerking", reason="Geheime reden")
    export = export_of(world.a.finished)

    assert "Geheime" not in export.csv()
    assert {"Remark", "Reason"} & {
        *csv_of(export)[0],
        *table_of(book_of(export), "Answers")[0],
    } == set()
    assert "Remark" not in {row["Column"] for row in table_of(book_of(export), "Explanation")}


def test_remarks_and_reasons_are_there_when_chosen(world):
    write(
        world.a.finished, "thema-1-3c", remark="Een opmerking;\nop twee regels", reason="Een reden"
    )
    write(world.a.finished, "thema-1-1a", reason="Een reden van voor het antwoord ja werd")
    export = export_of(world.a.finished, with_remarks=True)

    in_book = {
        row["Code"]: (row["Remark"], row["Reason"])
        for row in table_of(book_of(export), "Answers")
        if row["Remark"] or row["Reason"]
    }
    in_csv = {
        row["Code"]: (row["Remark"], row["Reason"])
        for row in csv_of(export)
        if row["Remark"] or row["Reason"]
    }

    assert in_book == {"thema-1-3c": ("Een opmerking;\nop twee regels", "Een reden")}
    assert in_csv == in_book


def test_remarks_of_several_people_each_have_a_line(oracle):
    write(oracle, "thema-9-1c", remark="Van ieder een")

    rows = table_of(book_of(export_of(oracle, with_remarks=True)), "Answers")

    assert [row["Remark"] for row in rows if row["Remark"]] == ["Van ieder een\nVan ieder een"]


def test_names_of_people_are_not_in_an_export(world):
    export = export_of(world.a.finished, with_remarks=True)

    cells = {cell for page in book_of(export) for row in page.values for cell in row}
    assert {cell for cell in cells if world.els.name in str(cell)} == set()
    assert world.els.name not in export.csv()


def test_what_people_type_never_runs(world):
    write(world.a.finished, "thema-1-3c", remark="=1+1", reason="\t-1")
    export = export_of(world.a.finished, with_remarks=True)

    cells = {cell.value: cell.data_type for row in book_of(export)["Answers"] for cell in row}
    [row] = [row for row in csv_of(export) if row["Remark"]]
    assert (cells["=1+1"], cells["\t-1"]) == ("s", "s")
    assert (row["Remark"], row["Reason"]) == ("'=1+1", "'\t-1")


def test_interesting_is_told(world):
    write(world.a.finished, "thema-2-2b", interesting=True)

    rows = csv_of(export_of(world.a.finished))

    assert [row["Code"] for row in rows if row["Interesting for us"] == "yes"] == ["thema-2-2b"]


def test_explanation_names_every_column(world):
    export = export_of(world.a.finished, with_remarks=True)

    told = table_of(book_of(export), "Explanation")

    assert [(row["Sheet"], row["Column"], row["Meaning"]) for row in told] == [
        (sheet, str(column.heading), str(column.meaning))
        for sheet, columns in (
            ("Overview", SCAN),
            ("Themes", THEME),
            ("Answers", (*STATEMENT, *WRITTEN)),
        )
        for column in columns
    ]
