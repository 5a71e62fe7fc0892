"""Elements of a page by tag, class and attribute: a corner of CSS, which the standard library
does not have."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

ONE = re.compile(r"(?P<tag>\w*)(?P<classes>(\.[\w-]+)*)(?P<attributes>(\[[^\]]+\])*)")


def select(tree: Element, selector: str) -> list[Element]:
    """Parts of `selector` lie within each other, such as "main .btn" or "input[name=title]"."""
    found = [tree]
    for part in selector.split():
        found = list(dict.fromkeys(inner for outer in found for inner in _within(outer, part)))
    return found


def _within(outer: Element, part: str) -> Iterator[Element]:
    wanted = ONE.fullmatch(part)
    classes = wanted["classes"].split(".")[1:]
    attributes = [pair.partition("=") for pair in re.findall(r"\[([^\]]+)\]", wanted["attributes"])]
    for inner in outer.iter():
        own = inner.get("class", "").split()
        if (
            inner is not outer
            and wanted["tag"] in ("", inner.tag)
            and set(classes) <= set(own)
            and all(
                name in inner.attrib and (not is_given or inner.get(name) == value)
                for name, is_given, value in attributes
            )
        ):
            yield inner
