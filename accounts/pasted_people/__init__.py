"""Reads a list of people that somebody pasted: out of a spreadsheet, a mail or a document.

Each person has one e-mail address, which stands in the text exactly so; all else is looked for
around it. What is not understood becomes a problem of its line, never an exception.
"""

from accounts.pasted_people.lines import MAX_CHARACTERS, MAX_PEOPLE, PastedLine, Problem
from accounts.pasted_people.reading import read_people
from accounts.pasted_people.words import ROLES

__all__ = ["MAX_CHARACTERS", "MAX_PEOPLE", "ROLES", "PastedLine", "Problem", "read_people"]
