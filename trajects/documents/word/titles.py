"""The chapters of a Word file are called as those of the page and the PDF."""

from trajects.dossier.chapters import CHAPTERS

TITLES = {one.id: one.title for one in CHAPTERS}
