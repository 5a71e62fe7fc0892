"""An answer of the product as a tree."""

from collections.abc import Iterator

from django.http import HttpResponse
from lxml.html import HtmlElement as Element
from lxml.html import HTMLParser, document_fromstring

WITHOUT_COMMENTS = HTMLParser(encoding="utf-8", remove_comments=True)
SWITCHES = ("checked", "disabled", "hidden", "open", "readonly", "required", "selected")
SWITCHED = "//*[" + " or ".join(f"@{name}" for name in SWITCHES) + "]"


def page_of(response: HttpResponse) -> Element:
    return tree_of(response.content)


def tree_of(markup: bytes | str) -> Element:
    """An attribute that is only there or not there has the value "", as in a browser."""
    content = markup.encode() if isinstance(markup, str) else markup
    tree = document_fromstring(content, parser=WITHOUT_COMMENTS)
    for element in tree.xpath(SWITCHED):
        for name in set(SWITCHES) & set(element.keys()):
            element.set(name, "")
    return tree


def text_of(element: Element) -> str:
    """The words in reading order, with single spaces."""
    return " ".join("".join(element.itertext()).split())


def by_id(tree: Element, name: str) -> Element:
    return next(element for element in tree.iter() if element.get("id") == name)


def main_text(response: HttpResponse) -> str:
    return text_of(next(page_of(response).iter("main")))


def links(tree: Element) -> list[str]:
    return [a.get("href", "") for a in tree.iter("a")]


def with_language(element: Element, inherited: str = "") -> Iterator[tuple[str, str]]:
    """Every piece of text with the language that its nearest `lang` gives it."""
    language = element.get("lang", inherited)
    if isinstance(element.tag, str) and element.text and element.text.strip():
        yield " ".join(element.text.split()), language
    for child in element:
        yield from with_language(child, language)
        if child.tail and child.tail.strip():
            yield " ".join(child.tail.split()), language


def fields_of(tree: Element, form: str) -> dict[str, str]:
    """What a browser would send for the form with this id, without any button."""
    sent = {}
    for element in tree.iter():
        if element.tag in ("input", "textarea") and element.get("form") == form:
            name = element.get("name", "")
            if element.tag == "textarea":
                sent[name] = element.text or ""
            elif element.get("type") == "hidden" or element.get("checked") is not None:
                sent[name] = element.get("value", "")
    return sent


def as_sent(form: Element) -> dict[str, str]:
    """What a browser sends of a form that nobody touched: no ticks, no buttons."""
    sent = {}
    for field in form.iter():
        name, kind = field.get("name"), field.get("type", "text")
        if field.tag == "select" and name:
            chosen = [o.get("value", "") for o in field.iter("option") if "selected" in o.attrib]
            sent[name] = chosen[0] if chosen else ""
        elif field.tag == "input" and name and kind in ("text", "hidden", "date"):
            sent[name] = field.get("value", "")
    return sent
