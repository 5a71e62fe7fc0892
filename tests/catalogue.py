"""The texts that need a translation, and what is wrong with the Dutch catalogue.

xgettext is a system package, so the texts are collected without it: from Python by its syntax
tree, from templates by what Django itself would hand to xgettext. `python -m tests.catalogue`
prints what is missing, ready to be pasted in locale/nl/LC_MESSAGES/django.po.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("mvoscan", "trajects", "scans", "accounts", "reporting")
DUTCH = ROOT / "locale" / "nl" / "LC_MESSAGES" / "django.po"

# Per function of gettext: the places of the context, the text and its plural among the arguments.
PLACES: dict[str, tuple[int | None, int, int | None]] = {
    "_": (None, 0, None),
    "gettext": (None, 0, None),
    "pgettext": (0, 1, None),
    "ngettext": (None, 0, 1),
    "npgettext": (0, 1, 2),
}
STRING = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
TEMPLATE_CALL = re.compile(rf"\b(\w+)\(({STRING}(?:,\s*{STRING})*)(?:,\s*count)?\)", re.DOTALL)
PLACEHOLDER = re.compile(r"%\(\w[^)]*\)[sdf]|%[sd]|\{\w*\}")


@dataclass(frozen=True)
class Text:
    """`where` is file and, in Python, line."""

    singular: str
    plural: str | None
    context: str | None
    where: str

    @property
    def key(self) -> tuple[str | None, str]:
        return self.context, self.singular


def texts_in_python(source: str, where: str) -> Iterator[Text]:
    """Raises ValueError for a text that is put together: nobody could translate that."""
    tree = ast.parse(source)
    names = dict(_imported_names(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            kind = _kind(node.func, names)
            if kind in PLACES:
                arguments = [_literal(argument, where) for argument in node.args]
                yield _text(kind, arguments, f"{where}:{node.lineno}")


def _imported_names(tree: ast.AST) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation":
            for alias in node.names:
                yield alias.asname or alias.name, _base(alias.name)


def _base(name: str) -> str:
    return name.removesuffix("_lazy").removesuffix("_noop")


def _kind(function: ast.expr, names: dict[str, str]) -> str:
    """`_` as the module imported it, or the last name of `translation.gettext`."""
    if isinstance(function, ast.Name):
        return names.get(function.id, "")
    if isinstance(function, ast.Attribute) and ast.unparse(function.value) == "translation":
        return _base(function.attr)
    return ""


def _literal(argument: ast.expr, where: str) -> str | None:
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return argument.value
    if isinstance(argument, ast.JoinedStr | ast.BinOp):
        raise ValueError(f"{where}:{argument.lineno} puts a text together before translating it")
    return None


def texts_in_template(source: str, where: str) -> Iterator[Text]:
    for kind, arguments in TEMPLATE_CALL.findall(templatize(source, origin=where)):
        if kind in PLACES:
            yield _text(kind, list(ast.literal_eval(f"({arguments},)")), where)


def _text(kind: str, arguments: list[str | None], where: str) -> Text:
    context, singular, plural = (
        None if place is None else arguments[place] for place in PLACES[kind]
    )
    if singular is None:
        raise ValueError(f"{where} translates something that is not a text")
    return Text(singular=singular, plural=plural, context=context, where=where)


def texts_of_the_house() -> list[Text]:
    texts: list[Text] = []
    for package in PACKAGES:
        for file in sorted((ROOT / package).rglob("*.py")):
            texts += texts_in_python(file.read_text(), file.relative_to(ROOT).as_posix())
    for file in sorted(path for path in (ROOT / "templates").rglob("*") if path.is_file()):
        texts += texts_in_template(file.read_text(), file.relative_to(ROOT).as_posix())
    return texts


def read_catalogue(content: bytes) -> Catalog:
    return read_po(BytesIO(content), locale="nl")


def missing(texts: Iterable[Text], catalogue: Catalog) -> dict[tuple[str | None, str], Text]:
    """Texts without a complete, certain translation."""
    wanted = {text.key: text for text in texts}
    return {key: text for key, text in wanted.items() if not _is_translated(text, catalogue)}


def _is_translated(text: Text, catalogue: Catalog) -> bool:
    entry = catalogue.get(text.singular, text.context)
    if entry is None or entry.fuzzy or bool(text.plural) != entry.pluralizable:
        return False
    return all(_as_tuple(entry.string))


def unused(texts: Iterable[Text], catalogue: Catalog) -> list[str]:
    wanted = {text.key for text in texts}
    entries = [entry for entry in catalogue if entry.id]
    stale = [_id(entry) for entry in entries if (entry.context, _id(entry)) not in wanted]
    return stale + [_id(entry) for entry in catalogue.obsolete.values()]


def _id(entry: Entry) -> str:
    return _as_tuple(entry.id)[0]


def _as_tuple(strings: str | Iterable[str] | None) -> tuple[str, ...]:
    """Babel gives one string, or all forms of a plural."""
    return (strings or "",) if isinstance(strings, str | None) else tuple(strings)


def broken_placeholders(catalogue: Catalog) -> list[str]:
    """Entries of which a translation leaves out, adds or mistypes a placeholder."""
    return [_id(entry) for entry in catalogue if entry.id and not _keeps_placeholders(entry)]


def _keeps_placeholders(entry: Entry) -> bool:
    """The plural's placeholders; a singular may say "one" instead of the number."""
    first, *others = (_placeholders(string) for string in _as_tuple(entry.string))
    allowed = [_placeholders(text) for text in _as_tuple(entry.id)]
    return first in allowed and all(other == allowed[-1] for other in others)


def _placeholders(text: str) -> list[str]:
    return sorted(set(PLACEHOLDER.findall(text)))


def _stub(text: Text) -> str:
    lines = [f"#: {text.where}"]
    if text.context is not None:
        lines.append(f"msgctxt {_quoted(text.context)}")
    lines.append(f"msgid {_quoted(text.singular)}")
    if text.plural is None:
        lines.append('msgstr ""')
    else:
        lines += [f"msgid_plural {_quoted(text.plural)}", 'msgstr[0] ""', 'msgstr[1] ""']
    return "\n".join(lines)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def main() -> None:
    texts = texts_of_the_house()
    catalogue = read_catalogue(DUTCH.read_bytes() if DUTCH.exists() else b"")
    for text in missing(texts, catalogue).values():
        print(_stub(text), end="\n\n")
    for singular in unused(texts, catalogue):
        print("# unused:", _quoted(singular))
    for singular in broken_placeholders(catalogue):
        print("# other placeholders:", _quoted(singular))


if __name__ == "__main__":
    main()
