"""Form fields in which an editor writes lists as lines of text."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

TRACKS = ("a", "b", "c")


class PairsField(forms.CharField):
    """Lines "left: right" ⇄ pairs. A line without a colon is refused, and named."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) else self.as_lines(value or [])

    def as_lines(self, value: Any) -> str:
        return "\n".join(f"{left}: {right}" for left, right in self.pairs_of(value))

    def pairs_of(self, value: Any) -> list[tuple[str, str]]:
        raise NotImplementedError

    def value_of(self, pairs: list[tuple[str, str]]) -> Any:
        raise NotImplementedError

    def to_python(self, value: Any) -> Any:
        lines = [line.strip() for line in (value or "").splitlines() if line.strip()]
        return self.value_of([self._split(line) for line in lines])

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)

    @staticmethod
    def _split(line: str) -> tuple[str, str]:
        left, colon, right = line.partition(":")
        if not (colon and left.strip() and right.strip()):
            raise forms.ValidationError(
                _("Write “%(line)s” as two parts with a colon between them."),
                params={"line": line},
            )
        return left.strip(), right.strip()


class WordsField(PairsField):
    """[{word, means}], one on a line."""

    def pairs_of(self, value: Any) -> list[tuple[str, str]]:
        return [(item["word"], item["means"]) for item in value]

    def value_of(self, pairs: list[tuple[str, str]]) -> Any:
        return [{"word": word, "means": means} for word, means in pairs]


class TracksField(PairsField):
    """{letter: name}, one on a line."""

    def pairs_of(self, value: Any) -> list[tuple[str, str]]:
        return sorted(dict(value).items())

    def value_of(self, pairs: list[tuple[str, str]]) -> Any:
        wrong = [letter for letter, _name in pairs if letter not in TRACKS]
        if wrong:
            raise forms.ValidationError(
                _("“%(letter)s” is no track: they are a, b and c."), params={"letter": wrong[0]}
            )
        return dict(pairs)


class ValuesField(forms.CharField):
    """A list of codes, written with commas between them."""

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) else ", ".join(value or [])

    def to_python(self, value: Any) -> Any:
        return [part.strip() for part in (value or "").split(",") if part.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.to_python(self.prepare_value(initial)) != self.to_python(data))


class LinesField(forms.CharField):
    """A list of texts, one on a line."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) else "\n".join(value or [])

    def to_python(self, value: Any) -> Any:
        return [line.strip() for line in (value or "").splitlines() if line.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.to_python(self.prepare_value(initial)) != self.to_python(data))
