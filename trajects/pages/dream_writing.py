"""What stands around the form in which one writes a dream image."""

from dataclasses import dataclass, replace
from datetime import datetime

from trajects.entries import DreamEntry
from trajects.models import Traject
from trajects.pages.dream_suggestions import DreamSuggestion, suggestion_of
from trajects.queries.dreams import chosen_themes, collection_of, may_write
from trajects.queries.standing import Standing


@dataclass(frozen=True)
class WritingPage:
    """`is_open`: something may be sent now; `invitation`: what the moderator asks; `suggestion`:
    the statement of the scan that it is written to."""

    is_open: bool
    has_themes: bool
    invitation: str
    theme: int | None = None
    suggestion: DreamSuggestion | None = None

    @property
    def initial(self) -> dict[str, object]:
        return {"themes": [self.theme] if self.theme else []}

    def with_code(self, entry: DreamEntry) -> DreamEntry:
        return replace(entry, statement_code=self.suggestion.code) if self.suggestion else entry


def writing_page(
    traject: Traject,
    *,
    at: datetime,
    standing: Standing | None = None,
    theme: str = "",
    code: str = "",
) -> WritingPage:
    """`theme` and `code` as the address gives them: what is not offered counts for nothing. A guest
    has no `standing`, and is offered no statements."""
    chosen = list(chosen_themes(traject).values_list("pk", flat=True))
    collection = collection_of(traject)
    start = suggestion_of(traject, standing, code) if standing else None
    wanted = start[0].pk if start else int(theme) if theme in map(str, chosen) else None
    return WritingPage(
        is_open=may_write(traject, at),
        has_themes=bool(chosen),
        invitation=collection.invitation if collection else "",
        theme=chosen[0] if len(chosen) == 1 else wanted,
        suggestion=start[1] if start else None,
    )
