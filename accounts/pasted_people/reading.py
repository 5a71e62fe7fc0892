"""From a text to people, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from accounts.pasted_people.lines import (
    MAX_CHARACTERS,
    MAX_PEOPLE,
    PastedLine,
    Problem,
    filled_lines,
    is_text,
)
from accounts.pasted_people.words import HEADINGS, ROLES, guessed_name, only_letters

LOCAL = r"[A-Za-z0-9_][A-Za-z0-9._%+'&-]{0,63}"
# Nothing that belongs to an address may stand right before or after it.
ADDRESS = re.compile(
    r"(?<![\w.!#$%&*+/=?^`{|}~@-])" + LOCAL + r"@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,63}"
    r"(?![\w@-]|\.\w)"
)
# A line has no two spaces one after another; patterns that allow more grow slow on long lines.
IN_BRACKETS = re.compile(r"< ?(?:mailto:)?([^<> ]*) ?>")
QUOTES = "\"'`´“”„‘’‚«»"
DELIMITERS = ("\t", ";", ",")

Columns = tuple[str, ...]


def read_people(text: str) -> tuple[PastedLine, ...]:
    """One line per person or problem, in the order of the text; fifty at most, then TOO_MANY."""
    if len(text) > MAX_CHARACTERS:
        return (PastedLine(1, "", problem=Problem.TOO_LONG),)
    if not is_text(text):
        return (PastedLine(1, "", problem=Problem.NOT_TEXT),)
    found: list[PastedLine] = []
    seen: set[str] = set()
    for line in _people_and_problems(text):
        if len(found) == MAX_PEOPLE:
            return (*found, PastedLine(line.number, line.text, problem=Problem.TOO_MANY))
        is_double = line.is_person and line.email.lower() in seen
        found.append(replace(line, problem=Problem.TWICE) if is_double else line)
        seen.add(line.email.lower())
    return tuple(found)


def _people_and_problems(text: str) -> Iterator[PastedLine]:
    lines = filled_lines(text)
    columns, delimiter = _header(lines[0][1]) if lines else ((), "")
    for number, line in lines[1:] if columns else lines:
        if columns:
            yield _person(PastedLine(number, line.strip()), _cells(line, delimiter), columns)
        else:
            yield from _without_header(number, line)


# --- columns


def _header(line: str) -> tuple[Columns, str]:
    """What each column holds, and what stands between them; nothing if this is no header."""
    if "@" in line:
        return (), ""
    delimiter = next((sign for sign in DELIMITERS if sign in line), "\t")
    columns = tuple(HEADINGS.get(only_letters(cell), "") for cell in _cells(line, delimiter))
    filled = sum(bool(cell) for cell in _cells(line, delimiter))
    known = sum(bool(column) for column in columns)
    is_header = "email" in columns or (known == filled and known > 0)
    return (columns, delimiter) if is_header else ((), "")


def _cells(line: str, delimiter: str) -> list[str]:
    """Without the quotes around them; between quotes a delimiter is just a sign."""
    quoted = re.findall(rf'(?:"[^"]*"|[^{delimiter}])+|(?<={delimiter})(?={delimiter})', line)
    cells = quoted if '"' in line and line.count('"') % 2 == 0 else line.split(delimiter)
    return [_bare(cell) for cell in cells]


def _bare(cell: str) -> str:
    return " ".join(cell.split()).strip(QUOTES + " ,;:")


# --- one line without header


def _without_header(number: int, line: str) -> Iterator[PastedLine]:
    start = PastedLine(number, line.strip())
    if "\t" in line:
        yield _person(start, _cells(line, "\t"))
        return
    people, after = _in_brackets(line)
    if len(people) > 1:
        yield from _several_in_brackets(start, people, after)
    elif people and ";" not in people[0].name:
        rest = _cells(after, ";" if ";" in after else ",")
        yield _person(start, [_flipped(people[0].name), people[0].email, *rest], named=True)
    else:
        yield from _bare_addresses(start, line)


@dataclass(frozen=True)
class _Bracketed:
    text: str
    name: str
    email: str


def _in_brackets(line: str) -> tuple[list[_Bracketed], str]:
    """Each address between < and > with what stands before it; then what follows the last."""
    found, start = [], 0
    for match in IN_BRACKETS.finditer(line):
        before, whole = line[start : match.start()], line[start : match.end()]
        found.append(_Bracketed(whole.strip(" ;,"), before.strip(" ,"), match[1]))
        start = match.end()
    return found, line[start:]


def _several_in_brackets(
    start: PastedLine, people: list[_Bracketed], after: str
) -> Iterator[PastedLine]:
    """As copied from the address line of a mail."""
    for person in people:
        cells = [_flipped(person.name.strip(" ;,")), person.email]
        yield _person(replace(start, text=person.text), cells, named=True)
    loose = after.strip(" ;,")
    if loose:
        yield from _bare_addresses(replace(start, text=loose), loose)


def _bare_addresses(start: PastedLine, line: str) -> Iterator[PastedLine]:
    """One person in columns, or addresses one after another."""
    if len(_addresses(line)) > 1:
        for pieces in (re.split(r"[;,]", line), line.split()):
            filled = [piece.strip() for piece in pieces if piece.strip()]
            if all(len(ADDRESS.findall(piece)) == 1 for piece in filled):
                yield from (_person(replace(start, text=own), [own]) for own in filled)
                return
    yield _person(start, _cells(line, ";" if ";" in line else ","))


def _flipped(name: str) -> str:
    """ "Vandamme, Griet" is Griet Vandamme."""
    last, comma, first = _bare(name).partition(",")
    return f"{_bare(first)} {_bare(last)}" if comma else _bare(name)


def _addresses(text: str) -> list[str]:
    """The different ones: a mail program may write the same one twice."""
    return list({found.lower(): found for found in ADDRESS.findall(text)}.values())


# --- one person


def _person(
    start: PastedLine, cells: list[str], columns: Columns = (), *, named: bool = False
) -> PastedLine:
    """`columns` say what each cell is; else the first is a name if `named`, and we look."""
    found = _addresses("\t".join(cells))
    loose = any("@" in ADDRESS.sub("", cell) for cell in cells)
    if len(found) != 1 or loose:
        return replace(start, problem=_no_single_address(found, loose=loose))
    email = found[0]
    parts = _by_columns(cells, columns) if columns else _by_looks(cells, email, named=named)
    name = parts.get("name", "") or f"{parts.get('first name', '')} {parts.get('last name', '')}"
    name = _bare(ADDRESS.sub("", name).replace("<", " ").replace(">", " "))
    role = ROLES.get(only_letters(parts.get("role", "")), "")
    return replace(
        start,
        name=name if any(map(str.isalpha, name)) else guessed_name(email),
        email=email,
        role=role,
        department=parts.get("department", ""),
        problem=Problem.UNKNOWN_ROLE if parts.get("role") and not role else Problem.NONE,
        is_name_guessed=not any(map(str.isalpha, name)),
    )


def _no_single_address(found: list[str], *, loose: bool) -> Problem:
    if loose:
        return Problem.WRONG_ADDRESS
    return Problem.TWO_ADDRESSES if found else Problem.NO_ADDRESS


def _by_columns(cells: list[str], columns: Columns) -> Mapping[str, str]:
    return {column: cell for column, cell in zip(columns, cells, strict=False) if column}


def _by_looks(cells: list[str], email: str, *, named: bool) -> Mapping[str, str]:
    """The name stands with the address, or looks like it; a role is a word we know; of what is
    left a single cell is the department, and of more cells the first is a role we do not know."""
    beside = next((cell for cell in cells if email in cell), "")
    rest = [cell for cell in cells if any(map(str.isalpha, cell)) and email not in cell]
    parts = {"name": _bare(ADDRESS.sub("", beside).replace("mailto", "").strip("<>: "))}
    if named:
        parts["name"] = cells[0]
        rest = rest[1:] if rest[:1] == cells[:1] else rest
    roles = [cell for cell in rest if only_letters(cell) in ROLES]
    rest = [cell for cell in rest if cell not in roles]
    if not parts["name"]:
        names = [cell for cell in rest if _is_in_address(cell, email)] or rest[:1]
        parts["name"] = " ".join(names)
        rest = [cell for cell in rest if cell not in names]
    if not roles and len(rest) > 1:
        roles, rest = rest[:1], rest[1:]
    return {**parts, "role": roles[0] if roles else "", "department": rest[0] if rest else ""}


def _is_in_address(cell: str, email: str) -> bool:
    """Whether the cell, or a word of it, stands before the @: "Griet" in griet.vandamme@."""
    local = only_letters(email.partition("@")[0])
    words = [only_letters(cell), *(only_letters(word) for word in cell.split())]
    return any(len(word) > 2 and word in local for word in words)
