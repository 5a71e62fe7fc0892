"""What tests of dream images begin with: a chosen theme, an open collection, a filled box."""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.accounts.pictures import jpeg, upload
from tests.trajects.dream_factories import DreamBoxFactory, DreamCollectionFactory
from tests.trajects.factories import CandidateFactory, ThemeChoiceFactory
from trajects.dreams import Nameless, put_in_box
from trajects.entries import DreamEntry
from trajects.models import Candidate, DreamBox, DreamCollection, Traject

# What a form sends.
TYPED = {"text": "Elke school een bos\n- met een vijver", "name": "named"}


def chosen(traject: Traject, name: str) -> Candidate:
    candidate = CandidateFactory(traject=traject, name=name, short_name=name[:20])
    ThemeChoiceFactory(candidate=candidate)
    return candidate


def collecting(traject: Traject, **own) -> DreamCollection:
    """Open for years."""
    return DreamCollectionFactory(traject=traject, opened_by=traject.created_by, **own)


def over(traject: Traject) -> DreamCollection:
    return collecting(traject, last_day=date(2026, 1, 31))


def box_with(traject: Traject, *texts: str, theme: Candidate) -> DreamBox:
    bag: list = []
    for text in texts:
        bag = put_in_box(bag, Nameless(text, (theme.pk,)))
    return DreamBoxFactory(traject=traject, bag=bag)


def entry(*themes: Candidate, text: str = "Overal bomen", **own) -> DreamEntry:
    return DreamEntry(text=text, themes=frozenset(theme.pk for theme in themes), **own)


def photograph(name: str = "boom.jpg") -> SimpleUploadedFile:
    return upload(jpeg((60, 40)), name)


def typed(*themes: Candidate, **own) -> dict[str, object]:
    return {**TYPED, "themes": [theme.pk for theme in themes], **own}
