"""The template of the Word file: every chapter in its order, with what is to be filled in."""

from functools import lru_cache

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from trajects.documents.word import front, plan
from trajects.documents.word.sheet import Sheet

CHAPTERS = (
    front.lay_cover,
    front.lay_summary,
    front.lay_process,
    front.lay_scan,
    front.lay_photo,
    front.lay_votes,
    front.lay_dreams,
    plan.lay_goals,
    plan.lay_timeline,
    plan.lay_budget,
    plan.lay_effects,
    plan.lay_rest,
)


@lru_cache(1)
def word_template() -> bytes:
    """Made once: only a release changes it. In Dutch, whoever asks."""
    with translation.override(settings.LANGUAGE_CODE):
        sheet = Sheet()
        sheet.running("{{ d.cover.organisation }}", _("Action plan") + ", {{ stamp }}")
        for lay in CHAPTERS:
            lay(sheet)
        return sheet.made()
