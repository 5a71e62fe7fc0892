"""Files with example actions: what is read, and each fault with its file, line and field."""

from dataclasses import replace
from decimal import Decimal

import pytest

from scans.example_files import RULES, Example, Indicator, Range
from scans.example_files.rules import MESSAGES, texts_too_long
from scans.labels import EXAMPLE_RULES
from scans.questionnaire_files.problems import Place
from tests.scans.example_files.sample import (
    NAME,
    SAMPLE,
    SECOND,
    edit,
    problems_of,
    read,
    write_sample,
)


def test_example_is_read_whole(tmp_path):
    (example,) = read(write_sample(tmp_path))

    assert example == Example(
        code="actie-aankopen-01",
        theme="aankopen",
        track="a",
        title="Kies samen papier",
        what="We kiezen papier met een keurmerk.",
        why="Papier kopen we elk jaar.",
        first_step="Tel de dozen.",
        effort="klein",
        days=Range(1, 3),
        effort_who="De dienst aankoop.",
        once=Range(0, 100),
        yearly=Range(0, 0),
        cost_note="Een staal.",
        months=Range(1, 2),
        indicator=Indicator(
            "Dozen met een keurmerk", "dozen", "Tel de facturen.", Decimal(0), Decimal("12.5"), 6
        ),
        sdgs=(8, 12),
        helps=("aankopen-1a", "aankopen-2a"),
        lead="aankoop",
        partners=("milieu",),
        tips=("Begin klein.", "Vraag een staal."),
        pitfalls=("Te veel soorten.", "Te laat bestellen."),
        lead_name="aankoop",
        place=Place("", 0, {}),
    )


def test_note_and_partners_may_be_left_out(tmp_path):
    _first, second = read(write_sample(tmp_path, SAMPLE + SECOND))

    assert (second.cost_note, second.partners) == ("", ())


FAULTS = [
    (
        "theme: aankopen",
        "theme: aankoop",
        ["3: {a}unknown theme `aankoop`; did you mean `aankopen`?"],
    ),
    (
        "code: actie-aankopen-01",
        "code: actie-11",
        ["2: actie-11: the code must be `actie-aankopen-` and two digits"],
    ),
    (
        "code: actie-aankopen-01",
        "code: Actie 1",
        ["2: `code` may hold small letters, digits and hyphens only: `Actie 1`"],
    ),
    ("track: a", "track: d", ["4: `track` must be one of a, b, c, not `d`"]),
    ("    title: Kies samen papier\n", "", ["2: missing key `title` in example action"]),
    (
        "title:",
        "titel:",
        [
            "2: missing key `title` in example action",
            "5: unknown key `titel` in example action; did you mean `title`?",
        ],
    ),
    (
        '    effort: {level: klein, staff_days: [1, 3], who: "De dienst aankoop."}\n',
        "",
        ["2: missing key `effort` in example action"],
    ),
    (
        "effort: {level: klein,",
        "effort: {level: klein, days: 2,",
        ["9: unknown key `days` in `effort`"],
    ),
    (
        "level: klein",
        "level: groots",
        ["9: `level` must be one of klein, middel, groot, not `groots`"],
    ),
    (
        "level: klein",
        "level: middel",
        ["9: {a}staff days of `middel`: klein up to 5, middel 6 to 14, groot 15 or more"],
    ),
    (
        "staff_days: [1, 3]",
        "staff_days: [3, 1]",
        ["9: {a}a range goes from the lowest to the highest number, not 3–1"],
    ),
    ("staff_days: [1, 3]", "staff_days: [1, 2, 3]", ["9: `staff_days` must be [lowest, highest]"]),
    (
        "staff_days: [1, 3]",
        "staff_days: veel",
        ["9: `staff_days` must be [lowest, highest]", "9: `staff_days` must be a list, not text"],
    ),
    (
        "once: [0, 100]",
        "once: [0, duur]",
        ["10: `once` must be [lowest, highest]", "10: `once` must be a whole number, not `duur`"],
    ),
    (
        'cost: {once: [0, 100], yearly: [0, 0], note: "Een staal."}',
        "cost: gratis",
        ["10: `cost` must be a group of keys, not text"],
    ),
    ("lead_time_months: [1, 2]", "lead_time_months: [0, 0]", ["11: {a}takes at least one month"]),
    ("within_months: 6", "within_months: 0", ["16: {a}takes at least one month"]),
    ("target: 12.5", "target: 0", ["16: {a}baseline and target are both 0"]),
    ("target: 12.5", "target: veel", ["16: `target` must be a number, not `veel`"]),
    ("target: 12.5", "target: [1]", ["16: `target` must be a number, not `a list`"]),
    ("sdgs: [12, 8]", "sdgs: [12, 18]", ["17: {a}unknown SDG 18"]),
    ("sdgs: [12, 8]", "sdgs: [12, 12]", ["17: {a}`12` is named twice"]),
    (
        "helps: [aankopen-2a,",
        "helps: [aankopen-9a,",
        ["18: {a}unknown statement `aankopen-9a`; did you mean `aankopen-2a`?"],
    ),
    (
        "lead: aankoop",
        "lead: aankopen",
        ["19: {a}unknown department `aankopen`; did you mean `aankoop`?"],
    ),
    ("partners: [milieu]", "partners: [milieu, milieu]", ["19: {a}`milieu` is named twice"]),
    (
        "partners: [milieu]",
        f"partners: [{'m' * 301}]",
        ["19: {a}the text has more than 300 characters"],
    ),
    ("      - Vraag een staal.\n", "", ["20: {a}give 2–5 of them"]),
    ("      - Te veel soorten.\n", "", ["23: {a}give 2–4 of them"]),
    (
        "Papier kopen we elk jaar.",
        "Zo " * 20 + "gaat het.",
        [f"7: {{a}}a sentence has more than 20 words: {'Zo ' * 20}gaat het."],
    ),
    ("Kies samen papier", "x" * 161, ["5: `title` has 161 characters; at most 160"]),
    ("Begin klein.", "Tel de dozen.", []),
]


