"""The read-models of the catalogue: what fits a search by theme, and one example whole."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from scans.models import ExampleAction, Theme
from scans.queries.examples import Search, found_examples, statement_texts


@dataclass(frozen=True)
class ThemeExamples:
    theme: Theme
    examples: tuple[ExampleAction, ...]


@dataclass(frozen=True)
class Catalogue:
    """`statement`: the text of the statement that is looked for, empty for none. `theme` is that of
    the statement, for who finds nothing."""

    search: Search
    themes: tuple[ThemeExamples, ...]
    statement: str
    theme: str

    @property
    def count(self) -> int:
        return sum(len(theme.examples) for theme in self.themes)


@dataclass(frozen=True)
class ExamplePage:
    """`statements`: (code, text) of what it helps to say yes to, in order."""

    example: ExampleAction
    statements: tuple[tuple[str, str], ...]


def catalogue_of(search: Search) -> Catalogue:
    """Three queries, and one more for the words of a statement."""
    found = groupby(found_examples(search), key=lambda example: example.theme)
    code = search.statement
    return Catalogue(
        search=search,
        themes=tuple(ThemeExamples(theme, tuple(own)) for theme, own in found),
        statement=statement_texts([code]).get(code, "") if code else "",
        theme=code.rpartition("-")[0],
    )


def example_page(example: ExampleAction) -> ExamplePage:
    """One query, for an example that comes with its labels. A statement of which nobody knows the
    words is left out."""
    codes = [help.code for help in example.helps.all()]
    texts = statement_texts(codes)
    return ExamplePage(example, tuple((code, texts[code]) for code in codes if code in texts))
