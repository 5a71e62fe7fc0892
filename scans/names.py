"""The names a result is written with: those of today, or those of the finish."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class ThemeNames:
    """`sdgs` are numbers and `iso_subjects` codes, in order."""

    number: int
    name: str
    short_name: str
    sdgs: tuple[int, ...] = ()
    iso_subjects: tuple[str, ...] = ()


@dataclass(frozen=True)
class Names:
    """By code, SDGs by number. What is not in it goes by its name of today."""

    themes: Mapping[str, ThemeNames] = field(default_factory=dict)
    departments: Mapping[str, str] = field(default_factory=dict)
    sdgs: Mapping[int, str] = field(default_factory=dict)
    iso_subjects: Mapping[str, str] = field(default_factory=dict)

    @property
    def stored(self) -> dict[str, Any]:
        """As JSON can hold it."""
        return {
            "themes": {code: asdict(theme) for code, theme in self.themes.items()},
            "departments": dict(self.departments),
            "sdgs": {str(number): name for number, name in self.sdgs.items()},
            "iso_subjects": dict(self.iso_subjects),
        }

    @classmethod
    def from_stored(cls, stored: Mapping[str, Any]) -> Names:
        return cls(
            themes={
                code: ThemeNames(
                    theme["number"],
                    theme["name"],
                    theme["short_name"],
                    tuple(theme["sdgs"]),
                    tuple(theme["iso_subjects"]),
                )
                for code, theme in stored["themes"].items()
            },
            departments=stored["departments"],
            sdgs={int(number): name for number, name in stored["sdgs"].items()},
            iso_subjects=stored["iso_subjects"],
        )

    def theme(self, code: str, today: ThemeNames) -> ThemeNames:
        return self.themes.get(code, today)

    def department(self, code: str, today: str) -> str:
        return self.departments.get(code, today)
