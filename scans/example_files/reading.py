"""Nodes of one file to examples. What has another shape is reported, and its example left out."""

import re
from collections.abc import Collection, Iterator
from decimal import Decimal

import yaml

from scans.example_files.content import DAYS_OF_EFFORT, LONGEST, Example, Indicator, Range
from scans.questionnaire_files.fields import UNREAD, Fields
from scans.questionnaire_files.nodes import kind_of
from scans.questionnaire_files.problems import Log, Place
from scans.questionnaire_files.taxonomy import Taxonomy

TRACKS = ("a", "b", "c")
NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{1,3})?")
NO_RANGE = Range(UNREAD, UNREAD)
KEYS = (
    *("code", "theme", "track", "title", "what", "why", "first_step", "effort", "cost"),
    *("lead_time_months", "indicator", "sdgs", "helps", "departments", "tips", "pitfalls"),
)
# Groups of keys inside an example: what must be in them, and what may be.
GROUPS: dict[str, tuple[Collection[str], Collection[str]]] = {
    "effort": (("level", "staff_days", "who"), ()),
    "cost": (("once", "yearly"), ("note",)),
    "indicator": (("name", "unit", "how_to_measure", "example"), ()),
    "departments": (("lead",), ("partners",)),
}
EXAMPLE_KEYS = ("baseline", "target", "within_months")
# What an example calls it, where the file has another word.
NAMES = {
    **{"level": "effort", "staff_days": "days", "who": "effort_who", "note": "cost_note"},
    **{"lead_time_months": "months", "name": "indicator"},
}


class ExampleFields(Fields):
    """Adds ranges, numbers with decimals, and groups of keys."""

    def span(self, key: str) -> Range:
        """[lowest, highest]; another shape is reported."""
        values = self.integers(key)
        if len(values) == 2:
            return Range(*values)
        if key in self.place.keys:
            self._log.report(self.place.keys[key], f"`{key}` must be [lowest, highest]")
        return NO_RANGE

    def number(self, key: str) -> Decimal:
        found = self._value(key, lambda line, node: self._number(key, line, node))
        return Decimal(0) if found is None else found

    def group(
        self, key: str, required: Collection[str], optional: Collection[str] = ()
    ) -> "ExampleFields":
        """One that is missing is reported as such, and reads as blanks."""

        def read(node: yaml.Node, log: Log) -> ExampleFields:
            return ExampleFields(node, log, f"`{key}`", required=required, optional=optional)

        nothing = yaml.MappingNode("", [])
        return self.part(key, read) or ExampleFields(nothing, Log(""), key, required=())

    def _number(self, key: str, line: int, node: yaml.Node) -> Decimal | None:
        written = node.value if isinstance(node, yaml.ScalarNode) else kind_of(node)
        if NUMBER.fullmatch(written):
            return Decimal(written)
        self._log.report(line, f"`{key}` must be a number, not `{written}`")
        return None


def read_file(root: yaml.Node, log: Log, taxonomy: Taxonomy) -> tuple[Example, ...]:
    def read(node: yaml.Node, log: Log) -> Example | None:
        fields = ExampleFields(node, log, "example action", required=KEYS)
        example = _example(fields, taxonomy)
        return example if fields.sound else None

    return Fields(root, log, "the file", required=("actions",)).items("actions", read)


def _example(fields: ExampleFields, taxonomy: Taxonomy) -> Example:
    effort, cost, measured, departments = (fields.group(key, *GROUPS[key]) for key in GROUPS)
    shown = measured.group("example", EXAMPLE_KEYS)
    lead = departments.text("lead")
    return Example(
        code=fields.slug("code", longest=60),
        theme=fields.text("theme"),
        track=fields.choice("track", TRACKS),
        title=_text(fields, "title"),
        what=_text(fields, "what"),
        why=_text(fields, "why"),
        first_step=_text(fields, "first_step"),
        effort=effort.choice("level", DAYS_OF_EFFORT),
        days=effort.span("staff_days"),
        effort_who=_text(effort, "who"),
        once=cost.span("once"),
        yearly=cost.span("yearly"),
        cost_note=_text(cost, "note"),
        months=fields.span("lead_time_months"),
        indicator=_indicator(measured, shown),
        sdgs=tuple(sorted(fields.integers("sdgs"))),
        helps=tuple(sorted(fields.texts("helps"))),
        lead=taxonomy.department_kind(lead),
        partners=departments.texts("partners"),
        tips=fields.texts("tips", longest=LONGEST["tips"]),
        pitfalls=fields.texts("pitfalls", longest=LONGEST["pitfalls"]),
        lead_name=lead,
        place=_place(fields, effort, cost, measured, shown, departments),
    )


def _indicator(measured: ExampleFields, shown: ExampleFields) -> Indicator:
    return Indicator(
        name=_text(measured, "name"),
        unit=_text(measured, "unit"),
        how_to_measure=_text(measured, "how_to_measure"),
        baseline=shown.number("baseline"),
        target=shown.number("target"),
        within_months=shown.integer("within_months"),
    )


def _text(fields: ExampleFields, key: str) -> str:
    return fields.text(key, longest=LONGEST[NAMES.get(key, key)])


def _place(fields: ExampleFields, *groups: ExampleFields) -> Place:
    """The line of everything an example holds, by what it calls it."""
    keys = dict(_named(fields))
    for group in groups:
        keys.update(_named(group))
    return Place(fields.place.file, fields.place.line, keys)


def _named(fields: ExampleFields) -> Iterator[tuple[str, int]]:
    return ((NAMES.get(key, key), line) for key, line in fields.place.keys.items())
