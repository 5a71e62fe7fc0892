"""YAML text to nodes that know their line. Values are read from the nodes by `fields`."""

from collections.abc import Mapping
from pathlib import Path

import yaml

from scans.questionnaire_files.problems import Log

# The parser in C: a questionnaire of fifteen themes loads in a tenth of the time.
LOADER = yaml.CSafeLoader
TAG = "tag:yaml.org,2002:"
KINDS = {
    f"{TAG}bool": "true or false",
    f"{TAG}float": "a decimal number",
    f"{TAG}int": "a number",
    f"{TAG}map": "a group of keys",
    f"{TAG}null": "nothing",
    f"{TAG}seq": "a list",
    f"{TAG}str": "text",
    f"{TAG}timestamp": "a date",
}


def parse(path: Path, log: Log) -> yaml.Node | None:
    """The root node; None when there is nothing to go on with, the reason being in the log."""
    text = _decode(path, log)
    if text is None:
        return None
    try:
        root = None if _has_aliases(text, log) else yaml.compose(text, Loader=LOADER)
    except yaml.reader.ReaderError as error:
        log.report(text.count("\n", 0, error.position) + 1, "holds a character that YAML forbids")
    except yaml.MarkedYAMLError as error:
        log.report(_line_of_error(error), f"not valid YAML: {error.problem}")
    else:
        if root is None and not log.problems:
            log.report(1, "the file is empty")
        return root
    return None


def _decode(path: Path, log: Log) -> str | None:
    """The text, with or without the byte order mark that some editors put first."""
    try:
        data = path.read_bytes()
    except OSError as error:
        log.report(1, f"cannot be read: {error.strerror}")
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        log.report(data.count(b"\n", 0, error.start) + 1, "not UTF-8 text")
        return None


def _has_aliases(text: str, log: Log) -> bool:
    """An alias makes one node stand on two lines, or inside itself."""
    events = yaml.parse(text, Loader=LOADER)
    lines = [line_of(event) for event in events if isinstance(event, yaml.AliasEvent)]
    for line in lines:
        log.report(line, "aliases (*name) are not used here")
    return bool(lines)


def _line_of_error(error: yaml.MarkedYAMLError) -> int:
    return error.problem_mark.line + 1 if error.problem_mark else 1


def line_of(found: yaml.Node | yaml.Event) -> int:
    return found.start_mark.line + 1 if found.start_mark else 1


def kind_of(node: yaml.Node) -> str:
    """What a person would call it: text, a list, nothing …"""
    return KINDS.get(node.tag, f"a value with the tag {node.tag}")


def is_kind(node: yaml.Node, name: str) -> bool:
    return bool(node.tag == TAG + name)


def pairs(node: yaml.Node, log: Log, what: str) -> Mapping[str, tuple[int, yaml.Node]]:
    """The keys of a mapping, each with its line and value; repeated keys are reported."""
    if not isinstance(node, yaml.MappingNode):
        log.report(line_of(node), f"{what} must be a group of keys, not {kind_of(node)}")
        return {}
    found: dict[str, tuple[int, yaml.Node]] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            log.report(line_of(key), f"a key of {what} must be text, not {kind_of(key)}")
        elif key.value in found:
            log.report(line_of(key), f"duplicate key `{key.value}` in {what}")
        else:
            found[key.value] = (line_of(key), value)
    return found