@pytest.mark.parametrize(("old", "new", "lines"), FAULTS)
def test_fault_is_named_with_file_line_and_field(tmp_path, old, new, lines):
    edit(write_sample(tmp_path) / NAME, old, new)

    found = problems_of(tmp_path) if lines else read(tmp_path) and []

    assert found == [f"{NAME}:{line}".replace("{a}", "actie-aankopen-01: ") for line in lines]


def test_two_examples_with_one_code_or_one_sentence(tmp_path):
    text = SAMPLE + SECOND.replace("-02", "-01").replace("Maak een lijst.", "begin KLEIN!")
    other = SAMPLE + SECOND.replace("Maak een lijst.", "begin KLEIN!")

    assert problems_of(write_sample(tmp_path, text)) == [
        f"{NAME}:26: actie-aankopen-01: the same code stands at {tmp_path}/{NAME}:2"
    ]
    assert problems_of(write_sample(tmp_path, other)) == [
        f"{NAME}:44: actie-aankopen-02: another action says this too: begin KLEIN!"
    ]


def test_folder_without_files_and_file_with_another_name(tmp_path):
    (tmp_path / "acties.yml").write_text(SAMPLE, encoding="utf-8")

    assert problems_of(tmp_path) == [
        f"{tmp_path}:1: no file with actions (*.yaml) in this folder",
        "acties.yml:1: a file with actions ends in .yaml",
    ]


def test_file_that_is_no_yaml(tmp_path):
    assert problems_of(write_sample(tmp_path, "")) == [f"{NAME}:1: the file is empty"]


def test_every_rule_has_words_for_files_and_for_the_administration():
    assert set(EXAMPLE_RULES) == set(MESSAGES)
    assert len(RULES) == len(set(RULES))


def test_text_that_was_typed_elsewhere_keeps_the_same_bounds(tmp_path):
    """A file is refused while it is read; what an editor typed meets the rule itself."""
    (example,) = read(write_sample(tmp_path))
    long = replace(example, title="m" * 161)

    found = [(one.key, one.rule) for one in texts_too_long(long, None)]

    assert found == [("title", "text_too_long")]
