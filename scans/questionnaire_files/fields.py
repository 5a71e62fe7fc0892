"""Typed reading of one group of keys. What has another shape is reported and reads as a blank."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from difflib import get_close_matches
from typing import TypeVar

import yaml

from scans.questionnaire_files.nodes import is_kind, kind_of, line_of, pairs
from scans.questionnaire_files.problems import Log, Place

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
UNREAD = -1  # The blank of numbers: none in the files is below zero.
BOOLEANS = {"true": True, "false": False}

T = TypeVar("T")


def did_you_mean(name: str, known: Collection[str]) -> str:
    """`; did you mean …?`, or nothing when no known name comes close."""
    close = get_close_matches(name, known, n=1)
    return f"; did you mean `{close[0]}`?" if close else ""


class Fields:
    """The keys of one mapping. `sound` is true as long as nothing in it had to be reported."""

    def __init__(
        self,
        node: yaml.Node,
        log: Log,
        what: str,
        *,
        required: Collection[str],
        optional: Collection[str] = (),
    ) -> None:
        self._log = log
        self._before = len(log.problems)
        self._pairs = pairs(node, log, what)
        lines = {key: line for key, (line, _) in self._pairs.items()}
        self.place = Place(log.file, line_of(node), lines)
        if isinstance(node, yaml.MappingNode):
            self._check_keys(what, required, optional)

    @property
    def sound(self) -> bool:
        return len(self._log.problems) == self._before

    def _check_keys(self, what: str, required: Collection[str], optional: Collection[str]) -> None:
        known = [*required, *optional]
        for key, line in self.place.keys.items():
            if key not in known:
                self._log.report(line, f"unknown key `{key}` in {what}{did_you_mean(key, known)}")
        for key in required:
            if key not in self.place.keys:
                self._log.report(self.place.line, f"missing key `{key}` in {what}")

    def text(self, key: str, *, longest: int | None = None) -> str:
        return self._value(key, lambda line, node: self._text(key, line, node, longest)) or ""

    def slug(self, key: str, *, longest: int = 40) -> str:
        """A code that can stand in an address: small letters, digits and hyphens."""
        value = self.text(key, longest=longest)
        if value and not SLUG.fullmatch(value):
            message = f"`{key}` may hold small letters, digits and hyphens only: `{value}`"
            self._log.report(self.place.keys[key], message)
        return value

    def choice(self, key: str, allowed: Collection[str]) -> str:
        value = self.text(key)
        if value and value not in allowed:
            message = f"`{key}` must be one of {', '.join(allowed)}, not `{value}`"
            self._log.report(self.place.keys[key], message)
        return value

    def integer(self, key: str, *, default: int = UNREAD) -> int:
        """The default is for a key that is not there; what is no number reads as UNREAD."""
        if key not in self._pairs:
            return default
        value = self._integer(key, *self._pairs[key])
        return UNREAD if value is None else value

    def boolean(self, key: str) -> bool:
        return bool(self._value(key, lambda line, node: self._boolean(key, line, node)))

    def texts(self, key: str, *, longest: int | None = None) -> tuple[str, ...]:
        values = (self._text(key, line, node, longest) for line, node in self._list(key))
        return tuple(value for value in values if value is not None)

    def integers(self, key: str) -> tuple[int, ...]:
        values = (self._integer(key, line, node) for line, node in self._list(key))
        return tuple(value for value in values if value is not None)

    def items(self, key: str, read: Callable[[yaml.Node, Log], T | None]) -> tuple[T, ...]:
        values = (read(node, self._log) for _, node in self._list(key))
        return tuple(value for value in values if value is not None)

    def part(self, key: str, read: Callable[[yaml.Node, Log], T | None]) -> T | None:
        return self._value(key, lambda line, node: read(node, self._log))

    def _value(self, key: str, read: Callable[[int, yaml.Node], T | None]) -> T | None:
        """None when the key is not there (reported, if it had to be) or its value does not fit."""
        return read(*self._pairs[key]) if key in self._pairs else None

    def _list(self, key: str) -> Iterator[tuple[int, yaml.Node]]:
        """The items of a list, each with its line. An empty list is reported: it may be a slip."""
        if key not in self._pairs:
            return
        line, node = self._pairs[key]
        if not isinstance(node, yaml.SequenceNode):
            self._log.report(line, f"`{key}` must be a list, not {kind_of(node)}")
            return
        if not node.value:
            self._log.report(line, f"`{key}` is an empty list")
        for item in node.value:
            yield line_of(item), item

    def _text(self, key: str, line: int, node: yaml.Node, longest: int | None) -> str | None:
        if is_kind(node, "null") or (is_kind(node, "str") and not node.value.strip()):
            self._log.report(line, f"`{key}` is empty")
        elif not isinstance(node, yaml.ScalarNode):
            self._log.report(line, f"`{key}` must be text, not {kind_of(node)}")
        elif not is_kind(node, "str"):
            message = f"`{key}` must be text, not {kind_of(node)}: put it between quotes"
            self._log.report(line, message)
        else:
            return self._limited(key, line, node.value.strip(), longest)
        return None

    def _limited(self, key: str, line: int, value: str, longest: int | None) -> str:
        if longest is not None and len(value) > longest:
            self._log.report(line, f"`{key}` has {len(value)} characters; at most {longest}")
        if any(unicodedata.category(sign) == "Cc" and sign != "\n" for sign in value):
            self._log.report(line, f"`{key}` holds a control character")
        return value

    def _integer(self, key: str, line: int, node: yaml.Node) -> int | None:
        if is_kind(node, "int") and re.fullmatch(r"[0-9]{1,9}", node.value):
            return int(node.value)
        self._log.report(line, f"`{key}` must be a whole number, not {_shown(node)}")
        return None

    def _boolean(self, key: str, line: int, node: yaml.Node) -> bool | None:
        if isinstance(node, yaml.ScalarNode) and node.value in BOOLEANS:
            return BOOLEANS[node.value]
        self._log.report(line, f"`{key}` must be true or false, not {_shown(node)}")
        return None


def _shown(node: yaml.Node) -> str:
    """The value as it was written, when that is short enough to recognise."""
    written = isinstance(node, yaml.ScalarNode) and 0 < len(node.value) <= 20
    return f"`{node.value}`" if written else kind_of(node)
